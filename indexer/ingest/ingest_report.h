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
  int64_t inferred_dates = 0;   // Articles whose date is a conclusion.
  int64_t masked = 0;           // Articles with at least one mask.
  int64_t repaired_places = 0;  // Ill-formed sequences that became U+FFFD.

  // A file or record that was left out.
  void Skip(IngestNotice notice);
  // An article without any publication date.
  void Undated(IngestNotice notice);
  // A file with ill-formed bytes, and how many.
  void Repair(IngestNotice notice);
  // Something taken that a person should look at (duplicate ids, unmatched metadata).
  void Warn(IngestNotice notice);

  int64_t skipped() const { return skips_.count; }
  int64_t warned() const { return warnings_.count; }
  int64_t undated() const { return undated_.count; }
  int64_t repaired_files() const { return repairs_.count; }
  const std::vector<IngestNotice>& skips() const { return skips_.kept; }
  const std::vector<IngestNotice>& warnings() const { return warnings_.kept; }
  const std::vector<IngestNotice>& undated_articles() const { return undated_.kept; }
  const std::vector<IngestNotice>& repairs() const { return repairs_.kept; }

  // Several lines, each ended; below the counts what was left out, repaired, undated or is worth a
  // look, kMaxPrinted of each at most.
  static constexpr size_t kMaxPrinted = 50;
  std::string ToString() const;

 private:
  struct Notices {
    int64_t count = 0;
    std::vector<IngestNotice> kept;

    void Add(IngestNotice notice);
    void AppendTo(const std::string& heading, size_t limit, std::string& out) const;
  };

  Notices skips_;
  Notices warnings_;
  Notices undated_;
  Notices repairs_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_INGEST_REPORT_H_
