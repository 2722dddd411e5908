// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The way back from source bytes to text: what a citation's bytes say, by the extractor named in
// the article. Law 1 is checked with this: the text must equal the quote. It does not read files.

#ifndef YINZHENG_INDEXER_INGEST_SOURCE_TEXT_H_
#define YINZHENG_INDEXER_INGEST_SOURCE_TEXT_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace yinzheng::ingest {

// Name of the extractor for text files in `encoding` as text::DecodeText names it: "text/1 utf-8".
std::string TextExtractor(std::string_view encoding);

// Name of the extractor for records of JSON Lines.
inline constexpr std::string_view kJsonlExtractor = "jsonl/1";

// Decodes `bytes`, cut from the decompressed input file at a citation's borders, as UTF-8.
// Ill-formed UTF-8 decodes to U+FFFD as when the file was read. kInvalidArgument if the extractor
// is unknown or the bytes are cut inside a character or escape.
absl::StatusOr<std::string> DecodeSource(std::string_view bytes, std::string_view extractor);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_SOURCE_TEXT_H_
