// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The layout of the five kinds of databases of a generation: term prefixes, value slots and
// metadata keys, each said once and used by the writer and the reader alike. docs/index-format.md
// explains it and a test keeps the two in step. Not for how text becomes terms: that is
// text/analyzer.h.

#ifndef YINZHENG_INDEXER_STORE_SCHEMA_H_
#define YINZHENG_INDEXER_STORE_SCHEMA_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace yinzheng::store {

// Raise on any change of prefixes, slots, keys or document data. A reader refuses every other
// version.
inline constexpr int kFormatVersion = 4;

// Directories of the databases inside a generation, and the file that describes them. With several
// shards, those of passages and facts have a number (shard_layout.h).
inline constexpr std::string_view kArticlesDirectory = "articles";
inline constexpr std::string_view kPassagesDirectory = "passages";
inline constexpr std::string_view kEntitiesDirectory = "entities";
inline constexpr std::string_view kFactsDirectory = "facts";
inline constexpr std::string_view kSuggestionsDirectory = "suggestions";
inline constexpr std::string_view kManifestFile = "manifest.textproto";

// Term prefixes. Analysed text of passages and facts has none: its terms are folded to lower case,
// so no capital can begin one. Prefixes of two letters begin with X and no prefix is the beginning
// of another one. "id" is the part of a resource name after its last collection ("entities/42" ->
// "42").
namespace prefix {
inline constexpr std::string_view kName =
    "Q";  // articles, entities, facts: id of the document's own resource name.
inline constexpr std::string_view kTitle = "S";     // articles, passages: analysed title.
inline constexpr std::string_view kArticle = "XR";  // passages, facts: id of the article.
inline constexpr std::string_view kEntity = "XE";  // articles, passages: id of an entity mentioned.
inline constexpr std::string_view kOutlet = "XO";  // articles, passages: name key of the outlet.
inline constexpr std::string_view kAuthor = "XA";  // articles, passages: name key of an author.
inline constexpr std::string_view kLanguage =
    "XL";  // articles, passages: language tag in lower case.
inline constexpr std::string_view kNameKey =
    "XK";  // entities: name key of a name, after ':' of a document-scoped one; suggestions: of the
           // text.
inline constexpr std::string_view kNamePrefix =
    "XF";  // entities, suggestions: first 1 to 8 characters of a name key.
inline constexpr std::string_view kNameGram =
    "XB";  // entities: one or two characters of a name key.
inline constexpr std::string_view kPinyin =
    "XY";  // entities, suggestions: pinyin of a name; suggestion_terms.h says in which forms.
inline constexpr std::string_view kEntityType = "XT";  // entities: number of the EntityType.
inline constexpr std::string_view kSubject =
    "XS";  // facts: id of the subject, or '/' and its name key.
inline constexpr std::string_view kObject = "XV";  // facts: id of the entity that is the value.
inline constexpr std::string_view kSpeaker =
    "XW";  // facts: id of a speaker; '/' and the name key of its name.
inline constexpr std::string_view kProperty =
    "XP";  // facts: name key of the property; of the property_id.
inline constexpr std::string_view kFactKind = "XC";  // facts: number of the FactKind.
inline constexpr std::string_view kModality = "XM";  // facts: number of the Modality.
inline constexpr std::string_view kOrigin = "XG";    // facts: number of the FactOrigin.
inline constexpr std::string_view kUnit = "XU";    // facts: name key of the unit; of the unit code.
inline constexpr std::string_view kNumber = "XN";  // passages: key of a number (number_key.h).
inline constexpr std::string_view kNumberDecade =
    "XD";  // passages: the magnitude and first digit of a number.
inline constexpr std::string_view kReprint =
    "XJ";  // articles: id of the article that leads its group of reprints.
}  // namespace prefix

// Punctuation in analysed text, at its position; after prefix::kTitle in titles. No token is a bar.
inline constexpr std::string_view kBreakTerm = "|";

// Value slots. One slot means one thing in every database that fills it.
namespace slot {
inline constexpr uint32_t kArticleNumber =
    0;  // passages: docid of the article, 4 bytes big-endian; collapse key.
inline constexpr uint32_t kTieBreak =
    1;  // all: resource name; passages: id of the article and number; last sort key.
inline constexpr uint32_t kEarliest =
    2;  // articles, passages: first day of publication; facts: of the time.
inline constexpr uint32_t kLatest =
    3;  // articles, passages: last day of publication; facts: of the time.
inline constexpr uint32_t kNewestFirst =
    4;  // passages, articles: ascending order puts the latest first.
inline constexpr uint32_t kOldestFirst =
    5;  // passages, articles: ascending order puts the earliest first.
inline constexpr uint32_t kOutlet = 6;  // articles: outlet as printed, for facets.
inline constexpr uint32_t kAuthors =
    7;  // articles: authors as printed, newline between them, for facets.
inline constexpr uint32_t kMostMentioned =
    9;  // entities: ascending order puts the most mentioned first.
inline constexpr uint32_t kAmount =
    10;  // facts: amount, sortable double (rounded: exact value in the data).
inline constexpr uint32_t kUpperAmount =
    11;  // facts: upper end of a range, else the amount, likewise.
inline constexpr uint32_t kConfidence = 12;  // facts: confidence, sortable double.
inline constexpr uint32_t kArticleOrder =
    13;  // facts: ids of article and fact, place between them.
inline constexpr uint32_t kSubjectOrder = 14;  // facts: subject, property, time and id.
inline constexpr uint32_t kDisplayName = 15;   // entities: canonical name, for lists of references.
inline constexpr uint32_t kReprintGroup =
    20;  // passages: docid of the first article of the group, else of its own; collapse key.
// What facts are counted by; fact_facets.h writes and reads them.
inline constexpr uint32_t kFactSubject =
    21;  // facts: id of the subject; '/' and its name where it is no entity.
inline constexpr uint32_t kFactProperty =
    22;  // facts: property, and its property_id or its key where that differs.
inline constexpr uint32_t kFactForms = 23;    // facts: FactKind, Modality, FactOrigin, a byte each.
inline constexpr uint32_t kFactUnit = 24;     // facts: unit of the quantity.
inline constexpr uint32_t kFactArticle = 25;  // facts: id of the first citation's article.
inline constexpr uint32_t kFactSpeaker = 26;  // facts: its speaker, as in kFactSubject.
inline constexpr uint32_t kFactYear = 27;     // facts: year that all of the time lies in.
inline constexpr uint32_t kNone = 30;         // Never written: no document has a value there.
}  // namespace slot

// Metadata of every database, so that a directory taken out of its generation is still recognised.
namespace metadata {
inline constexpr std::string_view kFormat = "yinzheng.format";  // kFormatVersion in decimal.
inline constexpr std::string_view kAnalyzer =
    "yinzheng.analyzer";  // Fingerprint of the text analysis.
inline constexpr std::string_view kContent =
    "yinzheng.content";  // Digest of every record added, in order.
// Of passages: first and last day of publication, as slot kEarliest has them; empty if none is
// dated. Xapian's own bounds of a slot stay as wide as they ever were when documents go.
inline constexpr std::string_view kFirstDay = "yinzheng.first_day";
inline constexpr std::string_view kLastDay = "yinzheng.last_day";
inline constexpr std::string_view kDictionary =
    "yinzheng.dictionary";  // What the data of documents is compressed with; may be absent.
// Of passages and facts of a generation with several shards: which of them it is, such as
// "passages 3/4".
inline constexpr std::string_view kShard = "yinzheng.shard";
inline constexpr std::string_view kPinyin =
    "yinzheng.pinyin";  // suggestions: digest of the readings that its terms were made by.
}  // namespace metadata

// Longest prefix of a name that kNamePrefix holds, in characters of its key.
inline constexpr int kMaxNamePrefix = 8;

struct PrefixUse {
  std::string_view prefix;
  std::string_view databases;
};

// Every prefix above, for the tests and for `info`.
inline constexpr std::array<PrefixUse, 23> kPrefixes = {{
    {prefix::kName, "articles entities facts"},
    {prefix::kTitle, "articles passages"},
    {prefix::kArticle, "passages facts"},
    {prefix::kEntity, "articles passages"},
    {prefix::kOutlet, "articles passages"},
    {prefix::kAuthor, "articles passages"},
    {prefix::kLanguage, "articles passages"},
    {prefix::kNameKey, "entities suggestions"},
    {prefix::kNamePrefix, "entities suggestions"},
    {prefix::kNameGram, "entities"},
    {prefix::kPinyin, "entities suggestions"},
    {prefix::kEntityType, "entities"},
    {prefix::kSubject, "facts"},
    {prefix::kObject, "facts"},
    {prefix::kSpeaker, "facts"},
    {prefix::kProperty, "facts"},
    {prefix::kFactKind, "facts"},
    {prefix::kModality, "facts"},
    {prefix::kOrigin, "facts"},
    {prefix::kUnit, "facts"},
    {prefix::kReprint, "articles"},
    {prefix::kNumber, "passages"},
    {prefix::kNumberDecade, "passages"},
}};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SCHEMA_H_
