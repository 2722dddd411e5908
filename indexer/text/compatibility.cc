// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/compatibility.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace yinzheng::text::internal {
namespace {

constexpr char32_t kBasicPlaneEnd = 0x10000;

bool IsSurrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

const UNormalizer2* NfkcCasefold() {
  UErrorCode error = U_ZERO_ERROR;
  return unorm2_getNFKCCasefoldInstance(&error);
}

std::u32string FoldOne(char32_t c) {
  if (c > 0x10FFFF || IsSurrogate(c)) return std::u32string(1, c);
  UChar source[2];
  int32_t source_size = 0;
  U16_APPEND_UNSAFE(source, source_size, static_cast<UChar32>(c));
  UChar folded[64];  // The longest compatibility mapping has 18 code units.
  UErrorCode error = U_ZERO_ERROR;
  const int32_t size = unorm2_normalize(NfkcCasefold(), source, source_size, folded, 64, &error);
  if (U_FAILURE(error)) return std::u32string(1, c);
  std::u32string result;
  for (int32_t i = 0; i < size;) {
    UChar32 next = 0;
    U16_NEXT(folded, i, size, next);
    result.push_back(static_cast<char32_t>(next));
  }
  return result;
}

// Most text is of the basic plane and folds to itself: one bit answers that.
struct Table {
  Table() : changes(kBasicPlaneEnd) {
    for (char32_t c = 0; c < kBasicPlaneEnd; ++c) {
      std::u32string folded = FoldOne(c);
      if (folded == std::u32string_view(&c, 1)) continue;
      changes[c] = true;
      forms.emplace(c, std::move(folded));
    }
  }

  std::vector<bool> changes;
  absl::flat_hash_map<char32_t, std::u32string> forms;
};

const Table& GetTable() {
  static const Table* const table = new Table;
  return *table;
}

}  // namespace

void AppendCompatibilityFold(char32_t c, std::u32string& out) {
  if (c >= kBasicPlaneEnd) {
    out.append(FoldOne(c));
    return;
  }
  const Table& table = GetTable();
  if (!table.changes[c]) {
    out.push_back(c);
  } else {
    out.append(table.forms.find(c)->second);
  }
}

size_t FindFolding(std::u32string_view text, size_t from) {
  const Table& table = GetTable();
  while (from < text.size() && text[from] < kBasicPlaneEnd && !table.changes[text[from]]) ++from;
  return from;
}

std::string UnicodeVersion() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(version, text);
  return text;
}

}  // namespace yinzheng::text::internal
