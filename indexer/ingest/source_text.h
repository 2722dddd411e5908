// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The way back from source bytes to text: what a citation's bytes say, by the extractor named in
// the article. Law 1 is checked with this: the text must equal the quote. It does not read files.

#ifndef YINZHENG_INDEXER_INGEST_SOURCE_TEXT_H_
#define YINZHENG_INDEXER_INGEST_SOURCE_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "indexer/ingest/markup/marked_text.h"
#include "indexer/text/decoding.h"
#include "indexer/text/source_map.h"

namespace yinzheng::ingest {

// Names of extractors. Behind all but the first stands the encoding: "text/1 utf-8".
inline constexpr std::string_view kJsonlExtractor = "jsonl/1";  // Of UTF-8 alone, without its name.
inline constexpr std::string_view kTextExtractor = "text/1";
inline constexpr std::string_view kHtmlExtractor = "html/1";             // Space drawn together.
inline constexpr std::string_view kHtmlLinesExtractor = "html-lines/1";  // Line ends kept.
inline constexpr std::string_view kMarkdownExtractor = "md/1";

// The name of an extractor with an encoding as text::DecodeText names it: "text/1 gb18030". Records
// in UTF-8 are "jsonl/1" alone.
std::string ExtractorName(std::string_view extractor, std::string_view encoding);

// Decodes `bytes`, cut from the decompressed input file at a citation's borders, as UTF-8.
// Ill-formed UTF-8 decodes to U+FFFD as when the file was read. Bytes of Markdown are read as if
// they were a file: right where no markup is cut apart, SourceReader otherwise. kInvalidArgument if
// the extractor is unknown or the bytes are cut inside a character or escape.
absl::StatusOr<std::string> DecodeSource(std::string_view bytes, std::string_view extractor);

// What any bytes of one file say. For Markdown, whose characters mean what the whole file makes
// them mean, the file is read once; for all else each range by itself.
//
//   YZ_ASSIGN_OR_RETURN(const SourceReader reader, SourceReader::Open(contents, "md/1 utf-8"));
//   YZ_ASSIGN_OR_RETURN(const std::string quote, reader.Read({start, end}));
class SourceReader {
 public:
  // `contents` is borrowed. kInvalidArgument if the extractor is unknown.
  static absl::StatusOr<SourceReader> Open(std::string_view contents, std::string_view extractor);

  // kOutOfRange past the end of the file, else as DecodeSource.
  absl::StatusOr<std::string> Read(text::ByteRange bytes) const;

 private:
  SourceReader(std::string_view contents, std::string_view extractor)
      : contents_(contents), extractor_(extractor) {}

  // The text of a whole file with the bytes of each code point.
  struct WholeText {
    std::u32string text;
    text::SourceMap map;
  };

  std::string_view contents_;
  std::string extractor_;
  std::optional<WholeText> whole_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_SOURCE_TEXT_H_
