// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/dateline.h"

#include <algorithm>

namespace yinzheng::knowledge {
namespace {

bool Closes(const WordReader& r, size_t i, size_t end) {
  const std::u32string_view word = r.Text(i);
  const bool mark = i + 1 >= end || r.IsMark(i + 1);
  return word == U"电" || word == U"讯" ||
         (mark && (word.ends_with(U"报道") || word.ends_with(U"报导")));
}

// 某网消息(某栏目): the outlet, with nothing but its name before the word.
bool ClosesOutlet(const WordReader& r, size_t i, WordRange clause) {
  if (i != clause.begin + 1 || r.Text(i) != U"消息" || i + 1 >= clause.end) return false;
  const std::u32string_view mark = r.Text(i + 1);
  return mark == U"(" || mark == U"（" || mark == U":" || mark == U"：";
}

}  // namespace

size_t BehindDateline(const WordReader& reader, WordRange clause) {
  constexpr size_t kReach = 9;  // Words.
  bool wired = false;
  for (size_t i = clause.begin; i < std::min(clause.end, clause.begin + kReach); ++i) {
    wired |= reader[i].kind == WordKind::kDate || reader.Text(i).ends_with(U"记者");
    if (!ClosesOutlet(reader, i, clause) && !(wired && Closes(reader, i, clause.end))) continue;
    size_t next = i + 1;
    if (next < clause.end && (reader.Text(next) == U"(" || reader.Text(next) == U"（")) {
      const size_t behind = reader.BehindBracket(next, clause.end);
      return behind == next + 1 ? clause.end : behind;  // it closes behind the clause's last word
    }
    while (next < clause.end && reader.IsMark(next)) ++next;
    return next;
  }
  return clause.begin;
}

}  // namespace yinzheng::knowledge
