// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/contract/golden_resource.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "google/protobuf/unknown_field_set.h"
#include "google/protobuf/util/json_util.h"
#include "indexer/base/status_macros.h"
#include "tests/contract/json_files.h"
#include "tests/contract/json_match.h"

namespace yinzheng::contract {
namespace {

using google::protobuf::Message;

constexpr int kLaterField = 15000;

absl::StatusOr<std::unique_ptr<Message>> NewMessage(const std::string& name) {
  std::string type = "yinzheng.v1.";
  const std::vector<std::string> words = absl::StrSplit(name, '_', absl::SkipEmpty());
  for (const std::string& word : words) {
    type += absl::ascii_toupper(static_cast<unsigned char>(word.front()));
    type += word.substr(1);
  }
  const auto* descriptor =
      google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(type);
  if (descriptor == nullptr) return absl::NotFoundError(absl::StrCat("no message ", type));
  return std::unique_ptr<Message>(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(descriptor)->New());
}

absl::Status RequireSame(const std::string& got, const std::string& want) {
  if (got == want) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat("got ", absl::BytesToHexString(got),
                                                    ", expected ", absl::BytesToHexString(want)));
}

}  // namespace

absl::StatusOr<std::vector<GoldenResource>> ReadGolden(const std::string& folder) {
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> files, JsonFilesOf(folder));
  std::vector<GoldenResource> resources;
  for (const std::string& file : files) {
    GoldenResource resource;
    std::filesystem::path path(file);
    resource.name = path.stem().string();
    YZ_ASSIGN_OR_RETURN(resource.json, ReadWhole(file));
    YZ_ASSIGN_OR_RETURN(std::string hex, ReadWhole(path.replace_extension(".hex").string()));
    std::erase(hex, '\n');
    resource.wire = absl::HexStringToBytes(hex);
    resources.push_back(std::move(resource));
  }
  return resources;
}

absl::Status CheckBytesToJson(const GoldenResource& resource) {
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<Message> message, NewMessage(resource.name));
  std::string text;
  if (!message->ParseFromString(resource.wire) ||
      !google::protobuf::util::MessageToJsonString(*message, &text).ok()) {
    return absl::FailedPreconditionError("cannot be read and written as JSON");
  }
  YZ_ASSIGN_OR_RETURN(const Json got, ParseJson(text, "what the message is written as"));
  YZ_ASSIGN_OR_RETURN(const Json want, ParseJson(resource.json, "the golden file"));
  // Each holds all that the other holds.
  YZ_RETURN_IF_ERROR(Match(got, want, "JSON"));
  return Match(want, got, "golden JSON");
}

absl::Status CheckJsonToBytes(const GoldenResource& resource) {
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<Message> message, NewMessage(resource.name));
  const auto read = google::protobuf::util::JsonStringToMessage(resource.json, message.get());
  if (!read.ok()) return absl::FailedPreconditionError(read.ToString());
  return RequireSame(message->SerializeAsString(), resource.wire);
}

absl::Status CheckUnknownFields(const GoldenResource& resource) {
  google::protobuf::UnknownFieldSet later;
  later.AddLengthDelimited(kLaterField, "later");
  std::string added;
  if (!later.SerializeToString(&added)) return absl::InternalError("cannot add a field");
  const std::string newer = resource.wire + added;
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<Message> message, NewMessage(resource.name));
  if (!message->ParseFromString(newer)) return absl::FailedPreconditionError("cannot be read");
  return RequireSame(message->SerializeAsString(), newer);
}

}  // namespace yinzheng::contract
