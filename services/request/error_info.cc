// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/request/error_info.h"

#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/optional.h"
#include "indexer/base/absl_string.h"

namespace yinzheng::services {
namespace {

using base::AbslView;

constexpr absl::string_view kErrorInfoUrl = "type.googleapis.com/google.rpc.ErrorInfo";

// What people type may be long; an error that echoed it whole would outgrow gRPC's 8 KiB of
// metadata and reach nobody.
constexpr size_t kMaxShownBytes = 200;

std::string Shown(std::string_view value) {
  const std::string cut = CutAtCharacter(value, kMaxShownBytes);
  return cut.size() == value.size() ? cut : absl::StrCat(cut, "…");
}

std::string ReasonName(v1::ErrorReason reason) {
  return std::string(absl::StripPrefix(v1::ErrorReason_Name(reason), "ERROR_REASON_"));
}

// What a status without a reason of its own most likely means at the surface of the service.
v1::ErrorReason ReasonOfCode(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kInvalidArgument:
      return v1::ERROR_REASON_FIELD_MALFORMED;
    case absl::StatusCode::kOutOfRange:
      return v1::ERROR_REASON_FIELD_OUT_OF_RANGE;
    case absl::StatusCode::kNotFound:
      return v1::ERROR_REASON_RESOURCE_NOT_FOUND;
    case absl::StatusCode::kUnavailable:
      return v1::ERROR_REASON_INDEX_NOT_READY;
    case absl::StatusCode::kFailedPrecondition:
      return v1::ERROR_REASON_INDEX_INCOMPATIBLE;
    case absl::StatusCode::kDataLoss:
      return v1::ERROR_REASON_INDEX_CORRUPT;
    case absl::StatusCode::kResourceExhausted:
      return v1::ERROR_REASON_OVERLOADED;
    case absl::StatusCode::kDeadlineExceeded:
      return v1::ERROR_REASON_DEADLINE_EXCEEDED;
    case absl::StatusCode::kCancelled:
      return v1::ERROR_REASON_CANCELLED;
    default:
      return v1::ERROR_REASON_INTERNAL;
  }
}

}  // namespace

std::string CutAtCharacter(std::string_view text, size_t max_bytes) {
  if (text.size() <= max_bytes) return std::string(text);
  size_t end = max_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

absl::Status MakeError(absl::StatusCode code, v1::ErrorReason reason, std::string_view message,
                       const ErrorMetadata& metadata) {
  google::rpc::ErrorInfo info;
  info.set_reason(ReasonName(reason));
  info.set_domain(std::string(kErrorDomain));
  for (const auto& [key, value] : metadata) (*info.mutable_metadata())[key] = Shown(value);
  absl::Status status(code, AbslView(message));
  status.SetPayload(kErrorInfoUrl, absl::Cord(info.SerializeAsString()));
  return status;
}

absl::Status FieldRequired(std::string_view field) {
  return MakeError(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_FIELD_REQUIRED,
                   absl::StrCat("read request: ", AbslView(field), " is empty; it is required"),
                   {{"field", std::string(field)}});
}

absl::Status FieldOutOfRange(std::string_view field, std::string_view value,
                             std::string_view limit) {
  return MakeError(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_FIELD_OUT_OF_RANGE,
                   absl::StrCat("read request: ", AbslView(field), " is ", Shown(value), "; send ",
                                AbslView(limit)),
                   {{"field", std::string(field)},
                    {"value", std::string(value)},
                    {"limit", std::string(limit)}});
}

absl::Status FieldMalformed(std::string_view field, std::string_view value,
                            std::string_view expected) {
  return MakeError(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_FIELD_MALFORMED,
                   absl::StrCat("read request: ", AbslView(field), " is \"", Shown(value),
                                "\"; expected ", AbslView(expected)),
                   {{"field", std::string(field)}, {"value", std::string(value)}});
}

absl::Status ResourceNotFound(std::string_view name, std::string_view hint) {
  return MakeError(
      absl::StatusCode::kNotFound, v1::ERROR_REASON_RESOURCE_NOT_FOUND,
      absl::StrCat("find ", Shown(name), ": the index has nothing of that name; ", AbslView(hint)),
      {{"name", std::string(name)}});
}

google::rpc::ErrorInfo ErrorInfoOf(const absl::Status& status) {
  google::rpc::ErrorInfo info;
  if (absl::optional<absl::Cord> payload = status.GetPayload(kErrorInfoUrl);
      payload.has_value() && info.ParseFromString(std::string(*payload))) {
    return info;
  }
  info.set_reason(ReasonName(ReasonOfCode(status.code())));
  info.set_domain(std::string(kErrorDomain));
  return info;
}

}  // namespace yinzheng::services
