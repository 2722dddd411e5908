// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/highlighter.h"

#include <algorithm>
#include <map>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "indexer/store/passage_analysis.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::IndexToken;
using text::Span;

// One passage, read for marking.
class Marker {
 public:
  // The tokens must outlive it.
  explicit Marker(const std::vector<IndexToken>& tokens) {
    for (const IndexToken& token : tokens) {
      by_term_[token.term].push_back(&token);
      if (token.length == 1) by_position_[token.position].push_back(&token);
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
    for (const QueryTerm& term : clause.terms) {
      if (!term.required) continue;
      for (const IndexToken* token : Occurrences(term.term)) spans_.push_back(token->span);
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
    for (const IndexToken* first : Occurrences(phrase.terms[begin].term)) {
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

  const std::vector<const IndexToken*>& Occurrences(const std::string& term) const {
    static const std::vector<const IndexToken*> kNone;
    const auto found = by_term_.find(term);
    return found == by_term_.end() ? kNone : found->second;
  }

  const IndexToken* At(uint32_t position, const std::string& term) const {
    const auto found = by_position_.find(position);
    if (found == by_position_.end()) return nullptr;
    for (const IndexToken* token : found->second) {
      if (token->term == term) return token;
    }
    return nullptr;
  }

  absl::flat_hash_map<std::string, std::vector<const IndexToken*>> by_term_;
  absl::flat_hash_map<uint32_t, std::vector<const IndexToken*>> by_position_;
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
  Marker marker(tokens);
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
