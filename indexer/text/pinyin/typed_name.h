// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What somebody has typed of a name so far, and whether a name begins with it: in Chinese
// characters, in full pinyin, in initials, or in a mixture (beijing大学, 北京dx). It says which
// letters to look a name up by and then decides about each name found. Not for scripts and widths:
// keys are folded before.
//
//   const TypedName typed(U"北京dx", reader);
//   typed.MatchBeginning(reader.Read(U"北京大学"));   // {TypedFit::kMixed, 4}

#ifndef YINZHENG_INDEXER_TEXT_PINYIN_TYPED_NAME_H_
#define YINZHENG_INDEXER_TEXT_PINYIN_TYPED_NAME_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/pinyin/pinyin_reading.h"

namespace yinzheng::text {

// How what was typed stands for the beginning of a name; the better, the smaller.
enum class TypedFit {
  kExact,     // The same characters.
  kPinyin,    // Every Chinese character by its syllable; the last one may be cut short.
  kInitials,  // Every Chinese character by its first letter (or zh, ch, sh).
  kMixed,     // Some by characters, syllables and letters.
  kNone,
};

struct TypedMatch {
  TypedFit fit = TypedFit::kNone;
  size_t characters = 0;  // Of the name, that were typed.
};

// Immutable.
class TypedName {
 public:
  // More characters are compared as they are, never as pinyin.
  static constexpr size_t kMaxPinyin = 240;

  // `key`: folded, without spaces and apostrophes (NameKey). Tone marks are dropped, ü is v; a
  // typed u may stand for ü, a typed v only for that.
  TypedName(std::u32string_view key, const PinyinReader& reader);

  const std::u32string& key() const { return key_; }

  // Its characters, read.
  const ReadName& units() const { return units_; }

  // Whether it may stand for pinyin: it has Latin letters and is not too long.
  bool MayBePinyin() const { return may_be_pinyin_; }

  // The Chinese characters that it begins with.
  std::u32string_view LeadingHan() const;

  // All of it in letters, Chinese characters by their readings, where the Latin ones are full
  // pinyin; at most kMaxSpellings.
  std::vector<std::string> AsSpellings() const;

  // The first letters of the characters that it may stand for, the likeliest (all its Latin letters
  // are initials) first; at most kMaxSpellings.
  std::vector<std::string> AsInitials() const;

  // Whether the name read as `name` begins with it. Cost: length of one times length of the other.
  TypedMatch MatchBeginning(const ReadName& name) const;

 private:
  std::u32string key_;
  std::u32string plain_;  // key_ without tones.
  ReadName units_;        // Of plain_.
  bool may_be_pinyin_ = false;
};

// True if each character of `typed` sounds like the one of `name` at its place, or is the same;
// `name` may go on.
bool SoundsLikeBeginning(const ReadName& typed, const ReadName& name);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_PINYIN_TYPED_NAME_H_
