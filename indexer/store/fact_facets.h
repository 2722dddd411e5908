// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Counts facts by subject, property, kind, unit, article, speaker, year, modality or origin. The
// values stand in slots of the facts; standard match spies, which also work on remote databases,
// count them in the match that finds the page, which must look at every match. Internal to the
// store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_FACT_FACETS_H_
#define YINZHENG_INDEXER_STORE_FACT_FACETS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "indexer/store/database_pool.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::store {

// The values that `fact` is counted by.
void AddFacetValues(const yinzheng::v1::Fact& fact, Xapian::Document& document);

// The counts of one search. Not safe for concurrent use.
class FactFacets {
 public:
  // Watches the matches of `enquire`, which must not search after this is gone.
  FactFacets(const std::vector<yinzheng::v1::FactFacetField>& fields, Xapian::Enquire& enquire);

  // What the search has seen, a facet for each field in their order: at most `max_values`, most
  // frequent first, ties by value. Costs a look at each distinct value of the matches, and for
  // subjects, speakers and articles a document read for each value that is returned.
  std::vector<yinzheng::v1::FactFacet> Counts(const DatabaseHandles& handles,
                                              size_t max_values) const;

 private:
  std::vector<yinzheng::v1::FactFacetField> fields_;
  std::map<uint32_t, Xapian::ValueCountMatchSpy> spies_;  // By slot: fields may share one.
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_FACT_FACETS_H_
