// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/body_writer.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "clients/cli/pages/fact_text.h"
#include "clients/cli/pages/page_map.h"

namespace yinzheng::cli::pages {
namespace {

constexpr int kLongFurniture = 160;  // code points; longer furniture is folded away

// Outermost first: the lines of the outer kinds lie lower, see page.css.
constexpr std::array<v1::FactKind, 6> kNesting = {v1::FACT_KIND_QUOTATION, v1::FACT_KIND_ATTRIBUTE,
                                                  v1::FACT_KIND_RELATION,  v1::FACT_KIND_RANK,
                                                  v1::FACT_KIND_DATE,      v1::FACT_KIND_QUANTITY};

std::string FactId(const v1::Fact& fact) {
  return std::string(absl::StripPrefix(FactAnchor(fact.name()), "fact-"));
}

}  // namespace

std::string NumberList(const std::vector<int>& numbers) { return absl::StrJoin(numbers, " "); }

void BodyWriter::Write(const Block& block, HtmlWriter& html) {
  switch (block.kind) {
    case BlockKind::kMasked:
      WriteMasked(block, html);
      return;
    case BlockKind::kTitle:
      html.Open("h1");
      break;
    case BlockKind::kHeading:
      html.Open("h2");
      break;
    case BlockKind::kByline:
      html.Open("p", {{"class", "byline"}});
      break;
    case BlockKind::kParagraph:
      html.Open("p");
      break;
  }
  WriteSegments(block, html);
  html.Close();
}

void BodyWriter::WriteMasked(const Block& block, HtmlWriter& html) {
  const std::string_view kind = labels_(v1::MaskKind_Name(block.mask));
  if (block.end - block.start > kLongFurniture) {
    html.Open("details", {{"class", "masked"}}).Leaf("summary", {}, kind);
  } else {
    html.Open("div", {{"class", "masked"}}).Leaf("span", {{"class", "mask-kind"}}, kind).Text(" ");
  }
  WriteSegments(block, html);
  html.Close();
}

void BodyWriter::WriteSegments(const Block& block, HtmlWriter& html) {
  for (const Segment& segment :
       SplitSegments(block.start, block.end, marks_.values, marks_.quotes)) {
    if (!segment.values.empty()) {
      WriteValues(segment, html);
    } else if (!segment.quotes.empty()) {
      html.Leaf("span", {{"data-q", NumberList(segment.quotes)}},
                body_.Slice(segment.start, segment.end));
    } else {
      html.Line(body_.Slice(segment.start, segment.end));
    }
  }
}

std::vector<int> BodyWriter::TakeUnanchored(const Segment& segment) {
  std::vector<int> facts;
  for (const int fact : segment.values) {
    if (anchored_[static_cast<size_t>(fact)]) continue;
    anchored_[static_cast<size_t>(fact)] = true;
    facts.push_back(fact);
  }
  return facts;
}

void BodyWriter::WriteValues(const Segment& segment, HtmlWriter& html) {
  const auto fact = [&](int i) -> const v1::Fact& {
    return *marks_.facts[static_cast<size_t>(i)].fact;
  };
  // The narrowest fact comes first: it is the one that a click most likely means.
  std::vector<int> facts(segment.values.rbegin(), segment.values.rend());
  const std::string ids = absl::StrJoin(
      facts, " ", [&](std::string* out, int i) { absl::StrAppend(out, FactId(fact(i))); });
  const std::vector<int> begin = TakeUnanchored(segment);
  html.OpenLink(Href::Local(absl::StrCat("#card-", FactId(fact(facts.front())))),
                {{"class", "seg"}, {"data-f", ids}, {"data-q", NumberList(segment.quotes)}});
  for (const int i : begin) {
    html.Open("span", {{"class", "anchor"}, {"id", FactAnchor(fact(i).name())}}).Close();
  }
  size_t depth = 0;
  for (const v1::FactKind kind : kNesting) {
    const bool has_kind =
        std::any_of(facts.begin(), facts.end(), [&](int i) { return KindOf(fact(i)) == kind; });
    if (!has_kind) continue;
    html.Open("span", {{"class", absl::StrCat("k k-", std::string(KindWord(kind)))}});
    ++depth;
  }
  html.Line(body_.Slice(segment.start, segment.end));
  for (; depth > 0; --depth) html.Close();
  html.Close();
  if (begin.empty()) return;
  const std::string numbers =
      absl::StrJoin(begin, ",", [](std::string* out, int i) { absl::StrAppend(out, i + 1); });
  html.Leaf("sup", {{"class", "number"}, {"aria-hidden", "true"}}, numbers);
}

}  // namespace yinzheng::cli::pages
