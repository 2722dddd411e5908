// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// News of the corpus that is kept beside the repository, as articles of an index: for tests and
// measurements that need text nobody here wrote. Absent on most machines: ask first.

#ifndef YINZHENG_TESTS_FUZZ_NEWS_RECORDS_H_
#define YINZHENG_TESTS_FUZZ_NEWS_RECORDS_H_

#include <cstddef>
#include <vector>

#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::fuzz {

// Where they are, under the shared folder (tests/support/shared_corpus.h).
inline constexpr char kNewsFile[] = "corpus/news.jsonl.gz";

// The first `limit` records, a passage a line, with title, outlet and day. Empty where the corpus
// is absent or not read.
std::vector<store::v1::ArticleRecord> NewsRecords(size_t limit);

}  // namespace yinzheng::fuzz

#endif  // YINZHENG_TESTS_FUZZ_NEWS_RECORDS_H_
