// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/subject_facts.h"

#include <utility>

#include "indexer/base/status_macros.h"

namespace yinzheng::services {

absl::StatusOr<std::vector<v1::Fact>> FactsOfSubjects(const store::FactReader& facts,
                                                      const store::SearchControl& control,
                                                      const std::vector<std::string>& subjects,
                                                      const std::vector<std::string>& properties) {
  std::vector<v1::Fact> found;
  if (subjects.empty()) return found;
  store::FactQuery query;
  query.subjects = subjects;
  query.properties = properties;
  query.order = store::FactOrder::kSubject;
  query.page = {0, kMaxSubjectFacts};
  query.control = control;
  YZ_ASSIGN_OR_RETURN(store::Listed<store::FactHit> hits, facts.Search(query));
  found.reserve(hits.items.size());
  for (store::FactHit& hit : hits.items) found.push_back(std::move(hit.fact));
  return found;
}

}  // namespace yinzheng::services
