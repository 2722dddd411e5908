// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/ingest_report.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"

namespace yinzheng::ingest {
std::string IngestNotice::ToString() const {
  if (record > 0) return absl::StrCat(path, ", record ", record, ": ", reason);
  return absl::StrCat(path, ": ", reason);
}

void IngestReport::Notices::Add(IngestNotice notice) {
  ++count;
  if (kept.size() < kMaxNotices) kept.push_back(std::move(notice));
}

void IngestReport::Notices::AppendTo(const std::string& heading, size_t limit,
                                     std::string& out) const {
  if (count == 0) return;
  absl::StrAppend(&out, heading, " (", count, "):\n");
  const size_t listed = std::min(limit, kept.size());
  for (size_t i = 0; i < listed; ++i) absl::StrAppend(&out, "  ", kept[i].ToString(), "\n");
  const int64_t rest = count - static_cast<int64_t>(listed);
  if (rest > 0) absl::StrAppend(&out, "  and ", rest, " more\n");
}

void IngestReport::Skip(IngestNotice notice) { skips_.Add(std::move(notice)); }
void IngestReport::Warn(IngestNotice notice) { warnings_.Add(std::move(notice)); }
void IngestReport::Undated(IngestNotice notice) { undated_.Add(std::move(notice)); }
void IngestReport::Repair(IngestNotice notice) { repairs_.Add(std::move(notice)); }

std::string IngestReport::ToString() const {
  std::string out =
      absl::StrCat("read       ", files, " files, ", articles, " articles\n",  //
                   "split      ", split_files, " files into several stories\n", "undated    ",
                   undated(), " articles (", inferred_dates,
                   " more have an inferred date)\n",  //
                   "masked     ", masked, " articles hold page furniture\n", "repaired   ",
                   repaired_places, " ill-formed places in ", repaired_files(), " files\n",  //
                   "skipped    ", skipped(), "\n");
  skips_.AppendTo("left out", kMaxNotices, out);
  repairs_.AppendTo("repaired", kMaxPrinted, out);
  undated_.AppendTo("undated", kMaxPrinted, out);
  warnings_.AppendTo("worth a look", kMaxNotices, out);
  return out;
}

}  // namespace yinzheng::ingest
