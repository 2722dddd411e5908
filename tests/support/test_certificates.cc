// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/support/test_certificates.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>

namespace yinzheng::testing {
namespace {

struct Free {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;

void Require(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "make test certificates: %s failed\n", what);
  std::abort();
}

Key NewKey() {
  Key key(EVP_EC_gen("P-256"));
  Require(key != nullptr, "EVP_EC_gen");
  return key;
}

std::string Text(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);  // NOLINT(google-runtime-int): OpenSSL's type
  return std::string(data, static_cast<size_t>(size));
}

std::string ToPem(X509* certificate) {
  const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
  Require(PEM_write_bio_X509(bio.get(), certificate) == 1, "PEM_write_bio_X509");
  return Text(bio.get());
}

std::string ToPem(EVP_PKEY* key) {
  const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
  Require(PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
          "PEM_write_bio_PrivateKey");
  return Text(bio.get());
}

void Extend(X509* certificate, int kind, const std::string& value) {
  const std::unique_ptr<X509_EXTENSION, Free> extension(
      X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str()));
  Require(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1,
          value.c_str());
}

// A certificate of `key` for `name`, unsigned yet.
Certificate NewCertificate(EVP_PKEY* key, const std::string& name, TestValidity validity) {
  static int serial = 0;
  Certificate certificate(X509_new());
  Require(X509_set_version(certificate.get(), 2) == 1, "X509_set_version");
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
  X509_time_adj_ex(X509_getm_notBefore(certificate.get()), validity.from_day, 0, nullptr);
  X509_time_adj_ex(X509_getm_notAfter(certificate.get()), validity.to_day, 0, nullptr);
  Require(X509_set_pubkey(certificate.get(), key) == 1, "X509_set_pubkey");
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  return certificate;
}

void Sign(X509* certificate, EVP_PKEY* key) {
  Require(X509_sign(certificate, key, EVP_sha256()) > 0, "X509_sign");
}

}  // namespace

struct TestAuthority::Impl {
  Key key = NewKey();
  Certificate certificate;
  std::string root;
};

TestAuthority::TestAuthority(const std::string& name) : impl_(std::make_unique<Impl>()) {
  impl_->certificate = NewCertificate(impl_->key.get(), name, {.from_day = -2, .to_day = 2});
  X509* certificate = impl_->certificate.get();
  X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
  Extend(certificate, NID_basic_constraints, "critical,CA:TRUE");
  Extend(certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
  Sign(certificate, impl_->key.get());
  impl_->root = ToPem(certificate);
}

TestAuthority::~TestAuthority() = default;

const std::string& TestAuthority::root() const { return impl_->root; }

TestCertificate TestAuthority::Issue(const std::string& host, TestValidity validity) const {
  const Key key = NewKey();
  const Certificate certificate = NewCertificate(key.get(), host, validity);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(impl_->certificate.get()));
  Extend(certificate.get(), NID_subject_alt_name, "DNS:" + host + ",IP:127.0.0.1,IP:::1");
  Sign(certificate.get(), impl_->key.get());
  return {ToPem(certificate.get()), ToPem(key.get())};
}

}  // namespace yinzheng::testing
