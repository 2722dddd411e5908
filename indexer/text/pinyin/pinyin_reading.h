// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How a name may be read and typed in Latin letters: full pinyin (chongqing) and initials (cq).
// Words decide between the readings of a character where they can; where a character stands alone,
// the alternatives stay, within bounds. A reading serves to find a name, never to show one.
//
//   const PinyinReader reader(segmenter);
//   const ReadName units = reader.Read(U"银行行长");
//   SpellingsOf(units);   // {"yinhanghangzhang"}
//   InitialsOf(units);    // {"yhhz"}

#ifndef YINZHENG_INDEXER_TEXT_PINYIN_PINYIN_READING_H_
#define YINZHENG_INDEXER_TEXT_PINYIN_PINYIN_READING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/pinyin/pinyin_table.h"
#include "indexer/text/segmenter.h"

namespace yinzheng::text {

// One character of a name.
struct ReadUnit {
  char32_t character = 0;
  Syllables readings;  // The likeliest first; none for what is no Chinese character.
};

enum class NameKind {
  kAny,
  kPerson,  // Begins with a surname, if with one that is known: 单 is shan, 曾 is zeng.
};

using ReadName = std::vector<ReadUnit>;

// Immutable and safe for concurrent use; the segmenter must outlive it. Needs
// PinyinTable::Default().
class PinyinReader {
 public:
  explicit PinyinReader(const Segmenter& segmenter);

  // Reads a folded key (NameKey, FoldCharacters), character by character; about as dear as cutting
  // it into words.
  ReadName Read(std::u32string_view key, NameKind kind = NameKind::kAny) const;

 private:
  const Segmenter& segmenter_;
  const PinyinTable& table_;
};

// Spellings and initials of a name at most.
inline constexpr size_t kMaxSpellings = 8;

// The name in letters: syllables run together, other characters as they are. The likeliest first,
// at most kMaxSpellings.
std::vector<std::string> SpellingsOf(const ReadName& name);

// The first letter of each syllable, other characters as they are; likewise.
std::vector<std::string> InitialsOf(const ReadName& name);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_PINYIN_PINYIN_READING_H_
