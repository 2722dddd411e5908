// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/company_finder.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kLongestBrand = 6;

// Words that a brand is made of: unknown words, odd single characters, names of the dictionary.
bool MakesBrand(const NameText& text, const NameWord& word) {
  if (word.tag == WordTag::kPunctuation || (word.tag == WordTag::kFunction && word.in_dictionary) ||
      word.tag == WordTag::kConjunction || word.tag == WordTag::kLatin) {
    return false;
  }
  if (word.known != nullptr) return false;
  if (word.classes & (kBreakWord | kGenericWord | kDeterminer | kTitleBefore | kCompanyHead |
                      kModifier | kTitleAfter)) {
    return false;
  }
  if (word.tag == WordTag::kQuantifier || !text::IsHan(text.At(word.span.begin))) return false;
  if (word.span.size() == 1) return true;
  return !word.in_dictionary || word.tag == WordTag::kName || word.tag == WordTag::kPerson ||
         word.tag == WordTag::kPlace;
}

// 荷塘|生华: half of a brand may be a common noun, if nothing but a mark or a particle stands
// before it.
text::Span WithLeadingNoun(const NameText& text, text::Span brand) {
  if (brand.size() != 2 || brand.begin < 2) return brand;
  const NameWord& noun = text.words()[text.WordAt(brand.begin - 1)];
  if (noun.span.size() != 2 || noun.tag != WordTag::kNoun || noun.span.end != brand.begin) {
    return brand;
  }
  if (noun.classes & (kGenericWord | kBreakWord | kTitleBefore | kCompanyHead | kModifier)) {
    return brand;
  }
  constexpr std::u32string_view kBefore = U"、，。：；“和与据由在对\n,;:";
  const bool opens = noun.span.begin == 0 ||
                     kBefore.find(text.Before(noun.span.begin)) != std::u32string_view::npos;
  return opens ? text::Span{noun.span.begin, brand.end} : brand;
}

// 东湖|AI: letters may stand at the end of a brand.
uint32_t WithoutLatinTail(const NameText& text, uint32_t end) {
  if (end < 4) return end;
  const NameWord& tail = text.words()[text.WordAt(end - 1)];
  const bool letters = tail.tag == WordTag::kLatin && tail.span.size() <= 4;
  return letters && text::IsHan(text.Before(tail.span.begin)) ? tail.span.begin : end;
}

// The brand that ends at `end`: back over brand words, to a mark, the text's start or a common
// word.
text::Span BrandBefore(const NameText& text, uint32_t end) {
  uint32_t begin = WithoutLatinTail(text, end);
  while (begin > 0) {
    const NameWord& word = text.words()[text.WordAt(begin - 1)];
    if (!MakesBrand(text, word) || end - word.span.begin > kLongestBrand) break;
    begin = word.span.begin;
  }
  return WithLeadingNoun(text, WithoutParticles(text, {begin, end}));
}

text::Span BrandAfter(const NameText& text, uint32_t begin) {
  uint32_t end = begin;
  if (begin < text.size()) {
    const NameWord& noun = text.words()[text.WordAt(begin)];
    const bool leads = noun.span.size() == 2 && noun.tag == WordTag::kNoun &&
                       !(noun.classes & (kGenericWord | kBreakWord | kModifier)) &&
                       noun.span.end < text.size() &&
                       !text.words()[text.WordAt(noun.span.end)].in_dictionary;
    if (leads) end = noun.span.end;
  }
  while (end < text.size()) {
    const NameWord& word = text.words()[text.WordAt(end)];
    if (!MakesBrand(text, word) || word.span.end - begin > kLongestBrand) break;
    end = word.span.end;
  }
  return WithoutParticles(text, {begin, end});
}

bool HasUnknown(const NameText& text, text::Span span) {
  bool several = false;
  for (size_t i = text.WordAt(span.begin); i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    if (word.span.begin >= span.end) break;
    if (!word.in_dictionary || word.tag == WordTag::kName) return true;
    if (word.span.size() == 1) several = true;
  }
  return several;
}

bool IsBrand(const NameText& text, text::Span span) {
  return span.size() >= 2 && span.size() <= kLongestBrand && HasUnknown(text, span);
}

void Add(const NameText& text, text::Span span, int score, const char* rule, NameCandidates& out) {
  if (IsBrand(text, span)) out.push_back({span, v1::ENTITY_TYPE_COMPANY, score, rule});
}

bool IsExecutive(std::u32string_view word) {
  constexpr std::array<std::u32string_view, 12> kTitles = {
      U"CEO",    U"董事长", U"创始人", U"联合创始人", U"总裁",       U"首席执行官",
      U"副总裁", U"总经理", U"CTO",    U"首席技术官", U"首席运营官", U"信息工程总监"};
  return std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

// X是…公司, X是一家…企业: the clause behind 是 ends in a kind of company.
bool DefinesCompany(const NameText& text, uint32_t position) {
  if (text.From(position, 2) == U"也是") ++position;
  if (text.At(position) != U'是') return false;
  uint32_t end = position;
  while (end < text.size() && end - position < 40 && !text::IsClauseEnd(text.At(end)) &&
         !text::IsSentenceEnd(text.At(end))) {
    ++end;
  }
  const std::u32string_view clause = text.Slice({position, end});
  const bool ends = clause.size() > 3 && (clause.substr(clause.size() - 2) == U"公司" ||
                                          clause.substr(clause.size() - 2) == U"企业");
  return ends;
}

// The members of a list that begins at `begin`: 甲、乙和丙.
void AddListAfter(const NameText& text, uint32_t begin, int score, NameCandidates& out) {
  while (begin < text.size()) {
    const text::Span brand = BrandAfter(text, begin);
    if (!IsBrand(text, brand)) return;
    const char32_t next = text.At(brand.end);
    const bool ends = text::IsPunctuation(next) || next == U'和' || next == U'等' ||
                      next == U'与' || next == U'的' || next == U'“';
    if (!ends) return;
    Add(text, brand, score, "company-list", out);
    if (next != U'、' && next != U'和' && next != U'与') return;
    begin = brand.end + 1;
  }
}

// The known company that ends at `end`; empty if none does.
text::Span KnownCompanyBefore(const NameText& text, uint32_t end) {
  for (uint32_t size = 2; size <= std::min(end, 8U); ++size) {
    const text::Span span{end - size, end};
    const KnownName* const known = text.lexicon().FindKnown(text.Slice(span));
    const bool listed = span.begin == 0 || !text::IsHan(text.Before(span.begin));
    if (known != nullptr && known->type == v1::ENTITY_TYPE_COMPANY && listed) return span;
  }
  return {end, end};
}

// 甲、乙等…企业, 以甲、乙为代表的…企业: the members of the list before 等.
void AddListBefore(const NameText& text, uint32_t end, NameCandidates& out) {
  while (end > 0) {
    text::Span brand = KnownCompanyBefore(text, end);
    if (brand.empty()) {
      brand = BrandBefore(text, end);
      if (brand.empty()) return;
      Add(text, brand, 58, "company-list", out);
    }
    if (text.Before(brand.begin) != U'、') return;
    end = brand.begin - 1;
  }
}

// 等…企业 within the clause.
bool EndsInCompanies(const NameText& text, uint32_t position) {
  for (size_t i = text.WordAt(position) + 1; i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    if (word.tag == WordTag::kPunctuation || word.span.begin - position >= 14) return false;
    if (word.classes & kCompanyHead) return true;
  }
  return false;
}

// 等, 为代表的: the word behind a list.
bool ClosesList(const NameText& text, const NameWord& word) {
  const std::u32string_view slice = text.Slice(word.span);
  return slice == U"等" || (slice == U"为" && text.From(word.span.end, 2) == U"代表");
}

bool IsBrandEnding(const NameText& text, const NameWord& word) {
  const SuffixRule* const rule = text.lexicon().FindSuffix(text.Slice(word.span));
  return rule != nullptr && rule->need == SuffixNeed::kBrand;
}

// 数坤|科技: an unknown word and a line of business, then no further noun.
void AddBranded(const NameText& text, size_t index, NameCandidates& out) {
  const NameWord& word = text.words()[index];
  if (!IsBrandEnding(text, word)) return;
  const text::Span known = KnownCompanyBefore(text, word.span.begin);
  if (!known.empty()) {  // 大疆|科技
    out.push_back({{known.begin, word.span.end}, v1::ENTITY_TYPE_COMPANY, 66, "brand"});
    return;
  }
  text::Span brand = BrandBefore(text, word.span.begin);
  if (brand.end != word.span.begin) return;
  if (brand.size() < 2 || !HasUnknown(text, brand)) return;
  const NameWord& first = text.words()[text.WordAt(brand.begin)];
  if (first.tag != WordTag::kUnknown && first.tag != WordTag::kName && brand.size() > 2) return;
  brand.end = word.span.end;
  const bool bounded = !text::IsHan(text.At(brand.end)) ||
                       text.lexicon().WordAfter(text.From(brand.end, 4),
                                                kSpeechWord | kTitleBefore | kBreakWord) > 0 ||
                       text.Before(brand.begin) == U'、';
  out.push_back({brand, v1::ENTITY_TYPE_COMPANY, bounded ? 58 : 44, "brand"});
}

// 荷塘|生华是|…公司: 是 may be glued to the brand.
void AddDefined(const NameText& text, const NameWord& word, NameCandidates& out) {
  const char32_t last = text.Before(word.span.end);
  if (last != U'是' && last != U'也') return;
  const uint32_t is = word.span.end - 1;
  if (word.span.size() > 1 && word.in_dictionary) return;
  if (!DefinesCompany(text, is)) return;
  const uint32_t end = word.span.size() > 1 ? word.span.end : is;
  Add(text, BrandBefore(text, end), 64, "company-definition", out);
}

}  // namespace

text::Span WithoutParticles(const NameText& text, text::Span span) {
  constexpr std::u32string_view kParticles = U"据与由和对为向在是的等以有";
  const auto is_particle = [&](char32_t c) {
    return kParticles.find(c) != std::u32string_view::npos;
  };
  while (span.size() > 1 && is_particle(text.At(span.begin))) ++span.begin;
  while (span.size() > 1 && is_particle(text.Before(span.end))) --span.end;
  return span;
}

void FindCompanies(const NameText& text, NameCandidates& out) {
  for (size_t i = 0; i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    const std::u32string_view slice = text.Slice(word.span);
    if (IsExecutive(slice)) Add(text, BrandBefore(text, word.span.begin), 60, "company-head", out);
    AddDefined(text, word, out);
    if (word.classes & kCompanyHead) AddListAfter(text, word.span.end, 52, out);
    if (slice == U"包括") AddListAfter(text, word.span.end, 46, out);
    if (ClosesList(text, word) && EndsInCompanies(text, word.span.begin)) {
      AddListBefore(text, word.span.begin, out);
    }
    if (text.At(word.span.begin) == U'“') {
      Add(text, BrandBefore(text, word.span.begin), 48, "company-product", out);
    }
    AddBranded(text, i, out);
  }
}

}  // namespace yinzheng::knowledge
