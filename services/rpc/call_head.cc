// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/rpc/call_head.h"

#include <algorithm>
#include <random>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace yinzheng::services {
namespace {

constexpr size_t kMaxRequestId = 64;

std::string MetadataOf(const grpc::CallbackServerContext& context, const char* key) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find(key);
  if (found == metadata.end()) return "";
  return std::string(found->second.data(), found->second.size());
}

// Tells requests apart in a log; nothing is guarded by it.
std::string NewRequestId() {
  thread_local std::mt19937_64 random{std::random_device()()};
  return absl::StrFormat("%016x", random());
}

bool IsLowerHex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return absl::ascii_isdigit(static_cast<unsigned char>(c)) || (c >= 'a' && c <= 'f');
  });
}

bool IsZeros(std::string_view text) { return text.find_first_not_of('0') == text.npos; }

}  // namespace

CallHead ReadCallHead(const grpc::CallbackServerContext& context, std::string_view method) {
  CallHead head;
  head.method = method;
  head.peer = context.peer();
  head.authorization = MetadataOf(context, "authorization");
  head.request_id = MetadataOf(context, "x-request-id");
  if (!IsRequestId(head.request_id)) head.request_id = NewRequestId();
  head.traceparent = MetadataOf(context, "traceparent");
  if (!IsTraceparent(head.traceparent)) head.traceparent.clear();
  return head;
}

std::string MethodTaking(const google::protobuf::Descriptor& request) {
  const google::protobuf::FileDescriptor& file = *request.file();
  for (int i = 0; i < file.service_count(); ++i) {
    const google::protobuf::ServiceDescriptor& service = *file.service(i);
    for (int j = 0; j < service.method_count(); ++j) {
      if (service.method(j)->input_type() == &request) {
        return absl::StrCat(service.full_name(), "/", service.method(j)->name());
      }
    }
  }
  return request.full_name();
}

bool IsRequestId(std::string_view text) {
  return !text.empty() && text.size() <= kMaxRequestId &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' ||
                  c == '-';
         });
}

bool IsTraceparent(std::string_view text) {
  // version 2, trace id 32, parent id 16, flags 2, with dashes between
  if (text.size() != 55 || text[2] != '-' || text[35] != '-' || text[52] != '-') return false;
  const std::string_view trace = text.substr(3, 32);
  const std::string_view parent = text.substr(36, 16);
  return text.substr(0, 2) == "00" && IsLowerHex(trace) && IsLowerHex(parent) &&
         IsLowerHex(text.substr(53)) && !IsZeros(trace) && !IsZeros(parent);
}

}  // namespace yinzheng::services
