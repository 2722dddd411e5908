// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_UTF32_MAP_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_UTF32_MAP_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/hash/hash.h"

namespace yinzheng::knowledge {

// Hashes UTF-32 strings and views alike, so that tables can be asked without a copy.
struct Utf32Hash {
  using is_transparent = void;
  size_t operator()(std::u32string_view text) const {
    return absl::Hash<std::string_view>()(std::string_view(
        reinterpret_cast<const char*>(text.data()), text.size() * sizeof(char32_t)));
  }
};

struct Utf32Equal {
  using is_transparent = void;
  bool operator()(std::u32string_view a, std::u32string_view b) const { return a == b; }
};

template <typename Value>
using Utf32Map = absl::flat_hash_map<std::u32string, Value, Utf32Hash, Utf32Equal>;

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_UTF32_MAP_H_
