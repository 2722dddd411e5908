// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace yinzheng::text {

size_t EditDistance(std::u32string_view a, std::u32string_view b, size_t at_most) {
  const size_t more = at_most + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > at_most) return more;
  // The rows of the table for the last two characters of `a` and for this one.
  std::vector<size_t> before(b.size() + 1);
  std::vector<size_t> last(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    if (*std::min_element(row.begin(), row.end()) > at_most) return more;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last.back(), more);
}

}  // namespace yinzheng::text
