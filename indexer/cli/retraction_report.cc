// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/cli/retraction_report.h"

#include "absl/strings/str_cat.h"

namespace yinzheng::indexer {

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
  return text;
}

}  // namespace yinzheng::indexer
