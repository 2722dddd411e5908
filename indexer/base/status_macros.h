// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Early returns for absl::Status and absl::StatusOr. Not a logging or checking facility: a macro
// here only hands an error on to the caller, unchanged.
//
//   absl::Status Build() {
//     YZ_RETURN_IF_ERROR(Prepare());
//     YZ_ASSIGN_OR_RETURN(std::string text, ReadAll());
//     ...
//   }

#ifndef YINZHENG_INDEXER_BASE_STATUS_MACROS_H_
#define YINZHENG_INDEXER_BASE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Evaluates `expression` (an absl::Status) once and returns it from the enclosing function unless
// it is OK.
#define YZ_RETURN_IF_ERROR(expression)                            \
  do {                                                            \
    if (absl::Status yz_status = (expression); !yz_status.ok()) { \
      return yz_status;                                           \
    }                                                             \
  } while (false)

// Evaluates the expression (an absl::StatusOr) once; assigns its value to `target`, which may
// declare a variable, or returns its status. The target may not contain a comma: give such a type a
// name first.
#define YZ_ASSIGN_OR_RETURN(target, ...) \
  YZ_ASSIGN_OR_RETURN_IMPL_(YZ_MACRO_JOIN_(yz_status_or_, __LINE__), target, (__VA_ARGS__))

#define YZ_ASSIGN_OR_RETURN_IMPL_(result, target, expression) \
  auto result = expression;                                   \
  if (!result.ok()) {                                         \
    return std::move(result).status();                        \
  }                                                           \
  target = *std::move(result)

#define YZ_MACRO_JOIN_(left, right) YZ_MACRO_JOIN_INNER_(left, right)
#define YZ_MACRO_JOIN_INNER_(left, right) left##right

#endif  // YINZHENG_INDEXER_BASE_STATUS_MACROS_H_
