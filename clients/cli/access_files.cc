// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/access_files.h"

#include <fstream>
#include <sstream>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"

namespace yinzheng::cli {
namespace {

absl::StatusOr<std::string> ReadFile(const char* flag, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream contents;
  if (file && file.peek() != std::ifstream::traits_type::eof()) contents << file.rdbuf();
  if (!file || !contents || contents.str().empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat(flag, " ", path, ": cannot be read, or is empty; give a file"));
  }
  return contents.str();
}

// The first word: editors end files with a line end.
absl::Status ReadToken(const std::string& path, std::string& token) {
  const absl::StatusOr<std::string> contents = ReadFile("--token-file", path);
  if (!contents.ok()) return contents.status();
  std::istringstream(*contents) >> token;
  for (const char c : token) {
    if (c <= 0x20 || c >= 0x7F) {
      return absl::InvalidArgumentError(absl::StrCat(
          "--token-file ", path, ": the token holds what is no plain ASCII; copy it anew"));
    }
  }
  if (!token.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("--token-file ", path, ": holds no token"));
}

absl::Status ReadTls(const GlobalOptions& global, client::ClientTls& tls) {
  struct Part {
    const char* flag;
    const std::string& path;
    std::string& text;
  };
  for (const Part& part : {Part{"--ca", global.ca_file, tls.root_certificates},
                           Part{"--cert", global.certificate_file, tls.certificate},
                           Part{"--key", global.key_file, tls.private_key}}) {
    if (part.path.empty() || part.path == "system") continue;
    absl::StatusOr<std::string> contents = ReadFile(part.flag, part.path);
    if (!contents.ok()) return contents.status();
    part.text = *std::move(contents);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ReadAccess(const GlobalOptions& global, client::ClientOptions& options) {
  if (!global.token_file.empty()) {
    if (absl::Status status = ReadToken(global.token_file, options.token); !status.ok()) {
      return status;
    }
    // The client refuses it as well, in words of its own; here the flags are named.
    options.allow_insecure_token = global.insecure_token;
    if (global.ca_file.empty() && !global.insecure_token &&
        !client::IsOnThisMachine(global.server)) {
      return absl::InvalidArgumentError(
          absl::StrCat("--token-file with --server ", global.server,
                       ": without TLS the token could be read on the way; give --ca, or "
                       "--insecure-token where the network itself is guarded"));
    }
  }
  if (!global.certificate_file.empty() && (global.ca_file.empty() || global.key_file.empty())) {
    return absl::InvalidArgumentError("--cert needs --key, and --ca to use TLS at all");
  }
  if (global.ca_file.empty()) return absl::OkStatus();
  return ReadTls(global, options.tls.emplace());
}

}  // namespace yinzheng::cli
