// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/article_text.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

// Length of Citation.prefix and suffix, as the contract states it.
constexpr int32_t kAnchorLength = 32;
// A text fragment names long quotations by their ends, so that addresses stay short.
constexpr size_t kMaxFragmentLength = 60;
constexpr size_t kFragmentEnd = 20;

// RFC 3986's unreserved characters stand as they are; `-` is syntax in text fragments.
std::string PercentEncode(const std::string& text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '_' || c == '.' || c == '~';
    if (plain) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kHex[byte >> 4U];
    encoded += kHex[byte & 0xFU];
  }
  return encoded;
}

}  // namespace

v1::TextSpan MakeSpan(int32_t start, int32_t end) {
  v1::TextSpan span;
  span.set_start(start);
  span.set_end(end);
  return span;
}

std::string TextFragmentUri(const std::string& uri, const std::u32string& quote) {
  if (uri.empty()) return "";
  std::string fragment = PercentEncode(text::EncodeUtf8(quote));
  if (quote.size() > kMaxFragmentLength) {
    fragment =
        absl::StrCat(PercentEncode(text::EncodeUtf8(quote.substr(0, kFragmentEnd))), ",",
                     PercentEncode(text::EncodeUtf8(quote.substr(quote.size() - kFragmentEnd))));
  }
  const bool has_fragment = uri.find('#') != std::string::npos;
  return absl::StrCat(uri, has_fragment ? ":~:text=" : "#:~:text=", fragment);
}

ArticleText::ArticleText(store::v1::ArticleRecord record)
    : record_(std::move(record)), body_(text::DecodeUtf8(record_.article().body())) {}

std::string ArticleText::Slice(const v1::TextSpan& span) const {
  const auto size = static_cast<int32_t>(body_.size());
  const int32_t start = std::clamp(span.start(), 0, size);
  const int32_t end = std::clamp(span.end(), start, size);
  return text::EncodeUtf8(std::u32string_view(body_).substr(static_cast<size_t>(start),
                                                            static_cast<size_t>(end - start)));
}

int64_t ArticleText::ByteOf(int32_t position, bool end) const {
  const auto& runs = record_.byte_runs();
  const auto next = std::upper_bound(
      runs.begin(), runs.end(), position,
      [](int32_t place, const store::v1::ByteRun& run) { return place < run.start(); });
  if (next == runs.begin()) return record_.article().source().start_byte();
  const store::v1::ByteRun& run = *(next - 1);
  return run.start_byte() + int64_t{run.width()} * (position - run.start() + (end ? 1 : 0));
}

v1::SourceSpan ArticleText::SourceOf(const v1::TextSpan& span) const {
  v1::SourceSpan source = record_.article().source();
  source.set_start_byte(ByteOf(span.start(), false));
  source.set_end_byte(span.end() > span.start() ? ByteOf(span.end() - 1, true)
                                                : source.start_byte());
  return source;
}

v1::Citation ArticleText::Cite(const v1::TextSpan& span) const {
  const v1::Article& article = record_.article();
  v1::Citation citation;
  citation.set_article(article.name());
  *citation.mutable_span() = span;
  citation.set_quote(Slice(span));
  citation.set_prefix(Slice(MakeSpan(std::max(0, span.start() - kAnchorLength), span.start())));
  citation.set_suffix(Slice(MakeSpan(span.end(), span.end() + kAnchorLength)));
  *citation.mutable_source() = SourceOf(span);
  citation.set_title(article.title());
  citation.set_outlet(article.outlet());
  if (article.has_published()) *citation.mutable_published() = article.published();
  citation.set_uri(TextFragmentUri(article.uri(), text::DecodeUtf8(citation.quote())));
  return citation;
}

std::optional<int> ArticleText::SentenceAt(int32_t position) const {
  const auto& sentences = record_.sentences();
  const auto next = std::upper_bound(
      sentences.begin(), sentences.end(), position,
      [](int32_t place, const v1::TextSpan& sentence) { return place < sentence.start(); });
  if (next == sentences.begin() || position >= (next - 1)->end()) return std::nullopt;
  return static_cast<int>(next - 1 - sentences.begin());
}

}  // namespace yinzheng::services
