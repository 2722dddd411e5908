// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_LISTEN_ADDRESS_H_
#define YINZHENG_SERVICES_SERVER_LISTEN_ADDRESS_H_

#include <string>

namespace yinzheng::services {

// Whether this is `HOST:PORT` (`[HOST]:PORT` for IPv6) with a port from 0 to 65535, or `unix:PATH`.
// It does not ask whether the host exists.
bool IsListenAddress(const std::string& address);

// Whether only this machine can reach it: a Unix socket, `localhost`, 127.0.0.0/8 or ::1. A name
// that would have to be looked up counts as reachable from elsewhere.
bool IsLocalAddress(const std::string& address);

// `HOST:PORT` with another port; anything that is no `HOST:PORT` as it is.
std::string WithPort(const std::string& address, int port);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_LISTEN_ADDRESS_H_
