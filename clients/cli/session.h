// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_SESSION_H_
#define YINZHENG_CLIENTS_CLI_SESSION_H_

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "clients/cli/exit_code.h"
#include "clients/cli/local_server.h"
#include "clients/cli/style.h"
#include "clients/cli/table.h"
#include "clients/cpp/client.h"
#include "google/protobuf/message.h"

namespace yinzheng::cli {

// What the global flags say.
struct GlobalOptions {
  std::string server = "127.0.0.1:50151";
  std::string index;             // not empty: start a private server on it
  std::string token_file;        // its first word is sent as token
  std::string ca_file;           // not empty: TLS with these roots; "system" for the system's
  std::string certificate_file;  // of the client, for mTLS
  std::string key_file;
  bool insecure_token = false;  // send the token without TLS to other machines as well
  std::string output = "text";  // text, json, table, csv
  double timeout_seconds = 10;
  bool no_pager = false;
  bool no_hyperlinks = false;
};

// How one response is shown. `text` is required; a response without `table` shows as text there.
struct Views {
  std::function<void(std::ostream&)> text = nullptr;
  std::function<Table()> table = nullptr;
};

// One run of yz: connects when a command first needs it, prints responses in the format asked for,
// remembers the exit code. Commands hold a reference; it outlives them.
class Session {
 public:
  Session(GlobalOptions& options, std::ostream& out, std::ostream& err)
      : options_(options), out_(out), err_(err) {}

  // The client; a private server is started first if --index asks for one. InvalidArgument if a
  // file of the options cannot be read.
  absl::StatusOr<const client::Client*> Connect();

  // Prints `response`: as proto3 JSON, as text, table or CSV. With `nothing_found` the exit code
  // says so.
  void Print(const google::protobuf::Message& response, const Views& views,
             bool nothing_found = false);

  // Prints why the command failed and sets the exit code.
  void Fail(const absl::Status& status);

  // Prints a line beside the output (how a name was understood, warnings of the service).
  void Note(std::string_view line);

  // Known once the flags are read.
  Style style() const { return Style::ForStandardOutput(!options_.no_hyperlinks); }
  const GlobalOptions& options() const { return options_; }
  std::ostream& out() { return out_; }
  void set_exit_code(ExitCode code) { exit_code_ = code; }
  ExitCode exit_code() const { return exit_code_; }

 private:
  GlobalOptions& options_;
  std::ostream& out_;
  std::ostream& err_;
  std::unique_ptr<LocalServer> server_;
  std::unique_ptr<client::Client> client_;
  ExitCode exit_code_ = kExitOk;
};

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_SESSION_H_
