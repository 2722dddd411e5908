// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Chinese characters that are taken for each other by their shape (未 and 末, 己 and 已), for
// corrections of what was typed. The table with its reasons is data: text/shape_variants.tsv. Not
// for folding: these are different characters.

#ifndef YINZHENG_INDEXER_TEXT_SHAPE_VARIANTS_H_
#define YINZHENG_INDEXER_TEXT_SHAPE_VARIANTS_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"

namespace yinzheng::text {

// Immutable and safe for concurrent use.
class ShapeVariants {
 public:
  // Reads the table of the data directory. kNotFound, kDataLoss.
  static absl::StatusOr<std::unique_ptr<ShapeVariants>> Create();
  static absl::StatusOr<std::unique_ptr<ShapeVariants>> Parse(std::string_view tsv);

  // The characters that look like `c`, without it; in the order of the table.
  std::u32string_view LikeOf(char32_t c) const;

 private:
  ShapeVariants() = default;
  absl::flat_hash_map<char32_t, std::u32string> alike_;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_SHAPE_VARIANTS_H_
