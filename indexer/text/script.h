// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Traditional to Simplified conversion with an exact alignment: OpenCC's t2s tables (phrases first,
// then characters). Serves keys (fold.h) and readings (reading.h). It does not convert the other
// way, does not localise vocabulary (網際網路 becomes 网际网路, not 互联网), and is never applied
// to text that is served or cited.
//
// OpenCC's own converter returns the converted text without saying which part came from where,
// hence this one: the same tables, read through OpenCC's library, and the same longest-match rule.

#ifndef YINZHENG_INDEXER_TEXT_SCRIPT_H_
#define YINZHENG_INDEXER_TEXT_SCRIPT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"

namespace yinzheng::text {

// Simplified text and where it came from.
struct SimplifiedText {
  std::u32string text;

  // Empty if the conversion kept every code point's place (always so with OpenCC 1.1's tables).
  // Else, for each code point of text, the half-open range of source code points that it came from.
  std::vector<uint32_t> begin;
  std::vector<uint32_t> end;
};

// Immutable and safe for concurrent use.
class SimplifiedConverter {
 public:
  using Entries = std::vector<std::pair<std::u32string, std::u32string>>;

  // Loads OpenCC's configuration t2s. kNotFound, naming the package to install, if it is missing.
  // About 10 ms and 1 MB.
  static absl::StatusOr<std::unique_ptr<SimplifiedConverter>> Create();

  // The process-wide converter, created at the first call; never destroyed.
  static absl::StatusOr<const SimplifiedConverter*> Shared();

  // The same where it is known to load (LoadFolding in fold.h): ends the process with a message if
  // not.
  static const SimplifiedConverter& Default();

  // Converts by these entries (from, to); both sides not empty. The longest one that fits wins.
  explicit SimplifiedConverter(const Entries& entries);

  // About 100 million characters a second where nothing is convertible.
  SimplifiedText Convert(std::u32string_view text) const;

  // True if `c` alone has another Simplified form: a sign of Traditional text.
  bool IsTraditional(char32_t c) const;

  // Identifies the entries: hexadecimal.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  struct Phrase {
    std::u32string from;
    std::u32string to;
  };

  bool MayConvert(char32_t c) const;
  const Phrase* FindPhrase(std::u32string_view rest) const;

  // One bit for each code point below 0x40000 that begins an entry.
  std::vector<bool> starts_entry_;
  absl::flat_hash_map<char32_t, char32_t> characters_;
  // Entries longer than one on either side, by first code point, longest first.
  absl::flat_hash_map<char32_t, std::vector<Phrase>> phrases_;
  std::string fingerprint_;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_SCRIPT_H_
