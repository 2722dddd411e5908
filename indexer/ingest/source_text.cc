// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/source_text.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/json_locator.h"
#include "indexer/ingest/markup/html_text.h"
#include "indexer/ingest/markup/markdown_text.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

constexpr std::string_view kUtf8 = "utf-8";

// "html/1 gb18030" in its parts.
struct Extractor {
  std::string_view name;
  std::string_view encoding;
};

absl::StatusOr<Extractor> Parse(std::string_view extractor) {
  if (extractor == kJsonlExtractor) return Extractor{kJsonlExtractor, kUtf8};
  const size_t space = extractor.find(' ');
  const std::string_view name = extractor.substr(0, space);
  for (const std::string_view known :
       {kTextExtractor, kHtmlExtractor, kHtmlLinesExtractor, kMarkdownExtractor, kJsonlExtractor}) {
    if (name == known && space != std::string_view::npos) {
      return Extractor{known, extractor.substr(space + 1)};
    }
  }
  return absl::InvalidArgumentError(
      absl::StrCat("decode source: unknown extractor \"", base::AbslView(extractor), "\""));
}

absl::StatusOr<text::DecodedText> DecodeFile(std::string_view bytes, std::string_view encoding) {
  std::string name = absl::AsciiStrToUpper(base::AbslView(encoding));
  return text::DecodeAs(bytes, name);
}

std::string_view MarkOf(std::string_view encoding) {
  if (encoding == "utf-16le") return "\xFF\xFE";
  return encoding == "utf-16be" ? "\xFE\xFF" : "";
}

// Repairs are part of what was read, and of UTF-8 they depend on the bytes at hand alone.
absl::StatusOr<std::u32string> DecodePart(std::string_view bytes, std::string_view encoding) {
  if (encoding == kUtf8) {
    std::u32string text = text::DecodeUtf8(bytes);
    std::replace(text.begin(), text.end(), U'\0', U'\uFFFD');
    return text;
  }
  // The decoder takes one mark off the head of a file; a part may begin with a character that looks
  // like one.
  std::string part(MarkOf(encoding));
  part += bytes;
  YZ_ASSIGN_OR_RETURN(text::DecodedText decoded, DecodeFile(part, encoding));
  return std::move(decoded.text);
}

}  // namespace

std::string ExtractorName(std::string_view extractor, std::string_view encoding) {
  const std::string lower = absl::AsciiStrToLower(base::AbslView(encoding));
  if (extractor == kJsonlExtractor && lower == kUtf8) return std::string(extractor);
  return absl::StrCat(base::AbslView(extractor), " ", lower);
}

absl::StatusOr<std::string> DecodeSource(std::string_view bytes, std::string_view extractor) {
  YZ_ASSIGN_OR_RETURN(const Extractor by, Parse(extractor));
  YZ_ASSIGN_OR_RETURN(std::u32string text, DecodePart(bytes, by.encoding));
  if (by.name == kJsonlExtractor) {
    YZ_ASSIGN_OR_RETURN(text, DecodeJsonString(text));
  } else if (by.name == kHtmlExtractor) {
    text = ReadHtmlText(text, HtmlSpace::kCollapsed).text;
  } else if (by.name == kHtmlLinesExtractor) {
    text = ReadHtmlText(text, HtmlSpace::kLines).text;
  } else if (by.name == kMarkdownExtractor) {
    text = ReadMarkdown(text).text.text;
  }
  return text::EncodeUtf8(text);
}

absl::StatusOr<SourceReader> SourceReader::Open(std::string_view contents,
                                                std::string_view extractor) {
  YZ_ASSIGN_OR_RETURN(const Extractor by, Parse(extractor));
  SourceReader reader(contents, extractor);
  if (by.name != kMarkdownExtractor) return reader;
  YZ_ASSIGN_OR_RETURN(const text::DecodedText decoded, DecodeFile(contents, by.encoding));
  MarkedText marked = ReadMarkdown(decoded.text).text;
  WholeText& whole = reader.whole_.emplace();
  for (const text::Span from : marked.source) {
    YZ_RETURN_IF_ERROR(
        whole.map.Append({decoded.byte_offset[from.begin], decoded.byte_offset[from.end]}));
  }
  whole.text = std::move(marked.text);
  return reader;
}

absl::StatusOr<std::string> SourceReader::Read(text::ByteRange bytes) const {
  if (bytes.end > contents_.size() || bytes.begin > bytes.end) {
    return absl::OutOfRangeError(
        absl::StrCat("bytes ", bytes.begin, " to ", bytes.end, " of a file of ", contents_.size()));
  }
  if (!whole_) return DecodeSource(contents_.substr(bytes.begin, bytes.size()), extractor_);
  YZ_ASSIGN_OR_RETURN(const text::Span place, whole_->map.ToBody(bytes));
  YZ_ASSIGN_OR_RETURN(const text::ByteRange whole, whole_->map.ToBytes(place));
  if (whole != bytes) {
    return absl::InvalidArgumentError(absl::StrCat("bytes ", bytes.begin, " to ", bytes.end,
                                                   " cut through a character or markup"));
  }
  return text::EncodeUtf8(text::Slice(whole_->text, place));
}

}  // namespace yinzheng::ingest
