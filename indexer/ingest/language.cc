// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/language.h"

#include <cstddef>

#include "indexer/text/script.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

// In running Traditional text more than a third of the characters have another Simplified form; in
// Simplified text under one in a hundred (著, 於 in names).
constexpr size_t kMinTraditionalPercent = 10;

}  // namespace

std::string DetectLanguage(std::u32string_view body) {
  const text::SimplifiedConverter& converter = text::SimplifiedConverter::Default();
  size_t han = 0;
  size_t traditional = 0;
  for (const char32_t c : body) {
    if (!text::IsHan(c)) continue;
    ++han;
    traditional += converter.IsTraditional(c) ? 1 : 0;
  }
  if (han == 0) return "";
  return traditional * 100 >= han * kMinTraditionalPercent ? "zh-Hant" : "zh-Hans";
}

}  // namespace yinzheng::ingest
