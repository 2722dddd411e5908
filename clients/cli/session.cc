// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/session.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/cli/access_files.h"
#include "clients/cpp/rpc_status.h"
#include "google/protobuf/util/json_util.h"

namespace yinzheng::cli {

absl::StatusOr<const client::Client*> Session::Connect() {
  if (client_ != nullptr) return client_.get();
  client::ClientOptions options;
  options.address = options_.server;
  options.deadline = absl::Seconds(options_.timeout_seconds);
  if (!options_.index.empty()) {
    absl::StatusOr<std::unique_ptr<LocalServer>> server =
        LocalServer::Start(options_.index, absl::Seconds(60));
    if (!server.ok()) return server.status();
    server_ = *std::move(server);
    options.address = server_->address();
  } else if (absl::Status status = ReadAccess(options_, options); !status.ok()) {
    return status;
  }
  client_ = client::Client::Connect(options);
  return client_.get();
}

void Session::Print(const google::protobuf::Message& response, const Views& views,
                    bool nothing_found) {
  if (nothing_found) exit_code_ = kExitNothingFound;
  const std::string& format = options_.output;
  if (format == "json") {
    google::protobuf::util::JsonPrintOptions json_options;
    json_options.add_whitespace = true;
    std::string json;
    const auto status = google::protobuf::util::MessageToJsonString(response, &json, json_options);
    if (!status.ok()) {
      Fail(absl::InternalError(absl::StrCat("print the response as JSON: ", status.ToString())));
      return;
    }
    out_ << json;
  } else if (views.table != nullptr && format == "table") {
    out_ << FormatTable(views.table());
  } else if (views.table != nullptr && format == "csv") {
    out_ << FormatCsv(views.table());
  } else {
    views.text(out_);
  }
}

void Session::Fail(const absl::Status& status) {
  // gRPC itself fails a call without a word now and then.
  err_ << "yz: "
       << (status.message().empty()
               ? absl::StrCat("call the service: ", absl::StatusCodeToString(status.code()))
               : std::string(status.message()))
       << "\n";
  const auto info = client::GetErrorInfo(status);
  if (info.has_value()) {
    err_ << "    reason " << info->reason() << "\n";
  } else if (status.code() == absl::StatusCode::kUnavailable && server_ == nullptr &&
             options_.index.empty()) {
    err_ << "    no server at " << options_.server
         << "; start yinzheng-server, name another with --server, or give --index DIR\n";
  }
  exit_code_ = ExitCodeOf(status);
}

void Session::Note(std::string_view line) { err_ << "yz: " << line << "\n"; }

}  // namespace yinzheng::cli
