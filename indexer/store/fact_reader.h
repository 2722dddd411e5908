// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Facts of a generation by name, by structure and by text. Not for judging facts against each other
// (timelines, conflicts, checks): services do that over what is found here.

#ifndef YINZHENG_INDEXER_STORE_FACT_READER_H_
#define YINZHENG_INDEXER_STORE_FACT_READER_H_

#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/store/compiled_query.h"
#include "indexer/store/filter_node.h"
#include "indexer/store/search_types.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::store {

class DatabasePool;

enum class FactOrder {
  kBest,     // With a query: best match first, ties as kArticle. Without: kArticle.
  kArticle,  // By article, place and name of the first citation.
  kSubject,  // By subject, property key, as-of time and name.
};

// Amounts of one unit.
struct AmountRange {
  std::string unit;  // Unit or unit code, by its key; empty: any.
  std::string min;   // Decimals. `amount` (and `upper_amount` of a range) must lie inside, exactly
  std::string max;   // compared; empty: no end.
};

// All conditions must hold; empty ones are none. Names of entities may be `entities/…` or a printed
// name, which is then compared by its key.
struct FactQuery {
  CompiledQuery text;                         // Words in subject, property, value or quotation.
  std::vector<std::string> subjects;          // Any of these.
  std::vector<std::string> properties;        // Any of these properties or property_ids, by key.
  std::vector<yinzheng::v1::FactKind> kinds;  // Any of these.
  std::string article;                        // `articles/…` that a citation stands in.
  std::string speaker;
  std::string object;                // The entity that is the value: incoming relations.
  std::vector<AmountRange> amounts;  // Any of these: one range in several units.
  std::string earliest;  // Days. All of the time (for dates: of the date) must lie inside.
  std::string latest;
  yinzheng::v1::Modality modality = yinzheng::v1::MODALITY_UNSPECIFIED;
  yinzheng::v1::FactOrigin origin = yinzheng::v1::FACT_ORIGIN_UNSPECIFIED;
  FilterNode filter;
  std::vector<yinzheng::v1::FactFacetField> facets;  // To count by, each once.
  size_t max_facet_values = 20;
  FactOrder order = FactOrder::kBest;
  Page page;
  // Matches to count. The best ones of a search by words are found without a look at most of the
  // others; counting all of them takes as long as there are many. Facets count all.
  size_t count_limit = 0;
  SearchControl control;
};

// For FactQuery::count_limit: all matches.
inline constexpr size_t kCountAll = std::numeric_limits<size_t>::max();

struct FactHit {
  yinzheng::v1::Fact fact;
  double score = 0;  // Relevance to FactQuery::text; 0 without one.
};

// One page. Whoever asks for no facets may take it as a Listed<FactHit>.
struct FoundFacts : Listed<FactHit> {
  std::vector<yinzheng::v1::FactFacet> facets;  // In the order asked.
};

// Safe for concurrent use.
class FactReader {
 public:
  // `pool` must outlive it.
  explicit FactReader(DatabasePool& pool) : pool_(pool) {}

  // `facts/…`. kNotFound; kInvalidArgument if it is no such name.
  absl::StatusOr<yinzheng::v1::Fact> Get(std::string_view name) const;

  // Keys of the properties, of facts about anything, that hold `words`: in one piece; if there are
  // none, all its pairs of characters. At most `limit`, the most frequent first. Reads every
  // property of the index once: some milliseconds for 50,000.
  absl::StatusOr<std::vector<std::string>> PropertiesLike(std::string_view words, size_t limit,
                                                          const SearchControl& control) const;

  // Facets are exact, whatever the page. The total is exact if it is below `count_limit`, else no
  // more than there are. kInvalidArgument for a malformed amount or day,
  // or a filter field that facts do not have.
  absl::StatusOr<FoundFacts> Search(const FactQuery& query) const;

  // Visits every fact in the order of names until `visit` returns an error, which is returned.
  absl::Status ForEach(const std::function<absl::Status(const yinzheng::v1::Fact&)>& visit) const;

 private:
  DatabasePool& pool_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_FACT_READER_H_
