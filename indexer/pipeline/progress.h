// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How far a long build has come, for whoever waits: a bar on a terminal, nothing elsewhere. Not a
// log.

#ifndef YINZHENG_INDEXER_PIPELINE_PROGRESS_H_
#define YINZHENG_INDEXER_PIPELINE_PROGRESS_H_

#include <chrono>
#include <ostream>
#include <string>
#include <string_view>

namespace yinzheng::indexer {

// Called by a build from one thread.
class Progress {
 public:
  virtual ~Progress() = default;
  // `share` of `stage` is done, 0 to 1. May be called very often.
  virtual void Update(std::string_view stage, double share) = 0;
  // The build ended, well or not.
  virtual void Done() = 0;
};

// Shows nothing.
class NoProgress final : public Progress {
 public:
  void Update(std::string_view, double) override {}
  void Done() override {}
};

// Draws "reading  [######----]  61%" over itself, at most ten times a second. Done() wipes it.
class ProgressBar final : public Progress {
 public:
  // `out` must outlive it; meant for a terminal.
  explicit ProgressBar(std::ostream& out) : out_(out) {}

  void Update(std::string_view stage, double share) override;
  void Done() override;

 private:
  std::ostream& out_;
  std::string stage_;
  std::chrono::steady_clock::time_point drawn_;
  bool visible_ = false;
};

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_PROGRESS_H_
