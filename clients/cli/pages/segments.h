// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_SEGMENTS_H_
#define YINZHENG_CLIENTS_CLI_PAGES_SEGMENTS_H_

#include <vector>

namespace yinzheng::cli::pages {

// A stretch of the body that something is said of, in code points, half-open.
struct Mark {
  int start = 0;
  int end = 0;
  int id = 0;  // number of the fact, or of the quotation
};

// A stretch in which nothing begins or ends, with the ids of all marks that cover it, ascending.
struct Segment {
  int start = 0;
  int end = 0;
  std::vector<int> values;
  std::vector<int> quotes;
};

// Cuts `start`..`end` of the body where a mark begins or ends. The segments follow each other
// without gap and cover the stretch; marks may overlap, nest, be equal, be empty (those cover
// nothing) or reach out of the stretch. Cost: segments x marks that touch the stretch.
std::vector<Segment> SplitSegments(int start, int end, const std::vector<Mark>& values,
                                   const std::vector<Mark>& quotes);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_SEGMENTS_H_
