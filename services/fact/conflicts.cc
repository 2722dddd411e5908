// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/conflicts.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/name_key.h"

namespace yinzheng::services {
namespace {

constexpr size_t kKeptGenerations = 2;

// Facts of different keys cannot conflict.
std::string CandidateKey(const v1::Fact& fact) {
  const std::string subject = fact.subject().entity().empty()
                                  ? absl::StrCat("/", store::NameKey(fact.subject().display_name()))
                                  : fact.subject().entity();
  return absl::StrCat(subject, "\t", PropertyKey(fact), "\t", KindOf(fact), "\t", ScopeKey(fact));
}

std::string ValueText(const v1::Fact& fact) {
  switch (fact.value_case()) {
    case v1::Fact::kQuantity:
      return fact.quantity().text().empty()
                 ? absl::StrCat(fact.quantity().amount(), fact.quantity().unit())
                 : fact.quantity().text();
    case v1::Fact::kDate:
      return fact.date().edtf();
    case v1::Fact::kRank:
      return absl::StrCat("rank ", fact.rank().rank());
    case v1::Fact::kEntity:
      return fact.entity().display_name();
    default:
      return fact.text();
  }
}

std::string ReasonFor(const RecordRules& rules, const std::vector<const v1::Fact*>& facts) {
  std::vector<std::string> values;
  for (const v1::Fact* fact : facts) {
    const std::string value = ValueText(*fact);
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }
  const v1::Fact& first = *facts.front();
  const bool timeless = rules.properties.Of(first).timeless;
  const std::string when =
      timeless || first.time().edtf().empty() ? "" : absl::StrCat(" as of ", first.time().edtf());
  return absl::StrCat(first.property(), " has one value", when,
                      ", and these exclude each other: ", absl::StrJoin(values, " / "));
}

// Adds the sets among `facts` (of one key) that are tied by conflicts.
void AddConflicts(const RecordRules& rules, const std::vector<const v1::Fact*>& facts,
                  std::vector<v1::Conflict>& conflicts) {
  std::vector<size_t> group(facts.size());
  std::vector<bool> tied(facts.size(), false);
  for (size_t i = 0; i < facts.size(); ++i) group[i] = i;
  for (size_t i = 0; i < facts.size(); ++i) {
    for (size_t j = i + 1; j < facts.size(); ++j) {
      if (!rules.Conflict(*facts[i], *facts[j])) continue;
      tied[i] = tied[j] = true;
      std::replace(group.begin(), group.end(), group[j], group[i]);
    }
  }
  std::map<size_t, std::vector<const v1::Fact*>> sets;
  for (size_t i = 0; i < facts.size(); ++i) {
    if (tied[i]) sets[group[i]].push_back(facts[i]);
  }
  for (const auto& [number, set] : sets) {
    v1::Conflict conflict;
    *conflict.mutable_subject() = set.front()->subject();
    conflict.set_property(set.front()->property());
    for (const v1::Fact* fact : set) *conflict.add_facts() = *fact;
    conflict.set_reason(ReasonFor(rules, set));
    conflicts.push_back(std::move(conflict));
  }
}

bool MayConflict(const RecordRules& rules, const v1::Fact& fact) {
  return fact.modality() != v1::MODALITY_PLANNED && rules.properties.Of(fact).single_valued;
}

}  // namespace

std::vector<v1::Conflict> FindConflicts(const RecordRules& rules,
                                        const std::vector<v1::Fact>& facts) {
  std::map<std::string, std::vector<const v1::Fact*>> candidates;
  for (const v1::Fact& fact : facts) {
    if (MayConflict(rules, fact)) candidates[CandidateKey(fact)].push_back(&fact);
  }
  std::vector<v1::Conflict> conflicts;
  for (auto& [key, same] : candidates) {
    std::sort(same.begin(), same.end(),
              [](const v1::Fact* a, const v1::Fact* b) { return a->name() < b->name(); });
    AddConflicts(rules, same, conflicts);
  }
  std::stable_sort(conflicts.begin(), conflicts.end(),
                   [](const v1::Conflict& a, const v1::Conflict& b) {
                     return std::tuple(a.subject().display_name(), a.property()) <
                            std::tuple(b.subject().display_name(), b.property());
                   });
  return conflicts;
}

absl::StatusOr<SharedConflicts> ConflictCatalogue::Of(const store::IndexSnapshot& snapshot,
                                                      const RequestContext& context) const {
  base::MutexLock lock(mutex_);
  for (const Known& known : known_) {
    if (known.generation == snapshot.generation()) return known.conflicts;
  }
  YZ_ASSIGN_OR_RETURN(const std::vector<v1::Fact> suspects, Suspects(snapshot, context));
  auto found = std::make_shared<const std::vector<v1::Conflict>>(FindConflicts(rules_, suspects));
  known_.insert(known_.begin(), Known{snapshot.generation(), found});
  if (known_.size() > kKeptGenerations) known_.resize(kKeptGenerations);
  return SharedConflicts(std::move(found));
}

// Facts that share their key with another one. Two passes, so that memory grows with the number of
// keys and not with the facts.
absl::StatusOr<std::vector<v1::Fact>> ConflictCatalogue::Suspects(
    const store::IndexSnapshot& snapshot, const RequestContext& context) const {
  const std::hash<std::string> hash;
  std::unordered_map<size_t, uint32_t> counts;
  YZ_RETURN_IF_ERROR(snapshot.facts().ForEach([&](const v1::Fact& fact) {
    if (MayConflict(rules_, fact)) ++counts[hash(CandidateKey(fact))];
    return context.Check();
  }));
  std::vector<v1::Fact> suspects;
  YZ_RETURN_IF_ERROR(snapshot.facts().ForEach([&](const v1::Fact& fact) {
    if (MayConflict(rules_, fact) && counts[hash(CandidateKey(fact))] > 1) suspects.push_back(fact);
    return context.Check();
  }));
  return suspects;
}

}  // namespace yinzheng::services
