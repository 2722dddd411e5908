// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/text_analysis.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/article_context.h"
#include "indexer/knowledge/value_conversion.h"
#include "indexer/text/date.h"
#include "indexer/text/numeral.h"
#include "indexer/text/quantity.h"
#include "indexer/text/unicode.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

void SetSpan(Span span, v1::TextSpan* out) {
  out->set_start(static_cast<int32_t>(span.begin));
  out->set_end(static_cast<int32_t>(span.end));
}

std::string Utf8(std::u32string_view body, Span span) {
  return text::EncodeUtf8(text::Slice(body, span));
}

v1::NumberKind KindOf(text::NumeralKind kind) {
  switch (kind) {
    case text::NumeralKind::kCardinal:
      return v1::NUMBER_KIND_CARDINAL;
    case text::NumeralKind::kFraction:
      return v1::NUMBER_KIND_FRACTION;
    case text::NumeralKind::kPercent:
      return v1::NUMBER_KIND_PERCENT;
    case text::NumeralKind::kOrdinal:
      return v1::NUMBER_KIND_ORDINAL;
  }
  return v1::NUMBER_KIND_UNSPECIFIED;
}

void AddMentions(const EntityRecognizer& recognizer, const ArticleContext& context,
                 v1::AnalyzeTextResponse& response) {
  const DocumentEntities found = recognizer.Recognize(context);
  for (const LocalMention& mention : found.mentions) {
    const Span span = context.reading.ToBody(mention.span);
    v1::AnalyzedMention& out = *response.add_mentions();
    SetSpan(span, out.mutable_span());
    out.set_text(Utf8(context.body, span));
    out.set_type(found.entities[static_cast<size_t>(mention.entity)].type);
  }
}

void AddNumbers(std::u32string_view body, v1::AnalyzeTextResponse& response) {
  for (const text::Numeral& numeral : text::FindNumerals(body)) {
    v1::AnalyzedNumber& out = *response.add_numbers();
    SetSpan(numeral.span, out.mutable_span());
    out.set_text(Utf8(body, numeral.span));
    out.set_amount(numeral.amount.ToString());
    out.set_kind(KindOf(numeral.kind));
  }
  for (const text::QuantityMatch& match : text::FindQuantities(body)) {
    v1::AnalyzedQuantity& out = *response.add_quantities();
    SetSpan(match.span, out.mutable_span());
    *out.mutable_quantity() = ToQuantity(match, Utf8(body, match.span));
  }
}

void AddDates(const ArticleContext& context, v1::AnalyzeTextResponse& response) {
  for (const text::DateMatch& match : text::FindDates(context.body, context.published)) {
    v1::AnalyzedDate& out = *response.add_dates();
    SetSpan(match.span, out.mutable_span());
    *out.mutable_date() = ToDateValue(match, Utf8(context.body, match.span));
  }
}

}  // namespace

absl::StatusOr<v1::AnalyzeTextResponse> AnalyzeText(const EntityRecognizer& recognizer,
                                                    const text::Segmenter& segmenter,
                                                    const std::string& text,
                                                    const std::string& published) {
  v1::Article article;
  article.set_body(text);
  if (!published.empty()) {
    const absl::StatusOr<text::ReferenceDate> date = text::ReferenceDate::FromEdtf(published);
    if (!date.ok()) {
      return absl::InvalidArgumentError(absl::StrCat("analysing a text: reference date \"",
                                                     published, "\": ", date.status().message()));
    }
    article.mutable_published()->set_edtf(published);
  }
  const text::SourceMap no_source;  // mentions of a bare text lead to no file
  const ArticleContext context = MakeArticleContext(article, no_source, segmenter);
  v1::AnalyzeTextResponse response;
  AddMentions(recognizer, context, response);
  AddNumbers(context.body, response);
  AddDates(context, response);
  return response;
}

}  // namespace yinzheng::knowledge
