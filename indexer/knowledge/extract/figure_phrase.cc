// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/figure_phrase.h"

#include <algorithm>
#include <iterator>

namespace yinzheng::knowledge {

std::u32string FigurePhrase::TextOf(size_t begin, size_t end) const {
  std::u32string out;
  for (size_t i = begin; i < end; ++i) {
    if (!r_.IsQuoteMark(i)) out += r_.Text(i);
  }
  return out;
}

// The noun phrase from `i` on. Stops before verbs that take the noun as subject or object.
size_t FigurePhrase::End(size_t i) const {
  const size_t begin = i;
  while (i < clause_.end) {
    const bool noun = r_.IsNominal(i) || r_.IsEntity(i) || (r_.IsQuoteMark(i) && QuoteBelongs(i));
    if (!noun && !Joins(i, begin) && !InsideQualifier(i, begin)) break;
    ++i;
  }
  while (i > begin && !r_.IsNominal(i - 1) && !r_.IsEntity(i - 1) && !r_.IsQuoteMark(i - 1)) --i;
  return i;
}

bool FigurePhrase::QuoteBelongs(size_t i) const {
  const std::u32string_view mark = r_.Text(i);
  const bool opens = mark == U"“" || mark == U"‘";
  if (opens && i > figure_ + 1 && i + 1 < clause_.end && !r_.IsEntity(i + 1)) {
    return QualifiesNoun(i);
  }
  return i + 1 < clause_.end && (r_.IsEntity(i + 1) || r_.IsNominal(i + 1));
}

// 3家专精特新“小巨人”企业: what is quoted says of which kind the noun behind it is.
bool FigurePhrase::QualifiesNoun(size_t open) const {
  constexpr size_t kReach = 5;  // Words between the marks.
  for (size_t i = open + 1; i + 1 < clause_.end && i <= open + kReach; ++i) {
    if (r_.IsQuoteMark(i)) {
      return i > open + 1 && r_.IsNominal(i + 1) && r_[i + 1].tag.starts_with('n');
    }
    if (r_.IsMark(i)) return false;
  }
  return false;
}

// A word between the marks of what QualifiesNoun let in.
bool FigurePhrase::InsideQualifier(size_t i, size_t begin) const {
  for (size_t k = i; k > begin; --k) {
    if (!r_.IsQuoteMark(k - 1)) continue;
    return (r_.Text(k - 1) == U"“" || r_.Text(k - 1) == U"‘") && QualifiesNoun(k - 1);
  }
  return false;
}

// 的, 和, 、 and attributive verbs inside a noun phrase; 规模|以上.
bool FigurePhrase::Joins(size_t i, size_t begin) const {
  if (i + 1 >= clause_.end) return false;
  if (i > begin && IsAboveSize(i, clause_.end)) return true;
  const bool noun_follows = r_.IsNominal(i + 1) || r_.IsEntity(i + 1) || r_.IsQuoteMark(i + 1);
  if (r_.IsDe(i) || r_.IsListSeparator(i)) {
    if (noun_follows) return true;
    return r_.IsVerb(i + 1) && i + 2 < clause_.end && r_.IsNominal(i + 2);
  }
  if (!r_.IsVerb(i) || r_.Is(i, kHave | kCopula | kChange | kPreposition | kAdverb)) return false;
  return r_.IsNominal(i + 1) && (i > begin || i == begin);
}

// Where the noun phrase that ends before `i` begins.
size_t FigurePhrase::Begin(size_t i) const {
  const size_t end = i;
  while (i > clause_.begin && BelongsBefore(i - 1, end)) --i;
  while (i < end && (r_.IsDe(i) || r_.IsListSeparator(i))) ++i;
  if (i + 1 < end && IsCutWord(i)) ++i;
  return i;
}

// Whether word `p` belongs to the noun phrase that goes on behind it and ends before `end`.
bool FigurePhrase::BelongsBefore(size_t p, size_t end) const {
  if (TellsWhich(p, end) || IsAboveSize(p, end)) return true;
  const bool inner =
      p + 1 < end ? r_.IsDe(p) || r_.IsListSeparator(p) || AttributiveVerb(p) || r_[p].tag == "z"
                  : IsMeasureTaggedAsVerb(p);
  if (!r_.IsNominal(p) && !inner) return false;
  if (JoinsNouns(p, end)) return true;
  if (r_.Is(p, kCopula) || (r_.Is(p, kPreposition | kAdverb) && !r_.IsNominal(p))) return false;
  if (r_.Is(p, kAdverb | kLocal) && TextOf(p, p + 1).size() > 1) return false;
  const bool behind_time = p > clause_.begin && (r_[p - 1].kind == WordKind::kQuantity ||
                                                 r_[p - 1].kind == WordKind::kDate);
  return !behind_time || !r_.Is(p, kLocal);  // 三年内投入
}

// 试验|和|研究每年完成300个: counted together. Between names 和 may be "with".
bool FigurePhrase::JoinsNouns(size_t p, size_t end) const {
  static constexpr std::u32string_view kWords[] = {U"和", U"与", U"及", U"以及", U"或"};
  const bool joins =
      std::find(std::begin(kWords), std::end(kWords), r_.Text(p)) != std::end(kWords);
  if (!joins || p == clause_.begin || p + 1 >= end) return false;
  return IsCommonNoun(p - 1) && IsCommonNoun(p + 1);
}

bool FigurePhrase::IsCommonNoun(size_t i) const {
  return r_.IsPlain(i) && r_.IsNominal(i) && !r_.IsEntity(i);
}

// 餐饮|收入, 财政|支出: verbs in the dictionary, measures behind a noun.
bool FigurePhrase::IsMeasureTaggedAsVerb(size_t p) const {
  if (!r_.Is(p, kMeasureNoun) || r_.Text(p).size() == 1) return false;
  return p == clause_.begin || r_.IsNominal(p - 1) || r_.IsEntity(p - 1) || r_.IsMark(p - 1);
}

// 已入|职|全职人员: a single character behind a single verb is the rest of a word cut in two.
bool FigurePhrase::IsCutWord(size_t i) const {
  if (r_.Text(i).size() != 1 || i == clause_.begin) return false;
  return r_.IsPlain(i - 1) && r_.Text(i - 1).size() <= 2 && r_.IsVerb(i - 1);
}

// 人均|可|支配|收入, 可|再生能源: what can be done with it is part of its name where the deed is
// told as a noun.
bool FigurePhrase::TellsWhich(size_t i, size_t end) const {
  return r_.Text(i) == U"可" && i + 1 < end && r_.IsNominal(i + 1) && !r_.IsEntity(i + 1);
}

// 规模|以上|工业, 限额|以上|单位, 市级|以上|园区: which ones, not how many.
bool FigurePhrase::IsAboveSize(size_t i, size_t end) const {
  if (r_.Text(i) != U"以上" || i == clause_.begin || i + 1 >= end) return false;
  const std::u32string_view size = r_.Text(i - 1);
  return r_.IsNominal(i + 1) && (size == U"规模" || size == U"限额" || size.ends_with(U"级"));
}

bool FigurePhrase::AttributiveVerb(size_t i) const {
  return r_.IsVerb(i) && !r_.Is(i, kHave | kCopula | kPreposition | kAdverb) &&
         i + 1 < clause_.end && r_.IsNominal(i + 1);
}

}  // namespace yinzheng::knowledge
