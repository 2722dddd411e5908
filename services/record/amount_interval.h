// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_AMOUNT_INTERVAL_H_
#define YINZHENG_SERVICES_RECORD_AMOUNT_INTERVAL_H_

#include <optional>

#include "indexer/text/decimal.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// The amounts that a printed quantity may stand for, so that 近3万 and 2.82万 can be seen to agree.
// An interval is a reading of hedge and printed digits (docs/value-comparison.md has the table); it
// is never shown to callers as a precision of its own. Units are the caller's business.

// A missing end is unbounded.
struct AmountInterval {
  std::optional<text::Decimal> low;
  std::optional<text::Decimal> high;
  bool low_open = false;   // true: `low` itself is not in it
  bool high_open = false;  // true: `high` itself is not in it
};

// Amounts that the words fit: 近3万 is 27000 to 30000, 2.82万 is 28150 to 28250, 217 is 217.
// Unbounded on both sides if `amount` is no decimal.
AmountInterval FittingAmounts(const v1::Quantity& quantity);

// Amounts that the words do not rule out; never narrower than FittingAmounts. 近3万 is 24000 to
// 30600; 3万 is 25000 to 35000, since round figures are often rounded.
AmountInterval PossibleAmounts(const v1::Quantity& quantity);

// Whether some amount is in both.
bool Overlap(const AmountInterval& a, const AmountInterval& b);

// Whether every amount of `inner` is in `outer`.
bool Contains(const AmountInterval& outer, const AmountInterval& inner);

// The interval with both ends multiplied by `factor`, which must be positive.
AmountInterval Scaled(const AmountInterval& interval, const text::Decimal& factor);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_AMOUNT_INTERVAL_H_
