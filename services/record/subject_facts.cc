// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/subject_facts.h"

#include <utility>

#include "indexer/base/status_macros.h"

namespace yinzheng::services {
namespace {

std::vector<v1::Fact> FactsOf(store::Listed<store::FactHit> hits) {
  std::vector<v1::Fact> facts;
  facts.reserve(hits.items.size());
  for (store::FactHit& hit : hits.items) facts.push_back(std::move(hit.fact));
  return facts;
}

}  // namespace

absl::StatusOr<std::vector<v1::Fact>> FactsOfSubjects(const store::FactReader& facts,
                                                      const store::SearchControl& control,
                                                      const std::vector<std::string>& subjects,
                                                      const std::vector<std::string>& properties) {
  if (subjects.empty()) return std::vector<v1::Fact>();
  store::FactQuery query;
  query.subjects = subjects;
  query.properties = properties;
  query.order = store::FactOrder::kSubject;
  query.page = {0, kMaxSubjectFacts};
  query.control = control;
  YZ_ASSIGN_OR_RETURN(store::Listed<store::FactHit> hits, facts.Search(query));
  return FactsOf(std::move(hits));
}

absl::StatusOr<FactsAbout> FactsOfSubjectsAbout(const store::FactReader& facts,
                                                const store::SearchControl& control,
                                                const std::vector<std::string>& subjects,
                                                const store::CompiledQuery& text) {
  FactsAbout about;
  if (subjects.empty()) return about;
  store::FactQuery query;
  query.subjects = subjects;
  query.order = store::FactOrder::kSubject;
  query.page = {0, 0};
  query.count_limit = kFewSubjectFacts + 1;
  query.control = control;
  YZ_ASSIGN_OR_RETURN(const store::Listed<store::FactHit> all, facts.Search(query));
  about.complete = all.total <= kFewSubjectFacts;
  query.page = {0, kFewSubjectFacts};
  if (!about.complete) {
    query.text = text;
    query.order = store::FactOrder::kBest;
  }
  YZ_ASSIGN_OR_RETURN(store::Listed<store::FactHit> hits, facts.Search(query));
  about.facts = FactsOf(std::move(hits));
  return about;
}

}  // namespace yinzheng::services
