// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Where Xapian's exceptions end: the one place with a catch. Every call into Xapian runs inside
// CatchXapian. Internal to the store.
//
//   return CatchXapian("open facts of gen-3f2a", [&]() -> absl::Status { … Xapian … });

#ifndef YINZHENG_INDEXER_STORE_XAPIAN_STATUS_H_
#define YINZHENG_INDEXER_STORE_XAPIAN_STATUS_H_

#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace yinzheng::store {

// What kind of exception ended a function. A connection to another machine is broken by one that
// came through it, whatever its kind.
enum class Thrown { kNothing, kConnectionFault, kTimeout, kOther };

// The exception being handled as a status; call inside a catch block only. `attempt` says what was
// tried, on what. A full disk or quota is kResourceExhausted whatever Xapian's class. `thrown`, if
// given, is set to its kind.
absl::Status StatusFromCurrentException(std::string_view attempt, Thrown* thrown = nullptr);

// Calls `function`, which returns an absl::Status or StatusOr, and turns what it throws into a
// status. `thrown`, if given, is set in that case alone.
template <typename Function>
auto CatchXapian(std::string_view attempt, Function&& function, Thrown* thrown = nullptr)
    -> decltype(std::forward<Function>(function)()) {
  try {
    return std::forward<Function>(function)();
  } catch (...) {
    return StatusFromCurrentException(attempt, thrown);
  }
}

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_XAPIAN_STATUS_H_
