// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/unix_socket.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace yinzheng::services {

absl::Status CheckUnixSocketFree(const std::string& address) {
  absl::string_view path = address;
  if (!absl::ConsumePrefix(&path, "unix:")) return absl::OkStatus();
  sockaddr_un name = {};
  name.sun_family = AF_UNIX;
  if (path.size() >= sizeof(name.sun_path)) {
    return absl::InvalidArgumentError(absl::StrCat("listen on ", address, ": the path has ",
                                                   path.size(), " bytes; a socket's may have ",
                                                   sizeof(name.sun_path) - 1));
  }
  std::copy(path.begin(), path.end(), name.sun_path);
  const int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (probe < 0) return absl::OkStatus();  // gRPC will meet the same and say so.
  const bool answered = connect(probe, reinterpret_cast<const sockaddr*>(&name), sizeof(name)) == 0;
  close(probe);
  if (!answered) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("listen on ", address, ": another server answers there; stop it first"));
}

}  // namespace yinzheng::services
