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
    while (text_.At(span.end) == U'、') {
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

  // A member ends at a mark, 等 or 和.
  bool Ends(uint32_t position) const {
    const char32_t c = text_.At(position);
    if (text::IsPunctuation(c) || text::IsSpace(c) || c == U'\n') return true;
    return (c == U'等' || c == U'和' || c == U'与') && text_.IsWordBegin(position);
  }

  bool Raise(text::Span member, v1::EntityType type) {
    if (member.empty() || sure_.count(member) > 0) return false;
    const auto [first, last] = weak_.equal_range(member);
    const bool weak = std::any_of(first, last, [&](const auto& w) { return w.second == type; });
    const bool place = type == v1::ENTITY_TYPE_PLACE && MayBePlace(text_, member);
    if (!weak && !place) return false;
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
