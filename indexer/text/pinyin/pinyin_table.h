// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How Chinese characters, words and surnames are read: the data of the package pinyin-pro with the
// corrections of text/pinyin_words.tsv. Syllables have no tones and write ü as v (lv, nve). Not for
// reading a whole name: pinyin_reading.h.

#ifndef YINZHENG_INDEXER_TEXT_PINYIN_PINYIN_TABLE_H_
#define YINZHENG_INDEXER_TEXT_PINYIN_PINYIN_TABLE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"

namespace yinzheng::text {

// Syllables; they live as long as the table.
using Syllables = std::vector<std::string_view>;

// Immutable and safe for concurrent use.
class PinyinTable {
 public:
  // Readings kept of a character, the most usual first: the fourth and later ones of 3,000 odd
  // characters are those of dialects and old books.
  static constexpr size_t kMaxReadings = 3;

  // Reads pinyin/*.mjs and text/pinyin_words.tsv of the data directory: 10 ms and 3 MB. kNotFound,
  // kDataLoss with the file's name.
  static absl::StatusOr<std::unique_ptr<PinyinTable>> Create();

  // The process-wide table, created at the first call; never destroyed.
  static absl::StatusOr<const PinyinTable*> Shared();

  // The same where it is known to load (a program's start looked): ends the process with a message
  // if not.
  static const PinyinTable& Default();

  PinyinTable(const PinyinTable&) = delete;
  PinyinTable& operator=(const PinyinTable&) = delete;

  // The readings of a character by itself; empty for anything that is no known Chinese character.
  const Syllables& ReadingsOf(char32_t c) const;

  // The longest word at the beginning of `text` whose reading the characters alone would not give,
  // one syllable for each of its characters; null if there is none.
  const Syllables* WordAt(std::u32string_view text) const;

  // The same for the surname at the beginning of a person's name; compound surnames first.
  const Syllables* SurnameAt(std::u32string_view name) const;

  // Whether `letters` is a syllable, spelled with u or v.
  bool IsSyllable(std::string_view letters) const;

  // SHA-256 of what was read, hexadecimal.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  struct Word {
    std::u32string characters;
    Syllables syllables;
  };
  using Words = absl::flat_hash_map<char32_t, std::vector<Word>>;  // By first character.

  PinyinTable() = default;
  absl::Status ReadCharacters(std::string_view module);
  absl::Status ReadWords(std::string_view module, Words& words);
  absl::Status ReadCorrections(std::string_view tsv);
  void AddWord(std::u32string characters, const std::string& reading, Words& words);
  std::string_view Intern(const std::string& syllable);
  static const Syllables* Longest(const Words& words, std::u32string_view text);

  absl::flat_hash_map<char32_t, Syllables> characters_;
  Words words_;
  Words surnames_;
  absl::flat_hash_map<std::string, std::unique_ptr<const std::string>> syllables_;
  std::string fingerprint_;
};

// "lǜ" -> "lv": without tones, ü as v; letters alone are kept as they are.
std::u32string WithoutTones(std::u32string_view text);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_PINYIN_PINYIN_TABLE_H_
