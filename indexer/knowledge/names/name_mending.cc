// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/name_mending.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr std::u32string_view kMeasures = U"个家项条座批场种款台艘支所";

bool IsNumeral(char32_t c) {
  constexpr std::u32string_view kNumerals = U"单一二三四五六七八九十百千万两数几多近超约余第";
  return text::IsDigit(c) || kNumerals.find(c) != std::u32string_view::npos;
}

// Dictionaries and title marks say more than the grammar around a name.
bool IsSure(const NameText& text, const NameCandidate& candidate) {
  if (candidate.rule == "title-mark" || candidate.rule == "five-year-plan") return true;
  const KnownName* const known = text.lexicon().FindKnown(text.Slice(candidate.span));
  return known != nullptr && !known->ambiguous;
}

// 百场…发布会, 近百项行动: a number and a measure word count what follows. In places (三家村) they
// are characters like others.
bool OpensWithCount(const NameText& text, const NameCandidate& candidate) {
  constexpr uint32_t kShortestCounted = 5;
  if (candidate.type == v1::ENTITY_TYPE_PLACE || candidate.type == v1::ENTITY_TYPE_POLICY) {
    return false;
  }
  if (candidate.span.size() < kShortestCounted || text.At(candidate.span.begin) == U'第') {
    return false;
  }
  // 五台山, 三台县, 五家渠: a place whose name begins like a count.
  const NameWord& first = text.words()[text.WordAt(candidate.span.begin)];
  if (first.known != nullptr || first.tag == WordTag::kPlace) return false;
  // 万家乐: brands do too, if with one numeral.
  const bool brand =
      candidate.type == v1::ENTITY_TYPE_COMPANY || candidate.type == v1::ENTITY_TYPE_PRODUCT;
  if (brand && !text::IsDigit(text.At(candidate.span.begin)) &&
      !IsNumeral(text.At(candidate.span.begin + 1))) {
    return false;
  }
  uint32_t i = candidate.span.begin;
  // 多场|耦合: many fields, where 多 stands alone.
  if (text.At(i) == U'多' && text.At(i + 1) == U'场') return false;
  while (i < candidate.span.end && IsNumeral(text.At(i))) ++i;
  return i > candidate.span.begin && kMeasures.find(text.At(i)) != std::u32string_view::npos;
}

// 全国172项…工程, 某国十多个机场: counted behind the place they are in.
bool HoldsCount(const NameText& text, const NameCandidate& candidate) {
  if (candidate.type == v1::ENTITY_TYPE_POLICY || candidate.type == v1::ENTITY_TYPE_PRODUCT) {
    return false;
  }
  for (uint32_t i = candidate.span.begin + 1; i + 2 < candidate.span.end; ++i) {
    const char32_t c = text.At(i);
    // 余 and 多 count behind a number: 百余家, not 余家头.
    const bool rest = (c == U'多' || c == U'余') && IsNumeral(text.Before(i));
    if (!text::IsDigit(c) && !rest) continue;
    if (kMeasures.find(text.At(i + 1)) == std::u32string_view::npos) continue;
    uint32_t first = i;
    while (first > candidate.span.begin && IsNumeral(text.Before(first))) --first;
    if (text.At(first) != U'第') return true;
  }
  return false;
}

// 愿同…, 付诸行动: words that only clauses hold.
bool HoldsClauseWord(const NameText& text, const NameCandidate& candidate) {
  constexpr uint32_t kLongestClauseWord = 4;
  const text::Span span = candidate.span;
  const bool product = candidate.type == v1::ENTITY_TYPE_PRODUCT;
  if (candidate.type == v1::ENTITY_TYPE_POLICY ||
      (candidate.rule.starts_with("quoted") && !product)) {
    return false;
  }
  for (uint32_t begin = span.begin; begin + 1 < span.end; ++begin) {
    for (uint32_t size = 2; size <= kLongestClauseWord && begin + size <= span.end; ++size) {
      if (text.lexicon().Is(text.Slice({begin, begin + size}), kClauseWord)) return true;
    }
  }
  return false;
}

// 党中央|站在…的高度: to stand somewhere is no station.
bool StandsSomewhere(const NameText& text, const NameCandidate& candidate) {
  if (text.Before(candidate.span.end) != U'站') return false;
  constexpr std::u32string_view kStands = U"在起稳好";
  const char32_t next = text.At(candidate.span.end);
  return next != U'\0' && kStands.find(next) != std::u32string_view::npos;
}

// 全国铁路计划|开行…列: it is planned to.
bool Plans(const NameText& text, const NameCandidate& candidate) {
  if (text.Slice({candidate.span.end - 2, candidate.span.end}) != U"计划") return false;
  constexpr std::array<std::u32string_view, 12> kPlanned = {U"开行", U"发送", U"于",   U"在",
                                                            U"将",   U"今年", U"明年", U"裁",
                                                            U"派遣", U"进行", U"出舱", U"返回"};
  return std::any_of(kPlanned.begin(), kPlanned.end(), [&](std::u32string_view word) {
    return text.From(candidate.span.end, static_cast<uint32_t>(word.size())) == word;
  });
}

// 应急管理部副部|长: cut inside the title.
bool EndsInOffice(std::u32string_view name) {
  const std::u32string_view last = name.substr(name.size() < 2 ? 0 : name.size() - 2);
  return last == U"副部" || last == U"副局" || last == U"部部" || last == U"副院" ||
         last == U"副主";
}

// 南美|球队, 某国|公司: some of those that the place has, not one by name.
bool IsAnyOfPlace(const NameText& text, const NameCandidate& candidate) {
  constexpr std::array<std::u32string_view, 4> kGroups = {U"球队", U"公司", U"企业", U"工厂"};
  const text::Span span = candidate.span;
  if (span.size() < 4) return false;
  const std::u32string_view group = text.Slice({span.end - 2, span.end});
  if (std::find(kGroups.begin(), kGroups.end(), group) == kGroups.end()) return false;
  const KnownName* const place = text.lexicon().FindKnown(text.Slice({span.begin, span.end - 2}));
  return place != nullptr && place->type == v1::ENTITY_TYPE_PLACE;
}

bool IsDoubtful(const NameText& text, const NameCandidate& candidate) {
  const std::u32string_view name = text.Slice(candidate.span);
  if (EndsInOffice(name) || IsAnyOfPlace(text, candidate)) return true;
  if (text.lexicon().Is(name, kNeverName)) return true;
  if (candidate.type == v1::ENTITY_TYPE_PLACE && name[0] == U'各') return true;
  return OpensWithCount(text, candidate) || HoldsCount(text, candidate) ||
         HoldsClauseWord(text, candidate) || StandsSomewhere(text, candidate) ||
         Plans(text, candidate);
}

// `size`, where a verb of that size leads to the name; 0 where it is a brand itself: of companies
// and products only what stands as a word before a known name or a place is cut off.
uint32_t LeadsTo(const NameText& text, const NameCandidate& candidate, uint32_t size) {
  const bool brand =
      candidate.type == v1::ENTITY_TYPE_COMPANY || candidate.type == v1::ENTITY_TYPE_PRODUCT;
  if (!brand) return size;
  const uint32_t begin = candidate.span.begin + size;
  if (begin >= candidate.span.end || !text.IsWordBegin(begin)) return 0;
  const NameWord& next = text.words()[text.WordAt(begin)];
  const bool named = next.known != nullptr || next.tag == WordTag::kPlace ||
                     text.lexicon().FindKnown(text.Slice({begin, candidate.span.end})) != nullptr;
  return named ? size : 0;
}

// The size of what is glued on before the name: 流经|河北, 驻|非盟, -|…机场; 0 if nothing is.
uint32_t GluedSize(const NameText& text, const NameCandidate& candidate) {
  constexpr uint32_t kLongestVerb = 3;
  for (uint32_t size = kLongestVerb; size >= 2; --size) {
    if (size > candidate.span.size()) continue;
    const text::Span verb{candidate.span.begin, candidate.span.begin + size};
    if (text.lexicon().Is(text.Slice(verb), kLeadVerb)) return LeadsTo(text, candidate, size);
  }
  const char32_t first = text.At(candidate.span.begin);
  uint32_t dashes = 0;
  while (text.At(candidate.span.begin + dashes) == U'-') ++dashes;
  if (dashes > 0) return dashes;
  // 称|美银行: what is said of it.
  if (first == U'称' && candidate.span.size() >= 4) return 1;
  // 座|换电站: the measure word of a number before it.
  const bool measured = candidate.span.size() >= 4 && IsNumeral(text.Before(candidate.span.begin));
  if (measured && kMeasures.find(first) != std::u32string_view::npos) return 1;
  const bool learned_place = candidate.rule == "learned" && candidate.span.size() >= 3 &&
                             candidate.type == v1::ENTITY_TYPE_PLACE;
  constexpr std::u32string_view kGoing = U"驻赴抵";
  return learned_place && kGoing.find(first) != std::u32string_view::npos ? 1 : 0;
}

// 访问|武汉大学 leaves a name, 健全|合作机制平台 what is described.
bool StandsWithoutVerb(const NameText& text, const NameCandidate& candidate) {
  switch (candidate.type) {
    case v1::ENTITY_TYPE_PLACE:
    case v1::ENTITY_TYPE_EVENT:
      return true;
    case v1::ENTITY_TYPE_ORGANIZATION:
    case v1::ENTITY_TYPE_FACILITY: {
      const WordTag tag = text.words()[text.WordAt(candidate.span.begin)].tag;
      return tag == WordTag::kPlace || tag == WordTag::kOrganization;
    }
    default:
      return false;
  }
}

// 雅万|高铁 is built, 开封|舰 made, whatever kind the model gave it.
void TypeAnew(const NameText& text, NameCandidate& candidate) {
  if (candidate.type != v1::ENTITY_TYPE_PLACE || candidate.span.size() < 3) return;
  const std::u32string_view last = text.Slice({candidate.span.end - 2, candidate.span.end});
  if (last == U"高铁" || last == U"铁路" || last == U"高速" || last == U"隧道") {
    candidate.type = v1::ENTITY_TYPE_FACILITY;
  } else if (last[1] == U'舰') {
    candidate.type = v1::ENTITY_TYPE_PRODUCT;
  }
}

}  // namespace

void MendNames(const NameText& text, NameCandidates& candidates) {
  std::erase_if(candidates, [&](NameCandidate& candidate) {
    if (candidate.type == v1::ENTITY_TYPE_PERSON || IsSure(text, candidate)) return false;
    if (IsDoubtful(text, candidate)) return true;
    const bool titled =
        candidate.type == v1::ENTITY_TYPE_POLICY || candidate.rule.starts_with("quoted");
    const uint32_t glued = titled ? 0 : GluedSize(text, candidate);
    if (glued + 2 > candidate.span.size()) return glued > 0;
    candidate.span.begin += glued;
    // Without the verb the ending may have nothing before it that makes it a name.
    const bool bare = text.lexicon().FindSuffix(text.Slice(candidate.span)) != nullptr;
    const bool dash = glued > 0 && text.Before(candidate.span.begin) == U'-';
    if (glued > 0 && (bare || (!dash && !StandsWithoutVerb(text, candidate)))) return true;
    TypeAnew(text, candidate);
    return false;
  });
}

}  // namespace yinzheng::knowledge
