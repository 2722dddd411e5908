// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/request/page_token.h"

#include <openssl/hmac.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/digest.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

// Separates this use of the key from any other.
constexpr absl::string_view kKeyLabel = "yinzheng page token 1:";
constexpr size_t kMacBytes = 16;

std::string Mac(std::string_view generation, std::string_view payload) {
  const std::string key = absl::StrCat(kKeyLabel, base::AbslView(generation));
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(payload.data()), payload.size(), mac, &length);
  return std::string(reinterpret_cast<char*>(mac), std::min<size_t>(length, kMacBytes));
}

void ClearField(google::protobuf::Message& message, const std::string& name) {
  if (const auto* field = message.GetDescriptor()->FindFieldByName(name); field != nullptr) {
    message.GetReflection()->ClearField(&message, field);
  }
}

std::string Fingerprint(const google::protobuf::Message& request) {
  std::unique_ptr<google::protobuf::Message> copy(request.New());
  copy->CopyFrom(request);
  ClearField(*copy, "page_token");
  ClearField(*copy, "page_size");
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream output(&stream);
    output.SetSerializationDeterministic(true);
    copy->SerializeToCodedStream(&output);
  }
  return base::Sha256Hex(absl::StrCat(copy->GetTypeName(), "\n", bytes)).substr(0, 16);
}

// MAC and payload of a token, not checked yet; nullopt if its form is wrong. The last character of
// base64 may have spare bits: only the form we write is a token.
std::optional<std::string> BytesOf(std::string_view token) {
  std::string bytes;
  if (token.size() > kMaxPageTokenBytes ||
      !absl::WebSafeBase64Unescape(base::AbslView(token), &bytes) || bytes.size() <= kMacBytes ||
      absl::WebSafeBase64Escape(bytes) != base::AbslView(token)) {
    return std::nullopt;
  }
  return bytes;
}

absl::Status InvalidToken() {
  return MakeError(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_PAGE_TOKEN_INVALID,
                   "read request: page_token was not made by this service for this request; send "
                   "the token of the last response unchanged, with every other field the same",
                   {{"field", "page_token"}});
}

absl::Status ExpiredToken(const std::string& generation) {
  return MakeError(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_PAGE_TOKEN_EXPIRED,
                   absl::StrCat("read request: page_token belongs to generation ", generation,
                                ", which is no longer served; start again without a token"),
                   {{"generation", generation}});
}

}  // namespace

std::string MakePageToken(std::string_view generation, const google::protobuf::Message& request,
                          int64_t offset) {
  const std::string payload =
      absl::StrCat(base::AbslView(generation), ":", Fingerprint(request), ":", offset);
  return absl::WebSafeBase64Escape(absl::StrCat(Mac(generation, payload), payload));
}

std::string PageTokenGeneration(std::string_view token) {
  const std::optional<std::string> bytes = BytesOf(token);
  if (!bytes.has_value()) return "";
  const std::string payload = bytes->substr(kMacBytes);
  return payload.substr(0, payload.find(':'));
}

absl::StatusOr<int64_t> ReadPageToken(std::string_view token, std::string_view generation,
                                      const google::protobuf::Message& request) {
  if (token.empty()) return 0;
  const std::optional<std::string> bytes = BytesOf(token);
  if (!bytes.has_value()) return InvalidToken();
  const std::string payload = bytes->substr(kMacBytes);
  const std::vector<std::string> parts = absl::StrSplit(payload, ':');
  int64_t offset = 0;
  if (parts.size() != 3 || !absl::SimpleAtoi(parts[2], &offset) || offset < 0 ||
      offset > std::numeric_limits<int32_t>::max() ||
      Mac(parts[0], payload) != bytes->substr(0, kMacBytes)) {
    return InvalidToken();
  }
  if (parts[1] != Fingerprint(request)) return InvalidToken();
  if (parts[0] != generation) return ExpiredToken(parts[0]);
  return offset;
}

absl::StatusOr<int32_t> ReadPageSize(int32_t requested, PageLimit limit, std::string_view field) {
  if (requested < 0) {
    return FieldOutOfRange(
        field, absl::StrCat(requested),
        absl::StrCat("0 for the default of ", limit.default_size, " or 1 to ", limit.max_size));
  }
  return requested == 0 ? limit.default_size : std::min(requested, limit.max_size);
}

}  // namespace yinzheng::services
