// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/executive_company_finder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/knowledge/names/company_finder.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kLongestCompany = 8;
constexpr uint32_t kLongestTitle = 16;  // of several offices together
constexpr int kScore = 66;
constexpr int kLeastPerson = 30;  // the office before it vouches for the name

// The size of the office of a company's head that begins at `begin`; 0 if none does.
uint32_t OfficeAt(const NameText& text, uint32_t begin) {
  constexpr std::array<std::u32string_view, 13> kOffices = {
      U"联合创始人", U"首席执行官", U"首席技术官", U"首席运营官", U"首席科学家",
      U"副董事长",   U"副总经理",   U"董事长",     U"创始人",     U"副总裁",
      U"总经理",     U"总裁",       U"CEO"};
  for (const std::u32string_view office : kOffices) {
    const auto size = static_cast<uint32_t>(office.size());
    if (text.From(begin, size) == office) return size;
  }
  return text.From(begin, 3) == U"CTO" || text.From(begin, 3) == U"COO" ? 3 : 0;
}

// Where the person begins whose offices begin at `begin`: CEO兼联合创始人|孟知秋.
uint32_t EndOfOffices(const NameText& text, uint32_t begin) {
  constexpr std::u32string_view kJoins = U"兼、暨及和 ";
  uint32_t end = begin + OfficeAt(text, begin);
  while (end < text.size() && end - begin < kLongestTitle) {
    uint32_t next = end;
    if (kJoins.find(text.At(next)) != std::u32string_view::npos) ++next;
    const auto size = static_cast<uint32_t>(std::max<size_t>(
        OfficeAt(text, next), text.lexicon().WordAfter(text.From(next, 8), kTitleBefore)));
    if (size == 0) return next;
    end = next + size;
  }
  return end;
}

// Words before an office that belong to it: 前|总裁, 联席|CEO, 轮值|董事长.
bool QualifiesOffice(std::u32string_view word) {
  constexpr std::array<std::u32string_view, 20> kWords = {
      U"前",   U"原",   U"现任", U"时任", U"前任", U"新任", U"候任", U"首任", U"兼任", U"常务",
      U"执行", U"高级", U"联席", U"轮值", U"名誉", U"荣誉", U"全球", U"资深", U"集团", U"公司"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool EndsCompany(const NameText& text, const NameWord& word) {
  const bool particle = word.tag == WordTag::kFunction && word.in_dictionary;
  if (particle || word.tag == WordTag::kPunctuation || word.tag == WordTag::kConjunction ||
      word.tag == WordTag::kTime || word.tag == WordTag::kQuantifier) {
    return true;
  }
  if (word.classes & (kBreakWord | kDeterminer | kTitleBefore)) return true;
  return word.span.size() >= 2 && (word.classes & kSpeechWord) != 0 && word.in_dictionary &&
         !text::IsPunctuation(text.Before(word.span.begin));
}

// A dictionary verb opens the name only where nothing stands before it: ，|启明|远航|CEO.
bool Governs(const NameText& text, const NameWord& word) {
  if (word.tag != WordTag::kVerb || word.span.size() < 2 || word.span.begin == 0) return false;
  const char32_t before = text.Before(word.span.begin);
  return !text::IsPunctuation(before) && !text::IsSpace(before) && before != U'\n';
}

// 金星|通达|创始人: a verb behind a name at the clause's beginning belongs to the company.
bool FollowsName(const NameText& text, const NameWord& verb) {
  const NameWord& first = text.words()[text.WordAt(verb.span.begin - 1)];
  const char32_t before = text.Before(first.span.begin);
  const bool opens = first.span.begin == 0 || text::IsPunctuation(before) || text::IsSpace(before);
  return opens && first.span.size() == 2 &&
         (!first.in_dictionary || first.tag == WordTag::kName || first.tag == WordTag::kPlace);
}

// The words before an office, back to what no company's name holds.
text::Span WordsBefore(const NameText& text, uint32_t end) {
  uint32_t begin = end;
  while (begin > 0) {
    const NameWord& word = text.words()[text.WordAt(begin - 1)];
    if (begin == end && QualifiesOffice(text.Slice(word.span))) {
      begin = end = word.span.begin;
      continue;
    }
    if (EndsCompany(text, word) || end - word.span.begin > kLongestCompany) break;
    if (Governs(text, word) && (begin < end || !FollowsName(text, word))) break;
    begin = word.span.begin;
  }
  const bool glued = begin < end && !text.words()[text.WordAt(begin)].in_dictionary;
  return glued ? WithoutParticles(text, {begin, end}) : text::Span{begin, end};
}

// 攀登|智能: a noun and a line of business, with nothing before them.
bool IsNounAndTrade(const NameText& text, text::Span span) {
  constexpr std::array<std::u32string_view, 20> kTrades = {
      U"智能", U"科技",   U"生物", U"医药", U"技术", U"软件", U"网络", U"信息",   U"医疗", U"航天",
      U"动力", U"半导体", U"材料", U"能源", U"汽车", U"资本", U"传媒", U"机器人", U"量子", U"数据"};
  const NameWord& noun = text.words()[text.WordAt(span.begin)];
  if (noun.span.begin != span.begin || noun.span.size() != 2 || noun.tag != WordTag::kNoun) {
    return false;
  }
  if (noun.classes & (kGenericWord | kInnerWord | kCompanyHead | kModifier)) return false;
  const std::u32string_view trade = text.Slice({noun.span.end, span.end});
  const char32_t before = text.Before(span.begin);
  const bool opens = span.begin == 0 || text::IsPunctuation(before) || text::IsSpace(before);
  return opens && std::find(kTrades.begin(), kTrades.end(), trade) != kTrades.end();
}

// Whether a word can be half of a brand rather than a line of business or a department.
bool IsOdd(const NameText& text, const NameWord& word) {
  if (word.classes & (kGenericWord | kInnerWord | kCompanyHead | kModifier)) return false;
  if (!word.in_dictionary || word.span.size() == 1) return true;
  const bool place = word.tag == WordTag::kPlace && word.span.size() == 2;
  const bool alone = word.span.end == text.size() || text.IsWordEnd(word.span.end);
  return word.tag == WordTag::kName || word.tag == WordTag::kPerson || word.tag == WordTag::kVerb ||
         word.tag == WordTag::kAdjective || (place && alone);
}

// 中国区, 研发部, 商学院: an ending says that it is another kind of thing.
bool EndsOtherwise(const NameText& text, text::Span span) {
  const std::u32string_view name = text.Slice(span);
  for (size_t size = std::min(text.lexicon().longest_suffix(), name.size()); size > 0; --size) {
    const SuffixRule* const rule = text.lexicon().FindSuffix(name.substr(name.size() - size));
    if (rule != nullptr) return rule->need != SuffixNeed::kBrand;
  }
  return false;
}

bool MayBeCompany(const NameText& text, text::Span span) {
  if (span.size() < 3 || text.lexicon().FindKnown(text.Slice(span)) != nullptr) return false;
  if (EndsOtherwise(text, span)) return false;
  bool odd = IsNounAndTrade(text, span);
  bool beyond_place = false;
  for (size_t i = text.WordAt(span.begin); i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    if (word.span.begin >= span.end) break;
    odd = odd || IsOdd(text, word);
    beyond_place = beyond_place ||
                   (word.tag != WordTag::kPlace && !(word.classes & (kGenericWord | kCompanyHead)));
  }
  const NameWord& first = text.words()[text.WordAt(span.begin)];
  return odd && (beyond_place || first.tag != WordTag::kPlace);
}

}  // namespace

void FindCompaniesOfExecutives(const NameText& text, NameCandidates& out) {
  std::vector<uint32_t> persons;
  for (const NameCandidate& candidate : out) {
    const bool person = candidate.type == v1::ENTITY_TYPE_PERSON && candidate.score >= kLeastPerson;
    if (person) persons.push_back(candidate.span.begin);
  }
  std::sort(persons.begin(), persons.end());
  uint32_t next = 0;  // behind the last offices
  for (uint32_t begin = 2; begin < text.size(); ++begin) {
    if (begin < next || OfficeAt(text, begin) == 0) continue;
    next = EndOfOffices(text, begin);
    if (!std::binary_search(persons.begin(), persons.end(), next)) continue;
    const text::Span company = WordsBefore(text, begin);
    if (!MayBeCompany(text, company)) continue;
    out.push_back({company, v1::ENTITY_TYPE_COMPANY, kScore, "company-executive"});
  }
}

}  // namespace yinzheng::knowledge
