// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/xapian_status.h"

#include <xapian.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <string>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"

namespace yinzheng::store {
namespace {

using base::AbslView;

struct ClassCode {
  std::string_view type;
  absl::StatusCode code;
};

// Every class of Xapian 1.4's error.h that can be thrown. A new one is kInternal until it is
// listed.
constexpr std::array<ClassCode, 22> kClassCodes = {{
    {"InvalidArgumentError", absl::StatusCode::kInvalidArgument},
    {"QueryParserError", absl::StatusCode::kInvalidArgument},
    {"WildcardError", absl::StatusCode::kInvalidArgument},
    {"RangeError", absl::StatusCode::kOutOfRange},
    {"DocNotFoundError", absl::StatusCode::kNotFound},
    {"DatabaseNotFoundError", absl::StatusCode::kUnavailable},
    {"DatabaseOpeningError", absl::StatusCode::kUnavailable},
    {"DatabaseClosedError", absl::StatusCode::kUnavailable},
    {"NetworkError", absl::StatusCode::kUnavailable},
    {"NetworkTimeoutError", absl::StatusCode::kDeadlineExceeded},
    {"DatabaseModifiedError", absl::StatusCode::kAborted},
    {"DatabaseLockError", absl::StatusCode::kFailedPrecondition},
    {"DatabaseVersionError", absl::StatusCode::kFailedPrecondition},
    {"DatabaseCorruptError", absl::StatusCode::kDataLoss},
    {"SerialisationError", absl::StatusCode::kDataLoss},
    {"DatabaseCreateError", absl::StatusCode::kInternal},
    {"DatabaseError", absl::StatusCode::kInternal},
    {"FeatureUnavailableError", absl::StatusCode::kUnimplemented},
    {"UnimplementedError", absl::StatusCode::kUnimplemented},
    {"AssertionError", absl::StatusCode::kInternal},
    {"InvalidOperationError", absl::StatusCode::kInternal},
    {"InternalError", absl::StatusCode::kInternal},
}};

absl::StatusCode CodeOfClass(std::string_view type) {
  for (const ClassCode& row : kClassCodes) {
    if (row.type == type) return row.code;
  }
  return absl::StatusCode::kInternal;
}

// Xapian keeps the error number to itself and shows its text.
bool SaysDiskIsFull(std::string_view system_error) {
  for (const int error : {ENOSPC, EDQUOT, EFBIG}) {
    if (system_error == std::strerror(error)) return true;  // NOLINT(concurrency-mt-unsafe)
  }
  return false;
}

absl::Status FromXapian(std::string_view attempt, const Xapian::Error& error) {
  std::string message =
      absl::StrCat(AbslView(attempt), ": ", error.get_type(), ": ", error.get_msg());
  if (!error.get_context().empty()) absl::StrAppend(&message, " (", error.get_context(), ")");
  const char* system_error = error.get_error_string();
  if (system_error == nullptr) return absl::Status(CodeOfClass(error.get_type()), message);
  absl::StrAppend(&message, ": ", system_error);
  if (SaysDiskIsFull(system_error)) {
    return absl::ResourceExhaustedError(
        absl::StrCat(message, "; free space on the disk and try again"));
  }
  return absl::Status(CodeOfClass(error.get_type()), message);
}

void SetThrown(Thrown kind, Thrown* thrown) {
  if (thrown != nullptr) *thrown = kind;
}

}  // namespace

absl::Status StatusFromCurrentException(std::string_view attempt, Thrown* thrown) {
  SetThrown(Thrown::kOther, thrown);
  try {
    throw;
  } catch (const Xapian::NetworkTimeoutError& error) {
    SetThrown(Thrown::kTimeout, thrown);
    return FromXapian(attempt, error);
  } catch (const Xapian::NetworkError& error) {
    SetThrown(Thrown::kConnectionFault, thrown);
    return FromXapian(attempt, error);
  } catch (const Xapian::DatabaseClosedError& error) {
    SetThrown(Thrown::kConnectionFault, thrown);
    return FromXapian(attempt, error);
  } catch (const Xapian::Error& error) {
    return FromXapian(attempt, error);
  } catch (const std::bad_alloc&) {
    return absl::ResourceExhaustedError(absl::StrCat(AbslView(attempt), ": out of memory"));
  } catch (const std::exception& error) {
    return absl::InternalError(absl::StrCat(AbslView(attempt), ": ", error.what()));
  } catch (...) {
    return absl::InternalError(
        absl::StrCat(AbslView(attempt), ": an exception that is no std::exception"));
  }
}

}  // namespace yinzheng::store
