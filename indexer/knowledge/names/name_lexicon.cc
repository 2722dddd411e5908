// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/name_lexicon.h"

#include <algorithm>
#include <map>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/rule_table.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kLongestWord = 12;  // longest title or speech word looked for
constexpr int kRareInNames = -12;    // odds of a character that no name was seen with

const std::map<std::string, uint64_t>& ClassNames() {
  static const auto* const kNames = new std::map<std::string, uint64_t>{
      {"generic", kGenericWord},
      {"break", kBreakWord},
      {"inner", kInnerWord},
      {"determiner", kDeterminer},
      {"head", kHeadWord},
      {"notname", kNotName},
      {"place_before", kPlaceBefore},
      {"company_head", kCompanyHead},
      {"product_head", kProductHead},
      {"modifier", kModifier},
      {"transliteration_strong", kTransliterationStrong},
      {"transliteration_weak", kTransliterationWeak},
      {"abbreviation", kAbbreviation},
      {"region_abbreviation", kRegionAbbreviation},
      {"abbreviation_before", kAbbreviationBefore},
      {"abbreviation_after", kAbbreviationAfter},
      {"place_noun", kPlaceNoun},
      {"lead", kLeadVerb},
      {"clause", kClauseWord},
      {"never", kNeverName},
      {"bare_head", kBareHead},
  };
  return *kNames;
}

const std::map<std::string, SuffixNeed>& NeedNames() {
  static const auto* const kNames = new std::map<std::string, SuffixNeed>{
      {"proper", SuffixNeed::kProper},   {"head", SuffixNeed::kHead},
      {"content", SuffixNeed::kContent}, {"attached", SuffixNeed::kAttached},
      {"brand", SuffixNeed::kBrand},     {"policy", SuffixNeed::kPolicy},
      {"product", SuffixNeed::kProduct}, {"technology", SuffixNeed::kTechnology},
      {"place", SuffixNeed::kPlace},     {"legal", SuffixNeed::kLegal},
  };
  return *kNames;
}

absl::Status BadCell(const RuleTable::Row& row, const std::string& column) {
  return absl::InvalidArgumentError(absl::StrCat("read ", row.place(), ": column ", column,
                                                 " has the unknown value '", row.Get(column), "'"));
}

absl::StatusOr<v1::EntityType> TypeOf(const RuleTable::Row& row) {
  v1::EntityType type;
  if (!v1::EntityType_Parse(absl::StrCat("ENTITY_TYPE_", row.Get("type")), &type)) {
    return BadCell(row, "type");
  }
  return type;
}

// Splits 甲=乙=丙 at the signs.
std::vector<std::u32string> SplitSynonyms(std::u32string_view entry) {
  std::vector<std::u32string> names;
  size_t begin = 0;
  while (begin <= entry.size()) {
    const size_t end = std::min(entry.find(U'=', begin), entry.size());
    if (end > begin) names.emplace_back(entry.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

}  // namespace

absl::StatusOr<std::unique_ptr<NameLexicon>> NameLexicon::Load(const std::string& directory) {
  std::unique_ptr<NameLexicon> lexicon(new NameLexicon());
  YZ_RETURN_IF_ERROR(lexicon->LoadWords(directory));
  YZ_RETURN_IF_ERROR(lexicon->LoadTitles(directory));
  YZ_RETURN_IF_ERROR(lexicon->LoadKnown(directory));
  YZ_RETURN_IF_ERROR(lexicon->LoadTechnologies(directory));
  YZ_RETURN_IF_ERROR(lexicon->LoadSuffixes(directory));
  YZ_RETURN_IF_ERROR(lexicon->LoadPersonalNames(directory));
  return lexicon;
}

absl::Status NameLexicon::LoadWords(const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "name_words.tsv"));
  for (const RuleTable::Row& row : table.rows()) {
    const auto found = ClassNames().find(row.Get("class"));
    if (found == ClassNames().end()) return BadCell(row, "class");
    for (const std::u32string& word : row.Words("words")) classes_[word] |= found->second;
  }
  return absl::OkStatus();
}

absl::Status NameLexicon::LoadTitles(const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "titles.tsv"));
  static const auto* const kPlaces =
      new std::map<std::string, uint64_t>{{"before", kTitleBefore},
                                          {"after", kTitleAfter},
                                          {"both", kTitleBefore | kTitleAfter},
                                          {"speech", kSpeechWord},
                                          {"address", kAddressAfter}};
  for (const RuleTable::Row& row : table.rows()) {
    const auto found = kPlaces->find(row.Get("place"));
    if (found == kPlaces->end()) return BadCell(row, "place");
    for (const std::u32string& word : row.Words("words")) classes_[word] |= found->second;
  }
  return absl::OkStatus();
}

void NameLexicon::AddKnown(const std::string& rule, v1::EntityType type,
                           const std::u32string& entry) {
  const std::vector<std::u32string> names = SplitSynonyms(entry);
  for (const std::u32string& name : names) {
    size_t& longest = longest_known_[name[0]];
    longest = std::max(longest, name.size());
    known_.try_emplace(name, KnownName{rule, type, names[0], rule.rfind("ambiguous", 0) == 0});
  }
}

absl::Status NameLexicon::LoadKnown(const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const RuleTable organizations,
                      RuleTable::Load(directory, "organizations.tsv"));
  for (const RuleTable::Row& row : organizations.rows()) {
    YZ_ASSIGN_OR_RETURN(const v1::EntityType type, TypeOf(row));
    for (const std::u32string& entry : row.Words("names")) AddKnown(row.Get("id"), type, entry);
  }
  YZ_ASSIGN_OR_RETURN(const RuleTable companies, RuleTable::Load(directory, "companies.tsv"));
  for (const RuleTable::Row& row : companies.rows()) {
    for (const std::u32string& entry : row.Words("names")) {
      AddKnown(row.Get("id"), v1::ENTITY_TYPE_COMPANY, entry);
    }
  }
  YZ_ASSIGN_OR_RETURN(const RuleTable persons, RuleTable::Load(directory, "persons.tsv"));
  for (const RuleTable::Row& row : persons.rows()) {
    for (const std::u32string& entry : row.Words("names")) {
      AddKnown(row.Get("id"), v1::ENTITY_TYPE_PERSON, entry);
    }
  }
  for (const char* const file : {"places.tsv", "counties.tsv", "places_abroad.tsv"}) {
    YZ_ASSIGN_OR_RETURN(const RuleTable places, RuleTable::Load(directory, file));
    for (const RuleTable::Row& row : places.rows()) {
      const v1::EntityType type =
          row.Get("kind") == "landmark" ? v1::ENTITY_TYPE_FACILITY : v1::ENTITY_TYPE_PLACE;
      for (const std::u32string& entry : row.Words("names")) AddKnown(row.Get("id"), type, entry);
    }
  }
  return absl::OkStatus();
}

absl::Status NameLexicon::LoadTechnologies(const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "technologies.tsv"));
  for (const RuleTable::Row& row : table.rows()) {
    for (const std::u32string& entry : row.Words("names")) {
      const std::vector<std::u32string> names = SplitSynonyms(entry);
      for (const std::u32string& name : names) {
        longest_technology_ = std::max(longest_technology_, name.size());
        technologies_.try_emplace(name, names[0]);
      }
    }
  }
  return absl::OkStatus();
}

absl::Status NameLexicon::LoadSuffixes(const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "name_suffixes.tsv"));
  for (const RuleTable::Row& row : table.rows()) {
    SuffixRule rule;
    rule.id = row.Get("id");
    YZ_ASSIGN_OR_RETURN(rule.type, TypeOf(row));
    const auto need = NeedNames().find(row.Get("need"));
    if (need == NeedNames().end()) return BadCell(row, "need");
    rule.need = need->second;
    if (!absl::SimpleAtoi(row.Get("score"), &rule.score)) return BadCell(row, "score");
    for (const std::u32string& suffix : row.Words("suffixes")) {
      longest_suffix_ = std::max(longest_suffix_, suffix.size());
      suffixes_.try_emplace(suffix, rule);
    }
  }
  return absl::OkStatus();
}

absl::Status NameLexicon::LoadPersonalNames(const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const RuleTable surnames, RuleTable::Load(directory, "surnames.tsv"));
  for (const RuleTable::Row& row : surnames.rows()) {
    int weight = 0;
    if (!absl::SimpleAtoi(row.Get("weight"), &weight)) return BadCell(row, "weight");
    for (const std::u32string& name : row.Words("names")) surnames_.try_emplace(name, weight);
  }
  YZ_ASSIGN_OR_RETURN(const RuleTable odds, RuleTable::Load(directory, "name_characters.tsv"));
  for (const RuleTable::Row& row : odds.rows()) {
    const std::u32string c = text::DecodeUtf8(row.Get("char"));
    GivenOdds value;
    if (c.size() != 1) return BadCell(row, "char");
    if (!absl::SimpleAtoi(row.Get("first"), &value.first)) return BadCell(row, "first");
    if (!absl::SimpleAtoi(row.Get("last"), &value.last)) return BadCell(row, "last");
    given_[c[0]] = value;
  }
  return absl::OkStatus();
}

uint64_t NameLexicon::ClassesOf(std::u32string_view word) const {
  const auto found = classes_.find(word);
  return found == classes_.end() ? 0 : found->second;
}

const KnownName* NameLexicon::FindKnown(std::u32string_view name) const {
  const auto found = known_.find(name);
  return found == known_.end() ? nullptr : &found->second;
}

size_t NameLexicon::LongestKnown(char32_t first) const {
  const auto found = longest_known_.find(first);
  return found == longest_known_.end() ? 0 : found->second;
}

std::u32string_view NameLexicon::TechnologyOf(std::u32string_view word) const {
  const auto found = technologies_.find(word);
  return found == technologies_.end() ? std::u32string_view() : found->second;
}

const SuffixRule* NameLexicon::FindSuffix(std::u32string_view ending) const {
  const auto found = suffixes_.find(ending);
  return found == suffixes_.end() ? nullptr : &found->second;
}

int NameLexicon::SurnameWeight(std::u32string_view surname) const {
  const auto found = surnames_.find(surname);
  return found == surnames_.end() ? 0 : found->second;
}

int NameLexicon::GivenFirst(char32_t c) const {
  const auto found = given_.find(c);
  return found == given_.end() ? kRareInNames : found->second.first;
}

int NameLexicon::GivenLast(char32_t c) const {
  const auto found = given_.find(c);
  return found == given_.end() ? kRareInNames : found->second.last;
}

size_t NameLexicon::TitleBefore(std::u32string_view text) const {
  for (size_t size = std::min(kLongestWord, text.size()); size > 0; --size) {
    if (Is(text.substr(text.size() - size), kTitleBefore)) return size;
  }
  return 0;
}

size_t NameLexicon::WordAfter(std::u32string_view text, uint64_t classes) const {
  for (size_t size = std::min(kLongestWord, text.size()); size > 0; --size) {
    if (Is(text.substr(0, size), classes)) return size;
  }
  return 0;
}

}  // namespace yinzheng::knowledge
