// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/fact_diff.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::indexer {
namespace {

using Visit = std::function<absl::Status(const v1::Fact&)>;
using ForEach = std::function<absl::Status(const Visit&)>;

using Names = absl::flat_hash_set<std::string>;

bool IsTakenBack(const v1::Fact& fact, const Names& taken_back) {
  return !taken_back.empty() && std::all_of(fact.citations().begin(), fact.citations().end(),
                                            [&](const v1::Citation& citation) {
                                              return taken_back.contains(citation.article());
                                            });
}

absl::StatusOr<FactDiff> Compare(const store::IndexSnapshot& before, const ForEach& after,
                                 size_t examples, const Names& taken_back) {
  FactDiff diff;
  absl::flat_hash_map<std::string, bool> still_there;
  YZ_RETURN_IF_ERROR(before.facts().ForEach([&](const v1::Fact& fact) {
    if (!IsTakenBack(fact, taken_back)) still_there.emplace(fact.name(), false);
    return absl::OkStatus();
  }));
  diff.before = static_cast<int64_t>(still_there.size());
  YZ_RETURN_IF_ERROR(after([&](const v1::Fact& fact) {
    ++diff.after;
    if (const auto known = still_there.find(fact.name()); known != still_there.end()) {
      known->second = true;
      return absl::OkStatus();
    }
    ++diff.gained;
    if (diff.gained_examples.size() < examples) diff.gained_examples.push_back(fact);
    return absl::OkStatus();
  }));
  diff.lost = diff.before - (diff.after - diff.gained);
  if (diff.lost == 0) return diff;
  YZ_RETURN_IF_ERROR(before.facts().ForEach([&](const v1::Fact& fact) {
    const auto known = still_there.find(fact.name());
    const bool lost = known != still_there.end() && !known->second;
    if (lost && diff.lost_examples.size() < examples) {
      diff.lost_examples.push_back(fact);
    }
    return absl::OkStatus();
  }));
  return diff;
}

std::string ValueOf(const v1::Fact& fact) {
  switch (fact.value_case()) {
    case v1::Fact::kQuantity:
      return fact.quantity().text();
    case v1::Fact::kDate:
      return fact.date().text().empty() ? fact.date().edtf() : fact.date().text();
    case v1::Fact::kRank:
      return absl::StrCat("#", fact.rank().rank(), " ", fact.rank().list());
    case v1::Fact::kEntity:
      return fact.entity().display_name();
    case v1::Fact::kText:
      return fact.text();
    case v1::Fact::VALUE_NOT_SET:
      break;
  }
  return "";
}

void AddLine(char sign, const v1::Fact& fact, std::string& out) {
  absl::StrAppend(&out, std::string(1, sign), " ", fact.subject().display_name(), " | ",
                  fact.property(), " | ", ValueOf(fact), "  ", fact.name());
  if (fact.citations_size() > 0) absl::StrAppend(&out, "  ", fact.citations(0).article());
  out += "\n";
}

}  // namespace

double FactDiff::LostPercent() const {
  return before == 0 ? 0 : 100.0 * static_cast<double>(lost) / static_cast<double>(before);
}

std::string FactDiff::ToString() const {
  std::string out =
      absl::StrFormat("facts      %d before, %d after\nlost       %d (%.2f%%)\ngained     %d\n",
                      before, after, lost, LostPercent(), gained);
  for (const v1::Fact& fact : lost_examples) AddLine('-', fact, out);
  for (const v1::Fact& fact : gained_examples) AddLine('+', fact, out);
  return out;
}

absl::StatusOr<FactDiff> CompareFacts(const store::IndexSnapshot& before,
                                      const store::IndexSnapshot& after, size_t examples) {
  return Compare(before, [&after](const Visit& visit) { return after.facts().ForEach(visit); },
                 examples, {});
}

absl::StatusOr<FactDiff> CompareFacts(const store::IndexSnapshot& before,
                                      const std::vector<v1::Fact>& after, size_t examples,
                                      const Names& taken_back) {
  return Compare(
      before,
      [&after](const Visit& visit) {
        for (const v1::Fact& fact : after) YZ_RETURN_IF_ERROR(visit(fact));
        return absl::OkStatus();
      },
      examples, taken_back);
}

}  // namespace yinzheng::indexer
