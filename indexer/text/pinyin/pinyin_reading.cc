// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/pinyin/pinyin_reading.h"

#include <algorithm>
#include <utility>

#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

void AddReading(std::string_view syllable, ReadUnit& unit) {
  if (std::find(unit.readings.begin(), unit.readings.end(), syllable) == unit.readings.end()) {
    unit.readings.push_back(syllable);
  }
}

// Reads one name by the words that it was cut into.
class NameReading {
 public:
  NameReading(const PinyinTable& table, std::u32string_view key, std::vector<Token> words)
      : table_(table), key_(key), words_(std::move(words)) {}

  ReadName Read(const Segmenter& segmenter, NameKind kind) {
    name_.reserve(key_.size());
    size_t at = kind == NameKind::kPerson ? ReadSurname(0) : 0;
    for (const Token& word : words_) {
      if (word.span.end <= at) continue;
      // The names of the dictionary: 曾国藩 in the title of a book.
      if (at == word.span.begin && word.tag.compare(0, 2, "nr") == 0) at += ReadSurname(at);
      const bool decided = word.span.size() > 1 && segmenter.Contains(Slice(key_, word.span));
      while (at < word.span.end) at += ReadAt(at, word.span.end, decided);
    }
    return std::move(name_);
  }

 private:
  // A surname is not always one (盖 of 盖茨), so the other readings stay as alternatives.
  size_t ReadSurname(size_t at) {
    const Syllables* const surname = table_.SurnameAt(key_.substr(at));
    if (surname == nullptr) return 0;
    for (size_t i = 0; i < surname->size(); ++i) {
      ReadUnit unit{key_[at + i], {(*surname)[i]}};
      for (const std::string_view reading : table_.ReadingsOf(unit.character)) {
        AddReading(reading, unit);
      }
      name_.push_back(std::move(unit));
    }
    return surname->size();
  }

  // Reads what begins at `at` in the word that ends at `word_end` and returns its length. The table
  // has the words whose reading is not what their characters are read as by themselves, so in any
  // other word (`decided`) each has its usual reading.
  size_t ReadAt(size_t at, size_t word_end, bool decided) {
    const Syllables* const listed = table_.WordAt(key_.substr(at));
    if (listed != nullptr && EndsWithAWord(at + listed->size(), word_end)) {
      for (size_t i = 0; i < listed->size(); ++i) {
        name_.push_back({key_[at + i], {(*listed)[i]}});
      }
      return listed->size();
    }
    ReadUnit unit{key_[at], table_.ReadingsOf(key_[at])};
    if (decided && unit.readings.size() > 1) unit.readings.resize(1);
    name_.push_back(std::move(unit));
    return 1;
  }

  // Whether what ends at `end` cuts no word in two that begins later: 大城 is not read in 大|城市.
  bool EndsWithAWord(size_t end, size_t word_end) const {
    return end <= word_end || std::any_of(words_.begin(), words_.end(),
                                          [&](const Token& word) { return word.span.end == end; });
  }

  const PinyinTable& table_;
  const std::u32string_view key_;
  const std::vector<Token> words_;
  ReadName name_;
};

struct PartialSpelling {
  size_t penalty = 0;  // Ranks of the readings taken, added up.
  std::string letters;
};

// Every way through the readings, `letters_of` giving what a reading is typed as; the likeliest
// ones.
template <typename LettersOf>
std::vector<std::string> Combine(const ReadName& name, LettersOf letters_of) {
  std::vector<PartialSpelling> partial(1);
  for (const ReadUnit& unit : name) {
    std::vector<PartialSpelling> longer;
    for (const PartialSpelling& begun : partial) {
      if (unit.readings.empty()) {
        longer.push_back(begun);
        AppendUtf8(unit.character, longer.back().letters);
      }
      for (size_t rank = 0; rank < unit.readings.size(); ++rank) {
        PartialSpelling next{begun.penalty + rank, begun.letters};
        next.letters += letters_of(unit.readings[rank]);
        const bool known = std::any_of(longer.begin(), longer.end(), [&](const auto& other) {
          return other.letters == next.letters;
        });
        if (!known) longer.push_back(std::move(next));
      }
    }
    std::stable_sort(longer.begin(), longer.end(),
                     [](const auto& a, const auto& b) { return a.penalty < b.penalty; });
    if (longer.size() > kMaxSpellings) longer.resize(kMaxSpellings);
    partial = std::move(longer);
  }
  std::vector<std::string> spellings;
  for (PartialSpelling& spelling : partial) spellings.push_back(std::move(spelling.letters));
  return spellings;
}

}  // namespace

PinyinReader::PinyinReader(const Segmenter& segmenter)
    : segmenter_(segmenter), table_(PinyinTable::Default()) {}

ReadName PinyinReader::Read(std::u32string_view key, NameKind kind) const {
  return NameReading(table_, key, segmenter_.Segment(key)).Read(segmenter_, kind);
}

std::vector<std::string> SpellingsOf(const ReadName& name) {
  return Combine(name, [](std::string_view syllable) { return syllable; });
}

std::vector<std::string> InitialsOf(const ReadName& name) {
  return Combine(name, [](std::string_view syllable) { return syllable.substr(0, 1); });
}

}  // namespace yinzheng::text
