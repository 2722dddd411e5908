// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/tagger/tagger_model.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/tagger/name_features.h"

namespace yinzheng::knowledge {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");
static_assert(sizeof(TaggerModel::Entry) == 16, "an entry must not straddle cache lines");

struct Header {
  std::array<char, 4> magic{'Y', 'Z', 'N', 'M'};
  uint32_t format = 1;
  uint32_t features = NameFeatures::kFeatureVersion;
  uint32_t count = 0;
  float step = 0;
  TagTransitions transitions{};
};

uint32_t HomeOf(uint32_t feature, uint32_t mask) { return (feature * 2654435769U >> 7) & mask; }

}  // namespace

TaggerModel::TaggerModel(const std::vector<Entry>& entries, float step,
                         const TagTransitions& transitions)
    : size_(entries.size()), step_(step), transitions_(transitions) {
  const size_t capacity = std::bit_ceil(std::max<size_t>(16, entries.size() * 2));
  mask_ = static_cast<uint32_t>(capacity - 1);
  table_.resize(capacity);
  for (const Entry& entry : entries) {
    uint32_t place = HomeOf(entry.feature, mask_);
    while (table_[place].feature != 0) place = (place + 1) & mask_;
    table_[place] = entry;
  }
}

absl::StatusOr<std::unique_ptr<TaggerModel>> TaggerModel::Decode(std::string_view bytes) {
  Header header;
  const Header expected;
  if (bytes.size() < sizeof(header)) return absl::InvalidArgumentError("no model: too short");
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (header.magic != expected.magic || header.format != expected.format) {
    return absl::InvalidArgumentError("no model of this format");
  }
  if (header.features != expected.features) {
    return absl::InvalidArgumentError(
        absl::StrCat("model of features ", header.features, ", not ", expected.features));
  }
  const std::string_view body = bytes.substr(sizeof(header));
  if (body.size() != size_t{header.count} * sizeof(Entry)) {
    return absl::InvalidArgumentError(
        absl::StrCat("model of ", header.count, " features in ", body.size(), " bytes"));
  }
  std::vector<Entry> entries(header.count);
  std::memcpy(entries.data(), body.data(), body.size());
  const bool sound = std::none_of(entries.begin(), entries.end(),
                                  [](const Entry& entry) { return entry.feature == 0; });
  if (!sound) return absl::InvalidArgumentError("model with an empty feature");
  return std::make_unique<TaggerModel>(entries, header.step, header.transitions);
}

absl::StatusOr<std::unique_ptr<TaggerModel>> TaggerModel::Load(const std::string& path) {
  YZ_ASSIGN_OR_RETURN(const std::string bytes, base::FileSystem::Real().ReadFile(path));
  absl::StatusOr<std::unique_ptr<TaggerModel>> model = Decode(bytes);
  if (model.ok()) return model;
  return absl::InvalidArgumentError(
      absl::StrCat("read names model ", path, ": ", std::string(model.status().message())));
}

std::string TaggerModel::Encode() const {
  std::vector<Entry> entries;
  entries.reserve(size_);
  for (const Entry& entry : table_) {
    if (entry.feature != 0) entries.push_back(entry);
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.feature < b.feature; });
  Header header;
  header.count = static_cast<uint32_t>(entries.size());
  header.step = step_;
  header.transitions = transitions_;
  std::string bytes(sizeof(header) + entries.size() * sizeof(Entry), '\0');
  std::memcpy(bytes.data(), &header, sizeof(header));
  std::memcpy(bytes.data() + sizeof(header), entries.data(), entries.size() * sizeof(Entry));
  return bytes;
}

TagScores TaggerModel::Score(const std::vector<uint32_t>& features) const {
  std::array<int32_t, kWeights> sums{};
  for (const uint32_t feature : features) {
    uint32_t place = HomeOf(feature, mask_);
    while (table_[place].feature != 0 && table_[place].feature != feature) {
      place = (place + 1) & mask_;
    }
    if (table_[place].feature == 0) continue;
    for (size_t i = 0; i < kWeights; ++i) sums[i] += table_[place].weights[i];
  }
  TagScores scores{};
  for (size_t i = 0; i < kWeights; ++i) scores[i + 1] = static_cast<float>(sums[i]) * step_;
  return scores;
}

}  // namespace yinzheng::knowledge
