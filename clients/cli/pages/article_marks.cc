// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/article_marks.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace yinzheng::cli::pages {
namespace {

const v1::TextSpan& ValueSpan(const v1::Citation& citation) {
  return citation.has_value_span() ? citation.value_span() : citation.span();
}

// Order of facts: by place, the wider first, so that what is inside follows what it is inside of.
auto Place(const MarkedFact& fact) {
  if (fact.here.empty()) return std::tuple(0, 0, std::string_view(fact.fact->name()));
  const v1::TextSpan& span = ValueSpan(*fact.here.front());
  return std::tuple(span.start(), -span.end(), std::string_view(fact.fact->name()));
}

}  // namespace

ArticleMarks MarkFacts(const std::vector<v1::Fact>& facts, std::string_view article) {
  ArticleMarks marks;
  for (const v1::Fact& fact : facts) {
    MarkedFact marked{&fact, {}, {}, {}};
    for (const v1::Citation& citation : fact.citations()) {
      (citation.article() == article ? marked.here : marked.other).push_back(&citation);
    }
    marks.facts.push_back(std::move(marked));
  }
  std::sort(marks.facts.begin(), marks.facts.end(),
            [](const MarkedFact& a, const MarkedFact& b) { return Place(a) < Place(b); });
  std::map<std::pair<int, int>, int> numbers;
  for (size_t i = 0; i < marks.facts.size(); ++i) {
    for (const v1::Citation* citation : marks.facts[i].here) {
      const v1::TextSpan& value = ValueSpan(*citation);
      marks.values.push_back({value.start(), value.end(), static_cast<int>(i)});
      const v1::TextSpan& quote = citation->span();
      const auto [number, is_new] =
          numbers.try_emplace({quote.start(), quote.end()}, static_cast<int>(numbers.size()));
      if (is_new) marks.quotes.push_back({quote.start(), quote.end(), number->second});
      marks.facts[i].quotes.push_back(number->second);
    }
  }
  return marks;
}

}  // namespace yinzheng::cli::pages
