// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/property_words.h"

#include <algorithm>
#include <tuple>

#include "indexer/store/name_key.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {

PropertyWords::PropertyWords(std::string_view words) : key_(NameKey(words)) {
  const std::u32string characters = text::DecodeUtf8(key_);
  for (size_t i = 0; i + 1 < characters.size(); ++i) {
    pairs_.push_back(text::EncodeUtf8(characters.substr(i, 2)));
  }
}

PropertyFit PropertyWords::FitOf(std::string_view key) const {
  if (key_.empty()) return PropertyFit::kNone;
  if (key.find(key_) != std::string_view::npos) return PropertyFit::kWhole;
  const bool pairs = pairs_.size() > 1 &&
                     std::all_of(pairs_.begin(), pairs_.end(), [key](const std::string& pair) {
                       return key.find(pair) != std::string_view::npos;
                     });
  return pairs ? PropertyFit::kPairs : PropertyFit::kNone;
}

void PropertyCandidates::Add(const PropertyWords& wanted, std::string_view key, uint32_t facts) {
  const PropertyFit fit = wanted.FitOf(key);
  if (fit == PropertyFit::kNone || fit < fit_) return;
  if (fit > fit_) properties_.clear();
  fit_ = fit;
  properties_.emplace_back(facts, key);
}

std::vector<std::string> PropertyCandidates::Best(size_t limit) {
  std::sort(properties_.begin(), properties_.end(), [](const auto& a, const auto& b) {
    return std::tie(b.first, a.second) < std::tie(a.first, b.second);
  });
  std::vector<std::string> keys;
  for (auto& [facts, key] : properties_) {
    if (keys.size() == limit) break;
    if (keys.empty() || keys.back() != key) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace yinzheng::store
