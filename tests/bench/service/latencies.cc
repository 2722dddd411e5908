// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/latencies.h"

#include <algorithm>
#include <cmath>

namespace yinzheng::bench {

double Latencies::Micros(double share) const {
  if (micros_.empty()) return 0;
  std::vector<double> sorted = micros_;
  const auto count = static_cast<double>(sorted.size());
  const auto rank = static_cast<size_t>(std::max(1.0, std::ceil(share * count))) - 1;
  const auto nth = sorted.begin() + static_cast<std::ptrdiff_t>(std::min(rank, sorted.size() - 1));
  std::nth_element(sorted.begin(), nth, sorted.end());
  return *nth;
}

}  // namespace yinzheng::bench
