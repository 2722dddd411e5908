// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_PHRASE_MAP_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_PHRASE_MAP_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace yinzheng::knowledge {

// Phrases with what they mean, found by longest match at a place. For the hundreds of phrases of a
// rule file; not for dictionaries of names. Read-only use is thread-safe.
template <typename T>
class PhraseMap {
 public:
  struct Match {
    const T* value = nullptr;  // null: nothing matches
    uint32_t length = 0;
    explicit operator bool() const { return value != nullptr; }
  };

  // The first meaning of a phrase stays.
  void Add(std::u32string phrase, T value) {
    longest_ = std::max(longest_, phrase.size());
    map_.emplace(std::move(phrase), std::move(value));
  }

  // The longest phrase that begins at `begin` and ends at or before `end`.
  Match StartingAt(std::u32string_view text, size_t begin, size_t end) const {
    for (size_t n = std::min(longest_, end - std::min(begin, end)); n > 0; --n) {
      if (const T* value = Find(text.substr(begin, n))) return {value, static_cast<uint32_t>(n)};
    }
    return {};
  }

  // The longest phrase that ends at `end` and begins at or after `begin`.
  Match EndingAt(std::u32string_view text, size_t begin, size_t end) const {
    for (size_t n = std::min(longest_, end - std::min(begin, end)); n > 0; --n) {
      if (const T* value = Find(text.substr(end - n, n))) return {value, static_cast<uint32_t>(n)};
    }
    return {};
  }

  // The meaning of exactly `phrase`, or null.
  const T* Find(std::u32string_view phrase) const {
    const auto it = map_.find(std::u32string(phrase));
    return it == map_.end() ? nullptr : &it->second;
  }

  bool Contains(std::u32string_view phrase) const { return Find(phrase) != nullptr; }
  bool empty() const { return map_.empty(); }

 private:
  std::unordered_map<std::u32string, T> map_;
  size_t longest_ = 0;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_PHRASE_MAP_H_
