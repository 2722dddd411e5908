// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_TAGGER_NAME_FEATURES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_TAGGER_NAME_FEATURES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"
#include "indexer/knowledge/tagger/name_tag.h"

namespace yinzheng::knowledge {

// What can be seen at each character of a text that may tell whether it belongs to a name: the
// characters around it, the segmenter's words and parts of speech, the classes of our dictionaries,
// and above all the candidates that the rules propose there, chosen ones apart. Each feature is a
// number, a hash of what was seen; equal sights give equal numbers in every text and on every
// machine, which is what a model relies on: a change here asks for new training and another
// kFeatureVersion.
//
// Borrows the text. Read-only once made; making one is linear in the text.
class NameFeatures {
 public:
  static constexpr uint32_t kFeatureVersion = 1;

  // Whether a feature is about certain characters or words, not about their kinds alone.
  static constexpr bool HoldsText(uint32_t feature) { return (feature & 1U) != 0; }

  NameFeatures(const NameText& text, const NameCandidates& candidates);

  // Puts the features of the character at `position` into `features`, in place of what it holds.
  void Read(uint32_t position, std::vector<uint32_t>& features) const;

 private:
  // A candidate as seen from one character: its score in steps and the character's place in it.
  struct Cover {
    uint8_t strength = 0;  // 0: no candidate
    NamePlace place = NamePlace::kSingle;
    int score = 0;
    uint32_t rule = 0;
    uint8_t kind = 0;  // the class, or kOtherKind
  };
  static constexpr uint8_t kOtherKind = kNameClasses;

  struct Word {
    uint64_t text = 0;    // hash of its characters
    uint32_t suffix = 0;  // hash of the id of the ending it is or has
    uint32_t tag = 0;
    uint32_t classes = 0;  // hash
    uint32_t shape = 0;    // length and whether the dictionary holds it
  };

  struct Letter {
    uint32_t character = 0;
    uint8_t surname = 0;
    uint8_t given_first = 0;
    uint8_t given_last = 0;
    uint8_t spelling = 0;                  // 0 to 2: how readily it writes foreign names
    NamePlace place = NamePlace::kSingle;  // in its word
  };

  void ReadWords(const NameText& text);
  void ReadLetters(const NameText& text);
  void ReadCandidates(const NameCandidates& candidates);
  static void CoverWith(const NameCandidate& candidate, std::vector<Cover>& covers);

  const Word& WordBy(size_t index, int offset) const;
  uint32_t Character(uint32_t position, int offset) const;
  const Letter& LetterBy(uint32_t position, int offset) const;
  uint32_t NextSuffix(size_t word) const;

  void ReadCharacters(uint32_t position, std::vector<uint32_t>& features) const;
  void ReadWordFeatures(uint32_t position, std::vector<uint32_t>& features) const;
  void ReadSpelling(uint32_t position, std::vector<uint32_t>& features) const;
  void ReadCovers(uint32_t position, std::vector<uint32_t>& features) const;

  const NameText& text_;
  std::vector<Word> words_;
  std::vector<Letter> letters_;
  std::array<std::vector<Cover>, kNameClasses> best_;  // the best candidate of each class
  std::vector<Cover> chosen_;                          // what the rules alone would choose
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_TAGGER_NAME_FEATURES_H_
