// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_RULES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_RULES_H_

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/extract/phrase_map.h"
#include "yinzheng/v1/citation.pb.h"
#include "yinzheng/v1/entity_ref.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// Classes of small words (data/fact_words.tsv), as bits: a word may be in several.
enum WordClass : uint32_t {
  kPreposition = 1u << 0,
  kAdverb = 1u << 1,
  kHave = 1u << 2,
  kCopula = 1u << 3,
  kChange = 1u << 4,
  kConjunction = 1u << 5,
  kReporter = 1u << 6,
  kDescribed = 1u << 7,
  kPronoun = 1u << 8,
  kOwnOrg = 1u << 9,
  kCountUnit = 1u << 10,
  kDurationUnit = 1u << 11,
  kDimensionUnit = 1u << 12,
  kMoneyUnit = 1u << 13,
  kAreaUnit = 1u << 14,
  kMeasureNoun = 1u << 15,
  kListEnd = 1u << 16,
  kLocal = 1u << 17,
  kFrom = 1u << 18,
  kVerbLike = 1u << 19,
  kProjectNoun = 1u << 20,
  kThingNoun = 1u << 21,
  kScope = 1u << 22,
  kState = 1u << 23,
  kBelow = 1u << 24,
  kHouse = 1u << 25,
  kServe = 1u << 26,
  kParentEnd = 1u << 27,
  kIndicator = 1u << 28,
  kProvince = 1u << 29,
  kPost = 1u << 30,
  kSettler = 1u << 31,
};

// A verb of saying (data/fact_speech.tsv): which kinds of sources it may have.
struct SpeechCue {
  bool speech = false;
  bool document = false;
  bool learn = false;
  bool according = false;  // closes 据…: 据某国媒体报道
  bool house = false;      // an institution before it is the source: 某局数据显示
};

// A noun that speaks without a name (data/fact_speech.tsv).
struct SpeechNoun {
  bool goes_on = false;  // over the sentences that follow, as 会议 does and 数据 does not
  bool people = false;   // 军方, 媒体
};

// A verb that makes a date an event (data/fact_events.tsv).
struct EventVerb {
  std::string id;
  std::string property;       // 成立时间
  bool object_first = false;  // its object, if named, is what the event happened to
  bool of_person = false;     // it happens to persons alone
};

// A verb or noun that relates two names (data/fact_relations.tsv).
struct RelationWord {
  std::string id;
  std::string property;
  bool inverse = false;                 // the value stands before the word, the subject behind it
  bool makes_topic = false;             // the object is what the next clauses speak of
  std::set<v1::EntityType> left = {};   // empty: any
  std::set<v1::EntityType> right = {};  // empty: any
};

// How much of the clause behind a cue is the value of an attribute.
enum class ValueExtent {
  kNounPhrase,  // to the end of the noun phrase
  kClause,      // to the end of the clause
  kSentence,    // to the end of the sentence
};

// A cue of an attribute (data/fact_attributes.tsv).
struct AttributeCue {
  std::string id;
  std::string property;
  ValueExtent extent = ValueExtent::kClause;
  std::vector<std::u32string> enders;   // the value ends before the first of these
  bool split = false;                   // the members of a list are facts of their own
  bool names = false;                   // members that are names are values too, as relations
  bool keep_cue = false;                // the cue is part of the value
  bool main = false;                    // the cue must be the verb of its clause
  bool apart = false;                   // a value that holds a name is no attribute but a relation
  std::vector<std::u32string> endings;  // the value ends in one of these; empty: any
  bool needs_ender = false;
  std::set<v1::EntityType> subjects = {};  // types the subject must have; empty: any
};

// A word that points back at a name (data/fact_anaphora.tsv).
struct Anaphor {
  std::string id;
  std::vector<std::u32string> endings;  // the name ends in one of these; empty: any
  std::set<v1::EntityType> types;       // or is of one of these types
  bool generic = false;                 // the topic fits by its type alone
  bool bare = false;                    // without 该, 这一: only as the subject of a clause
};

// All rules about facts, read once. Immutable; safe to share.
struct FactRules {
  PhraseMap<uint32_t> words;
  PhraseMap<SpeechCue> speech;
  PhraseMap<SpeechNoun> speech_nouns;
  PhraseMap<bool> links;      // words that open a paragraph in which speech goes on: 同时
  PhraseMap<bool> narrators;  // words that open a sentence of the article itself: 据, 近日
  PhraseMap<bool> titles;     // true: may stand after the name
  PhraseMap<v1::Modality> modality;
  PhraseMap<bool> modality_alone;  // words of `modality` that plan whatever stands behind them
  PhraseMap<bool> suppositions;    // 如果, 无论: nothing behind them is told as so
  PhraseMap<bool> denials;
  PhraseMap<EventVerb> events;
  PhraseMap<std::vector<RelationWord>> relations;   // a word may relate names of several types
  PhraseMap<std::vector<AttributeCue>> attributes;  // the first that fits
  PhraseMap<Anaphor> anaphora;
  PhraseMap<std::string> demonstratives;   // 该, 这一
  PhraseMap<std::string> unit_properties;  // 平方米 -> 面积
  PhraseMap<std::string> property_ids;     // 总面积 -> total_area
  PhraseMap<double> confidence;            // by rule id, longest prefix

  bool Is(std::u32string_view word, uint32_t classes) const {
    const uint32_t* found = words.Find(word);
    return found != nullptr && (*found & classes) != 0;
  }

  // Reads every data/fact_*.tsv in `directory`. Errors as RuleTable::Load, and InvalidArgument
  // naming file and line for a class, mode or type that does not exist.
  static absl::StatusOr<FactRules> Load(const std::string& directory);
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_RULES_H_
