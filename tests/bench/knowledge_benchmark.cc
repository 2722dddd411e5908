// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What finding entities and facts costs, and its share of a full build: the first articles of the
// news corpus that is kept beside the repository are indexed with one thread, then read again by
// the recogniser alone and by the whole extractor. Processor time, so that other programs do not
// count. Prints a table; skips with a message where the corpus is absent.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/gzip.h"
#include "indexer/knowledge/article_extractor.h"
#include "indexer/knowledge/entity_recognizer.h"
#include "indexer/pipeline/build.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/source_map.h"
#include "indexer/text/unicode.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/temp_dir.h"

namespace yinzheng {
namespace {

constexpr char kCorpus[] = "corpus/news.jsonl.gz";
constexpr size_t kArticles = 2000;
constexpr size_t kMaxBytes = size_t{1} << 30U;

double ProcessSeconds() {
  timespec time = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double SecondsOf(const std::function<void()>& run) {
  const double begin = ProcessSeconds();
  run();
  return ProcessSeconds() - begin;
}

// The first lines of the corpus.
absl::StatusOr<std::string> FirstArticles(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string packed{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  YZ_ASSIGN_OR_RETURN(std::string lines, ingest::Gunzip(packed, kMaxBytes));
  size_t end = 0;
  for (size_t i = 0; i < kArticles && end < lines.size(); ++i) {
    end = std::min(lines.find('\n', end), lines.size() - 1) + 1;
  }
  lines.resize(end);
  return lines;
}

// The articles of an index, each with a source map as if its body were the file.
class Articles {
 public:
  absl::Status Read(const std::string& index) {
    store::IndexManagerOptions options;
    options.index_directory = index;
    options.analyzer_fingerprint = store::testing::SharedAnalyzer().Fingerprint();
    store::IndexManager manager(options);
    YZ_RETURN_IF_ERROR(manager.Poll().status());
    const auto snapshot = manager.Acquire();
    facts_ = snapshot->manifest().counts().facts();
    return snapshot->articles().ForEach([this](const store::v1::ArticleRecord& record) {
      text::SourceMap map;
      uint64_t begin = 0;
      for (const char32_t c : text::DecodeUtf8(record.article().body())) {
        std::string bytes;
        text::AppendUtf8(c, bytes);
        YZ_RETURN_IF_ERROR(map.Append({begin, begin + bytes.size()}));
        begin += bytes.size();
      }
      articles_.push_back(record.article());
      maps_.push_back(std::move(map));
      return absl::OkStatus();
    });
  }

  size_t size() const { return articles_.size(); }
  int64_t facts() const { return facts_; }

  double SecondsToRead() const {
    return SecondsOf([this] { ForEach([](const knowledge::ArticleContext&) {}); });
  }
  double SecondsToRecognise(const knowledge::EntityRecognizer& recognizer) const {
    return SecondsOf([&] {
      ForEach([&](const knowledge::ArticleContext& context) { recognizer.Recognize(context); });
    });
  }
  double SecondsToExtract(const knowledge::ArticleExtractor& extractor) const {
    return SecondsOf([&] {
      for (size_t i = 0; i < articles_.size(); ++i) extractor.Extract(articles_[i], maps_[i]);
    });
  }

 private:
  void ForEach(const std::function<void(const knowledge::ArticleContext&)>& visit) const {
    for (size_t i = 0; i < articles_.size(); ++i) {
      visit(
          knowledge::MakeArticleContext(articles_[i], maps_[i], store::testing::SharedSegmenter()));
    }
  }

  std::vector<v1::Article> articles_;
  std::vector<text::SourceMap> maps_;
  int64_t facts_ = 0;
};

void PrintRow(const char* what, double seconds, double build, size_t articles) {
  absl::PrintF("%-34s %8.1f %12.2f %10.1f %%\n", what, seconds,
               1000 * seconds / static_cast<double>(articles), 100 * seconds / build);
}

absl::Status Run(const std::string& corpus) {
  const testing::TempDir directory;
  YZ_ASSIGN_OR_RETURN(const std::string lines, FirstArticles(corpus));
  indexer::BuildOptions options;
  options.inputs = {directory.Write("news.jsonl", lines).string()};
  options.index_directory = (directory.path() / "idx").string();
  options.jobs = 1;
  absl::Status built;
  const double build = SecondsOf([&] { built = indexer::BuildIndex(options, {}).status; });
  YZ_RETURN_IF_ERROR(built);

  Articles articles;
  YZ_RETURN_IF_ERROR(articles.Read(options.index_directory));
  YZ_ASSIGN_OR_RETURN(const std::string data, base::DataDir());
  YZ_ASSIGN_OR_RETURN(const auto recognizer,
                      knowledge::EntityRecognizer::Create(store::testing::SharedSegmenter(), data));
  YZ_ASSIGN_OR_RETURN(const auto extractor,
                      knowledge::ArticleExtractor::Create(store::testing::SharedSegmenter(), data));
  const double read = articles.SecondsToRead();
  const double recognise = articles.SecondsToRecognise(*recognizer) - read;
  const double facts = articles.SecondsToExtract(*extractor) - read - recognise;

  absl::PrintF("%-34s %8s %12s %12s\n", "", "CPU s", "ms / article", "of the build");
  PrintRow("reading and segmenting", read, build, articles.size());
  PrintRow("recognition of entities", recognise, build, articles.size());
  PrintRow("facts and all citations", facts, build, articles.size());
  PrintRow("full build, one thread", build, build, articles.size());
  absl::PrintF("%d facts, %.0f a second of their own step, %.0f a second of the build\n",
               articles.facts(), static_cast<double>(articles.facts()) / facts,
               static_cast<double>(articles.facts()) / build);
  return absl::OkStatus();
}

int Main() {
  const auto corpus = testing::SharedPath(kCorpus);
  if (!corpus) {
    absl::PrintF("%s\n", testing::SharedMissing(kCorpus).c_str());
    return EXIT_SUCCESS;
  }
  const absl::Status status = Run(corpus->string());
  if (status.ok()) return EXIT_SUCCESS;
  absl::FPrintF(stderr, "%s\n", status.ToString().c_str());
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace yinzheng

int main() { return yinzheng::Main(); }
