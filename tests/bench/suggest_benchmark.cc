// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How long a completion takes inside the server, over 2,000 news records: the median and the 99th
// percentile of one request, for each way of typing. Skipped where the corpus is absent.

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "benchmark/benchmark.h"
#include "indexer/ingest/gzip.h"
#include "indexer/pipeline/build.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/name_key.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/shape_variants.h"
#include "indexer/text/unicode.h"
#include "services/search/suggest_handler.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::testing {
namespace {

constexpr int kRecords = 2000;
constexpr size_t kNames = 400;

// The index and everything that answers from it, built once.
struct Served {
  std::unique_ptr<text::Segmenter> segmenter;
  std::unique_ptr<text::PinyinReader> reader;
  std::unique_ptr<text::ShapeVariants> shapes;
  TempDir directory;
  std::unique_ptr<store::IndexManager> manager;
  std::unique_ptr<services::SuggestHandler> handler;
  std::vector<std::string> names;
};

// The first records of the corpus as a file; false where there is none.
bool WriteHead(const std::filesystem::path& target) {
  constexpr size_t kLimit = size_t{1} << 30;
  std::ifstream in(SharedDir() / "corpus" / "news.jsonl.gz", std::ios::binary);
  const std::string compressed(std::istreambuf_iterator<char>(in), {});
  const absl::StatusOr<std::string> lines = ingest::Gunzip(compressed, kLimit);
  if (!lines.ok()) return false;
  size_t end = 0;
  for (int i = 0; i < kRecords && end < lines->size(); ++i) {
    end = std::min(lines->find('\n', end), lines->size() - 1) + 1;
  }
  std::ofstream out(target, std::ios::binary);
  out << lines->substr(0, end);
  return out.good();
}

std::unique_ptr<Served> Serve() {
  auto served = std::make_unique<Served>();
  const std::filesystem::path input = served->directory.path() / "news.jsonl";
  if (!WriteHead(input)) return nullptr;
  indexer::BuildOptions options;
  options.inputs = {input.string()};
  options.index_directory = (served->directory.path() / "idx").string();
  if (!indexer::BuildIndex(options, {}).status.ok()) return nullptr;
  served->segmenter = *text::Segmenter::Create();
  served->reader = std::make_unique<text::PinyinReader>(*served->segmenter);
  served->shapes = *text::ShapeVariants::Create();
  store::IndexManagerOptions manager;
  manager.index_directory = options.index_directory;
  manager.analyzer_fingerprint = text::Analyzer(*served->segmenter).Fingerprint();
  served->manager = std::make_unique<store::IndexManager>(manager);
  if (!served->manager->Poll().ok()) return nullptr;
  served->handler = std::make_unique<services::SuggestHandler>(
      *served->manager,
      store::CorrectionRules{*served->segmenter, *served->reader, *served->shapes});
  const auto entities = served->manager->Acquire()->entities().List({}, {0, kNames});
  if (!entities.ok()) return nullptr;
  for (const v1::Entity& entity : entities->items) {
    served->names.push_back(store::NameKey(entity.display_name()));
  }
  return served;
}

const Served* TheServed() {
  static const Served* const served = Serve().release();
  return served;
}

enum class Typing { kCharacters, kPinyin, kOneLetter, kInitials, kMixed, kMistyped };

std::string TypedOf(const std::string& key, Typing typing, const text::PinyinReader& reader) {
  const std::u32string characters = text::DecodeUtf8(key);
  const text::ReadName name = reader.Read(characters);
  const std::string spelling = text::SpellingsOf(name).front();
  const std::string initials = text::InitialsOf(name).front();
  switch (typing) {
    case Typing::kCharacters:
      return text::EncodeUtf8(characters.substr(0, 2));
    case Typing::kPinyin:
      return spelling.substr(0, 5);
    case Typing::kOneLetter:
      return spelling.substr(0, 1);
    case Typing::kInitials:
      return initials.substr(0, 3);
    case Typing::kMixed:
      return text::EncodeUtf8(characters.substr(0, 1)) + initials.substr(1, 2);
    case Typing::kMistyped:
      return spelling.substr(0, 3) + "qx" + spelling.substr(3);
  }
  return key;
}

void SuggestByTyping(benchmark::State& state) {
  const Served* const served = TheServed();
  if (served == nullptr) {
    state.SkipWithError("the news corpus is absent or cannot be indexed");
    return;
  }
  std::vector<double> micros;
  size_t next = 0;
  for (auto _ : state) {
    v1::SuggestRequest request;
    request.set_prefix(TypedOf(served->names[next++ % served->names.size()],
                               static_cast<Typing>(state.range(0)), *served->reader));
    if (request.prefix().empty()) continue;
    const auto begin = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(
        served->handler->Suggest(services::RequestContext::Unlimited(), request));
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    state.SetIterationTime(taken.count());
    micros.push_back(taken.count() * 1e6);
  }
  std::sort(micros.begin(), micros.end());
  if (micros.empty()) return;
  state.counters["p50_us"] = micros[micros.size() / 2];
  state.counters["p99_us"] = micros[micros.size() * 99 / 100];
}
BENCHMARK(SuggestByTyping)
    ->ArgName("typing")
    ->DenseRange(0, 5)
    ->Iterations(2000)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace yinzheng::testing
