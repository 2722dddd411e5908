// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/citation.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/decoding.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kSurroundings = 32;  // Code points of prefix and suffix.

std::string Utf8(std::u32string_view body, text::Span span) {
  return text::EncodeUtf8(text::Slice(body, span));
}

text::Span Before(text::Span span) {
  return {span.begin - std::min(span.begin, kSurroundings), span.begin};
}

text::Span After(text::Span span, std::u32string_view body) {
  const auto size = static_cast<uint32_t>(body.size());
  return {span.end, std::min(size, span.end + kSurroundings)};
}

void SetSpan(text::Span span, v1::TextSpan* out) {
  out->set_start(static_cast<int32_t>(span.begin));
  out->set_end(static_cast<int32_t>(span.end));
}

text::Span SpanOf(const v1::TextSpan& span) {
  return {static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())};
}

// RFC 3986: everything but unreserved characters; - separates the parts of a text directive.
std::string PercentEncode(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte < 0x80 && std::isalnum(byte) != 0) || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

// https://wicg.github.io/scroll-to-text-fragment/: long quotes are given by their first and last
// words.
std::string FragmentUri(const std::string& uri, std::u32string_view quote) {
  constexpr size_t kWhole = 40;
  constexpr size_t kEdge = 12;
  if (uri.empty()) return "";
  std::u32string flat;
  for (const char32_t c : quote) {
    if (!text::IsLineBreak(c)) flat += c;
  }
  const std::string base = uri.substr(0, uri.find('#'));
  if (flat.size() <= kWhole) {
    return absl::StrCat(base, "#:~:text=", PercentEncode(text::EncodeUtf8(flat)));
  }
  return absl::StrCat(base, "#:~:text=", PercentEncode(text::EncodeUtf8(flat.substr(0, kEdge))),
                      ",", PercentEncode(text::EncodeUtf8(flat.substr(flat.size() - kEdge))));
}

absl::Status CheckBounds(text::Span quote, text::Span value) {
  if (quote.empty()) return absl::InvalidArgumentError("citing: the quote is empty");
  if (quote.size() > kMaxCitationLength) {
    return absl::InvalidArgumentError(absl::StrCat(
        "citing: the quote has ", quote.size(), " code points, the limit is ", kMaxCitationLength));
  }
  if (!value.empty() && !quote.contains(value)) {
    return absl::InvalidArgumentError(absl::StrCat("citing: the value at ", value.begin, "-",
                                                   value.end, " lies outside of the quote at ",
                                                   quote.begin, "-", quote.end));
  }
  return absl::OkStatus();
}

}  // namespace

std::string PrintedText(const ArticleContext& context, text::Span reading_span) {
  std::string out;
  text::Span last;
  for (uint32_t i = reading_span.begin; i < reading_span.end; ++i) {
    const text::Span body = context.reading.ToBody({i, i + 1});
    if (i > reading_span.begin && body.begin < last.end) continue;  // one character read as two
    last = body;
    for (const char32_t c : text::Slice(context.body, body)) {
      if (!text::IsLineBreak(c)) text::AppendUtf8(c, out);
    }
  }
  return out;
}

absl::StatusOr<v1::SourceSpan> CitationBuilder::Source(text::Span body) const {
  YZ_ASSIGN_OR_RETURN(const text::ByteRange bytes, context_.source_map->ToBytes(body));
  v1::SourceSpan source;
  source.set_path(context_.article->source().path());
  source.set_record(context_.article->source().record());
  source.set_sha256(context_.article->source().sha256());
  source.set_start_byte(static_cast<int64_t>(bytes.begin));
  source.set_end_byte(static_cast<int64_t>(bytes.end));
  return source;
}

absl::StatusOr<v1::Citation> CitationBuilder::Cite(text::Span quote, text::Span value) const {
  return CiteBody(context_.reading.ToBody(quote),
                  value.empty() ? text::Span{} : context_.reading.ToBody(value));
}

absl::StatusOr<v1::Citation> CitationBuilder::CiteBody(text::Span span, text::Span inner) const {
  const v1::Article& article = *context_.article;
  YZ_RETURN_IF_ERROR(CheckBounds(span, inner));
  v1::Citation citation;
  citation.set_article(article.name());
  SetSpan(span, citation.mutable_span());
  citation.set_quote(Utf8(context_.body, span));
  citation.set_prefix(Utf8(context_.body, Before(span)));
  citation.set_suffix(Utf8(context_.body, After(span, context_.body)));
  if (!inner.empty()) SetSpan(inner, citation.mutable_value_span());
  YZ_ASSIGN_OR_RETURN(*citation.mutable_source(), Source(span));
  citation.set_title(article.title());
  citation.set_outlet(article.outlet());
  if (article.has_published()) *citation.mutable_published() = article.published();
  citation.set_uri(FragmentUri(article.uri(), text::Slice(context_.body, span)));
  YZ_RETURN_IF_ERROR(VerifyCitation(citation, article, context_.body));
  return citation;
}

absl::Status VerifyCitation(const v1::Citation& citation, const v1::Article& article,
                            std::u32string_view body) {
  const text::Span span = SpanOf(citation.span());
  const text::Span value = SpanOf(citation.value_span());
  if (citation.article() != article.name()) {
    return absl::DataLossError(absl::StrCat("verifying a citation of \"", citation.article(),
                                            "\" against \"", article.name(), "\""));
  }
  if (span.begin >= span.end || span.end > body.size()) {
    return absl::DataLossError(absl::StrCat("citation span ", span.begin, "-", span.end,
                                            " is not inside a body of ", body.size()));
  }
  if (citation.quote() != Utf8(body, span)) {
    return absl::DataLossError(absl::StrCat("quote \"", citation.quote(), "\" is not the body at ",
                                            span.begin, "-", span.end, ": \"", Utf8(body, span),
                                            "\""));
  }
  if (citation.prefix() != Utf8(body, Before(span)) ||
      citation.suffix() != Utf8(body, After(span, body))) {
    return absl::DataLossError(
        absl::StrCat("prefix or suffix of the quote at ", span.begin, " is not its surroundings"));
  }
  if (citation.has_value_span() && !span.contains(value)) {
    return absl::DataLossError(absl::StrCat("value span ", value.begin, "-", value.end,
                                            " is not inside the quote at ", span.begin, "-",
                                            span.end));
  }
  return absl::OkStatus();
}

absl::Status VerifySourceBytes(const v1::Citation& citation, std::string_view file,
                               std::string_view encoding) {
  const auto begin = static_cast<uint64_t>(citation.source().start_byte());
  const auto end = static_cast<uint64_t>(citation.source().end_byte());
  if (begin > end || end > file.size()) {
    return absl::DataLossError(absl::StrCat("source bytes ", begin, "-", end, " are not inside ",
                                            citation.source().path(), " of ", file.size()));
  }
  YZ_ASSIGN_OR_RETURN(const std::u32string text,
                      text::DecodeSpan(file.substr(begin, end - begin), encoding));
  if (text::EncodeUtf8(text) != citation.quote()) {
    return absl::DataLossError(absl::StrCat("bytes ", begin, "-", end, " of ",
                                            citation.source().path(), " are not the quote \"",
                                            citation.quote(), "\""));
  }
  return absl::OkStatus();
}

}  // namespace yinzheng::knowledge
