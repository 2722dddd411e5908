// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_VALUE_FIT_H_
#define YINZHENG_SERVICES_SEARCH_VALUE_FIT_H_

#include "services/record/value_comparison.h"
#include "services/search/question_reader.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// How well the value of `fact` is of the kind that `question` asks for, 0 to 1, whatever it is
// about: a figure in the unit asked for, a date, a place, a person, somebody who said it.
// docs/ask.md has the figures. A pure function of its arguments.
double ValueFit(const ValueComparison& values, const Question& question, const v1::Fact& fact);

// The same of the unit alone: 多大 asks for no number of houses, 多少家 for no sum of money.
double UnitFit(const ValueComparison& values, const Question& question,
               const v1::Quantity& quantity);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_VALUE_FIT_H_
