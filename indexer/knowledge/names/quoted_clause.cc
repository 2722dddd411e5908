// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/quoted_clause.h"

#include <array>
#include <string_view>

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kShortestClause = 5;

// Words that no name holds. 的, 之, 与 and the like are not among them.
bool Says(std::u32string_view word) {
  constexpr std::array<std::u32string_view, 34> kSaying = {
      U"了",   U"着", U"过", U"得",   U"是",   U"不", U"不是", U"没有", U"已经",
      U"已",   U"就", U"都", U"也",   U"还",   U"要", U"会",   U"能",   U"让",
      U"把",   U"被", U"给", U"什么", U"怎么", U"谁", U"哪",   U"如何", U"为什么",
      U"我们", U"你", U"我", U"他",   U"这",   U"那", U"很"};
  for (const std::u32string_view saying : kSaying) {
    if (word == saying) return true;
  }
  return false;
}

// 用, 以, 从, 向: a preposition leads its object before a verb.
bool Leads(std::u32string_view word) {
  return word == U"用" || word == U"以" || word == U"从" || word == U"向" || word == U"在" ||
         word == U"对" || word == U"为" || word == U"由";
}

}  // namespace

bool HoldsClause(const NameText& text, text::Span quoted) {
  if (quoted.size() < kShortestClause) return false;
  bool led = false;
  for (size_t i = text.WordAt(quoted.begin); i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    if (word.span.begin >= quoted.end) break;
    const std::u32string_view slice = text.Slice(word.span);
    if (Says(slice)) return true;
    const bool verb = word.tag == WordTag::kVerb || word.tag == WordTag::kVerbalNoun;
    if (led && verb) return true;
    if (word.span.begin == quoted.begin) {
      led = Leads(word.in_dictionary ? slice : slice.substr(0, 1));  // 用大|模型: glued
    }
  }
  return false;
}

}  // namespace yinzheng::knowledge
