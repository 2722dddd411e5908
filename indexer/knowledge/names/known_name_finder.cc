// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/known_name_finder.h"

#include <algorithm>

#include "indexer/knowledge/names/name_edition.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

// From this length on a text is an article rather than a sentence or two.
constexpr uint32_t kArticleSize = 150;

bool IsLatinOrDigit(char32_t c) { return text::IsLatinLetter(c) || text::IsDigit(c); }

// A Latin name must not be the middle of a longer one: EMA in REMAIN.
bool CutsLatin(const NameText& text, text::Span span) {
  return (IsLatinOrDigit(text.At(span.begin)) && IsLatinOrDigit(text.Before(span.begin))) ||
         (IsLatinOrDigit(text.Before(span.end)) && IsLatinOrDigit(text.At(span.end)));
}

// 全国人大|代表, 全国政协|委员 are titles of people.
bool OpensTitle(const NameText& text, text::Span span) {
  const std::u32string_view name = text.Slice(span);
  const std::u32string_view end = name.size() >= 2 ? name.substr(name.size() - 2) : name;
  const std::u32string_view next = text.From(span.end, 2);
  return (end == U"人大" && next == U"代表") || (end == U"政协" && next == U"委员");
}

bool StandsAlone(const NameText& text, text::Span span) {
  if (CutsLatin(text, span) || OpensTitle(text, span)) return false;
  if (text.IsWordEnd(span.end)) return true;
  if (text.At(span.end) == U'长' && text.IsWordEnd(span.end + 1)) return true;  // 外交部|长
  constexpr std::u32string_view kOfPlaces = U"人籍式裔";
  const bool of_place = kOfPlaces.find(text.At(span.end)) != std::u32string_view::npos;
  if (of_place && text.IsWordEnd(span.end + 1)) return true;  // 荷兰|人, 中国|式
  const NameWord& last = text.words()[text.WordAt(span.end)];
  if (span.size() >= 4 || !last.in_dictionary) return true;
  // 美国|政府, 马克思|主义: the dictionary holds the name with what follows.
  return last.span.begin == span.begin && last.span.size() >= span.size() + 2;
}

// Not 本报北京 but 北|京津冀: a name may begin inside a word that the segmenter did not know.
bool MayBegin(const NameText& text, uint32_t begin) {
  if (text.IsWordBegin(begin)) return true;
  const NameWord& word = text.words()[text.WordAt(begin)];
  return word.tag == WordTag::kUnknown || word.tag == WordTag::kPlace ||
         word.tag == WordTag::kOrganization;
}

int KnownScore(const KnownName& known, size_t size) {
  if (known.ambiguous) return 30;
  return size <= 2 ? 86 : 95;
}

bool EndsLikePlace(std::u32string_view name) {
  constexpr std::u32string_view kEnds = U"省市县区州盟旗镇乡村岛山河江湖海湾港桥宫寺园路街";
  return kEnds.find(name.back()) != std::u32string_view::npos;
}

// 左权县 and many towns stand among the dictionary's personal names.
bool IsTownTaggedAsPerson(std::u32string_view name) {
  constexpr std::u32string_view kEnds = U"县区镇乡村州";
  return name.size() >= 3 && kEnds.find(name.back()) != std::u32string_view::npos;
}

bool PlaceBeside(const NameText& text, const NameWord& word, size_t index) {
  if (index > 0) {
    const NameWord& before = text.words()[index - 1];
    if (before.tag == WordTag::kPlace || (before.classes & kPlaceBefore)) return true;
  }
  const char32_t next = text.At(word.span.end);
  return next == U'市' || next == U'县' || next == U'省' || next == U'、';
}

bool AllAbbreviations(const NameText& text, std::u32string_view name) {
  return std::all_of(name.begin(), name.end(), [&](char32_t c) {
    return text.lexicon().Is({&c, 1}, kAbbreviation | kRegionAbbreviation);
  });
}

int TaggedPlaceScore(const NameText& text, const NameWord& word, size_t index) {
  const std::u32string_view name = text.Slice(word.span);
  if (name.size() == 1 || AllAbbreviations(text, name)) return 0;
  if (name.size() > 2 && name.substr(name.size() - 2) == U"地区") return 0;
  int score = name.size() == 2 ? 36 : 46;
  if (name.size() >= 3 && EndsLikePlace(name)) score += 32;
  if (PlaceBeside(text, word, index)) score += 18;
  const bool titled = text.lexicon().TitleBefore(text.Until(word.span.begin, 8)) >= 2;
  if (titled && text.lexicon().SurnameWeight(name.substr(0, 1)) >= 2) score -= 40;
  return score;
}

// The dictionary calls much an organisation: its end must say so too. A government is named by its
// country.
int TaggedOrganizationScore(const NameText& text, std::u32string_view name) {
  if (name.size() <= 2 || name.substr(name.size() - 2) == U"政府") return 0;
  for (size_t size = std::min<size_t>(6, name.size() - 1); size >= 1; --size) {
    const SuffixRule* const rule = text.lexicon().FindSuffix(name.substr(name.size() - size));
    if (rule == nullptr) continue;
    const bool organization = rule->type == v1::ENTITY_TYPE_ORGANIZATION ||
                              rule->type == v1::ENTITY_TYPE_COMPANY ||
                              rule->type == v1::ENTITY_TYPE_FACILITY;
    return organization ? (name.size() == 3 ? 40 : 74) : 0;
  }
  return name.size() >= 6 ? 56 : 0;
}

// The name with what belongs to it around it: the edition of an event, the part of a site.
text::Span Whole(const NameText& text, text::Span name, v1::EntityType type) {
  if (type == v1::ENTITY_TYPE_EVENT) return WithEdition(text, name);
  const char32_t last = text.Before(name.end);
  const bool site = type == v1::ENTITY_TYPE_PLACE && (last == U'城' || last == U'园');
  return site ? WithPart(text, name) : name;
}

}  // namespace

void FindKnownNames(const NameText& text, NameCandidates& out) {
  const NameLexicon& lexicon = text.lexicon();
  const bool of_china =
      text.size() >= kArticleSize || text.text().find(U"中国") != std::u32string_view::npos;
  for (uint32_t begin = 0; begin < text.size(); ++begin) {
    const auto longest = static_cast<uint32_t>(
        std::min<size_t>(lexicon.LongestKnown(text.At(begin)), text.size() - begin));
    if (longest < 2 || !MayBegin(text, begin)) continue;
    for (uint32_t size = longest; size >= 2; --size) {
      const text::Span span{begin, begin + size};
      const KnownName* const known = lexicon.FindKnown(text.Slice(span));
      if (known == nullptr || !StandsAlone(text, span)) continue;
      // 我国 is the country's name in an article, in a sentence only beside its name.
      if (!of_china && text.Slice(span) == U"我国") continue;
      out.push_back(
          {Whole(text, span, known->type), known->type, KnownScore(*known, size), known->rule});
      break;
    }
  }
}

void FindTaggedNames(const NameText& text, NameCandidates& out) {
  for (size_t i = 0; i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    if (word.known != nullptr) continue;
    if (word.tag == WordTag::kPlace) {
      const int score = TaggedPlaceScore(text, word, i);
      if (score >= 30) out.push_back({word.span, v1::ENTITY_TYPE_PLACE, score, "tagged-place"});
    }
    if (word.tag == WordTag::kPerson && IsTownTaggedAsPerson(text.Slice(word.span))) {
      out.push_back({word.span, v1::ENTITY_TYPE_PLACE, 74, "tagged-place"});
    }
    if (word.tag == WordTag::kOrganization) {
      const int score = TaggedOrganizationScore(text, text.Slice(word.span));
      if (score >= 30) {
        out.push_back({word.span, v1::ENTITY_TYPE_ORGANIZATION, score, "tagged-organization"});
      }
    }
  }
}

}  // namespace yinzheng::knowledge
