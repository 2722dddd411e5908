// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/quote_place.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/imported/nearest_text.h"
#include "indexer/knowledge/imported/refusal.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr size_t kMostPlaces = 5;  // Of one quote that are counted and listed.

std::u32string WithoutLineBreaks(std::u32string_view text) {
  std::u32string flat;
  for (const char32_t c : text) {
    if (!text::IsLineBreak(c)) flat += c;
  }
  return flat;
}

std::string SpanText(int64_t begin, int64_t end) { return absl::StrCat("[", begin, ",", end, ")"); }

}  // namespace

QuotePlaces::QuotePlaces(const ArticleContext& context) : context_(context) {
  for (uint32_t i = 0; i < context.body.size(); ++i) {
    if (text::IsLineBreak(context.body[i])) continue;
    flat_ += context.body[i];
    in_body_.push_back(i);
  }
}

absl::StatusOr<Span> QuotePlaces::Find(const v1::Citation& citation) const {
  const std::u32string quote = text::DecodeUtf8(citation.quote());
  if (quote.size() > 2 * size_t{kMaxCitationLength}) {
    return Refused(RefusalCode::kQuote,
                   absl::StrCat("the quote has ", quote.size(), " characters; the limit is ",
                                kMaxCitationLength, ": cite the clause"));
  }
  YZ_ASSIGN_OR_RETURN(const Span place,
                      citation.has_span() ? AtSpan(citation.span(), quote) : Search(quote));
  YZ_RETURN_IF_ERROR(CheckPlace(place));
  return place;
}

absl::StatusOr<Span> QuotePlaces::AtSpan(const v1::TextSpan& span,
                                         std::u32string_view quote) const {
  const bool inside = span.start() >= 0 && span.start() < span.end() &&
                      static_cast<size_t>(span.end()) <= context_.body.size();
  if (!inside) {
    return Refused(RefusalCode::kSpan,
                   absl::StrCat("span ", SpanText(span.start(), span.end()),
                                " is not inside a body of ", context_.body.size(), " characters"));
  }
  const Span place{static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())};
  if (IsPrintedAt(place, quote)) return place;
  const std::vector<Span> elsewhere = Occurrences(quote);
  if (elsewhere.empty()) return NotFound(quote);
  return Refused(
      RefusalCode::kSpan,
      absl::StrCat("the body at ", SpanText(span.start(), span.end()), " is \"",
                   Brief(text::EncodeUtf8(text::Slice(context_.body, place))),
                   "\"; the quote stands at ", SpanText(elsewhere[0].begin, elsewhere[0].end)));
}

absl::StatusOr<Span> QuotePlaces::Search(std::u32string_view quote) const {
  while (!quote.empty() && text::IsLineBreak(quote.front())) quote.remove_prefix(1);
  while (!quote.empty() && text::IsLineBreak(quote.back())) quote.remove_suffix(1);
  const std::vector<Span> places = Occurrences(quote);
  if (places.empty()) return NotFound(quote);
  if (places.size() == 1) return places[0];
  const std::string list = absl::StrJoin(places, " ", [](std::string* out, Span place) {
    absl::StrAppend(out, SpanText(place.begin, place.end));
  });
  return Refused(RefusalCode::kSpan,
                 absl::StrCat("the quote stands several times, at ", list, "; give its span"));
}

absl::Status QuotePlaces::NotFound(std::u32string_view quote) const {
  const std::string nearest = NearestText(context_, quote);
  const std::string claimed =
      absl::StrCat("the article has no words \"", Brief(text::EncodeUtf8(quote)), "\"");
  if (nearest.empty()) {
    return Refused(RefusalCode::kQuote, absl::StrCat(claimed, " and nothing like them"));
  }
  return Refused(RefusalCode::kQuote,
                 absl::StrCat(claimed, "; the nearest it has is \"", Brief(nearest), "\""));
}

absl::Status QuotePlaces::CheckPlace(Span place) const {
  if (place.size() > kMaxCitationLength) {
    return Refused(RefusalCode::kQuote,
                   absl::StrCat("the quote has ", place.size(), " characters; the limit is ",
                                kMaxCitationLength, ": cite the clause"));
  }
  for (const v1::Mask& mask : context_.article->masks()) {
    const auto begin = static_cast<uint32_t>(mask.span().start());
    const auto end = static_cast<uint32_t>(mask.span().end());
    const Span masked{begin, end};
    if (!masked.contains(place.begin) && !masked.contains(place.end - 1)) continue;
    return Refused(RefusalCode::kQuote,
                   absl::StrCat("the quote stands in a masked part of the body at ",
                                SpanText(begin, end), " (", v1::MaskKind_Name(mask.kind()), ")"));
  }
  return absl::OkStatus();
}

std::vector<Span> QuotePlaces::Occurrences(std::u32string_view quote) const {
  const std::u32string words = WithoutLineBreaks(quote);
  std::vector<Span> places;
  if (words.empty()) return places;
  for (size_t at = flat_.find(words); at != std::u32string::npos; at = flat_.find(words, at + 1)) {
    const Span place{in_body_[at], in_body_[at + words.size() - 1] + 1};
    if (IsPrintedAt(place, quote)) places.push_back(place);
    if (places.size() == kMostPlaces) break;
  }
  return places;
}

// Line breaks of the body may be missing in the quote, not the reverse.
bool QuotePlaces::IsPrintedAt(Span place, std::u32string_view quote) const {
  size_t next = 0;
  for (const char32_t c : text::Slice(context_.body, place)) {
    if (next < quote.size() && quote[next] == c) {
      ++next;
    } else if (!text::IsLineBreak(c)) {
      return false;
    }
  }
  return next == quote.size();
}

}  // namespace yinzheng::knowledge
