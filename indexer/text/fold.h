// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Folding of text into search keys: compatibility and width forms (NFKC), case, Traditional to
// Simplified. Keys match; they are never shown, cited or mined for knowledge (reading.h keeps case
// and characters for that). Every key code point remembers the source code points that it came
// from.
//
//   FoldedText folded = FoldCharacters(U"１００㎡　臺灣");   // key: U"100m2 台湾"
//   Span where = folded.ToSource({3, 5});                    // "m2" -> the one code point ㎡

#ifndef YINZHENG_INDEXER_TEXT_FOLD_H_
#define YINZHENG_INDEXER_TEXT_FOLD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

// A key and where it came from. begin and end have key.size() elements and never decrease; code
// points that came from one source span together (㎡ -> m2) carry the same begin and end.
struct FoldedText {
  std::u32string key;
  std::vector<uint32_t> begin;
  std::vector<uint32_t> end;
  uint32_t source_size = 0;

  // The smallest source span that produced `key_span`; for an empty one, the empty place before it.
  Span ToSource(Span key_span) const;

  // The smallest key span that holds all that `source_span` produced.
  Span FromSource(Span source_span) const;
};

// Folds `text`, one code point at a time except where a Traditional phrase decides the Simplified
// form. Invisible marks (zero-width space and the like) vanish. Idempotent: folding a key gives
// that key. Cost: about one pass for Simplified text; Traditional runs are looked up in OpenCC.
// Requires LoadFolding() to have succeeded or its data to be installed: aborts with a message
// otherwise. Safe for concurrent use.
FoldedText FoldCharacters(std::u32string_view text);

// The key alone, without where it came from: half the cost.
std::u32string FoldToKey(std::u32string_view text);

// The same as UTF-8, for hashing and comparing names:
// EncodeUtf8(FoldCharacters(DecodeUtf8(text)).key).
std::string FoldKey(std::string_view utf8);

// Loads OpenCC's tables now instead of at the first fold, so that a program can report that they
// are missing. Cheap after the first call.
absl::Status LoadFolding();

// Makes the second folding, for keys that are already cut into words: variants such as 著/着 and
// 裏/里 that may not be unified earlier because words such as 著名 would fall apart. One code point
// gives one code point. The table with its reasons is data: text/key_variants.tsv.
std::u32string FoldKeyVariants(std::u32string_view key);

// Identifies the tables folding depends on (OpenCC, Unicode version, variants), for the analyzer's
// fingerprint: hexadecimal.
std::string FoldingFingerprint();

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_FOLD_H_
