// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Where in a JSON text the characters of a string value stand, so that a citation of a JSONL record
// leads back to bytes of the file. A scanner for text that a JSON parser has accepted, not a
// parser: values and types come from nlohmann::json.

#ifndef YINZHENG_INDEXER_INGEST_JSON_LOCATOR_H_
#define YINZHENG_INDEXER_INGEST_JSON_LOCATOR_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/text/span.h"

namespace yinzheng::ingest {

// A string value and, for each of its code points, the code points of the JSON text that spell it:
// one, or an escape such as \n or \u4e2d, or two escapes for a surrogate pair.
struct LocatedString {
  std::u32string text;
  std::vector<text::Span> spelled;
};

// Finds the value of `key` in the object `json`, at its top level; of doubled keys the last, as
// nlohmann::json does. kNotFound if there is none or its value is no string; kInvalidArgument if
// `json` is not well-formed enough to tell. Linear, no recursion.
absl::StatusOr<LocatedString> LocateString(std::u32string_view json, std::u32string_view key);

// Decodes the inside of a JSON string (without its quotes), lone surrogates as U+FFFD.
// kInvalidArgument if it is cut inside an escape or holds a quote.
absl::StatusOr<std::u32string> DecodeJsonString(std::u32string_view inside);

// Replaces lone surrogate escapes in place by \ufffd, which has the same length; parsers refuse
// them although writers in the wild make them by cutting strings. Returns how many.
size_t RepairLoneSurrogates(std::u32string& json);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_JSON_LOCATOR_H_
