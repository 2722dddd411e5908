// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What an ingest run did with its input, for people: counts, and for everything left out or
// doubtful one line with the reason. Not a log, and not kept in the index.

#ifndef YINZHENG_INDEXER_INGEST_INGEST_REPORT_H_
#define YINZHENG_INDEXER_INGEST_INGEST_REPORT_H_

#include <cstdint>
#include <string>
#include <vector>

namespace yinzheng::ingest {

// One line of the report: where and what.
struct IngestNotice {
  std::string path;    // As given or relative to the input root.
  int64_t record = 0;  // JSONL record from 1; 0 for the file as a whole.
  std::string reason;

  std::string ToString() const;  // "path, record 3: reason"
};

// Counts are exact; of the notices the first kMaxNotices of each kind are kept. Not thread-safe.
class IngestReport {
 public:
  static constexpr size_t kMaxNotices = 1000;

  int64_t files = 0;            // Files opened and read to the end.
  int64_t articles = 0;         // Articles handed on.
  int64_t split_files = 0;      // Files that held more than one story.
  int64_t undated = 0;          // Articles without any publication date.
  int64_t inferred_dates = 0;   // Articles whose date is a conclusion.
  int64_t masked = 0;           // Articles with at least one mask.
  int64_t repaired_files = 0;   // Files with ill-formed bytes.
  int64_t repaired_places = 0;  // Ill-formed sequences that became U+FFFD.

  // A file or record that was left out.
  void Skip(IngestNotice notice);
  // Something taken that a person should look at (duplicate ids, unmatched metadata).
  void Warn(IngestNotice notice);

  int64_t skipped() const { return skipped_count_; }
  int64_t warned() const { return warning_count_; }
  const std::vector<IngestNotice>& skips() const { return skips_; }
  const std::vector<IngestNotice>& warnings() const { return warnings_; }

  // Several lines, each ended; skips and warnings listed below the counts.
  std::string ToString() const;

 private:
  int64_t skipped_count_ = 0;
  int64_t warning_count_ = 0;
  std::vector<IngestNotice> skips_;
  std::vector<IngestNotice> warnings_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_INGEST_REPORT_H_
