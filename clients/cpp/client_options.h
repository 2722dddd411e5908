// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CPP_CLIENT_OPTIONS_H_
#define YINZHENG_CLIENTS_CPP_CLIENT_OPTIONS_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace yinzheng::client {

// TLS of a client, as PEM texts.
struct ClientTls {
  // Roots that the server's certificate must go back to; empty means the system's.
  std::string root_certificates;
  // The client's own certificate and key, for servers that ask for one (mTLS); both or none.
  std::string certificate;
  std::string private_key;
  // Name that the certificate must bear, where it is not the host of the address; for tunnels.
  std::string server_name;
};

// Where a client connects, how long it waits and what it shows.
struct ClientOptions {
  // `host:port`, `unix:PATH` or any other gRPC target. All addresses of a name take turns.
  std::string address = "127.0.0.1:50151";
  // Deadline of each call, retries included.
  absl::Duration deadline = absl::Seconds(10);
  // Token of a server that asks for one, sent as metadata `authorization: Bearer TOKEN`; empty
  // sends none. Without `tls` it is sent to this machine alone.
  std::string token{};
  // Not set: no TLS.
  std::optional<ClientTls> tls{};
  // Sends the token without TLS to other machines as well: for networks that encrypt by themselves,
  // since whoever is on the way can read it.
  bool allow_insecure_token = false;
};

// InvalidArgument, saying what to set, for options that no call could be sent with, or none without
// giving the token away. Never repeats a token or a key. Does not look at the network.
absl::Status CheckOptions(const ClientOptions& options);

// Whether nobody but this machine sees what is sent to the gRPC target: Unix sockets, `localhost`
// and the loopback addresses. A name that merely begins like one of them is none.
bool IsOnThisMachine(const std::string& address);

}  // namespace yinzheng::client

#endif  // YINZHENG_CLIENTS_CPP_CLIENT_OPTIONS_H_
