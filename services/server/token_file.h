// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_TOKEN_FILE_H_
#define YINZHENG_SERVICES_SERVER_TOKEN_FILE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/server/access_tokens.h"

namespace yinzheng::services {

// A tokens file that may change while the server runs. It is told apart by its contents, so that
// nothing rests on the clock or on how an editor saves.
//
// Not thread-safe.
class TokenFile {
 public:
  explicit TokenFile(std::string path) : path_(std::move(path)) {}

  // The tokens if the file differs from when it was last read, null if it does not. An error (as
  // AccessTokens::Load) comes once for each content: what cannot be read is not complained of again
  // and again.
  absl::StatusOr<std::shared_ptr<const AccessTokens>> ReadIfChanged();

 private:
  const std::string path_;
  std::string seen_ = "\n";  // the contents, or the message of the error; at first neither
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_TOKEN_FILE_H_
