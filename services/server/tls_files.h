// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_TLS_FILES_H_
#define YINZHENG_SERVICES_SERVER_TLS_FILES_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "grpcpp/security/server_credentials.h"

namespace yinzheng::services {

// Where the PEM files of TLS lie; all empty without TLS.
struct TlsFiles {
  std::string certificate;  // the server's, then those between it and its root
  std::string private_key;
  std::string client_ca;  // empty: no client certificate is asked for

  bool enabled() const { return !certificate.empty(); }
};

// Whether a server could start with the files at `now`: they can be read, the key belongs to the
// certificate, and that is valid. InvalidArgument names the file and what is wrong.
absl::Status CheckTlsFiles(const TlsFiles& files, absl::Time now);

// Credentials that read the files anew once a second and take what has changed. gRPC does not look
// at what it reads: after a bad replacement, handshakes fail until a good one follows, and
// connections that stand go on. Check before replacing (yinzheng-server --check-config).
std::shared_ptr<grpc::ServerCredentials> MakeTlsCredentials(const TlsFiles& files);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_TLS_FILES_H_
