// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_TEXT_EDTF_H_
#define YINZHENG_INDEXER_TEXT_EDTF_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace yinzheng::text {

// The days an EDTF string covers, both inclusive. A missing end is open or unknown: 2021/.. has no
// latest, ../2020 no earliest. Qualifiers (~ ? %) widen nothing: 2025-12~ is all of December 2025.
struct DateInterval {
  std::optional<std::chrono::sys_days> earliest;
  std::optional<std::chrono::sys_days> latest;

  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

// Reads the EDTF (ISO 8601-2) subset that Yinzheng writes and accepts in --metadata:
// YYYY, YYYY-MM, YYYY-MM-DD; seasons 21–24, quarters 33–36, quadrimesters 37–39, semesters 40–41 in
// the month's place; X for unknown digits at the right (202X, 2024-XX, 2024-05-XX); one trailing
// ~, ? or %; intervals A/B with either end empty or “..”. Years 0001–9999.
//
// Winter (24) runs from December into the next year's February.
// Error: InvalidArgument naming the string and what is wrong with it (February 30th, month 13,
// times of day, an interval that ends before it starts).
absl::StatusOr<DateInterval> ParseEdtf(std::string_view edtf);

// YYYY-MM-DD of a day.
std::string FormatDay(std::chrono::sys_days day);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_EDTF_H_
