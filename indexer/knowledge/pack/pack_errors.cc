// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/pack_errors.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/str_cat.h"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kMostShown = 20;

}  // namespace

std::string PackPlace::ToString() const { return absl::StrCat(file, ":", line, ":", column); }

void PackErrors::Add(const PackPlace& place, std::string_view message) {
  errors_.push_back({place, std::string(message)});
}

absl::Status PackErrors::ToStatus() const {
  if (errors_.empty()) return absl::OkStatus();
  std::vector<Error> ordered = errors_;
  std::stable_sort(ordered.begin(), ordered.end(), [](const Error& a, const Error& b) {
    return std::tie(a.place.file_number, a.place.line, a.place.column) <
           std::tie(b.place.file_number, b.place.line, b.place.column);
  });
  std::string text = absl::StrCat("knowledge packs: ", ordered.size(),
                                  ordered.size() == 1 ? " error" : " errors", "; nothing is built");
  for (size_t i = 0; i < ordered.size() && i < kMostShown; ++i) {
    absl::StrAppend(&text, "\n  ", ordered[i].place.ToString(), ": ", ordered[i].message);
  }
  if (ordered.size() > kMostShown) {
    absl::StrAppend(&text, "\n  and ", ordered.size() - kMostShown, " more");
  }
  return absl::InvalidArgumentError(text);
}

}  // namespace yinzheng::knowledge
