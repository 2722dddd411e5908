// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Bytes of an input file to text, with the byte offset of every code point kept: citations lead
// back to bytes, so a decoder that loses them is of no use here. Not a format parser (HTML, JSON:
// ingest), and not decompression.

#ifndef YINZHENG_INDEXER_TEXT_DECODING_H_
#define YINZHENG_INDEXER_TEXT_DECODING_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::text {

// A decoded file. A byte order mark is not part of the text; line ends are kept as they are.
struct DecodedText {
  std::u32string text;

  // byte_offset[i] is where code point i begins; the last of the text.size() + 1 numbers is the
  // end. Strictly increasing, except that one byte sequence may give two code points.
  std::vector<uint64_t> byte_offset;

  // "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030" or "Big5-HKSCS": what DecodeAs and DecodeSpan take.
  std::string encoding;

  // Ill-formed sequences and zero bytes that became U+FFFD.
  size_t repaired = 0;
};

// Detects the encoding and decodes: byte order mark, else valid UTF-8, else ICU's detector choosing
// among GB18030, Big5 and UTF-16, else UTF-8 with repairs. kInvalidArgument if the bytes are no
// text (many zero bytes without the look of UTF-16). Cost: one or two passes; 8 bytes a code point
// for the offsets.
absl::StatusOr<DecodedText> DecodeText(std::string_view bytes);

// True for UTF-8, and for UTF-8 with a bad byte here and there: another encoding would spoil nearly
// every character that is not ASCII. Says nothing of zero bytes.
bool IsMostlyUtf8(std::string_view bytes);

// Decodes by the encoding named. kInvalidArgument if there is no such encoding.
absl::StatusOr<DecodedText> DecodeAs(std::string_view bytes, std::string_view encoding);

// The text of a byte range cut from a file at code point borders: what a citation's source bytes
// say. Unlike DecodeAs it takes no byte order mark off and fails (kInvalidArgument) on ill-formed
// bytes.
absl::StatusOr<std::u32string> DecodeSpan(std::string_view bytes, std::string_view encoding);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_DECODING_H_
