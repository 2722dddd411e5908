// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_FACT_TIMELINE_H_
#define YINZHENG_SERVICES_FACT_TIMELINE_H_

#include <vector>

#include "services/record/record_rules.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::services {

// How facts are put in order. Pure functions of the facts given; which facts those are is the
// handler's question.

// One series for each subject, property, unit and measure: facts of one time and scope whose values
// agree are one group (so are a figure and what a headline of the same article makes of it), groups
// that cannot both be right are marked, plans stand apart. Most groups first, then by property.
std::vector<v1::TimelineSeries> BuildTimeline(const RecordRules& rules,
                                              std::vector<v1::Fact> facts);

// A chronicle: one series for each subject, its property empty, with a group for each event of
// `facts` that has a date: facts whose value is a date, and relations and ranks whose time stands
// in their own sentence; what only stands so (位于) is no event. Facts of one property and date are
// one group. Most groups first, then by name of the subject.
std::vector<v1::TimelineSeries> BuildChronicle(const RecordRules& rules,
                                               std::vector<v1::Fact> facts);

// Leaves the groups of the latest time only (all, where several end on one day: a month and the
// year to it), and likewise of the plans. Undated groups stay only where none is dated.
void KeepLatest(v1::TimelineSeries& series);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_FACT_TIMELINE_H_
