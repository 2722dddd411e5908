// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_LEXICON_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_LEXICON_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/knowledge/names/utf32_map.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::knowledge {

// What a word can be in the grammar of names. A word may have several classes.
enum WordClass : uint64_t {
  kGenericWord = 1u << 0,   // stands inside names, makes none
  kBreakWord = 1u << 1,     // never inside a name
  kInnerWord = 1u << 2,     // a verb that names contain
  kDeterminer = 1u << 3,    // 该, 这, 一些
  kHeadWord = 1u << 4,      // 国家, 中央, 国际
  kNotName = 1u << 5,       // tagged as a name by the dictionary, but none
  kPlaceBefore = 1u << 6,   // 在, 前往
  kCompanyHead = 1u << 7,   // 企业, 巨头
  kProductHead = 1u << 8,   // 软件, 新药
  kModifier = 1u << 9,      // 重大, 首个: in front of names, not part of them
  kTitleBefore = 1u << 10,  // stands before a person's name
  kTitleAfter = 1u << 11,   // stands after a person's name
  kSpeechWord = 1u << 12,   // what a person does next: 表示, 说, 今天
  kTransliterationStrong = 1u << 13,
  kTransliterationWeak = 1u << 14,
  kAbbreviation = 1u << 15,        // 中, 美, 俄
  kRegionAbbreviation = 1u << 16,  // 京, 沪, 粤
  kAbbreviationBefore = 1u << 17,  // 访, 驻
  kAbbreviationAfter = 1u << 18,   // 方, 政府
  kPlaceNoun = 1u << 19,           // 首都, 城市, 机场: beside a place's name
  kAddressAfter = 1u << 20,        // 先生, 局长: behind a surname alone
  kLeadVerb = 1u << 21,            // 流经, 深入: glued on before a name, never part of it
  kClauseWord = 1u << 22,          // 愿同, 付诸: no name holds them
  kNeverName = 1u << 23,           // 文旅, 宜居: no name, whoever takes it for one
  kBareHead = 1u << 24,  // 科学城: the ending of a place's name that stands for it alone
};

// What an ending of a name asks of the words before it; see data/name_suffixes.tsv.
enum class SuffixNeed {
  kProper,
  kHead,
  kContent,
  kAttached,
  kBrand,
  kPolicy,
  kProduct,
  kTechnology,
  kPlace,
  kLegal
};

struct SuffixRule {
  std::string id;
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  SuffixNeed need = SuffixNeed::kProper;
  int score = 0;
};

// A name known from the dictionaries of this folder.
struct KnownName {
  std::string rule;
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  std::u32string canonical;  // the name itself, or the full name it is short for
  bool ambiguous = false;    // also a common word: needs evidence
};

// Dictionaries and word classes for recognising names, read once from data files (places.tsv,
// counties.tsv, places_abroad.tsv, organizations.tsv, companies.tsv, persons.tsv, technologies.tsv,
// surnames.tsv, titles.tsv, name_words.tsv, name_suffixes.tsv, name_characters.tsv). It does not
// know the segmenter's dictionary and decides nothing. Immutable and safe for concurrent use;
// lookups cost one hash.
class NameLexicon {
 public:
  // Loads the files of `directory`. InvalidArgument or NotFound, naming the file.
  static absl::StatusOr<std::unique_ptr<NameLexicon>> Load(const std::string& directory);

  // The classes of a word; 0 if it has none.
  uint64_t ClassesOf(std::u32string_view word) const;
  bool Is(std::u32string_view word, uint64_t classes) const {
    return (ClassesOf(word) & classes) != 0;
  }

  // Null if the dictionaries do not hold the name.
  const KnownName* FindKnown(std::u32string_view name) const;
  // The length of the longest known name that begins with `first`; 0 if none does.
  size_t LongestKnown(char32_t first) const;

  // The technology that a word of the dictionary of technologies names (人工智能 of AI), a name
  // only in texts that are about it; empty if it is none.
  std::u32string_view TechnologyOf(std::u32string_view word) const;
  size_t longest_technology() const { return longest_technology_; }

  // The rule of an ending; null if it is none.
  const SuffixRule* FindSuffix(std::u32string_view ending) const;
  size_t longest_suffix() const { return longest_suffix_; }

  // 3 for characters that are hardly ever anything but a surname, 2, 1, and 0 for no surname.
  int SurnameWeight(std::u32string_view surname) const;

  // How much rather than in running text a character stands first or last in a given name: ten
  // times a natural logarithm. Negative for characters that names avoid.
  int GivenFirst(char32_t c) const;
  int GivenLast(char32_t c) const;

  // The longest title that ends at the end of `text` (before names), or begins it (after names):
  // its length, 0 if there is none.
  size_t TitleBefore(std::u32string_view text) const;
  size_t WordAfter(std::u32string_view text, uint64_t classes) const;

 private:
  absl::Status LoadWords(const std::string& directory);
  absl::Status LoadTitles(const std::string& directory);
  absl::Status LoadKnown(const std::string& directory);
  absl::Status LoadTechnologies(const std::string& directory);
  absl::Status LoadSuffixes(const std::string& directory);
  absl::Status LoadPersonalNames(const std::string& directory);
  void AddKnown(const std::string& rule, v1::EntityType type, const std::u32string& entry);

  struct GivenOdds {
    int first = 0;
    int last = 0;
  };

  Utf32Map<uint64_t> classes_;
  Utf32Map<KnownName> known_;
  Utf32Map<std::u32string> technologies_;  // name -> the name of its row's entry
  Utf32Map<SuffixRule> suffixes_;
  Utf32Map<int> surnames_;
  absl::flat_hash_map<char32_t, GivenOdds> given_;
  absl::flat_hash_map<char32_t, size_t> longest_known_;  // by first character
  size_t longest_technology_ = 0;
  size_t longest_suffix_ = 0;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_LEXICON_H_
