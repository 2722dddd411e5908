// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_UNIX_SOCKET_H_
#define YINZHENG_SERVICES_SERVER_UNIX_SOCKET_H_

#include <string>

#include "absl/status/status.h"

namespace yinzheng::services {

// Whether a server may listen on `address`; OK for all that are not `unix:PATH`. gRPC replaces a
// socket that is there without asking, which would silence the server behind it. A socket that a
// dead server left is fine. Two servers that start at the same moment are not told apart.
//
// Unavailable if something answers there; InvalidArgument if the system cannot take so long a path.
absl::Status CheckUnixSocketFree(const std::string& address);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_UNIX_SOCKET_H_
