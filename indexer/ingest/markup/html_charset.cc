// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_charset.h"

#include <array>
#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "re2/re2.h"

namespace yinzheng::ingest {
namespace {

// Browsers look at 1024 bytes; pages with long comments on top are in use too.
constexpr size_t kPrescanned = 8192;

struct Label {
  std::string_view label;
  std::string_view encoding;  // As text::DecodeAs names it.
};
// Pages that declare GB2312 or GBK use characters of GB18030.
constexpr auto kLabels = std::to_array<Label>({{"gb2312", "GB18030"},
                                               {"gbk", "GB18030"},
                                               {"gb18030", "GB18030"},
                                               {"gb_2312-80", "GB18030"},
                                               {"x-gbk", "GB18030"},
                                               {"big5", "Big5-HKSCS"},
                                               {"big5-hkscs", "Big5-HKSCS"},
                                               {"x-x-big5", "Big5-HKSCS"}});

// The declared encoding; empty if none is declared or it is not one for Chinese.
std::string_view DeclaredEncoding(std::string_view bytes) {
  // The bytes are not UTF-8, which RE2 expects unless told.
  static const RE2* const kDeclaration =
      new RE2(R"((?i)<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([a-z0-9_:-]+))",
              RE2::Latin1);
  const std::string_view head = bytes.substr(0, kPrescanned);
  std::string label;
  if (!RE2::PartialMatch({head.data(), head.size()}, *kDeclaration, &label)) return "";
  label = absl::AsciiStrToLower(label);
  for (const Label& known : kLabels) {
    if (known.label == label) return known.encoding;
  }
  return "";
}

}  // namespace

absl::StatusOr<text::DecodedText> DecodeHtml(std::string_view bytes) {
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!utf16 && !text::IsMostlyUtf8(bytes)) {
    const std::string_view declared = DeclaredEncoding(bytes);
    if (!declared.empty()) return text::DecodeAs(bytes, declared);
  }
  return text::DecodeText(bytes);
}

}  // namespace yinzheng::ingest
