// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Articles to measure with, as many as are asked for: those of a JSONL file first, then ones made
// of their sentences, which have the same words, names and figures, and the same lengths.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_BENCH_CORPUS_H_
#define YINZHENG_TESTS_BENCH_SERVICE_BENCH_CORPUS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace yinzheng::bench {

// Records of a JSONL file of articles, also .gz. InvalidArgument if it holds none.
absl::StatusOr<std::vector<std::string>> ReadRecords(const std::string& path);

// Writes them, a line each, replacing the file.
absl::Status WriteRecords(const std::string& path, const std::vector<std::string>& records);

// The first `count` of `records`; beyond their number articles with new ids whose sentences are
// drawn from all of them with a fixed seed. `records` is not empty.
std::vector<std::string> GrowRecords(std::vector<std::string> records, size_t count);

// Changes the text of one record of `each`, the first included: a sentence more. Returns how many.
size_t ChangeRecords(size_t each, std::vector<std::string>& records);

// The Chinese text of `text` cut behind its sentences. Together the parts are the text.
std::vector<std::string> CutSentences(const std::string& text);

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_BENCH_CORPUS_H_
