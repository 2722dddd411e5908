// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_CITATION_H_
#define YINZHENG_INDEXER_KNOWLEDGE_CITATION_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/knowledge/article_context.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/citation.pb.h"

namespace yinzheng::knowledge {

// A citation is the clause or sentence that proves a fact, never longer than this many code points.
inline constexpr uint32_t kMaxCitationLength = 240;

// The words of the body under `reading_span` as printed, in the article's script, without hard line
// breaks and without masked parts: for values and names. Not for citations, which are body slices.
std::string PrintedText(const ArticleContext& context, text::Span reading_span);

// Makes citations of one article and verifies them. Borrows the context. Safe to share.
class CitationBuilder {
 public:
  explicit CitationBuilder(const ArticleContext& context) : context_(context) {}

  // The citation of `quote` (reading span) with `value` (reading span, or empty) inside it. Errors:
  // InvalidArgument if the span is empty or longer than kMaxCitationLength in the body, or the
  // value lies outside; OutOfRange if the source map does not reach. The result is verified.
  absl::StatusOr<v1::Citation> Cite(text::Span quote, text::Span value) const;

  // The same with spans of the body.
  absl::StatusOr<v1::Citation> CiteBody(text::Span quote, text::Span value) const;

  // The input bytes of a body span.
  absl::StatusOr<v1::SourceSpan> Source(text::Span body) const;

 private:
  const ArticleContext& context_;
};

// Checks that `citation.quote` is the article's body at `citation.span`, that the prefix and suffix
// are its surroundings and that the value lies inside. Nothing is re-anchored. DataLoss, saying
// what differs.
absl::Status VerifyCitation(const v1::Citation& citation, const v1::Article& article,
                            std::u32string_view body);

// Checks that the bytes of the input file at `citation.source`, decoded by `encoding` ("UTF-8",
// "GB18030" …, see text/decoding.h), are the quote. Only for sources whose bytes are plain text.
absl::Status VerifySourceBytes(const v1::Citation& citation, std::string_view file,
                               std::string_view encoding);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_CITATION_H_
