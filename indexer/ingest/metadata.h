// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The --metadata file: what is known about input files besides their text. JSONL, one object a
// line:
//
//   {"path": "2023/report.txt", "published": "2023-07~", "title": "…", "outlet": "…",
//    "authors": ["…"], "url": "https://…"}
//
// Only `path` is required. It is relative to the input root, or an external id (`page.txt#2`) to
// speak of one story of a file. What is given here adds to or replaces what the text gives; an
// empty string removes nothing. Not for JSONL records' own fields (jsonl_format.h).

#ifndef YINZHENG_INDEXER_INGEST_METADATA_H_
#define YINZHENG_INDEXER_INGEST_METADATA_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::ingest {

// One line of the file.
struct ArticleMetadata {
  int line = 0;
  std::optional<v1::DateValue> published;  // basis METADATA
  std::string title;
  std::string outlet;
  std::vector<std::string> authors;
  std::string url;
};

// Not safe for concurrent use: it remembers which lines were used.
class MetadataTable {
 public:
  MetadataTable() = default;

  // Reads the contents of `path`. kInvalidArgument naming file, line and value for what is no JSON
  // object, an unknown or doubled key, a missing or doubled path, a value of the wrong type or a
  // date that is not EDTF.
  static absl::StatusOr<MetadataTable> Parse(std::string_view contents, const std::string& path);

  // Writes what is known into an article of file `relative` and story `external_id`. The title of a
  // line for the file goes to its first story only.
  void Apply(const std::string& relative, bool first_story, v1::Article& article);

  // Lines that no article used, as "file:line: path".
  std::vector<std::string> Unused() const;

 private:
  struct Entry {
    ArticleMetadata metadata;
    bool used = false;
  };

  std::string file_;
  std::map<std::string, Entry, std::less<>> entries_;
};

// The message for a date given as EDTF, with the days it covers and basis METADATA.
// kInvalidArgument if it is not EDTF.
absl::StatusOr<v1::DateValue> MetadataDate(std::string_view edtf);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_METADATA_H_
