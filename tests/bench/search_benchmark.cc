// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a search costs beside what Xapian alone takes for the same query tree, and how large the
// index is beside its text, over the news corpus that is kept beside the repository. Prints tables;
// skips with a message where the corpus is absent. Queries are drawn from the corpus with a fixed
// seed; both sides answer each query in turn, several times, and the best processor time of each
// counts.
//
// YINZHENG_BENCH_INDEX names an index directory to measure instead of building one.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "indexer/base/status_macros.h"
#include "indexer/pipeline/build.h"
#include "indexer/store/filter_parser.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/raw_match.h"
#include "indexer/store/testing/raw_ngrams.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/shape_variants.h"
#include "indexer/text/unicode.h"
#include "services/request/limits.h"
#include "services/search/search_handler.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/temp_dir.h"

namespace yinzheng {
namespace {

constexpr char kCorpus[] = "corpus/news.jsonl.gz";
constexpr uint32_t kSeed = 20260701;
constexpr size_t kQueries = 300;  // Of each kind.
constexpr int kRounds = 3;

// Processor time of this thread: neither side waits for anything, and other programs do not count.
double ThreadMicros() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double MicrosecondsOf(const std::function<absl::Status()>& run, absl::Status& status) {
  const double begin = ThreadMicros();
  status.Update(run());
  return ThreadMicros() - begin;
}

double Percentile(std::vector<double> times, double share) {
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1,
                        static_cast<size_t>(share * static_cast<double>(times.size())))];
}

// Runs of Chinese characters of `size`, drawn from the bodies.
class TextSampler {
 public:
  absl::Status Read(const store::IndexSnapshot& snapshot) {
    return snapshot.articles().ForEach([this](const store::v1::ArticleRecord& record) {
      text_bytes_ += record.article().body().size();
      bodies_.push_back(text::DecodeUtf8(record.article().body()));
      for (const v1::TextSpan& span : record.passages()) {
        const text::Span place = {static_cast<uint32_t>(span.start()),
                                  static_cast<uint32_t>(span.end())};
        passages_.push_back(text::EncodeUtf8(text::Slice(bodies_.back(), place)));
      }
      return absl::OkStatus();
    });
  }

  std::string Draw(size_t size) {
    while (true) {
      const std::u32string& body = bodies_[random_() % bodies_.size()];
      if (body.size() <= size) continue;
      const std::u32string piece = body.substr(random_() % (body.size() - size), size);
      if (std::all_of(piece.begin(), piece.end(), text::IsHan)) return text::EncodeUtf8(piece);
    }
  }

  const std::vector<std::string>& passages() const { return passages_; }
  size_t text_bytes() const { return text_bytes_; }
  size_t Number(size_t below) { return random_() % below; }

 private:
  std::mt19937 random_{kSeed};
  std::vector<std::u32string> bodies_;
  std::vector<std::string> passages_;
  size_t text_bytes_ = 0;
};

struct Kind {
  const char* name;
  std::function<v1::SearchRequest(TextSampler&)> draw;
};

v1::SearchRequest Words(TextSampler& sampler) {
  v1::SearchRequest request;
  request.set_query(absl::StrCat(sampler.Draw(4), " ", sampler.Draw(2)));
  return request;
}

v1::SearchRequest Phrase(TextSampler& sampler) {
  v1::SearchRequest request;
  request.set_query(absl::StrCat("\"", sampler.Draw(4 + sampler.Number(4)), "\""));
  return request;
}

v1::SearchRequest Filtered(TextSampler& sampler) {
  v1::SearchRequest request = Words(sampler);
  const size_t month = 1 + sampler.Number(12);
  request.set_filter(
      absl::StrFormat("published >= \"2022-%02d-01\" AND language = \"zh-hans\"", month));
  return request;
}

v1::SearchRequest Faceted(TextSampler& sampler) {
  v1::SearchRequest request = Words(sampler);
  request.add_facets(v1::FACET_FIELD_OUTLET);
  request.add_facets(v1::FACET_FIELD_YEAR);
  request.add_facets(v1::FACET_FIELD_ENTITY);
  return request;
}

v1::SearchRequest Sentence(TextSampler& sampler) {
  v1::SearchRequest request;
  request.set_query(sampler.Draw(14));
  return request;
}

class SearchBenchmark {
 public:
  explicit SearchBenchmark(std::string index)
      : index_(std::move(index)), manager_(OptionsFor(index_)) {}

  absl::Status Run() {
    YZ_RETURN_IF_ERROR(manager_.Poll().status());
    snapshot_ = manager_.Acquire();
    const store::GenerationDirectory directory(base::FileSystem::Real(), index_);
    YZ_ASSIGN_OR_RETURN(
        raw_, store::testing::RawMatcher::Open(directory.PathOf(snapshot_->generation())));
    YZ_ASSIGN_OR_RETURN(compiler_, store::QueryCompiler::Create(store::testing::SharedAnalyzer(),
                                                                store::testing::SharedSegmenter()));
    YZ_ASSIGN_OR_RETURN(shapes_, text::ShapeVariants::Create());
    YZ_RETURN_IF_ERROR(sampler_.Read(*snapshot_));
    PrintSizes();
    YZ_RETURN_IF_ERROR(PrintRawSizes());
    absl::PrintF("\n%-10s %8s  %17s  %17s  %13s  %s\n", "query", "queries", "ours p50   p99 us",
                 "raw p50   p99 us", "ratio p50 p99",
                 "parse match fetch highlight, mean us of wall time");
    const Kind kinds[] = {{"word", Words},
                          {"sentence", Sentence},
                          {"phrase", Phrase},
                          {"filtered", Filtered},
                          {"faceted", Faceted}};
    for (const Kind& kind : kinds) YZ_RETURN_IF_ERROR(Measure(kind));
    return absl::OkStatus();
  }

 private:
  static store::IndexManagerOptions OptionsFor(const std::string& index) {
    store::IndexManagerOptions options;
    options.index_directory = index;
    options.analyzer_fingerprint = store::testing::SharedAnalyzer().Fingerprint();
    return options;
  }

  void PrintSizes() const {
    std::map<std::string, std::map<std::string, int64_t>> sizes;
    for (const store::v1::ManifestFile& file : snapshot_->manifest().files()) {
      const std::vector<std::string> parts = absl::StrSplit(file.path(), '/');
      sizes[parts.front()][parts.back()] += file.size_bytes();
    }
    const auto text = static_cast<double>(sampler_.text_bytes());
    absl::PrintF("text %.1f MB in %d articles, %d passages\n%-10s %9s %8s  %s\n", text / 1e6,
                 snapshot_->manifest().counts().articles(),
                 snapshot_->manifest().counts().passages(), "database", "MB", "per byte",
                 "tables, MB");
    int64_t search = 0;
    for (const auto& [database, tables] : sizes) {
      int64_t bytes = 0;
      std::string shares;
      for (const auto& [table, size] : tables) {
        bytes += size;
        absl::StrAppend(&shares,
                        absl::StrFormat(" %s %.1f", table, static_cast<double>(size) / 1e6));
      }
      if (database == "articles" || database == "passages") search += bytes;
      absl::PrintF("%-10s %9.1f %8.2f %s\n", database.c_str(), static_cast<double>(bytes) / 1e6,
                   static_cast<double>(bytes) / text, shares.c_str());
    }
    absl::PrintF("%-10s %9.1f %8.2f  articles and passages\n", "search",
                 static_cast<double>(search) / 1e6, static_cast<double>(search) / text);
  }

  // The same passages, indexed by Xapian alone.
  absl::Status PrintRawSizes() const {
    const testing::TempDir directory;
    YZ_ASSIGN_OR_RETURN(
        const store::testing::RawSizes raw,
        store::testing::WriteRawNgrams(sampler_.passages(), directory.path().string()));
    const int64_t bytes = raw.postings + raw.positions + raw.data;
    absl::PrintF("%-10s %9.1f %8.2f  docdata %.1f position %.1f postlist %.1f\n", "n-grams",
                 static_cast<double>(bytes) / 1e6,
                 static_cast<double>(bytes) / static_cast<double>(sampler_.text_bytes()),
                 static_cast<double>(raw.data) / 1e6, static_cast<double>(raw.positions) / 1e6,
                 static_cast<double>(raw.postings) / 1e6);
    return absl::OkStatus();
  }

  absl::Status Measure(const Kind& kind) {
    std::vector<double> ours;
    std::vector<double> raw;
    v1::SearchStats sum;
    for (size_t i = 0; i < kQueries; ++i) {
      const v1::SearchRequest request = kind.draw(sampler_);
      YZ_RETURN_IF_ERROR(PrepareRaw(request));
      double best_ours = 1e12;
      double best_raw = 1e12;
      v1::SearchResponse response;
      absl::Status status;
      for (int round = 0; round < kRounds; ++round) {
        best_ours =
            std::min(best_ours, MicrosecondsOf([&] { return Search(request, response); }, status));
        best_raw =
            std::min(best_raw, MicrosecondsOf([&] { return raw_->Match().status(); }, status));
      }
      YZ_RETURN_IF_ERROR(status);
      ours.push_back(best_ours);
      raw.push_back(best_raw);
      sum.set_parse_micros(sum.parse_micros() + response.stats().parse_micros());
      sum.set_match_micros(sum.match_micros() + response.stats().match_micros());
      sum.set_fetch_micros(sum.fetch_micros() + response.stats().fetch_micros());
      sum.set_highlight_micros(sum.highlight_micros() + response.stats().highlight_micros());
    }
    const auto queries = static_cast<int64_t>(kQueries);
    absl::PrintF("%-10s %8zu  %8.0f %8.0f  %8.0f %8.0f  %6.2f %6.2f  %d %d %d %d\n", kind.name,
                 kQueries, Percentile(ours, 0.5), Percentile(ours, 0.99), Percentile(raw, 0.5),
                 Percentile(raw, 0.99), Percentile(ours, 0.5) / Percentile(raw, 0.5),
                 Percentile(ours, 0.99) / Percentile(raw, 0.99),
                 static_cast<int>(sum.parse_micros() / queries),
                 static_cast<int>(sum.match_micros() / queries),
                 static_cast<int>(sum.fetch_micros() / queries),
                 static_cast<int>(sum.highlight_micros() / queries));
    return absl::OkStatus();
  }

  absl::Status PrepareRaw(const v1::SearchRequest& request) {
    store::PassageSearch search;
    search.query = compiler_->Compile(store::ParseQuery(request.query()));
    YZ_ASSIGN_OR_RETURN(search.filter,
                        store::ParseFilter(request.filter(), store::ArticleFilterFields()));
    for (const int facet : request.facets()) {
      search.facets.push_back(static_cast<v1::FacetField>(facet));
      search.count_limit = static_cast<size_t>(services::kFacetCountLimit.default_size);
    }
    return raw_->Prepare(search);
  }

  absl::Status Search(const v1::SearchRequest& request, v1::SearchResponse& response) const {
    const services::SearchHandler handler(
        manager_, *compiler_, store::testing::SharedAnalyzer(),
        {store::testing::SharedSegmenter(), store::testing::SharedPinyinReader(), *shapes_});
    YZ_ASSIGN_OR_RETURN(response, handler.Search(services::RequestContext::Unlimited(), request));
    return absl::OkStatus();
  }

  const std::string index_;
  store::IndexManager manager_;
  std::shared_ptr<const store::IndexSnapshot> snapshot_;
  std::unique_ptr<store::testing::RawMatcher> raw_;
  std::unique_ptr<store::QueryCompiler> compiler_;
  std::unique_ptr<text::ShapeVariants> shapes_;
  TextSampler sampler_;
};

absl::Status BuildAndRun(const std::string& input) {
  const char* given = std::getenv("YINZHENG_BENCH_INDEX");
  if (given != nullptr && *given != '\0') return SearchBenchmark(given).Run();
  const testing::TempDir directory;
  indexer::BuildOptions options;
  options.inputs = {input};
  options.index_directory = (directory.path() / "idx").string();
  options.jobs = 2;
  const indexer::BuildResult built = indexer::BuildIndex(options, {});
  YZ_RETURN_IF_ERROR(built.status);
  absl::PrintF("built in %.1f s, %d reprints\n", absl::ToDoubleSeconds(built.report.elapsed),
               static_cast<int>(built.report.reprints));
  return SearchBenchmark(options.index_directory).Run();
}

int Main() {
  const auto corpus = testing::SharedPath(kCorpus);
  if (!corpus) {
    absl::PrintF("%s\n", testing::SharedMissing(kCorpus).c_str());
    return EXIT_SUCCESS;
  }
  const absl::Status status = BuildAndRun(corpus->string());
  if (status.ok()) return EXIT_SUCCESS;
  absl::FPrintF(stderr, "%s\n", status.ToString().c_str());
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace yinzheng

int main() { return yinzheng::Main(); }
