// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/bare_heads.h"

#include <set>
#include <string>
#include <vector>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr int kBareScore = 80;
constexpr uint32_t kHeadSize = 3;  // of the endings that name_words.tsv lists

bool OpensClause(const NameText& text, uint32_t begin) {
  if (begin == 0 || text::IsSpace(text.Before(begin))) return true;
  return std::u32string_view(U",，;；。:：!！?？").find(text.Before(begin)) !=
         std::u32string_view::npos;
}

// What stands before the ending is no part of its name: 入驻|科学城, 是|科学城, not 江城|科学城.
bool StandsAlone(const NameText& text, text::Span span) {
  if (!text.IsWordBegin(span.begin) || !text.IsWordEnd(span.end)) return false;
  if (OpensClause(text, span.begin)) return true;
  switch (text.words()[text.WordAt(span.begin - 1)].tag) {
    case WordTag::kPunctuation:
    case WordTag::kFunction:
    case WordTag::kConjunction:
    case WordTag::kVerb:
      // 更加包容的|自贸区: described, not named.
      return !text::IsClosingQuote(text.Before(span.begin)) && text.Before(span.begin) != U'的';
    default:
      return false;
  }
}

// 三期|规划面积, not 三期|临床试验.
bool IsPhaseAlone(const NameText& text, text::Span span) {
  const std::u32string_view after = text.From(span.end, 2);
  return OpensClause(text, span.begin) && text.IsWordEnd(span.end) && after != U"临床" &&
         after != U"试验";
}

class BareHeads {
 public:
  BareHeads(const NameText& text, DocumentNames& names, NameCandidates& out)
      : text_(text), names_(names), out_(out) {}

  void Find() {
    std::set<std::u32string> heads;
    for (uint32_t i = 0; i + kHeadSize <= text_.size(); ++i) {
      const std::u32string_view words = text_.From(i, kHeadSize);
      if (text_.lexicon().Is(words, kBareHead)) heads.insert(std::u32string(words));
    }
    for (const std::u32string& head : heads) ReadHead(head);
    for (const char32_t count : U"一二三四五六") {
      if (count != U'\0') ReadPhase({count, U'期'});
    }
  }

 private:
  std::vector<text::Span> PlacesOf(const std::u32string& ending) const {
    std::vector<text::Span> places;
    for (size_t at = text_.text().find(ending); at != std::u32string_view::npos;
         at = text_.text().find(ending, at + 1)) {
      const auto begin = static_cast<uint32_t>(at);
      places.push_back({begin, begin + static_cast<uint32_t>(ending.size())});
    }
    return places;
  }

  // The place whose name ends at `end` with the ending: a name of the text, or a known place and
  // the ending inside a longer name (东湖科学城|管委会). Empty if there is none.
  text::Span FullNameEndingAt(text::Span ending) const {
    constexpr uint32_t kLongest = 12;
    for (uint32_t begin = ending.begin > kLongest ? ending.begin - kLongest : 0;
         begin + 1 < ending.begin; ++begin) {
      const text::Span whole{begin, ending.end};
      const size_t name = names_.Find(text_.Slice(whole));
      if (name < names_.size() && names_[names_.Root(name)].type == v1::ENTITY_TYPE_PLACE) {
        return whole;
      }
      const KnownName* const known = text_.lexicon().FindKnown(text_.Slice({begin, ending.begin}));
      const bool of_place = known != nullptr && known->type == v1::ENTITY_TYPE_PLACE;
      if (of_place && text_.IsWordBegin(begin)) return whole;
    }
    return {};
  }

  // 科学城: all that stand alone mean one name, the nearest one before each of them.
  void ReadHead(const std::u32string& head) {
    if (names_.Find(head) < names_.size()) return;
    std::vector<text::Span> alone;
    text::Span nearest;
    text::Span meant;
    for (const text::Span place : PlacesOf(head)) {
      if (const text::Span full = FullNameEndingAt(place); !full.empty()) {
        nearest = full;
      } else if (StandsAlone(text_, place)) {
        const bool other = !alone.empty() && text_.Slice(meant) != text_.Slice(nearest);
        if (nearest.empty() || other) return;
        meant = nearest;
        alone.push_back(place);
      }
    }
    if (alone.empty()) return;
    const size_t full =
        names_.Add(text_.Slice(meant), {meant, v1::ENTITY_TYPE_PLACE, kAcceptScore, "bare-head"});
    Add(head, full, alone);
  }

  // 三期 where one name of the text ends so.
  void ReadPhase(const std::u32string& phase) {
    constexpr size_t kShortestSite = 3;
    if (names_.Find(phase) < names_.size()) return;
    size_t full = names_.size();
    for (size_t i = 0; i < names_.size(); ++i) {
      const std::u32string_view name = names_[i].text;
      if (name.size() < kShortestSite + phase.size() || !name.ends_with(phase)) continue;
      if (full < names_.size() && names_.Root(full) != names_.Root(i)) return;
      full = i;
    }
    if (full == names_.size()) return;
    std::vector<text::Span> alone;
    for (const text::Span place : PlacesOf(phase)) {
      if (IsPhaseAlone(text_, place)) alone.push_back(place);
    }
    if (!alone.empty()) Add(phase, full, alone);
  }

  void Add(const std::u32string& ending, size_t full, const std::vector<text::Span>& places) {
    names_.AddAlias(ending, full, v1::ALIAS_KIND_ABBREVIATION, places.front());
    EstablishedName& name = names_[names_.Find(ending)];
    name.introduced.reset();
    name.document_scoped = true;
    name.in_places_only = true;
    const v1::EntityType type = names_[names_.Root(full)].type;
    for (const text::Span place : places) out_.push_back({place, type, kBareScore, "bare-head"});
  }

  const NameText& text_;
  DocumentNames& names_;
  NameCandidates& out_;
};

}  // namespace

void FindBareHeads(const NameText& text, DocumentNames& names, NameCandidates& out) {
  BareHeads(text, names, out).Find();
}

}  // namespace yinzheng::knowledge
