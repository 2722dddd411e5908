// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/progress.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_format.h"

namespace yinzheng::indexer {
namespace {

constexpr int kBarWidth = 40;
constexpr std::chrono::milliseconds kRedrawAfter(100);
// Back to the first column, then clear to the end of the line.
constexpr std::string_view kWipe = "\r\x1b[K";

}  // namespace

void ProgressBar::Update(std::string_view stage, double share) {
  const auto now = std::chrono::steady_clock::now();
  if (visible_ && stage == stage_ && now - drawn_ < kRedrawAfter) return;
  stage_ = stage;
  drawn_ = now;
  visible_ = true;
  share = std::clamp(share, 0.0, 1.0);
  const int filled = static_cast<int>(std::lround(share * kBarWidth));
  out_ << kWipe
       << absl::StrFormat("%-12s [%s%s] %3d%%", stage_,
                          std::string(static_cast<size_t>(filled), '#'),
                          std::string(static_cast<size_t>(kBarWidth - filled), '-'),
                          static_cast<int>(std::lround(share * 100)))
       << std::flush;
}

void ProgressBar::Done() {
  if (visible_) out_ << kWipe << std::flush;
  visible_ = false;
}

}  // namespace yinzheng::indexer
