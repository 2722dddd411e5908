// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/cli/retraction_report.h"

#include "absl/strings/str_cat.h"

namespace yinzheng::indexer {
namespace {

void AddTarget(const store::RetractionTarget& target, std::string& text) {
  absl::StrAppend(&text, "retracted ", target.retraction.article, " \"", target.title,
                  "\" of generation ", target.generation, "\n");
  for (const v1::Reprint& reprint : target.reprints) {
    absl::StrAppend(&text, "  another print of it: ", reprint.article());
    if (!reprint.outlet().empty()) absl::StrAppend(&text, " ", reprint.outlet());
    if (!reprint.published().empty()) absl::StrAppend(&text, " ", reprint.published());
    text += "; retract it too if it is meant\n";
  }
}

}  // namespace

std::string DescribeTargets(const store::RetractionTargets& found) {
  std::string text;
  for (const store::RetractionTarget& target : found.targets) AddTarget(target, text);
  for (const store::UnreadGeneration& unread : found.unreadable) {
    absl::StrAppend(&text, "not searched for articles: ", unread.id, " (",
                    std::string(unread.why.message()), ")\n");
  }
  return text;
}

std::string DescribePurge(const store::RetractionPurge& purge) {
  std::string text;
  for (const std::string& id : purge.removed) {
    absl::StrAppend(&text, "removed ", id, ", which held a retracted article\n");
  }
  for (const std::string& id : purge.in_use) {
    absl::StrAppend(
        &text, "kept ", id,
        ": a server has it open; run yinzheng-index retract again when it has gone on\n");
  }
  if (!purge.current.empty()) {
    absl::StrAppend(&text, "the current generation ", purge.current,
                    " holds a retracted article: run yinzheng-index update with the flags of its "
                    "build\n");
  }
  for (const store::UnreadGeneration& unread : purge.unreadable) {
    absl::StrAppend(&text, "kept ", unread.id,
                    ", which may hold a retracted article and cannot be looked through: run "
                    "yinzheng-index retract again, or remove it with yinzheng-index prune, or by "
                    "hand when no server has it open (",
                    std::string(unread.why.message()), ")\n");
  }
  return text;
}

}  // namespace yinzheng::indexer
