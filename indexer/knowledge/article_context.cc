// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/article_context.h"

#include <string>

#include "absl/strings/string_view.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

std::vector<text::Span> MaskSpans(const v1::Article& article) {
  std::vector<text::Span> masks;
  for (const v1::Mask& mask : article.masks()) {
    const auto begin = static_cast<uint32_t>(mask.span().start());
    const auto end = static_cast<uint32_t>(mask.span().end());
    if (begin < end) masks.push_back({begin, end});
  }
  return masks;
}

// What both ends of an interval share: its year and month, its year, or nothing. An article printed
// on some day between them has no other 今年.
std::string SharedPart(const v1::DateValue& interval) {
  constexpr size_t kMonth = 7;
  constexpr size_t kYear = 4;
  for (const size_t size : {kMonth, kYear}) {
    std::string part = interval.earliest().substr(0, size);
    if (!part.empty() && part == interval.latest().substr(0, size)) return part;
  }
  return "";
}

std::optional<text::ReferenceDate> ReferenceOf(const v1::Article& article) {
  const bool interval = article.published().edtf().find('/') != std::string::npos;
  const std::string edtf = interval ? SharedPart(article.published()) : article.published().edtf();
  if (edtf.empty()) return std::nullopt;
  absl::StatusOr<text::ReferenceDate> date = text::ReferenceDate::FromEdtf(edtf);
  if (!date.ok()) return std::nullopt;
  return *date;
}

}  // namespace

ArticleContext MakeArticleContext(const v1::Article& article, const text::SourceMap& source_map,
                                  const text::Segmenter& segmenter) {
  std::u32string body = text::DecodeUtf8(article.body());
  text::Reading reading(body, MaskSpans(article));
  std::vector<text::Token> tokens = segmenter.Segment(reading.text());
  return {.article = &article,
          .source_map = &source_map,
          .body = std::move(body),
          .reading = std::move(reading),
          .tokens = std::move(tokens),
          .published = ReferenceOf(article)};
}

}  // namespace yinzheng::knowledge
