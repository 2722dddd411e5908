// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/phrase_tree.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/store/number_terms.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_match.h"
#include "indexer/store/terms.h"
#include "indexer/store/text_terms.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;
using Xapian::Query;

// Phrases of one query that are looked for inside runs: each reads the vocabulary.
constexpr int kMaxLoosenings = 4;

// Words that all beginnings of a query stand for together.
constexpr size_t kMaxExpandedTerms = 1000;

constexpr size_t kMaxWarnings = 20;

Query AllOf(const std::vector<Query>& queries) {
  return queries.size() == 1 ? queries.front()
                             : Query(Query::OP_AND, queries.begin(), queries.end());
}

// The places in their order, punctuation between those that have a gap.
Query Sequence(const std::vector<Query>& places, const std::vector<PhraseTerm>& terms,
               std::string_view prefix) {
  if (places.size() == 1) return places.front();
  std::vector<Query> sequence;
  for (size_t i = 0; i < places.size(); ++i) {
    if (i > 0 && terms[i].offset > terms[i - 1].offset + 1) {
      sequence.emplace_back(Term(prefix, kBreakTerm));
    }
    sequence.push_back(places[i]);
  }
  const uint32_t window = terms.back().offset - terms.front().offset + 1;
  return Query(Query::OP_PHRASE, sequence.begin(), sequence.end(), window);
}

std::vector<Query> TermsOf(const std::vector<PhraseTerm>& terms, std::string_view prefix) {
  std::vector<Query> places;
  places.reserve(terms.size());
  for (const PhraseTerm& term : terms) places.emplace_back(TextTerm(prefix, term.term));
  return places;
}

// Runs that end and begin with a value: a phrase comes up to it from both sides.
Query ByValue(const std::vector<PhraseTerm>& terms, std::string_view prefix) {
  std::vector<Query> runs;
  std::vector<PhraseTerm> run;
  for (size_t i = 0; i < terms.size(); ++i) {
    run.push_back(terms[i]);
    if (i + 1 < terms.size() && (i == 0 || !terms[i].is_value)) continue;
    runs.push_back(Sequence(TermsOf(run, prefix), run, prefix));
    run = {terms[i]};
  }
  return AllOf(runs);
}

}  // namespace

void PhraseTree::Warn(std::string message, Span span) {
  if (notes_.warnings.size() >= kMaxWarnings) return;
  yinzheng::v1::Warning warning;
  warning.set_code(yinzheng::v1::WARNING_CODE_REDUCED);
  warning.set_message(std::move(message));
  warning.set_subject(text::EncodeUtf8(text::Slice(text_, span)));
  notes_.warnings.push_back(std::move(warning));
}

// Runs that begin with `piece`; past the limit of a query, `piece` itself.
Query PhraseTree::Beginning(const std::string& piece, size_t limit, Span span,
                            std::string_view prefix) {
  if (expanded_terms_ >= kMaxExpandedTerms) {
    Warn(absl::StrCat("beginnings stand for at most ", kMaxExpandedTerms, " words of a query"),
         span);
    return Query(TextTerm(prefix, piece));
  }
  return Similar(TermsBeginningWith(prefix, piece, limit, database_), span);
}

Query PhraseTree::Similar(const SimilarTerms& similar, Span span) {
  expanded_terms_ += similar.terms.size();
  if (!similar.all) {
    Warn(absl::StrCat("only the ", similar.terms.size(),
                      " most frequent words and numbers like this were searched"),
         span);
  }
  return Query(Query::OP_OR, similar.terms.begin(), similar.terms.end());
}

std::vector<Query> PhraseTree::Places(const CompiledPhrase& phrase, std::string_view prefix) {
  std::vector<Query> places = TermsOf(phrase.terms, prefix);
  if (phrase.is_prefix) {
    places.back() = Beginning(phrase.terms.back().term, kMaxSimilarTerms, phrase.span, prefix);
  }
  return places;
}

// The pairs of characters, as a filter, spare the positions of most candidates from being read.
Query PhraseTree::Printed(const CompiledPhrase& phrase, std::string_view prefix) {
  // Two neighbouring characters are one term, the pair.
  const bool is_pair = phrase.terms.size() == 2 && phrase.terms[1].offset == 1;
  if (is_pair && phrase.bigrams.size() == 1) return Query(TextTerm(prefix, phrase.bigrams.front()));
  Query exact = Sequence(Places(phrase, prefix), phrase.terms, prefix);
  if (phrase.bigrams.empty()) return exact;
  std::vector<Query> filters;
  for (const std::string& bigram : phrase.bigrams) filters.emplace_back(TextTerm(prefix, bigram));
  return Query(Query::OP_FILTER, exact, AllOf(filters));
}

Query PhraseTree::Phrase(const CompiledPhrase& phrase, std::string_view prefix) {
  if (phrase.terms.empty()) return Query();
  Query printed = Printed(phrase, prefix);
  if (phrase.by_value.empty()) return printed;
  return Query(Query::OP_OR, printed, ByValue(phrase.by_value, prefix));
}

Query PhraseTree::PhraseOrInside(const CompiledPhrase& phrase, std::string_view prefix) {
  Query exact = Phrase(phrase, prefix);
  if (phrase.loose.empty() || loosenings_ >= kMaxLoosenings || HasMatch(exact, shards_)) {
    return exact;
  }
  ++loosenings_;
  std::vector<Query> ways;
  for (const std::vector<PhraseTerm>& terms : phrase.loose) {
    ways.push_back(Inside(phrase, terms, prefix));
  }
  Query inside(Query::OP_OR, ways.begin(), ways.end());
  if (!HasMatch(inside, shards_)) return exact;
  Warn("nothing holds this; it was found inside longer words and numbers", phrase.span);
  notes_.loosened.push_back(phrase.span);
  return inside;
}

// `terms` with the first and the last as pieces of longer runs, where the phrase may be cut.
Query PhraseTree::Inside(const CompiledPhrase& phrase, const std::vector<PhraseTerm>& terms,
                         std::string_view prefix) {
  std::vector<Query> places = TermsOf(terms, prefix);
  const bool single = terms.size() == 1;
  if (phrase.may_begin_inside && terms.front().is_run) {
    const bool anywhere = single && phrase.may_end_inside;
    places.front() =
        Similar(TermsEndingWith(prefix, terms.front().term, anywhere, database_), phrase.span);
  }
  if (phrase.may_end_inside && terms.back().is_run && !(single && phrase.may_begin_inside)) {
    places.back() = Beginning(terms.back().term, kMaxTermsOfPiece, phrase.span, prefix);
  }
  return Sequence(places, terms, prefix);
}

Query PhraseTree::Near(const CompiledClause& clause, std::string_view prefix) {
  std::vector<Query> places;
  std::vector<Query> sides;
  uint32_t window = 0;
  for (const CompiledPhrase& side : clause.near) {
    // A number stands for all ways to write it.
    const bool by_value = side.by_value.size() == 1;
    const std::vector<Query> own = by_value ? TermsOf(side.by_value, prefix) : Places(side, prefix);
    places.insert(places.end(), own.begin(), own.end());
    if (!by_value && own.size() > 1) sides.push_back(Printed(side, prefix));
    window += by_value ? 1 : side.terms.back().offset + 1;
  }
  if (places.size() < 2) return AllOf(places);
  window += clause.distance * static_cast<uint32_t>(clause.near.size() - 1);
  const Query near(Query::OP_NEAR, places.begin(), places.end(), window);
  return sides.empty() ? near : Query(Query::OP_FILTER, near, AllOf(sides));
}

Query PhraseTree::Numbers(const CompiledClause& clause) {
  const NumberTerms found = TermsOfNumbers(clause.numbers, database_);
  if (!found.all) {
    Warn(absl::StrCat("the range was searched by the first ", kMaxNumberTerms,
                      " numbers of each of its ends"),
         clause.span);
  }
  return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, found.terms.begin(), found.terms.end()),
               0.0);
}

}  // namespace yinzheng::store
