// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a ratio should be. The bars are the project's own aims: docs/performance.md says where they
// come from.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_BARS_H_
#define YINZHENG_TESTS_BENCH_SERVICE_BARS_H_

#include <string_view>

namespace yinzheng::bench {

struct Bar {
  std::string_view ratio;
  double bound = 0;
  bool at_least = false;  // Else at most.
  std::string_view meaning;

  bool Holds(double value) const { return at_least ? value >= bound : value <= bound; }
};

// Null if none is set.
const Bar* FindBar(std::string_view ratio);

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_BARS_H_
