// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/ingest_report.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace yinzheng::ingest {
namespace {

void AppendNotices(const std::string& heading, int64_t count,
                   const std::vector<IngestNotice>& notices, std::string& out) {
  if (count == 0) return;
  absl::StrAppend(&out, heading, " (", count, "):\n");
  for (const IngestNotice& notice : notices) absl::StrAppend(&out, "  ", notice.ToString(), "\n");
  const int64_t rest = count - static_cast<int64_t>(notices.size());
  if (rest > 0) absl::StrAppend(&out, "  and ", rest, " more\n");
}

}  // namespace

std::string IngestNotice::ToString() const {
  if (record > 0) return absl::StrCat(path, ", record ", record, ": ", reason);
  return absl::StrCat(path, ": ", reason);
}

void IngestReport::Skip(IngestNotice notice) {
  ++skipped_count_;
  if (skips_.size() < kMaxNotices) skips_.push_back(std::move(notice));
}

void IngestReport::Warn(IngestNotice notice) {
  ++warning_count_;
  if (warnings_.size() < kMaxNotices) warnings_.push_back(std::move(notice));
}

std::string IngestReport::ToString() const {
  std::string out =
      absl::StrCat("read       ", files, " files, ", articles, " articles\n",  //
                   "split      ", split_files, " files into several stories\n", "undated    ",
                   undated, " articles (", inferred_dates,
                   " more have an inferred date)\n",  //
                   "masked     ", masked, " articles hold page furniture\n", "repaired   ",
                   repaired_places, " ill-formed places in ", repaired_files, " files\n",  //
                   "skipped    ", skipped_count_, "\n");
  AppendNotices("left out", skipped_count_, skips_, out);
  AppendNotices("worth a look", warning_count_, warnings_, out);
  return out;
}

}  // namespace yinzheng::ingest
