// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/byte_run_columns.h"

#include <cstdint>
#include <limits>

namespace yinzheng::store {
namespace {

constexpr int kColumns = 3;

int32_t Utf8Width(char32_t c) {
  if (c < 0x80) return 1;
  if (c < 0x800) return 2;
  return c < 0x10000 ? 3 : 4;
}

// What RestoreByteRuns makes: neighbours are one run, and none is missing.
bool AreCanonical(const google::protobuf::RepeatedPtrField<v1::ByteRun>& runs, size_t body_size) {
  int64_t at = 0;
  int64_t byte = -1;
  int32_t width = 0;
  for (const v1::ByteRun& run : runs) {
    if (run.start() != at || run.length() <= 0 || run.width() < 0) return false;
    if (run.start_byte() < 0 || (run.start_byte() == byte && run.width() == width)) return false;
    if (run.start_byte() > std::numeric_limits<int64_t>::max() / 2) return false;
    at += run.length();
    width = run.width();
    byte = run.start_byte() + int64_t{width} * run.length();
  }
  return !runs.empty() && at == static_cast<int64_t>(body_size);
}

// Collects stretches of code points that the body does not tell.
class OddRuns {
 public:
  explicit OddRuns(v1::StoredArticle& stored) : stored_(stored) {}

  // The code point `at` stands `shift` bytes after the last one and has `width` bytes.
  void Add(int32_t at, int64_t shift, int32_t width) {
    auto& runs = *stored_.mutable_odd_runs();
    const bool continues = !runs.empty() && at == end_ && shift == 0 &&
                           width == static_cast<int32_t>(runs[runs.size() - 1]);
    if (continues) {
      ++runs[runs.size() - 2];
    } else {
      runs.Add(static_cast<uint32_t>(at - end_));
      runs.Add(1);
      runs.Add(static_cast<uint32_t>(width));
      stored_.add_odd_shifts(shift);
    }
    end_ = at + 1;
  }

 private:
  v1::StoredArticle& stored_;
  int32_t end_ = 0;
};

// Makes runs of code points that come in order.
class RunBuilder {
 public:
  explicit RunBuilder(v1::ArticleRecord& record, int64_t first_byte)
      : record_(record), expected_(first_byte) {}

  void Add(int64_t shift, int32_t width) {
    if (run_ == nullptr || shift != 0 || width != run_->width()) {
      run_ = record_.add_byte_runs();
      run_->set_start(at_);
      run_->set_start_byte(expected_ + shift);
      run_->set_width(width);
    }
    run_->set_length(run_->length() + 1);
    expected_ += shift + width;
    ++at_;
  }

 private:
  v1::ArticleRecord& record_;
  v1::ByteRun* run_ = nullptr;
  int64_t expected_;
  int32_t at_ = 0;
};

}  // namespace

void StoreByteRuns(std::u32string_view body, v1::StoredArticle& stored) {
  v1::ArticleRecord& record = *stored.mutable_rest();
  if (!AreCanonical(record.byte_runs(), body.size())) return;
  OddRuns odd(stored);
  int64_t expected = record.article().source().start_byte();
  for (const v1::ByteRun& run : record.byte_runs()) {
    int64_t shift = run.start_byte() - expected;
    for (int32_t at = run.start(); at < run.start() + run.length(); ++at, shift = 0) {
      const bool plain = shift == 0 && run.width() == Utf8Width(body[static_cast<size_t>(at)]);
      if (!plain) odd.Add(at, shift, run.width());
    }
    expected = run.start_byte() + int64_t{run.width()} * run.length();
  }
  stored.set_has_byte_runs(true);
  record.clear_byte_runs();
}

bool RestoreByteRuns(const v1::StoredArticle& stored, std::u32string_view body,
                     v1::ArticleRecord& record) {
  if (!stored.has_byte_runs()) return true;
  const auto& odd = stored.odd_runs();
  if (odd.size() != kColumns * stored.odd_shifts_size()) return false;
  RunBuilder builder(record, record.article().source().start_byte());
  size_t at = 0;
  for (int i = 0; i < stored.odd_shifts_size(); ++i) {
    const size_t begin = at + odd[kColumns * i];
    const size_t end = begin + odd[kColumns * i + 1];
    if (end > body.size()) return false;
    const auto width = static_cast<int32_t>(odd[kColumns * i + 2]);
    for (; at < begin && at < body.size(); ++at) builder.Add(0, Utf8Width(body[at]));
    int64_t shift = stored.odd_shifts(i);
    for (; at < end && at < body.size(); ++at, shift = 0) builder.Add(shift, width);
  }
  for (; at < body.size(); ++at) builder.Add(0, Utf8Width(body[at]));
  return true;
}

}  // namespace yinzheng::store
