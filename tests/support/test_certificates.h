// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_TESTS_SUPPORT_TEST_CERTIFICATES_H_
#define YINZHENG_TESTS_SUPPORT_TEST_CERTIFICATES_H_

#include <memory>
#include <string>

namespace yinzheng::testing {

// A certificate with its key, as PEM texts.
struct TestCertificate {
  std::string certificate;
  std::string private_key;
};

// How long a certificate holds, in days from now.
struct TestValidity {
  int from_day = -1;
  int to_day = 1;
};

// A certificate authority of one test: a fresh key, a root of its own. For tests alone: its keys
// are made to be quick. Aborts with a message where OpenSSL fails.
class TestAuthority {
 public:
  explicit TestAuthority(const std::string& name);
  ~TestAuthority();

  // The root, as clients and servers are to trust it.
  const std::string& root() const;

  // A certificate for `host` (also 127.0.0.1 and ::1), for servers and clients alike.
  TestCertificate Issue(const std::string& host, TestValidity validity = {}) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace yinzheng::testing

#endif  // YINZHENG_TESTS_SUPPORT_TEST_CERTIFICATES_H_
