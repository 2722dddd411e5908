// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/body_text.h"

#include <algorithm>

namespace yinzheng::cli::pages {

BodyText::BodyText(std::string_view text) : text_(text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts_.push_back(i);
  }
  starts_.push_back(text.size());
}

std::string_view BodyText::Slice(int start, int end) const {
  const auto first = static_cast<size_t>(std::clamp(start, 0, size()));
  const auto last = static_cast<size_t>(std::clamp(end, static_cast<int>(first), size()));
  return text_.substr(starts_[first], starts_[last] - starts_[first]);
}

}  // namespace yinzheng::cli::pages
