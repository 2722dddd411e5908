// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/warnings.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "indexer/base/absl_string.h"

namespace yinzheng::services {

v1::Warning MakeWarning(v1::WarningCode code, std::string message, std::string subject) {
  v1::Warning warning;
  warning.set_code(code);
  warning.set_message(std::move(message));
  warning.set_subject(std::move(subject));
  return warning;
}

std::optional<v1::Warning> ReducedWarning(std::string_view field, int32_t requested,
                                          PageLimit limit) {
  if (requested <= limit.max_size) return std::nullopt;
  return MakeWarning(v1::WARNING_CODE_REDUCED,
                     absl::StrCat(base::AbslView(field), " is ", requested, " and was reduced to ",
                                  limit.max_size),
                     absl::StrCat(requested));
}

v1::Warning PartialWarning(const std::vector<std::string>& shards) {
  return MakeWarning(v1::WARNING_CODE_PARTIAL,
                     absl::StrCat("the answer leaves out what these shards hold, which cannot be "
                                  "reached: ",
                                  absl::StrJoin(shards, ", ")),
                     "");
}

}  // namespace yinzheng::services
