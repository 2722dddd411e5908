// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// SHA-256 for content addresses and checksums (generation names, manifests, fact ids). Not for
// passwords, and not a keyed digest.

#ifndef YINZHENG_INDEXER_BASE_DIGEST_H_
#define YINZHENG_INDEXER_BASE_DIGEST_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace yinzheng::base {

// The digest of `bytes` as 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

// The digest of a file, read in blocks: for files too large for memory.
absl::StatusOr<std::string> Sha256HexOfFile(const std::string& path);

// Digests what comes in pieces. Not safe for concurrent use.
//
//   Sha256 digest;
//   digest.Update("ab");
//   digest.Update("c");
//   std::string hex = digest.FinishHex();  // Sha256Hex("abc")
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void Update(std::string_view bytes);

  // Adds `field` after its length, so that ("ab","c") and ("a","bc") differ.
  void UpdateField(std::string_view field);

  // The digest of all updates; the object starts anew afterwards.
  std::string FinishHex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace yinzheng::base

#endif  // YINZHENG_INDEXER_BASE_DIGEST_H_
