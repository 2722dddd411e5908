// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/quote_handler.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"
#include "services/check/quote_matcher.h"
#include "services/check/quote_speakers.h"
#include "services/record/article_text.h"
#include "services/record/snapshot_access.h"
#include "services/request/error_info.h"
#include "services/request/limits.h"
#include "services/request/text_limits.h"

namespace yinzheng::services {
namespace {

constexpr int kMaxCitations = 5;
// Articles whose bodies are compared with a quotation.
constexpr size_t kMaxArticles = 50;
// Stretches without punctuation are looked up as phrases, the longest first: what divides passages
// or is printed another way may stand in one of them, hardly in all.
constexpr size_t kMaxPhraseLength = 32;
constexpr size_t kMaxPhrases = 3;
// Near quotations: passages looked at, and how much of the words must be there.
constexpr size_t kNearArticles = 5;
constexpr double kLeastLikeness = 0.6;
// Few words come near anything: of a short quotation more must be there.
constexpr size_t kShortQuote = 12;
constexpr double kLeastLikenessOfShort = 0.75;

// The runs of characters that are neither punctuation nor space, longest first.
std::vector<std::u32string> LongestRuns(const std::u32string& words) {
  std::vector<std::u32string> runs;
  size_t begin = 0;
  for (size_t i = 0; i <= words.size(); ++i) {
    const bool breaks =
        i == words.size() || text::IsPunctuation(words[i]) || text::IsSpace(words[i]);
    if (!breaks) continue;
    if (i > begin) runs.push_back(words.substr(begin, std::min(i - begin, kMaxPhraseLength)));
    begin = i + 1;
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  if (runs.size() > kMaxPhrases) runs.resize(kMaxPhrases);
  return runs;
}

// Where words stand in the record.
struct QuotedPlaces {
  std::vector<v1::Citation> exact;
  std::vector<v1::Citation> folded;
};

v1::TextSpan ToTextSpan(const text::Span& span) {
  return MakeSpan(static_cast<int32_t>(span.begin), static_cast<int32_t>(span.end));
}

// The words nearest to a quotation in and around a passage: it may run past it at either end.
std::optional<NearQuote> FindNear(const ArticleText& text, const v1::TextSpan& passage,
                                  const std::u32string& words) {
  const auto reach = static_cast<int32_t>(words.size());
  const int32_t begin = std::max(0, passage.start() - reach);
  const int32_t end = std::min(static_cast<int32_t>(text.body().size()), passage.end() + reach);
  std::optional<NearQuote> near =
      FindNearQuote(std::u32string_view(text.body())
                        .substr(static_cast<size_t>(begin), static_cast<size_t>(end - begin)),
                    words, words.size() < kShortQuote ? kLeastLikenessOfShort : kLeastLikeness);
  if (near.has_value()) {
    near->span.begin += static_cast<uint32_t>(begin);
    near->span.end += static_cast<uint32_t>(begin);
  }
  return near;
}

// Adds the places of one article where the words stand, character for character or folded.
absl::Status ComparePlaces(const store::IndexSnapshot& snapshot, const RequestContext& context,
                           const std::string& article, const std::u32string& words,
                           QuotedPlaces& quoted) {
  YZ_ASSIGN_OR_RETURN(store::v1::ArticleRecord record, snapshot.articles().GetArticle(article));
  const ArticleText text(std::move(record));
  const std::vector<QuotePlace> found = FindQuote(text.body(), words);
  if (found.empty()) return absl::OkStatus();
  std::vector<v1::Citation> places;
  for (const QuotePlace& place : found) places.push_back(text.Cite(ToTextSpan(place.span)));
  YZ_RETURN_IF_ERROR(CreditSpeakers(snapshot, ControlOf(context), article, places));
  std::vector<v1::Citation>& kind = found.front().folded ? quoted.folded : quoted.exact;
  std::move(places.begin(), places.end(), std::back_inserter(kind));
  return absl::OkStatus();
}

void Cite(const std::vector<v1::Citation>& places, size_t count, v1::QuoteResult& result) {
  for (size_t i = 0; i < count && result.citations_size() < kMaxCitations; ++i) {
    *result.add_citations() = places[i];
  }
}

}  // namespace

absl::StatusOr<v1::VerifyQuotesResponse> QuoteHandler::VerifyQuotes(
    const RequestContext& context, const v1::VerifyQuotesRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckBatchSize("quotes", request.quotes_size(), kMaxQuotes));
  for (const v1::QuoteToVerify& quote : request.quotes()) {
    YZ_RETURN_IF_ERROR(CheckRequiredText("quotes.text", quote.text(), kMaxQuoteLength));
    YZ_RETURN_IF_ERROR(CheckOptionalText("quotes.speaker", quote.speaker(), kMaxNameLength));
  }
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::VerifyQuotesResponse response;
  for (const v1::QuoteToVerify& quote : request.quotes()) {
    YZ_RETURN_IF_ERROR(context.Check());
    YZ_ASSIGN_OR_RETURN(*response.add_results(), Verify(*snapshot, context, quote));
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::QuoteResult> QuoteHandler::Verify(const store::IndexSnapshot& snapshot,
                                                     const RequestContext& context,
                                                     const v1::QuoteToVerify& quote) const {
  const std::u32string words = TrimQuote(text::DecodeUtf8(quote.text()));
  if (LongestRuns(words).empty()) {
    return FieldMalformed("quotes.text", quote.text(), "words, not punctuation alone");
  }
  bool folded = false;
  YZ_ASSIGN_OR_RETURN(std::vector<v1::Citation> places,
                      FindPlaces(snapshot, context, words, folded));
  if (places.empty()) return FindAltered(snapshot, context, words);
  v1::QuoteResult result;
  result.set_verdict(folded ? v1::QUOTE_VERDICT_VERBATIM_FOLDED : v1::QUOTE_VERDICT_VERBATIM);
  if (quote.speaker().empty()) {
    Cite(places, places.size(), result);
    return result;
  }
  YZ_ASSIGN_OR_RETURN(const size_t own,
                      PreferSpeaker(snapshot.entities(), quote.speaker(), places));
  const bool credited = std::any_of(places.begin(), places.end(),
                                    [](const auto& place) { return place.has_attribution(); });
  if (own == 0 && credited) result.set_verdict(v1::QUOTE_VERDICT_OTHER_SPEAKER);
  if (own == 0 && !credited) result.add_differences("the record does not say who said it");
  Cite(places, own > 0 ? own : places.size(), result);
  return result;
}

absl::StatusOr<std::vector<v1::Citation>> QuoteHandler::FindPlaces(
    const store::IndexSnapshot& snapshot, const RequestContext& context,
    const std::u32string& words, bool& folded) const {
  QuotedPlaces quoted;
  std::set<std::string> compared;
  for (const std::u32string& run : LongestRuns(words)) {
    const store::CompiledQuery phrase = compiler_.CompilePhrase(text::EncodeUtf8(run));
    YZ_ASSIGN_OR_RETURN(const std::vector<std::string> articles,
                        snapshot.passages().ArticlesWithPhrase(phrase, kMaxArticles));
    for (const std::string& name : articles) {
      if (!compared.insert(name).second) continue;
      YZ_RETURN_IF_ERROR(context.Check());
      YZ_RETURN_IF_ERROR(ComparePlaces(snapshot, context, name, words, quoted));
    }
    if (!quoted.exact.empty() || !quoted.folded.empty()) break;
  }
  folded = quoted.exact.empty();
  return folded ? quoted.folded : quoted.exact;
}

absl::StatusOr<v1::QuoteResult> QuoteHandler::FindAltered(const store::IndexSnapshot& snapshot,
                                                          const RequestContext& context,
                                                          const std::u32string& words) const {
  store::PassageSearch search;
  search.query = compiler_.CompileWords(text::EncodeUtf8(words));
  search.page = {0, kNearArticles};
  search.control = ControlOf(context);
  YZ_ASSIGN_OR_RETURN(const store::SearchResults found, snapshot.passages().Search(search));
  v1::QuoteResult best;
  best.set_verdict(v1::QUOTE_VERDICT_NOT_FOUND);
  double likeness = 0;
  for (const store::ArticleHit& hit : found.hits) {
    YZ_RETURN_IF_ERROR(context.Check());
    YZ_ASSIGN_OR_RETURN(store::v1::ArticleRecord record,
                        snapshot.articles().GetArticle(hit.article.name()));
    const ArticleText text(std::move(record));
    const auto near = FindNear(text, hit.passages.front().passage.span(), words);
    if (!near.has_value() || near->likeness <= likeness) continue;
    likeness = near->likeness;
    std::vector<v1::Citation> places = {text.Cite(ToTextSpan(near->span))};
    YZ_RETURN_IF_ERROR(CreditSpeakers(snapshot, ControlOf(context), hit.article.name(), places));
    best.Clear();
    best.set_verdict(v1::QUOTE_VERDICT_ALTERED);
    *best.add_citations() = std::move(places.front());
    for (const std::string& difference : near->differences) best.add_differences(difference);
  }
  return best;
}

}  // namespace yinzheng::services
