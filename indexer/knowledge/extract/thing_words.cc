// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/thing_words.h"

#include <algorithm>

namespace yinzheng::knowledge {
namespace {

// 二期工程计划年底开工, 三期规划面积: planned, not the name of a plan.
bool IsPlanWord(const WordReader& r, size_t i) {
  const std::u32string_view word = r.Text(i);
  if ((word != U"计划" && word != U"规划") || i + 1 >= r.text().words.size()) return false;
  const size_t next = i + 1;
  return r.IsVerb(next) || r.IsNominal(next) || r[next].kind == WordKind::kDate ||
         r[next].kind == WordKind::kQuantity;
}

// 垃圾处理厂, 垃圾填埋场, not 国际市场.
bool EndsAsPlant(std::u32string_view name) {
  constexpr size_t kShortest = 5;
  static constexpr std::u32string_view kEnds = U"厂园场站";
  static constexpr std::u32string_view kNone[] = {U"市场", U"现场", U"立场", U"家园", U"校园"};
  if (name.size() < kShortest || kEnds.find(name.back()) == std::u32string_view::npos) {
    return false;
  }
  return std::none_of(std::begin(kNone), std::end(kNone),
                      [&](std::u32string_view end) { return name.ends_with(end); });
}

// 第一台, 首个.
bool IsOrdinal(const WordReader& r, size_t i) {
  return r.Text(i).front() == U'第' || r.Text(i).front() == U'首';
}

// 从大模型, 信息传输、软件园: a phrase or a list, no name.
bool IsPhraseOrList(std::u32string_view name) {
  static constexpr std::u32string_view kOpenings = U"从把将被";
  static constexpr std::u32string_view kInside = U"的、";
  return name.empty() || kOpenings.find(name.front()) != std::u32string_view::npos ||
         name.find_first_of(kInside) != std::u32string_view::npos;
}

}  // namespace

bool NamesThing(const WordReader& reader, std::u32string_view name) {
  constexpr size_t kShortestName = 2;
  constexpr size_t kLongestName = 24;
  if (name.size() > kLongestName || IsPhraseOrList(name)) return false;
  // 储存环, 航站楼: long enough to be a name, and no word that points back at one.
  constexpr size_t kShortestAlone = 3;
  const FactRules& rules = reader.rules();
  if (name.size() >= kShortestAlone && rules.Is(name, kThingNoun) &&
      !rules.anaphora.Contains(name)) {
    return true;
  }
  for (size_t n = 2; n + kShortestName <= name.size() && n <= 4; ++n) {
    if (rules.Is(name.substr(name.size() - n), kThingNoun)) return true;
  }
  return EndsAsPlant(name);
}

WordRange FindThing(const WordReader& reader, WordRange words) {
  while (words.begin < words.end &&
         (!reader.IsNominal(words.begin) || IsOrdinal(reader, words.begin))) {
    ++words.begin;
  }
  for (size_t end = words.end; end > words.begin; --end) {
    if (!reader.IsNominal(end - 1) || IsPlanWord(reader, end - 1)) continue;
    const text::Span span = text::Cover(reader[words.begin].span, reader[end - 1].span);
    if (NamesThing(reader, reader.text().Text(span))) return {words.begin, end};
  }
  return {};
}

}  // namespace yinzheng::knowledge
