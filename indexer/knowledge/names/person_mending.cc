// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/person_mending.h"

#include <algorithm>
#include <string_view>

#include "absl/container/flat_hash_set.h"
#include "indexer/knowledge/names/utf32_map.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

bool IsAny(char32_t c, std::u32string_view characters) {
  return characters.find(c) != std::u32string_view::npos;
}

bool IsTitled(const NameText& text, text::Span name) {
  uint32_t end = name.begin;
  while (end > 0 && text::IsSpace(text.Before(end))) --end;
  return text.lexicon().TitleBefore(text.Until(end, 8)) >= 2;
}

bool IsCountry(const NameText& text, char32_t c) {
  return text.lexicon().Is({&c, 1}, kAbbreviation);
}

bool IsSpelt(const NameText& text, text::Span span) {
  for (uint32_t i = span.begin; i < span.end; ++i) {
    const char32_t c = text.At(i);
    if (!text.lexicon().Is({&c, 1}, kTransliterationStrong | kTransliterationWeak)) return false;
  }
  return true;
}

// 巴方, 卢方|愿, 向|摩方: the side of a country in talks.
bool IsParty(const NameText& text, text::Span name, bool talks) {
  const uint32_t begin = name.begin + (text.At(name.begin) == U'向' ? 1 : 0);
  if (begin + 2 > name.end || text.At(begin + 1) != U'方') return false;
  // 卢方, 文方: in a report of talks, characters count that seldom stand for a country.
  const uint64_t weak = talks ? uint64_t{kTransliterationWeak} : 0;
  const char32_t country = text.At(begin);
  if (!text.lexicon().Is({&country, 1}, kAbbreviation | kTransliterationStrong | weak)) {
    return false;
  }
  return begin + 2 == name.end || IsAny(text.At(begin + 2), U"愿将应同对高支感希已重在的");
}

// 马中, 欧中: two countries.
bool IsPair(const NameText& text, text::Span name) {
  if (name.size() != 2 || !IsCountry(text, text.At(name.begin))) return false;
  return text.At(name.begin + 1) == U'中';
}

// 一业一证, 念兹在兹: four characters of which every second is the same.
bool Alternates(const NameText& text, text::Span name) {
  if (name.size() != 4 || IsSpelt(text, name)) return false;
  return text.At(name.begin) == text.At(name.begin + 2) ||
         text.At(name.begin + 1) == text.At(name.begin + 3);
}

// Cut from an idiom, 龙腾虎|跃, or over the edge of one. The dictionary calls many idioms personal
// names.
bool CutsIdiom(const NameText& text, text::Span name) {
  constexpr uint32_t kShortestIdiom = 4;
  for (size_t i = text.WordAt(name.begin); i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    if (word.span.begin >= name.end) return false;
    if (word.span.size() < kShortestIdiom || !word.in_dictionary || word.known != nullptr) continue;
    const bool inside = word.span.begin <= name.begin && name.end <= word.span.end;
    const bool idiom = word.tag == WordTag::kOther || (inside && word.tag == WordTag::kPerson);
    if (idiom && word.span != name && !IsSpelt(text, word.span)) return true;
  }
  return false;
}

// 龙腾虎跃: tagged as a person by the dictionary, but neither with a surname nor spelt.
bool IsIdiom(const NameText& text, text::Span name) {
  constexpr size_t kMostSpelt = 2;
  const NameWord& word = text.words()[text.WordAt(name.begin)];
  const bool tagged = word.span == name && word.tag == WordTag::kPerson && word.in_dictionary;
  if (!tagged || word.known != nullptr || name.size() != 4) return false;
  size_t spelt = 0;
  for (uint32_t i = name.begin; i < name.end; ++i) {
    spelt += IsSpelt(text, {i, i + 1}) ? 1 : 0;
  }
  const std::u32string_view surname = text.Slice({name.begin, name.begin + 2});
  return spelt <= kMostSpelt && text.lexicon().SurnameWeight(surname) <= 1;
}

bool IsDoubtful(const NameText& text, text::Span name, bool talks) {
  if (text.lexicon().Is(text.Slice(name), kNeverName)) return true;
  if (IsParty(text, name, talks) || IsPair(text, name) || Alternates(text, name)) return true;
  if (text.At(name.begin) == U'一' || IsIdiom(text, name)) return true;
  // 南海|之滨, 海之滨
  const std::u32string_view last = text.Slice({name.end - 1, name.end + 1});
  if (text.Before(name.end - 1) == U'之' && IsAny(last[0], U"滨都乡城路声窗畔巅源")) return true;
  return CutsIdiom(text, name);
}

bool SpeaksNext(const NameText& text, uint32_t begin) {
  static constexpr std::u32string_view kVerbs[] = {U"表示", U"认为", U"介绍", U"指出", U"强调",
                                                   U"透露", U"告诉", U"坦言", U"建议", U"提到"};
  const std::u32string_view next = text.From(begin, 2);
  return std::find(std::begin(kVerbs), std::end(kVerbs), next) != std::end(kVerbs);
}

// What follows a name and was taken for its last character: 王强|作了报告, 会见卢拉|时.
uint32_t TrailSize(const NameText& text, text::Span name) {
  if (name.size() < 3) return 0;
  const char32_t last = text.Before(name.end);
  const char32_t next = text.At(name.end);
  if (last == U'作' && IsAny(next, U"了关题主出为报专说介政的")) return 1;
  if (last == U'致' && IsAny(next, U"信电辞贺函以")) return 1;
  if (name.size() >= 4 && text.Slice({name.end - 2, name.end}) == U"曾于") return 2;
  // 梁爽|则表示, 张明|还介绍.
  if (IsAny(last, U"则也还") && SpeaksNext(text, name.end)) return 1;
  const text::Span rest{name.begin, name.end - 1};
  if (last == U'曾' && name.size() >= 4) return 1;
  if (!IsSpelt(text, rest) || IsSpelt(text, name)) return 0;
  return IsAny(last, U"时后愿同派将曾等与就致") ? 1 : 0;
}

// 李家庄, 梁家河: a family's village, though it begins with a surname.
bool IsVillage(const NameText& text, text::Span name) {
  return name.size() == 3 && text.At(name.begin + 1) == U'家' &&
         IsAny(text.Before(name.end), U"庄村沟坪湾堡屯坡寨营铺店河山岭坝渡桥塬湖岛镇");
}

// The persons of a text, by where they begin and end and by name.
struct Persons {
  absl::flat_hash_set<uint32_t> begins;
  absl::flat_hash_set<uint32_t> ends;
  Utf32Map<uint32_t> places;  // where a name first begins
  bool talks = false;         // whether the text reports of talks: 中方
};

Persons PersonsOf(const NameText& text, const NameCandidates& candidates) {
  Persons persons;
  persons.talks = text.text().find(U"中方") != std::u32string_view::npos;
  for (const NameCandidate& candidate : candidates) {
    const bool sure = candidate.score >= kAcceptScore;
    if (candidate.type != v1::ENTITY_TYPE_PERSON || !sure) continue;
    persons.begins.insert(candidate.span.begin);
    persons.ends.insert(candidate.span.end);
    persons.places.try_emplace(std::u32string(text.Slice(candidate.span)), candidate.span.begin);
  }
  return persons;
}

// 向|普京, 宣|布埃尔多安: behind the first character stands somebody whom the text names elsewhere.
bool LeadsToPerson(const NameText& text, text::Span name, const Persons& persons) {
  const bool towards = text.At(name.begin) == U'向';
  if (name.size() < 3 || (name.size() < 5 && !towards)) return false;
  const std::u32string_view rest = text.Slice({name.begin + 1, name.end});
  const KnownName* const known = text.lexicon().FindKnown(rest);
  if (known != nullptr && known->type == v1::ENTITY_TYPE_PERSON) return true;
  const auto found = persons.places.find(rest);
  return found != persons.places.end() && found->second != name.begin + 1;
}

bool IsListMark(char32_t c) { return c == U'、' || text::IsSpace(c); }

// 王小明、蔡大江、李红: between two persons a place with a surname is a person.
bool IsListedPerson(const NameText& text, const NameCandidate& candidate, const Persons& persons) {
  const text::Span span = candidate.span;
  if (candidate.type != v1::ENTITY_TYPE_PLACE || span.size() != 3 || span.begin < 2) return false;
  if (text.lexicon().SurnameWeight(text.Slice({span.begin, span.begin + 1})) < 2) return false;
  const KnownName* const known = text.lexicon().FindKnown(text.Slice(span));
  if (known != nullptr && !known->ambiguous) return false;  // 石家庄
  if (!IsListMark(text.Before(span.begin)) || !IsListMark(text.At(span.end))) return false;
  return persons.ends.contains(span.begin - 1) && persons.begins.contains(span.end + 1);
}

bool Refuse(const NameText& text, NameCandidate& candidate, const Persons& persons) {
  if (candidate.span.empty() || IsTitled(text, candidate.span)) return false;
  const KnownName* const known = text.lexicon().FindKnown(text.Slice(candidate.span));
  if (known != nullptr && !known->ambiguous) return false;
  if (IsVillage(text, candidate.span)) {
    candidate.type = v1::ENTITY_TYPE_PLACE;
    return false;
  }
  return IsDoubtful(text, candidate.span, persons.talks) ||
         LeadsToPerson(text, candidate.span, persons);
}

}  // namespace

void MendPersons(const NameText& text, NameCandidates& candidates) {
  const Persons persons = PersonsOf(text, candidates);
  std::erase_if(candidates, [&](NameCandidate& candidate) {
    if (candidate.type != v1::ENTITY_TYPE_PERSON) {
      if (IsListedPerson(text, candidate, persons)) candidate.type = v1::ENTITY_TYPE_PERSON;
      return false;
    }
    candidate.span.end -= TrailSize(text, candidate.span);
    return Refuse(text, candidate, persons);
  });
}

}  // namespace yinzheng::knowledge
