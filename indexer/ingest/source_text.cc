// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/source_text.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/json_locator.h"
#include "indexer/text/decoding.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {

std::string TextExtractor(std::string_view encoding) {
  return absl::StrCat("text/1 ", absl::AsciiStrToLower(base::AbslView(encoding)));
}

absl::StatusOr<std::string> DecodeSource(std::string_view bytes, std::string_view extractor) {
  if (extractor == kJsonlExtractor) {
    YZ_ASSIGN_OR_RETURN(const std::u32string text, DecodeJsonString(text::DecodeUtf8(bytes)));
    return text::EncodeUtf8(text);
  }
  absl::string_view name = base::AbslView(extractor);
  if (!absl::ConsumePrefix(&name, "text/1 ")) {
    return absl::InvalidArgumentError(
        absl::StrCat("decode source: unknown extractor \"", name, "\""));
  }
  // Repairs are part of what was read, and of UTF-8 they depend on the bytes at hand alone.
  if (name == "utf-8") return text::EncodeUtf8(text::DecodeUtf8(bytes));
  YZ_ASSIGN_OR_RETURN(const text::DecodedText decoded,
                      text::DecodeAs(bytes, base::StdView(absl::AsciiStrToUpper(name))));
  return text::EncodeUtf8(decoded.text);
}

}  // namespace yinzheng::ingest
