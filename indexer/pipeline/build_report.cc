// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a build tells people.

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/pipeline/build.h"

namespace yinzheng::indexer {
namespace {

constexpr size_t kShownNames = 20;

void AddRetracted(const BuildReport& report, std::string& out) {
  const std::vector<std::string>& names = report.named_as_retracted;
  if (report.retracted > 0) {
    absl::StrAppend(&out, "retracted  ", report.retracted, " articles were left out\n");
  }
  if (!names.empty()) {
    absl::StrAppend(&out, "retracted  ", names.size(),
                    " articles were taken in under the name of a retracted one, since their texts "
                    "differ; retract them too if they are the same article\n");
  }
  for (size_t i = 0; i < std::min(names.size(), kShownNames); ++i) {
    absl::StrAppend(&out, "  ", names[i], "\n");
  }
}

}  // namespace

std::string BuildReport::ToString() const {
  std::string out = ingest.ToString();
  AddRetracted(*this, out);
  if (!rejected.empty()) {
    absl::StrAppend(&out, "rejected   ", rejected.size(), " statements without a sound citation\n");
    for (const std::string& line : rejected) absl::StrAppend(&out, "  ", line, "\n");
  }
  out += cache;
  out += packs;
  out += imports.ToString();
  out += losses;
  if (generation.empty()) return out;
  absl::StrAppend(&out, "found      ", counts.entities(), " entities, ", counts.mentions(),
                  " mentions, ", counts.facts(), " facts, ", counts.citations(), " citations\n");
  if (reprints > 0) {
    absl::StrAppend(&out, "reprints   ", reprints,
                    " articles are prints of another one; searches show one of each group\n");
  }
  absl::StrAppend(&out, "published  generation ", generation, ": ", counts.articles(),
                  " articles, ", counts.passages(), " passages, ",
                  absl::StrFormat("%.1f s\n", absl::ToDoubleSeconds(elapsed)));
  return out;
}

}  // namespace yinzheng::indexer
