// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What reading costs, a step at a time, over the sample corpus: bytes of UTF-8 in a second.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "benchmark/benchmark.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/date.h"
#include "indexer/text/decoding.h"
#include "indexer/text/fold.h"
#include "indexer/text/quantity.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/unicode.h"
#include "tests/support/shared_corpus.h"

namespace yinzheng::text {
namespace {

// The sample corpus as one text, read once.
const std::string& Sample() {
  static const std::string* const sample = [] {
    std::vector<std::filesystem::path> paths;
    const auto folder = yinzheng::testing::SourceDir() / "corpus" / "sample";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    auto* text = new std::string();
    for (const auto& path : paths) {
      std::ifstream in(path, std::ios::binary);
      text->append(std::istreambuf_iterator<char>(in), {});
    }
    return text;
  }();
  return *sample;
}

// Runs `step` over the sample, decoded, and counts its bytes.
template <typename Step>
void Measure(benchmark::State& state, const Step& step) {
  const std::u32string text = DecodeUtf8(Sample());
  if (text.empty()) return state.SkipWithError("the sample corpus is empty");
  for (auto _ : state) benchmark::DoNotOptimize(step(text));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * Sample().size()));
}

void DecodeBytes(benchmark::State& state) {
  Measure(state, [](const std::u32string&) { return DecodeText(Sample()); });
}
BENCHMARK(DecodeBytes);

void Fold(benchmark::State& state) {
  if (!LoadFolding().ok()) return state.SkipWithError("the folding tables do not load");
  Measure(state, [](const std::u32string& text) { return FoldCharacters(text); });
}
BENCHMARK(Fold);

void Analyze(benchmark::State& state) {
  const absl::StatusOr<std::unique_ptr<Segmenter>> segmenter = Segmenter::Create();
  if (!segmenter.ok()) return state.SkipWithError(segmenter.status().ToString().c_str());
  const Analyzer analyzer(**segmenter);
  Measure(state, [&](const std::u32string& text) { return analyzer.Analyze(text); });
}
BENCHMARK(Analyze);

void Quantities(benchmark::State& state) {
  Measure(state, [](const std::u32string& text) { return FindQuantities(text); });
}
BENCHMARK(Quantities);

void Dates(benchmark::State& state) {
  Measure(state, [](const std::u32string& text) { return FindDates(text, std::nullopt); });
}
BENCHMARK(Dates);

}  // namespace
}  // namespace yinzheng::text
