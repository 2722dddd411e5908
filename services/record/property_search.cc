// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/property_search.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/name_key.h"
#include "indexer/store/property_words.h"
#include "services/record/subject_facts.h"
#include "services/record/warnings.h"

namespace yinzheng::services {
namespace {

constexpr size_t kMostProperties = 100;
constexpr size_t kNamedInWarnings = 3;

}  // namespace

absl::StatusOr<std::vector<std::string>> PropertiesMeantBy(const std::string& words,
                                                           const std::vector<std::string>& subjects,
                                                           const store::FactReader& facts,
                                                           const store::SearchControl& control) {
  if (subjects.empty()) return facts.PropertiesLike(words, kMostProperties, control);
  YZ_ASSIGN_OR_RETURN(const std::vector<v1::Fact> own,
                      FactsOfSubjects(facts, control, subjects, {}));
  std::map<std::string, uint32_t> counts;
  for (const v1::Fact& fact : own) ++counts[store::NameKey(fact.property())];
  const store::PropertyWords wanted(words);
  store::PropertyCandidates candidates;
  for (const auto& [key, count] : counts) candidates.Add(wanted, key, count);
  return candidates.Best(kMostProperties);
}

v1::Warning PropertyWarning(const std::string& words, PropertyTaken taken,
                            const std::vector<store::FactHit>& found) {
  if (taken == PropertyTaken::kWords) {
    return MakeWarning(
        v1::WARNING_CODE_SEARCHED_AS_WORDS,
        absl::StrCat("no property is called ", words, " here; it was searched as words"), words);
  }
  std::vector<std::string> named;
  for (const store::FactHit& hit : found) {
    const std::string& property = hit.fact.property();
    if (std::find(named.begin(), named.end(), property) != named.end()) continue;
    if (named.size() < kNamedInWarnings) named.push_back(property);
  }
  return MakeWarning(v1::WARNING_CODE_SEARCHED_AS_WORDS,
                     absl::StrCat("no property is called ", words,
                                  " here; those with these words were taken, such as ",
                                  absl::StrJoin(named, "、")),
                     words);
}

}  // namespace yinzheng::services
