// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/highlighter.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "indexer/store/passage_analysis.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::IndexToken;
using text::Span;

// The terms that a query asks for, so that the others cost nothing.
class WantedTerms {
 public:
  explicit WantedTerms(const CompiledClause& clause) { Collect(clause); }
  bool Contains(const std::string& term) const { return terms_.contains(term); }

 private:
  void Collect(const CompiledClause& clause) {  // NOLINT(misc-no-recursion): as deep as the query.
    for (const QueryTerm& term : clause.terms) terms_.insert(term.term);
    for (const PhraseTerm& term : clause.phrase.terms) terms_.insert(term.term);
    for (const CompiledClause& child : clause.children) Collect(child);
  }

  absl::flat_hash_set<absl::string_view> terms_;
};

// One passage, read for marking.
class Marker {
 public:
  // The tokens, in order of position, must outlive it.
  Marker(const std::vector<IndexToken>& tokens, const WantedTerms& wanted) {
    for (const IndexToken& token : tokens) {
      if (wanted.Contains(token.term)) tokens_.push_back(&token);
    }
  }

  void Mark(const CompiledClause& clause) {  // NOLINT(misc-no-recursion): as deep as the query.
    if (clause.kind == CompiledClause::Kind::kNot || clause.in_title) return;
    if (clause.kind == CompiledClause::Kind::kWords) MarkWords(clause);
    if (clause.kind == CompiledClause::Kind::kPhrase) MarkPhrase(clause.phrase);
    for (const CompiledClause& child : clause.children) Mark(child);
  }

  const std::vector<Span>& spans() const { return spans_; }

 private:
  void MarkWords(const CompiledClause& clause) {
    absl::flat_hash_set<absl::string_view> required;
    for (const QueryTerm& term : clause.terms) {
      if (term.required) required.insert(term.term);
    }
    for (const IndexToken* token : tokens_) {
      if (required.contains(token->term)) spans_.push_back(token->span);
    }
  }

  // Every place of every run of the phrase, if all its runs have one.
  void MarkPhrase(const CompiledPhrase& phrase) {
    std::vector<Span> found;
    size_t begin = 0;
    while (begin < phrase.terms.size()) {
      size_t end = begin + 1;
      while (end < phrase.terms.size() &&
             phrase.terms[end].offset == phrase.terms[end - 1].offset + 1) {
        ++end;
      }
      const size_t before = found.size();
      FindRun(phrase, begin, end, found);
      if (found.size() == before) return;
      begin = end;
    }
    spans_.insert(spans_.end(), found.begin(), found.end());
  }

  void FindRun(const CompiledPhrase& phrase, size_t begin, size_t end,
               std::vector<Span>& found) const {
    for (const IndexToken* first : tokens_) {
      if (first->term != phrase.terms[begin].term) continue;
      Span place = first->span;
      bool whole = true;
      for (size_t i = begin + 1; i < end && whole; ++i) {
        const uint32_t ahead = phrase.terms[i].offset - phrase.terms[begin].offset;
        const IndexToken* next = At(first->position + ahead, phrase.terms[i].term);
        whole = next != nullptr;
        if (whole) place = text::Cover(place, next->span);
      }
      if (whole) found.push_back(place);
    }
  }

  const IndexToken* At(uint32_t position, const std::string& term) const {
    auto token = std::lower_bound(
        tokens_.begin(), tokens_.end(), position,
        [](const IndexToken* candidate, uint32_t wanted) { return candidate->position < wanted; });
    for (; token != tokens_.end() && (*token)->position == position; ++token) {
      if ((*token)->term == term) return *token;
    }
    return nullptr;
  }

  std::vector<const IndexToken*> tokens_;
  std::vector<Span> spans_;
};

// What a mark covers without what was skipped inside it.
std::vector<Span> Without(Span span, const std::vector<Span>& skipped) {
  std::vector<Span> parts;
  uint32_t at = span.begin;
  for (const Span skip : skipped) {
    if (skip.end <= at || skip.begin >= span.end) continue;
    if (skip.begin > at) parts.push_back({at, skip.begin});
    at = std::max(at, skip.end);
  }
  if (at < span.end) parts.push_back({at, span.end});
  return parts;
}

std::vector<Span> Merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> merged;
  for (const Span span : spans) {
    if (!merged.empty() && span.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

}  // namespace

std::vector<yinzheng::v1::TextSpan> Highlighter::Highlight(const CompiledQuery& query,
                                                           const PassageHit& passage) const {
  const std::u32string text = text::DecodeUtf8(passage.passage.text());
  const auto begin = static_cast<uint32_t>(passage.passage.span().start());
  const std::vector<IndexToken> tokens = AnalyzePassage(analyzer_, text, begin, passage.skipped);
  Marker marker(tokens, WantedTerms(query.root));
  marker.Mark(query.root);
  std::vector<Span> parts;
  for (const Span span : marker.spans()) {
    for (const Span part : Without(span, passage.skipped)) parts.push_back(part);
  }
  std::vector<yinzheng::v1::TextSpan> highlights;
  for (const Span span : Merged(std::move(parts))) {
    yinzheng::v1::TextSpan& highlight = highlights.emplace_back();
    highlight.set_start(static_cast<int32_t>(span.begin));
    highlight.set_end(static_cast<int32_t>(span.end));
  }
  return highlights;
}

}  // namespace yinzheng::store
