// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Works out which days a date expression means. Internal to date.cc.

#ifndef YINZHENG_INDEXER_TEXT_DATE_RESOLVER_H_
#define YINZHENG_INDEXER_TEXT_DATE_RESOLVER_H_

#include <optional>
#include <string>

#include "indexer/text/date.h"
#include "indexer/text/date_expression.h"
#include "indexer/text/date_parser.h"
#include "indexer/text/edtf.h"

namespace yinzheng::text {

// A date named before, from which later ones take what they leave out.
struct DateAnchor {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  bool same_sentence = false;
};

// Where a date is read: against which day, after which date, towards which side.
struct DateContext {
  std::optional<ReferenceDate> published;
  DateAnchor anchor;
  bool future = false;
  bool nearest = false;  // a day that comes within weeks is meant, not that of a year ago
};

struct ResolvedDate {
  std::string edtf;       // empty if the context lacks what the date needs
  DateInterval interval;  // of `edtf`
  DateAnchor anchor;      // what later dates may take from this one
  bool relative = false;
};

// Nullopt if there is no such day (2月30日).
std::optional<ResolvedDate> ResolveDate(const DateExpression& date, const DateContext& context);
std::optional<ResolvedDate> ResolveDateRange(const DateRange& range, const DateContext& context);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_DATE_RESOLVER_H_
