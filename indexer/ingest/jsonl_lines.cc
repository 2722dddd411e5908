// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/jsonl_lines.h"

#include <algorithm>

#include "indexer/base/status_macros.h"
#include "indexer/text/decoding.h"

namespace yinzheng::ingest {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsUtf8(std::string_view contents) {
  if (contents.find('\0') != std::string_view::npos) return false;
  return text::IsMostlyUtf8(contents);
}

std::vector<RecordLine> SplitUtf8(std::string_view contents) {
  std::vector<RecordLine> lines;
  std::string_view rest = contents;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  for (int32_t number = 1; !rest.empty(); ++number) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      lines.push_back({line, number, static_cast<uint64_t>(line.data() - contents.data())});
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

// Lines end where their characters do, which only decoding tells.
std::vector<RecordLine> SplitDecoded(std::string_view contents, const text::DecodedText& decoded) {
  std::vector<RecordLine> lines;
  const std::u32string& text = decoded.text;
  int32_t number = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(U'\n', begin), text.size());
    ++number;
    const std::u32string_view line = std::u32string_view(text).substr(begin, end - begin);
    if (line.find_first_not_of(U" \t\r") != std::u32string_view::npos) {
      const uint64_t first = decoded.byte_offset[begin];
      lines.push_back({contents.substr(first, decoded.byte_offset[end] - first), number, first,
                       decoded.encoding});
    }
    begin = end + 1;
  }
  return lines;
}

}  // namespace

absl::StatusOr<std::vector<RecordLine>> SplitRecords(std::string_view contents) {
  if (IsUtf8(contents)) return SplitUtf8(contents);
  YZ_ASSIGN_OR_RETURN(const text::DecodedText decoded, text::DecodeText(contents));
  return SplitDecoded(contents, decoded);
}

}  // namespace yinzheng::ingest
