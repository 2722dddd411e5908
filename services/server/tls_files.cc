// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/tls_files.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "grpc/grpc_security_constants.h"
#include "grpcpp/security/tls_certificate_provider.h"
#include "grpcpp/security/tls_credentials_options.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::services {
namespace {

constexpr unsigned kRefreshSeconds = 1;

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

absl::Status Wrong(const char* what, const std::string& path, const std::string& why) {
  return absl::InvalidArgumentError(
      absl::StrCat("read configuration: tls.", what, " ", path, ": ", why));
}

absl::StatusOr<Owned<BIO>> OpenPem(const char* what, const std::string& path, std::string& pem) {
  auto contents = base::FileSystem::Real().ReadFile(path);
  if (!contents.ok()) return Wrong(what, path, std::string(contents.status().message()));
  pem = *std::move(contents);
  return Owned<BIO>(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

// Why the certificate is not valid at `now`; empty if it is.
std::string Invalidity(const X509& certificate, absl::Time now) {
  time_t seconds = absl::ToTimeT(now);
  if (X509_cmp_time(X509_get0_notBefore(&certificate), &seconds) > 0) {
    return "the certificate is not valid yet";
  }
  if (X509_cmp_time(X509_get0_notAfter(&certificate), &seconds) < 0) {
    return "the certificate has expired";
  }
  return "";
}

// The first certificate of the file, valid at `now`.
absl::StatusOr<Owned<X509>> ReadCertificate(const std::string& path, absl::Time now) {
  std::string pem;
  YZ_ASSIGN_OR_RETURN(const Owned<BIO> bio, OpenPem("certificate", path, pem));
  Owned<X509> certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
  if (certificate == nullptr) return Wrong("certificate", path, "it holds no PEM certificate");
  const std::string invalid = Invalidity(*certificate, now);
  if (!invalid.empty()) return Wrong("certificate", path, invalid);
  return certificate;
}

// One valid root is enough: an old one may stand beside the new one for a time.
absl::Status CheckRoots(const std::string& path, absl::Time now) {
  std::string pem;
  YZ_ASSIGN_OR_RETURN(const Owned<BIO> bio, OpenPem("client_ca", path, pem));
  std::string problem = "it holds no PEM certificate";
  while (true) {
    const Owned<X509> root(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (root == nullptr) break;
    problem = Invalidity(*root, now);
    if (problem.empty()) return absl::OkStatus();
  }
  return Wrong("client_ca", path, problem);
}

// A key with a password is refused: nobody is there to type it.
int NoPassword(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*data*/) { return -1; }

absl::StatusOr<Owned<EVP_PKEY>> ReadKey(const std::string& path) {
  std::string pem;
  YZ_ASSIGN_OR_RETURN(const Owned<BIO> bio, OpenPem("private_key", path, pem));
  Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, &NoPassword, nullptr));
  if (key == nullptr) {
    return Wrong("private_key", path, "it holds no PEM private key, or one under a password");
  }
  return key;
}

}  // namespace

absl::Status CheckTlsFiles(const TlsFiles& files, absl::Time now) {
  YZ_ASSIGN_OR_RETURN(const Owned<X509> certificate, ReadCertificate(files.certificate, now));
  YZ_ASSIGN_OR_RETURN(const Owned<EVP_PKEY> key, ReadKey(files.private_key));
  if (X509_check_private_key(certificate.get(), key.get()) != 1) {
    return Wrong("private_key", files.private_key,
                 absl::StrCat("it does not belong to the certificate ", files.certificate));
  }
  return files.client_ca.empty() ? absl::OkStatus() : CheckRoots(files.client_ca, now);
}

std::shared_ptr<grpc::ServerCredentials> MakeTlsCredentials(const TlsFiles& files) {
  using grpc::experimental::FileWatcherCertificateProvider;
  const auto provider = std::make_shared<FileWatcherCertificateProvider>(
      files.private_key, files.certificate, files.client_ca, kRefreshSeconds);
  grpc::experimental::TlsServerCredentialsOptions options(provider);
  options.watch_identity_key_cert_pairs();
  if (!files.client_ca.empty()) {
    options.watch_root_certs();
    options.set_cert_request_type(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  }
  return grpc::experimental::TlsServerCredentials(options);
}

}  // namespace yinzheng::services
