// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/matched_parts.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/store/number_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;

// The text as terms are made of it: folded, without white space, quotes and what is skipped.
std::string Key(const std::string& utf8, uint32_t begin, const std::vector<Span>& skipped) {
  const std::u32string text = text::DecodeUtf8(utf8);
  std::u32string kept;
  kept.reserve(text.size());
  size_t skip = 0;
  for (uint32_t i = 0; i < text.size(); ++i) {
    while (skip < skipped.size() && skipped[skip].end <= begin + i) ++skip;
    const bool is_skipped = skip < skipped.size() && skipped[skip].contains(begin + i);
    const bool reads_on = text::IsSpace(text[i]) || text::IsTransparentMark(text[i]);
    if (!is_skipped && !reads_on) kept.push_back(text[i]);
  }
  return text::EncodeUtf8(text::FoldKeyVariants(text::FoldCharacters(kept).key));
}

bool IsChinese(const std::string& term) {
  const std::u32string characters = text::DecodeUtf8(term);
  return std::all_of(characters.begin(), characters.end(), text::IsHan);
}

}  // namespace

MatchedParts::MatchedParts(const CompiledQuery& query, const Xapian::Database& passages)
    : query_(query), passages_(passages) {
  Collect(query.root);
}

void MatchedParts::Collect(const CompiledClause& clause) {  // NOLINT(misc-no-recursion)
  if (clause.kind == CompiledClause::Kind::kNot) return;
  for (const QueryTerm& term : clause.terms) {
    if (!term.required) continue;
    Part part;
    (IsChinese(term.term) ? part.pieces : part.terms).push_back(term.term);
    part.spans = {term.span};
    parts_.push_back(std::move(part));
  }
  if (!clause.phrase.terms.empty()) CollectPhrase(clause.phrase);
  if (clause.kind == CompiledClause::Kind::kNear) {
    Part part;
    for (const CompiledPhrase& side : clause.near) {
      const bool by_value = side.by_value.size() == 1;
      AddSequence(by_value ? side.by_value : side.terms, side.is_prefix, part);
      part.spans.push_back(side.span);
    }
    parts_.push_back(std::move(part));
  }
  if (clause.kind == CompiledClause::Kind::kNumbers) {
    Part part;
    part.numbers = clause.numbers;
    part.spans = {clause.span};
    parts_.push_back(std::move(part));
  }
  for (const CompiledClause& child : clause.children) Collect(child);
}

void MatchedParts::CollectPhrase(const CompiledPhrase& phrase) {
  for (const std::vector<PhraseTerm>* terms : {&phrase.terms, &phrase.by_value}) {
    if (terms->empty()) continue;
    Part part;
    part.spans = {phrase.span};
    AddSequence(*terms, phrase.is_prefix, part);
    parts_.push_back(std::move(part));
  }
}

// Characters in a row are one piece.
void MatchedParts::AddSequence(const std::vector<PhraseTerm>& terms, bool is_prefix, Part& part) {
  for (size_t i = 0; i < terms.size(); ++i) {
    const PhraseTerm& term = terms[i];
    const bool follows = i > 0 && term.offset == terms[i - 1].offset + 1;
    if (is_prefix && i + 1 == terms.size()) {
      part.beginning = term.term;
    } else if (term.is_run || term.is_value) {
      part.terms.push_back(term.term);
    } else if (follows && !terms[i - 1].is_run && !terms[i - 1].is_value) {
      part.pieces.back() += term.term;
    } else {
      part.pieces.push_back(term.term);
    }
  }
}

bool MatchedParts::IsIndexed(const std::string& term, Xapian::docid document) const {
  for (const std::string& form : {term, Term(prefix::kTitle, term)}) {
    auto posting = passages_.postlist_begin(form);
    if (posting == passages_.postlist_end(form)) continue;
    posting.skip_to(document);
    if (posting != passages_.postlist_end(form) && *posting == document) return true;
  }
  return false;
}

// Reads the document's terms: for what no posting list answers.
bool MatchedParts::HasTermLike(const Part& part, Xapian::docid document) const {
  const std::string start = part.numbers ? std::string(prefix::kNumber) : part.beginning;
  auto term = passages_.termlist_begin(document);
  term.skip_to(start);
  for (; term != passages_.termlist_end(document); ++term) {
    const std::string whole = *term;
    if (whole.compare(0, start.size(), start) != 0) return false;
    if (!part.numbers || part.numbers->Contains(
                             NumberOfKey(std::string_view(whole).substr(prefix::kNumber.size())))) {
      return true;
    }
  }
  return false;
}

bool MatchedParts::Holds(const Part& part, const std::string& key, Xapian::docid document) const {
  for (const std::string& piece : part.pieces) {
    if (key.find(piece) == std::string::npos) return false;
  }
  for (const std::string& term : part.terms) {
    if (!IsIndexed(term, document)) return false;
  }
  return (part.beginning.empty() && !part.numbers) || HasTermLike(part, document);
}

std::vector<std::string> MatchedParts::Of(const PassageHit& hit, const std::string& title,
                                          Xapian::docid document) const {
  // A line break between the two, so that nothing is found across.
  const std::string key =
      Key(hit.passage.text(), static_cast<uint32_t>(hit.passage.span().start()), hit.skipped) +
      "\n" + Key(title, 0, {});
  std::vector<Span> spans = hit.loosened;
  for (const Part& part : parts_) {
    if (Holds(part, key, document)) spans.insert(spans.end(), part.spans.begin(), part.spans.end());
  }
  std::sort(spans.begin(), spans.end());
  std::vector<Span> merged;
  for (const Span span : spans) {
    if (!merged.empty() && span.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  std::vector<std::string> parts;
  for (const Span span : merged) {
    parts.push_back(text::EncodeUtf8(text::Slice(query_.text, span)));
  }
  return parts;
}

}  // namespace yinzheng::store
