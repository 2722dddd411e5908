// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/conflicts.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
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
// More values than this of one subject at one time are a mixture of things that the property does
// not tell apart, not sources that disagree.
constexpr size_t kMaxValues = 4;
// How long a waiting call sleeps before it looks at its deadline again.
constexpr std::chrono::milliseconds kWaitStep(100);

std::string SubjectKey(const v1::Fact& fact) {
  return fact.subject().entity().empty()
             ? absl::StrCat("/", store::NameKey(fact.subject().display_name()))
             : fact.subject().entity();
}

// Facts of different keys cannot conflict.
std::string CandidateKey(const v1::Fact& fact) {
  return absl::StrCat(SubjectKey(fact), "\t", PropertyKey(fact), "\t", KindOf(fact), "\t",
                      ScopeKey(fact));
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

std::vector<std::string> ValuesOf(const std::vector<const v1::Fact*>& facts) {
  std::vector<std::string> values;
  for (const v1::Fact* fact : facts) {
    const std::string value = ValueText(*fact);
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }
  return values;
}

std::string ReasonFor(const RecordRules& rules, const std::vector<const v1::Fact*>& facts) {
  const std::vector<std::string> values = ValuesOf(facts);
  const v1::Fact& first = *facts.front();
  const bool timeless = rules.properties.Of(first).timeless;
  const std::string when =
      timeless || first.time().edtf().empty() ? "" : absl::StrCat(" as of ", first.time().edtf());
  return absl::StrCat(first.property(), " has one value", when,
                      ", and these exclude each other: ", absl::StrJoin(values, " / "));
}

bool MayConflict(const RecordRules& rules, const v1::Fact& fact) {
  return fact.modality() != v1::MODALITY_PLANNED && rules.properties.Of(fact).single_valued;
}

// Hashes what facts in conflict have in common. Properties recur: what is known of one is kept, as
// folding it again for every fact would be most of the work.
class KeyMaker {
 public:
  explicit KeyMaker(const RecordRules& rules) : rules_(rules) {}

  // nullopt for facts that conflict with none.
  std::optional<uint64_t> Make(const v1::Fact& fact) {
    if (fact.modality() == v1::MODALITY_PLANNED) return std::nullopt;
    // All that rules look at; of quantities that is more than the property.
    std::string words = absl::StrCat(KindOf(fact), "\t", fact.property_id(), "\t", fact.property(),
                                     "\t", fact.quantity().unit(), "\t", fact.quantity().measure());
    auto [property, added] = properties_.try_emplace(std::move(words));
    if (added) {
      property->second = {rules_.properties.Of(fact), PropertyKey(fact)};
    }
    const auto& [behaviour, key] = property->second;
    if (!behaviour.single_valued) return std::nullopt;
    const std::string time =
        behaviour.timeless ? "" : absl::StrCat(fact.time().earliest(), "/", fact.time().latest());
    return std::hash<std::string>()(absl::StrCat(SubjectKey(fact), "\t", key, "\t", time));
  }

 private:
  const RecordRules& rules_;
  std::unordered_map<std::string, std::pair<PropertyBehaviour, std::string>> properties_;
};

}  // namespace

std::vector<std::vector<const v1::Fact*>> ConflictingSets(
    const RecordRules& rules, const std::vector<const v1::Fact*>& facts) {
  std::vector<size_t> group(facts.size());
  std::vector<bool> tied(facts.size(), false);
  for (size_t i = 0; i < facts.size(); ++i) group[i] = i;
  for (size_t i = 0; i < facts.size(); ++i) {
    for (size_t j = i + 1; j < facts.size(); ++j) {
      if (!rules.Conflict(*facts[i], *facts[j])) continue;
      tied[i] = tied[j] = true;
      const size_t from = group[j];
      const size_t to = group[i];
      std::replace(group.begin(), group.end(), from, to);
    }
  }
  std::map<size_t, std::vector<const v1::Fact*>> sets;
  for (size_t i = 0; i < facts.size(); ++i) {
    if (tied[i]) sets[group[i]].push_back(facts[i]);
  }
  std::vector<std::vector<const v1::Fact*>> kept;
  for (auto& [number, set] : sets) {
    if (ValuesOf(set).size() <= kMaxValues) kept.push_back(std::move(set));
  }
  return kept;
}

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
    for (const std::vector<const v1::Fact*>& set : ConflictingSets(rules, same)) {
      v1::Conflict& conflict = conflicts.emplace_back();
      *conflict.mutable_subject() = set.front()->subject();
      conflict.set_property(set.front()->property());
      for (const v1::Fact* fact : set) *conflict.add_facts() = *fact;
      conflict.set_reason(ReasonFor(rules, set));
    }
  }
  std::stable_sort(conflicts.begin(), conflicts.end(),
                   [](const v1::Conflict& a, const v1::Conflict& b) {
                     return std::tuple(a.subject().display_name(), a.property()) <
                            std::tuple(b.subject().display_name(), b.property());
                   });
  return conflicts;
}

SharedConflicts ConflictCatalogue::Find(const std::string& generation) const {
  for (const Known& known : known_) {
    if (known.generation == generation) return known.conflicts;
  }
  return nullptr;
}

absl::StatusOr<SharedConflicts> ConflictCatalogue::Of(const store::IndexSnapshot& snapshot,
                                                      const RequestContext& context) const {
  const std::string& generation = snapshot.generation();
  {
    base::MutexLock lock(mutex_);
    while (true) {
      if (SharedConflicts known = Find(generation); known != nullptr) return known;
      if (!computing_.contains(generation)) break;
      YZ_RETURN_IF_ERROR(context.Check());
      computed_.WaitFor(mutex_, kWaitStep);
    }
    computing_.insert(generation);
  }
  absl::StatusOr<SharedConflicts> conflicts = Compute(snapshot);
  {
    base::MutexLock lock(mutex_);
    computing_.erase(generation);
    if (conflicts.ok()) known_.insert(known_.begin(), Known{generation, *conflicts});
    if (known_.size() > kKeptGenerations) known_.resize(kKeptGenerations);
  }
  computed_.SignalAll();
  return conflicts;
}

absl::StatusOr<SharedConflicts> ConflictCatalogue::Compute(
    const store::IndexSnapshot& snapshot) const {
  YZ_ASSIGN_OR_RETURN(const std::vector<v1::Fact> suspects, Suspects(snapshot));
  return SharedConflicts(
      std::make_shared<const std::vector<v1::Conflict>>(FindConflicts(rules_, suspects)));
}

// Facts that share their key with another one. Two passes, so that memory grows with the number of
// keys and not with the facts.
absl::StatusOr<std::vector<v1::Fact>> ConflictCatalogue::Suspects(
    const store::IndexSnapshot& snapshot) const {
  KeyMaker keys(rules_);
  std::unordered_map<uint64_t, uint32_t> counts;
  YZ_RETURN_IF_ERROR(snapshot.facts().ForEach([&](const v1::Fact& fact) {
    if (const auto key = keys.Make(fact); key.has_value()) ++counts[*key];
    return absl::OkStatus();
  }));
  std::vector<v1::Fact> suspects;
  YZ_RETURN_IF_ERROR(snapshot.facts().ForEach([&](const v1::Fact& fact) {
    if (const auto key = keys.Make(fact); key.has_value() && counts[*key] > 1) {
      suspects.push_back(fact);
    }
    return absl::OkStatus();
  }));
  return suspects;
}

}  // namespace yinzheng::services
