// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/fact/conflicts.h"
#include "services/record/day_interval.h"

namespace yinzheng::services {
namespace {

using Groups = google::protobuf::RepeatedPtrField<v1::TimelineGroup>;

const v1::DateValue& TimeOf(const v1::Fact& fact) {
  return fact.has_date() ? fact.date() : fact.time();
}

// Orders by time, undated last. Days are written so that their order as text is their order in
// time. Events are ordered by the day they begin; figures by the last day they count, so that a
// year to November comes after its first nine months and before the whole year.
std::tuple<bool, std::string, std::string> TimeKey(const v1::DateValue& time, bool event) {
  const bool undated = time.earliest().empty() && time.latest().empty();
  const std::string& earliest = time.earliest().empty() ? time.latest() : time.earliest();
  const std::string& latest = time.latest().empty() ? time.earliest() : time.latest();
  return event ? std::tuple(undated, earliest, latest) : std::tuple(undated, latest, earliest);
}

std::tuple<bool, std::string, std::string> TimeKey(const v1::Fact& fact) {
  return TimeKey(TimeOf(fact), !fact.has_quantity());
}

bool InOrder(const v1::Fact& a, const v1::Fact& b) {
  const auto left = TimeKey(a);
  const auto right = TimeKey(b);
  if (left != right) return left < right;
  if (MorePrecise(a, b) != MorePrecise(b, a)) return MorePrecise(a, b);
  return a.name() < b.name();
}

std::string SubjectKey(const v1::Fact& fact) {
  return fact.subject().entity().empty() ? absl::StrCat("/", fact.subject().display_name())
                                         : fact.subject().entity();
}

// Whether `fact` is what a headline makes of `dated`: printed in the same article, without a time
// of its own, and true if the other is.
bool IsHeadlineOf(const RecordRules& rules, const v1::Fact& fact, const v1::Fact& dated) {
  if (fact.time_basis() != v1::TIME_BASIS_PUBLISHED || fact.citations().empty() ||
      dated.time_basis() == v1::TIME_BASIS_PUBLISHED) {
    return false;
  }
  const bool one_article = std::any_of(dated.citations().begin(), dated.citations().end(),
                                       [&](const v1::Citation& citation) {
                                         return citation.article() == fact.citations(0).article();
                                       });
  return one_article && rules.values.Supports(dated, fact);
}

// Whether `fact` may stand in `group`: one time and scope, and a value that agrees with every
// other.
bool Joins(const RecordRules& rules, const v1::TimelineGroup& group, const v1::Fact& fact) {
  const v1::Fact& first = group.facts(0);
  const bool one_time =
      TimeKey(first) == TimeKey(fact) || (fact.has_quantity() && IsHeadlineOf(rules, fact, first));
  if (!one_time || ScopeKey(first) != ScopeKey(fact) || PropertyKey(first) != PropertyKey(fact) ||
      first.polarity() != fact.polarity()) {
    return false;
  }
  return std::all_of(group.facts().begin(), group.facts().end(), [&](const v1::Fact& member) {
    return rules.values.Compare(member, fact) == Agreement::kAgrees;
  });
}

void AddToGroups(const RecordRules& rules, v1::Fact fact, Groups& groups) {
  for (v1::TimelineGroup& group : groups) {
    if (Joins(rules, group, fact)) {
      *group.add_facts() = std::move(fact);
      return;
    }
  }
  v1::TimelineGroup& group = *groups.Add();
  if (!TimeOf(fact).edtf().empty()) *group.mutable_time() = TimeOf(fact);
  *group.add_facts() = std::move(fact);
}

// Conflicts lie within one time, or, for what keeps its value, anywhere in the series. What
// ListConflicts leaves out is not marked either.
void MarkConflicts(const RecordRules& rules, Groups& groups) {
  std::vector<const v1::Fact*> firsts;
  for (const v1::TimelineGroup& group : groups) firsts.push_back(&group.facts(0));
  std::set<const v1::Fact*> conflicting;
  for (const std::vector<const v1::Fact*>& set : ConflictingSets(rules, firsts)) {
    conflicting.insert(set.begin(), set.end());
  }
  for (v1::TimelineGroup& group : groups) {
    if (conflicting.contains(&group.facts(0))) group.set_conflicting(true);
  }
}

// The value that most of `values` have; the first in order among equals.
std::string MostFrequent(const std::map<std::string, int>& values) {
  std::string best;
  int count = 0;
  for (const auto& [value, times] : values) {
    if (times > count) std::tie(best, count) = std::pair(value, times);
  }
  return best;
}

v1::TimelineSeries MakeSeries(const RecordRules& rules, std::vector<v1::Fact> facts) {
  std::sort(facts.begin(), facts.end(), InOrder);
  v1::TimelineSeries series;
  *series.mutable_subject() = facts.front().subject();
  for (v1::Fact& fact : facts) {
    const bool plan = fact.modality() == v1::MODALITY_PLANNED;
    AddToGroups(rules, std::move(fact), plan ? *series.mutable_plans() : *series.mutable_groups());
  }
  MarkConflicts(rules, *series.mutable_groups());
  return series;
}

void NameSeries(const std::vector<v1::Fact>& facts, v1::TimelineSeries& series) {
  std::map<std::string, int> properties;
  std::map<std::string, int> units;
  for (const v1::Fact& fact : facts) {
    ++properties[fact.property()];
    if (fact.has_quantity()) ++units[fact.quantity().unit()];
  }
  series.set_property(MostFrequent(properties));
  series.set_unit(MostFrequent(units));
}

std::string SeriesKey(const RecordRules& rules, const v1::Fact& fact) {
  std::string key = absl::StrCat(SubjectKey(fact), "\t", PropertyKey(fact), "\t", KindOf(fact));
  if (fact.has_quantity()) {
    absl::StrAppend(&key, "\t", rules.values.UnitGroup(fact.quantity().unit()), "\t",
                    fact.quantity().measure());
  }
  return key;
}

void SortSeries(std::vector<v1::TimelineSeries>& series) {
  const auto key = [](const v1::TimelineSeries& one) {
    return std::tuple(-(one.groups_size() + one.plans_size()), one.property(),
                      one.subject().display_name(), one.unit());
  };
  std::stable_sort(series.begin(), series.end(),
                   [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

bool IsEvent(const RecordRules& rules, const v1::Fact& fact) {
  if (rules.properties.Of(fact).standing) return false;
  if (fact.has_date()) return true;
  const bool dated = fact.time_basis() == v1::TIME_BASIS_SENTENCE && !fact.time().edtf().empty();
  return dated && (fact.has_entity() || fact.has_rank());
}

// The day that orders a group among others: of figures the last one, of events the first; empty if
// it is undated.
std::string OrderDay(const v1::TimelineGroup& group) {
  const bool event = !group.facts(0).has_quantity();
  const auto [undated, first, second] = TimeKey(group.time(), event);
  return first;
}

void KeepLatestOf(Groups& groups) {
  std::string latest;
  for (const v1::TimelineGroup& group : groups) latest = std::max(latest, OrderDay(group));
  Groups kept;
  for (v1::TimelineGroup& group : groups) {
    if (OrderDay(group) == latest) kept.Add()->Swap(&group);
  }
  groups.Swap(&kept);
}

}  // namespace

std::vector<v1::TimelineSeries> BuildTimeline(const RecordRules& rules,
                                              std::vector<v1::Fact> facts) {
  std::map<std::string, std::vector<v1::Fact>> parts;
  for (v1::Fact& fact : facts) parts[SeriesKey(rules, fact)].push_back(std::move(fact));
  std::vector<v1::TimelineSeries> all;
  for (auto& [key, part] : parts) {
    v1::TimelineSeries named;
    NameSeries(part, named);
    v1::TimelineSeries series = MakeSeries(rules, std::move(part));
    series.MergeFrom(named);
    all.push_back(std::move(series));
  }
  SortSeries(all);
  return all;
}

std::vector<v1::TimelineSeries> BuildChronicle(const RecordRules& rules,
                                               std::vector<v1::Fact> facts) {
  std::map<std::string, std::vector<v1::Fact>> parts;
  for (v1::Fact& fact : facts) {
    if (IsEvent(rules, fact)) parts[SubjectKey(fact)].push_back(std::move(fact));
  }
  std::vector<v1::TimelineSeries> all;
  for (auto& [key, part] : parts) all.push_back(MakeSeries(rules, std::move(part)));
  SortSeries(all);
  return all;
}

void KeepLatest(v1::TimelineSeries& series) {
  KeepLatestOf(*series.mutable_groups());
  KeepLatestOf(*series.mutable_plans());
}

}  // namespace yinzheng::services
