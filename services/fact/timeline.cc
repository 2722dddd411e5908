// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/timeline.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/record/day_interval.h"

namespace yinzheng::services {
namespace {

using Groups = google::protobuf::RepeatedPtrField<v1::TimelineGroup>;

const v1::DateValue& TimeOf(const v1::Fact& fact) {
  return fact.has_date() ? fact.date() : fact.time();
}

// Orders by time: earliest day, latest day, undated last. Days are written so that their order as
// text is their order in time.
std::tuple<bool, std::string, std::string> TimeKey(const v1::DateValue& time) {
  const bool undated = time.earliest().empty() && time.latest().empty();
  const std::string& earliest = time.earliest().empty() ? time.latest() : time.earliest();
  return {undated, earliest, time.latest()};
}

bool InOrder(const v1::Fact& a, const v1::Fact& b) {
  const auto left = TimeKey(TimeOf(a));
  const auto right = TimeKey(TimeOf(b));
  if (left != right) return left < right;
  if (MorePrecise(a, b) != MorePrecise(b, a)) return MorePrecise(a, b);
  return a.name() < b.name();
}

std::string SubjectKey(const v1::Fact& fact) {
  return fact.subject().entity().empty() ? absl::StrCat("/", fact.subject().display_name())
                                         : fact.subject().entity();
}

// Whether `fact` may stand in `group`: one time and scope, and a value that agrees with every
// other.
bool Joins(const RecordRules& rules, const v1::TimelineGroup& group, const v1::Fact& fact) {
  const v1::Fact& first = group.facts(0);
  if (TimeKey(TimeOf(first)) != TimeKey(TimeOf(fact)) || ScopeKey(first) != ScopeKey(fact) ||
      PropertyKey(first) != PropertyKey(fact) || first.polarity() != fact.polarity()) {
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

// Conflicts lie within one time, or, for what keeps its value, anywhere in the series.
void MarkConflicts(const RecordRules& rules, Groups& groups) {
  for (int i = 0; i < groups.size(); ++i) {
    for (int j = i + 1; j < groups.size(); ++j) {
      if (rules.Conflict(groups[i].facts(0), groups[j].facts(0))) {
        groups[i].set_conflicting(true);
        groups[j].set_conflicting(true);
      }
    }
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

bool IsEvent(const v1::Fact& fact) {
  if (fact.has_date()) return true;
  const bool dated = fact.time_basis() == v1::TIME_BASIS_SENTENCE && !fact.time().edtf().empty();
  return dated && (fact.has_entity() || fact.has_rank());
}

void KeepLatestOf(Groups& groups) {
  if (groups.empty()) return;
  const v1::TimelineGroup* latest = &groups[0];
  for (const v1::TimelineGroup& group : groups) {
    const auto [undated, begin, end] = TimeKey(group.time());
    if (!undated) latest = &group;
  }
  const auto kept_key = TimeKey(latest->time());
  Groups kept;
  for (v1::TimelineGroup& group : groups) {
    if (TimeKey(group.time()) == kept_key) kept.Add()->Swap(&group);
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
    if (IsEvent(fact)) parts[SubjectKey(fact)].push_back(std::move(fact));
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
