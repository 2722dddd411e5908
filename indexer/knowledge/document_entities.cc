// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/document_entities.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace yinzheng::knowledge {

std::string LocalEntityId(int32_t index) { return absl::StrCat("#", index); }

int32_t ParseLocalEntityId(const std::string& id) {
  int32_t index = -1;
  if (id.size() < 2 || id[0] != '#') return -1;
  if (!absl::SimpleAtoi(absl::string_view(id).substr(1), &index) || index < 0) return -1;
  return index;
}

}  // namespace yinzheng::knowledge
