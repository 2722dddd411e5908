// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// When a text that does not print its date can have been printed: the days between what it tells as
// past and what it tells as coming, narrowed by what it says of the current year. A rule that may
// be wrong is no rule here: a wrong day is worse than none. Each bound keeps the words it rests on.
// It reads text alone; printed dates are publication_date's business.

#ifndef YINZHENG_INDEXER_INGEST_DATE_EVIDENCE_H_
#define YINZHENG_INDEXER_INGEST_DATE_EVIDENCE_H_

#include <memory>
#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "indexer/ingest/credits.h"
#include "indexer/ingest/page.h"
#include "indexer/ingest/pattern_rules.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::ingest {

// Loads ingest/date_rules.tsv once. Immutable and safe for concurrent use.
class DateInference {
 public:
  static absl::StatusOr<std::unique_ptr<DateInference>> Create(const CreditReader& credits);

  DateInference(PatternRules rules, const CreditReader& credits)
      : rules_(std::move(rules)), credits_(credits) {}

  // The days on which the text of `page` can have been printed, basis INFERRED: as EDTF a day, a
  // month, a year or an interval, never narrower than the text allows. Nothing if the text does not
  // bound them on both sides, leaves more than four years, or contradicts itself.
  std::optional<v1::DateValue> Infer(const Page& page) const;

 private:
  class Collector;

  PatternRules rules_;
  const CreditReader& credits_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_DATE_EVIDENCE_H_
