// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_STORE_PROPERTY_WORDS_H_
#define YINZHENG_INDEXER_STORE_PROPERTY_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yinzheng::store {

// How well a property holds the words that somebody asks for.
enum class PropertyFit {
  kNone,
  kPairs,  // all pairs of characters, in whatever order: 上市企业数 for 企业上市
  kWhole,  // in one piece: 全职科研人员数 for 科研人员
};

// Words by which properties are asked for. Either script and width; punctuation does not count.
// Immutable.
class PropertyWords {
 public:
  explicit PropertyWords(std::string_view words);

  // `key` is the name key of a property.
  PropertyFit FitOf(std::string_view key) const;

 private:
  std::string key_;
  std::vector<std::string> pairs_;  // of characters, in UTF-8
};

// Collects properties that fit and gives the best ones.
class PropertyCandidates {
 public:
  void Add(const PropertyWords& wanted, std::string_view key, uint32_t facts);

  // Of the best fit that there is: most facts first, then by key.
  std::vector<std::string> Best(size_t limit);

 private:
  PropertyFit fit_ = PropertyFit::kNone;
  std::vector<std::pair<uint32_t, std::string>> properties_;  // facts, key
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_PROPERTY_WORDS_H_
