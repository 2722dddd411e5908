// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/list_promotion.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr int kPromotedScore = 56;
constexpr int kLeastScore = 30;  // of a candidate that a list may raise
constexpr uint32_t kLongestMember = 8;

bool IsListed(v1::EntityType type) {
  return type == v1::ENTITY_TYPE_PERSON || type == v1::ENTITY_TYPE_PLACE ||
         type == v1::ENTITY_TYPE_COMPANY;
}

// The words of the dictionary that can be a place which our lists do not know.
bool MayBePlace(const NameText& text, text::Span member) {
  if (member.size() < 2 || member.size() > 4) return false;
  bool odd = false;
  for (size_t i = text.WordAt(member.begin); i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    if (word.span.begin >= member.end) break;
    if (!text::IsHan(text.At(word.span.begin)) || word.tag == WordTag::kFunction) return false;
    if (word.classes & (kGenericWord | kBreakWord | kInnerWord | kNotName | kModifier)) {
      return false;
    }
    odd = odd || !word.in_dictionary || word.tag == WordTag::kPlace ||
          word.tag == WordTag::kPerson || word.tag == WordTag::kName;
  }
  return odd;
}

// Whether no short name of a company holds the word.
bool EndsCompany(const NameWord& word) {
  const bool particle = word.tag == WordTag::kFunction && word.in_dictionary;
  return particle || word.tag == WordTag::kNumber || word.tag == WordTag::kQuantifier ||
         word.tag == WordTag::kTime ||
         (word.classes & (kBreakWord | kNotName | kModifier | kCompanyHead | kTitleBefore)) != 0;
}

// 远航、启明|智能, 东湖|AI: short names that a list of companies may hold.
bool MayBeCompany(const NameText& text, text::Span member) {
  if (member.size() < 2 || member.size() > 6) return false;
  bool odd = false;
  for (size_t i = text.WordAt(member.begin); i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    if (word.span.begin >= member.end) break;
    if (EndsCompany(word)) return false;
    odd = odd || !word.in_dictionary || word.tag == WordTag::kPerson ||
          word.tag == WordTag::kName || word.span.size() == 1;
  }
  const std::u32string_view name = text.Slice(member);
  if (name.back() == U'期') return false;  // 远航二期: a part of its works
  if (!odd || !text::IsHan(name[0]) || !text.lexicon().TechnologyOf(name).empty()) return false;
  const SuffixRule* const rule = text.lexicon().FindSuffix(name.substr(name.size() - 2));
  return rule == nullptr || rule->type == v1::ENTITY_TYPE_COMPANY;
}

class Promoter {
 public:
  Promoter(const NameText& text, const NameCandidates& chosen, NameCandidates& candidates)
      : text_(text), candidates_(candidates) {
    for (const NameCandidate& candidate : chosen) sure_[candidate.span] = candidate.type;
    for (const NameCandidate& candidate : candidates) {
      if (!IsListed(candidate.type) || candidate.score < kLeastScore) continue;
      if (candidate.score < kAcceptScore) weak_.emplace(candidate.span, candidate.type);
    }
  }

  void Run() {
    std::vector<std::pair<text::Span, v1::EntityType>> sure(sure_.begin(), sure_.end());
    for (const auto& [span, type] : sure) {
      if (!IsListed(type)) continue;
      Forward(span, type);
      Backward(span, type);
    }
  }

 private:
  void Forward(text::Span span, v1::EntityType type) {
    while (Leads(text_.At(span.end), type)) {
      const uint32_t begin = span.end + 1;
      uint32_t end = begin;
      while (end < text_.size() && end - begin <= kLongestMember && !Ends(end)) ++end;
      if (!Raise({begin, end}, type)) return;
      span = {begin, end};
    }
  }

  void Backward(text::Span span, v1::EntityType type) {
    while (text_.Before(span.begin) == U'、') {
      const uint32_t end = span.begin - 1;
      uint32_t begin = end;
      while (begin > 0 && end - begin <= kLongestMember &&
             !text::IsPunctuation(text_.Before(begin)) && !text::IsSpace(text_.Before(begin))) {
        --begin;
      }
      if (!Raise({begin, end}, type)) return;
      span = {begin, end};
    }
  }

  // 甲、乙和丙: the last of several companies stands behind a word.
  static bool Leads(char32_t c, v1::EntityType type) {
    return c == U'、' || (type == v1::ENTITY_TYPE_COMPANY && (c == U'和' || c == U'与'));
  }

  // A member ends at a mark, 等 or 和, or where the list is counted (四家…).
  bool Ends(uint32_t position) const {
    const char32_t c = text_.At(position);
    const NameWord& word = text_.words()[text_.WordAt(position)];
    if (word.span.begin == position && word.tag == WordTag::kNumber) return true;
    if (text::IsPunctuation(c) || text::IsSpace(c) || c == U'\n') return true;
    return (c == U'等' || c == U'和' || c == U'与') && text_.IsWordBegin(position);
  }

  bool Raise(text::Span member, v1::EntityType type) {
    if (member.empty() || sure_.count(member) > 0) return false;
    const auto [first, last] = weak_.equal_range(member);
    const bool weak = std::any_of(first, last, [&](const auto& w) { return w.second == type; });
    const bool place = type == v1::ENTITY_TYPE_PLACE && MayBePlace(text_, member);
    const bool company = type == v1::ENTITY_TYPE_COMPANY && MayBeCompany(text_, member);
    if (!weak && !place && !company) return false;
    candidates_.push_back({member, type, kPromotedScore, "listed"});
    return true;
  }

  const NameText& text_;
  NameCandidates& candidates_;
  std::map<text::Span, v1::EntityType> sure_;
  std::multimap<text::Span, v1::EntityType> weak_;
};

}  // namespace

void PromoteListed(const NameText& text, const NameCandidates& chosen, NameCandidates& candidates) {
  Promoter(text, chosen, candidates).Run();
}

}  // namespace yinzheng::knowledge
