// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/found_facts.h"

#include <algorithm>

namespace yinzheng::knowledge {
namespace {

text::Span ValueOf(const v1::Citation& citation) {
  return {static_cast<uint32_t>(citation.value_span().start()),
          static_cast<uint32_t>(citation.value_span().end())};
}

}  // namespace

std::vector<const v1::Fact*> FoundFacts::Around(text::Span place) const {
  const text::Span body = context_.reading.ToBody(place);
  std::vector<const v1::Fact*> around;
  for (const v1::Fact& fact : facts_) {
    const bool overlaps =
        std::any_of(fact.citations().begin(), fact.citations().end(),
                    [&](const v1::Citation& citation) { return ValueOf(citation).overlaps(body); });
    if (overlaps) around.push_back(&fact);
  }
  return around;
}

const v1::Fact* FoundFacts::At(text::Span place, v1::Fact::ValueCase kind) const {
  const text::Span body = context_.reading.ToBody(place);
  const auto is_there = [&](const v1::Citation& citation) { return ValueOf(citation) == body; };
  for (const v1::Fact& fact : facts_) {
    if (fact.value_case() != kind) continue;
    if (std::any_of(fact.citations().begin(), fact.citations().end(), is_there)) return &fact;
  }
  return nullptr;
}

}  // namespace yinzheng::knowledge
