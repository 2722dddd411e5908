// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/fact_rules.h"

#include <cstdlib>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/rule_table.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using Row = RuleTable::Row;

absl::Status BadCell(const Row& row, const std::string& column, const std::string& known) {
  return absl::InvalidArgumentError(absl::StrCat(row.place(), ": \"", row.Get(column), "\" is no ",
                                                 column, "; known are ", known));
}

absl::StatusOr<uint32_t> ClassOf(const Row& row) {
  static const auto& classes =
      *new std::map<std::string, uint32_t>{{"preposition", kPreposition},
                                           {"adverb", kAdverb},
                                           {"have", kHave},
                                           {"copula", kCopula},
                                           {"change", kChange},
                                           {"conjunction", kConjunction},
                                           {"reporter", kReporter},
                                           {"described", kDescribed},
                                           {"pronoun", kPronoun},
                                           {"own_org", kOwnOrg},
                                           {"count_unit", kCountUnit},
                                           {"duration_unit", kDurationUnit},
                                           {"dimension_unit", kDimensionUnit},
                                           {"money_unit", kMoneyUnit},
                                           {"area_unit", kAreaUnit},
                                           {"measure_noun", kMeasureNoun},
                                           {"list_end", kListEnd},
                                           {"local", kLocal},
                                           {"from", kFrom},
                                           {"verb_like", kVerbLike},
                                           {"project_noun", kProjectNoun},
                                           {"thing_noun", kThingNoun},
                                           {"scope", kScope},
                                           {"state", kState},
                                           {"below", kBelow},
                                           {"house", kHouse},
                                           {"serve", kServe},
                                           {"parent_end", kParentEnd},
                                           {"indicator", kIndicator},
                                           {"province", kProvince},
                                           {"post", kPost},
                                           {"settler", kSettler}};
  const auto it = classes.find(row.Get("class"));
  if (it == classes.end()) return BadCell(row, "class", "the classes in fact_rules.cc");
  return it->second;
}

absl::StatusOr<std::set<v1::EntityType>> TypesOf(const Row& row, const std::string& column) {
  std::set<v1::EntityType> types;
  for (const std::u32string& word : row.Words(column)) {
    const std::string name =
        absl::StrCat("ENTITY_TYPE_", absl::AsciiStrToUpper(text::EncodeUtf8(word)));
    v1::EntityType type;
    if (!v1::EntityType_Parse(name, &type)) return BadCell(row, column, "the EntityType values");
    types.insert(type);
  }
  return types;
}

absl::Status LoadWords(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_words.tsv"));
  std::map<std::u32string, uint32_t> classes;
  for (const Row& row : table.rows()) {
    YZ_ASSIGN_OR_RETURN(const uint32_t bit, ClassOf(row));
    for (const std::u32string& word : row.Words("words")) classes[word] |= bit;
  }
  for (const auto& [word, bits] : classes) rules.words.Add(word, bits);
  return absl::OkStatus();
}

absl::Status LoadSpeech(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_speech.tsv"));
  std::map<std::u32string, SpeechCue> cues;
  for (const Row& row : table.rows()) {
    const std::string& mode = row.Get("mode");
    static const auto& modes =
        *new std::set<std::string>{"speech", "document", "learn", "according", "house",
                                   "source", "meeting",  "body",  "narrator",  "link"};
    if (!modes.contains(mode)) {
      return BadCell(
          row, "mode",
          "speech, document, learn, according, house, source, meeting, body, narrator, link");
    }
    const bool noun = mode == "source" || mode == "meeting" || mode == "body";
    for (const std::u32string& word : row.Words("words")) {
      if (noun) {
        rules.speech_nouns.Add(word, {.goes_on = mode != "source", .people = mode == "body"});
        continue;
      }
      if (mode == "narrator" || mode == "link") {
        (mode == "link" ? rules.links : rules.narrators).Add(word, true);
        continue;
      }
      cues[word].speech |= mode == "speech";
      cues[word].document |= mode == "document";
      cues[word].learn |= mode == "learn";
      cues[word].according |= mode == "according";
      cues[word].house |= mode == "house";
    }
  }
  for (const auto& [word, cue] : cues) rules.speech.Add(word, cue);
  return absl::OkStatus();
}

absl::Status LoadTitles(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_titles.tsv"));
  for (const Row& row : table.rows()) {
    for (const std::u32string& word : row.Words("words")) {
      rules.titles.Add(word, row.Is("after_name"));
    }
  }
  return absl::OkStatus();
}

absl::Status LoadModality(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_modality.tsv"));
  for (const Row& row : table.rows()) {
    const std::string& modality = row.Get("modality");
    if (modality != "planned" && modality != "estimated" && modality != "supposed") {
      return BadCell(row, "modality", "planned, estimated, supposed");
    }
    for (const std::u32string& word : row.Words("words")) {
      if (modality == "supposed") {
        rules.suppositions.Add(word, true);
        continue;
      }
      if (row.Is("alone")) rules.modality_alone.Add(word, true);
      rules.modality.Add(word,
                         modality == "planned" ? v1::MODALITY_PLANNED : v1::MODALITY_ESTIMATED);
    }
  }
  YZ_ASSIGN_OR_RETURN(const RuleTable denials, RuleTable::Load(directory, "fact_polarity.tsv"));
  for (const Row& row : denials.rows()) {
    for (const std::u32string& word : row.Words("words")) rules.denials.Add(word, true);
  }
  return absl::OkStatus();
}

absl::Status LoadEvents(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_events.tsv"));
  for (const Row& row : table.rows()) {
    const EventVerb verb{row.Get("id"), row.Get("property"), row.Is("object_first"),
                         row.Is("of_person")};
    for (const std::u32string& word : row.Words("words")) rules.events.Add(word, verb);
  }
  return absl::OkStatus();
}

absl::Status LoadRelations(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_relations.tsv"));
  std::map<std::u32string, std::vector<RelationWord>> relations;
  for (const Row& row : table.rows()) {
    RelationWord relation;
    relation.id = row.Get("id");
    relation.property = row.Get("property");
    relation.inverse = row.Is("inverse");
    relation.makes_topic = row.Is("makes_topic");
    YZ_ASSIGN_OR_RETURN(relation.left, TypesOf(row, "left"));
    YZ_ASSIGN_OR_RETURN(relation.right, TypesOf(row, "right"));
    for (const std::u32string& word : row.Words("words")) relations[word].push_back(relation);
  }
  for (auto& [word, meanings] : relations) rules.relations.Add(word, std::move(meanings));
  return absl::OkStatus();
}

absl::Status LoadAttributes(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_attributes.tsv"));
  std::map<std::u32string, std::vector<AttributeCue>> cues;
  for (const Row& row : table.rows()) {
    AttributeCue cue;
    cue.id = row.Get("id");
    cue.property = row.Get("property");
    const std::string& extent = row.Get("extent");
    if (extent != "phrase" && extent != "clause" && extent != "sentence") {
      return BadCell(row, "extent", "phrase, clause, sentence");
    }
    cue.extent = extent == "phrase"   ? ValueExtent::kNounPhrase
                 : extent == "clause" ? ValueExtent::kClause
                                      : ValueExtent::kSentence;
    cue.enders = row.Words("enders");
    cue.split = row.Is("split");
    cue.names = row.Is("names");
    cue.main = row.Is("main");
    cue.apart = row.Is("apart");
    cue.endings = row.Words("endings");
    cue.keep_cue = row.Is("keep_cue");
    cue.needs_ender = row.Is("needs_ender");
    YZ_ASSIGN_OR_RETURN(cue.subjects, TypesOf(row, "subjects"));
    for (const std::u32string& word : row.Words("words")) cues[word].push_back(cue);
  }
  for (auto& [word, meanings] : cues) rules.attributes.Add(word, std::move(meanings));
  return absl::OkStatus();
}

absl::Status LoadAnaphora(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_anaphora.tsv"));
  for (const Row& row : table.rows()) {
    if (row.Is("demonstrative")) {
      for (const std::u32string& word : row.Words("words")) {
        rules.demonstratives.Add(word, row.Get("id"));
      }
      continue;
    }
    Anaphor anaphor;
    anaphor.id = row.Get("id");
    anaphor.endings = row.Words("endings");
    anaphor.bare = row.Is("bare");
    anaphor.generic = row.Is("generic");
    YZ_ASSIGN_OR_RETURN(anaphor.types, TypesOf(row, "types"));
    for (const std::u32string& word : row.Words("words")) rules.anaphora.Add(word, anaphor);
  }
  return absl::OkStatus();
}

absl::Status LoadProperties(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable units, RuleTable::Load(directory, "fact_units.tsv"));
  for (const Row& row : units.rows()) {
    for (const std::u32string& word : row.Words("words")) {
      rules.unit_properties.Add(word, row.Get("property"));
    }
  }
  YZ_ASSIGN_OR_RETURN(const RuleTable ids, RuleTable::Load(directory, "fact_properties.tsv"));
  for (const Row& row : ids.rows()) {
    for (const std::u32string& word : row.Words("words")) {
      rules.property_ids.Add(word, row.Get("id"));
    }
  }
  return absl::OkStatus();
}

absl::Status LoadConfidence(const std::string& directory, FactRules& rules) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_confidence.tsv"));
  for (const Row& row : table.rows()) {
    double confidence = 0;
    if (!absl::SimpleAtod(row.Get("confidence"), &confidence) || confidence <= 0 ||
        confidence > 1) {
      return BadCell(row, "confidence", "numbers above 0 and up to 1");
    }
    rules.confidence.Add(text::DecodeUtf8(row.Get("id")), confidence);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<FactRules> FactRules::Load(const std::string& directory) {
  FactRules rules;
  YZ_RETURN_IF_ERROR(LoadWords(directory, rules));
  YZ_RETURN_IF_ERROR(LoadSpeech(directory, rules));
  YZ_RETURN_IF_ERROR(LoadTitles(directory, rules));
  YZ_RETURN_IF_ERROR(LoadModality(directory, rules));
  YZ_RETURN_IF_ERROR(LoadEvents(directory, rules));
  YZ_RETURN_IF_ERROR(LoadRelations(directory, rules));
  YZ_RETURN_IF_ERROR(LoadAttributes(directory, rules));
  YZ_RETURN_IF_ERROR(LoadAnaphora(directory, rules));
  YZ_RETURN_IF_ERROR(LoadProperties(directory, rules));
  YZ_RETURN_IF_ERROR(LoadConfidence(directory, rules));
  return rules;
}

}  // namespace yinzheng::knowledge
