// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Law 1: no fact without a verified citation. Compares quotes with the bodies they are cited from
// and, where the input file is still there, with its very bytes.

#ifndef YINZHENG_INDEXER_PIPELINE_CITATION_CHECKER_H_
#define YINZHENG_INDEXER_PIPELINE_CITATION_CHECKER_H_

#include <cstddef>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/ingest/source_text.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/citation.pb.h"

namespace yinzheng::indexer {

// The decompressed contents of input files, the last few kept. Not thread-safe.
class InputCache {
 public:
  // `roots` are the input folders of a build. `files` must outlive it.
  InputCache(const base::FileSystem& files, std::vector<std::string> roots)
      : files_(files), roots_(std::move(roots)) {}

  // The contents of the file `path` below a root if its SHA-256 is the one given; null if it is not
  // found or has changed. Valid until the next call.
  const std::string* Find(const std::string& path, const std::string& sha256);

 private:
  static constexpr size_t kMaxFiles = 4;
  struct Entry {
    std::string key;
    std::optional<std::string> contents;
  };

  std::optional<std::string> Read(const std::string& path, const std::string& sha256) const;

  const base::FileSystem& files_;
  std::vector<std::string> roots_;
  std::list<Entry> entries_;  // Last used first.
};

// Checks the citations and mentions of one article.
class CitationChecker {
 public:
  // `contents` are those of the article's input file, or null if only the body is to be compared.
  // Both must outlive the checker.
  CitationChecker(const v1::Article& article, const std::string* contents);

  // Body and its digest, masks in order, the body's own bytes. kDataLoss says what differs.
  absl::Status CheckArticle() const;

  // `quote` equals the body at `span`, value_span lies inside, and the bytes at `source` decode to
  // the quote.
  absl::Status Check(const v1::Citation& citation) const;

  // The same for any words of the body.
  absl::Status CheckText(const v1::TextSpan& span, const std::string& words,
                         const v1::SourceSpan* source) const;

 private:
  absl::Status CheckSource(const v1::SourceSpan& source, const std::string& words) const;

  const v1::Article& article_;
  std::u32string body_;
  // Nothing if only the body is to be compared; an error if nobody knows the extractor.
  std::optional<absl::StatusOr<ingest::SourceReader>> reader_;
};

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_CITATION_CHECKER_H_
