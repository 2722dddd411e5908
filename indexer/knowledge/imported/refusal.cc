// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/refusal.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {

std::string_view NameOf(RefusalCode code) {
  switch (code) {
    case RefusalCode::kFormat:
      return "FORMAT";
    case RefusalCode::kArticle:
      return "ARTICLE";
    case RefusalCode::kQuote:
      return "QUOTE";
    case RefusalCode::kSpan:
      return "SPAN";
    case RefusalCode::kValue:
      return "VALUE";
    case RefusalCode::kSubject:
      return "SUBJECT";
    case RefusalCode::kTime:
      return "TIME";
    case RefusalCode::kModality:
      return "MODALITY";
    case RefusalCode::kPolarity:
      return "POLARITY";
    case RefusalCode::kAttribution:
      return "ATTRIBUTION";
    case RefusalCode::kQualifier:
      return "QUALIFIER";
  }
  return "UNKNOWN";
}

std::string Brief(std::string_view words) {
  constexpr size_t kMostShown = 120;  // Code points.
  // A code point is at most four bytes: the rest need not be decoded.
  const std::string_view head = words.substr(0, 4 * (kMostShown + 1));
  const std::u32string decoded = text::DecodeUtf8(head);
  if (decoded.size() <= kMostShown) return std::string(words);
  return text::EncodeUtf8(decoded.substr(0, kMostShown)) + "…";
}

absl::Status Refused(RefusalCode code, std::string_view reason) {
  std::string message = absl::StrCat(base::AbslView(NameOf(code)), ": ", base::AbslView(reason));
  // Words of an article may hold line breaks; a report has a line for each problem.
  std::replace_if(
      message.begin(), message.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return absl::InvalidArgumentError(message);
}

}  // namespace yinzheng::knowledge
