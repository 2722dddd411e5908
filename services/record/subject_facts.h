// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_SUBJECT_FACTS_H_
#define YINZHENG_SERVICES_RECORD_SUBJECT_FACTS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/fact_reader.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// Facts of one subject that are read at most: what a handler judges in memory must have an end.
inline constexpr size_t kMaxSubjectFacts = 5000;

// All facts (at most kMaxSubjectFacts) of any of `subjects` (`entities/…`; none: no facts), those
// of any of `properties` (or property_ids) only if there are some, in FactOrder::kSubject.
absl::StatusOr<std::vector<v1::Fact>> FactsOfSubjects(const store::FactReader& facts,
                                                      const store::SearchControl& control,
                                                      const std::vector<std::string>& subjects,
                                                      const std::vector<std::string>& properties);

// Facts of subjects that speak of something, and whether there are no others.
struct FactsAbout {
  std::vector<v1::Fact> facts;
  bool complete = true;
};

// All facts of any of `subjects` if they are few (kFewSubjectFacts), in FactOrder::kSubject; of
// more, those whose words fit `text` best. A country has tens of thousands: to read and weigh them
// all takes a tenth of a second, and those that share no word with a question do not answer it.
absl::StatusOr<FactsAbout> FactsOfSubjectsAbout(const store::FactReader& facts,
                                                const store::SearchControl& control,
                                                const std::vector<std::string>& subjects,
                                                const store::CompiledQuery& text);
inline constexpr size_t kFewSubjectFacts = 500;

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_SUBJECT_FACTS_H_
