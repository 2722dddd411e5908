// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/matched_parts.h"

#include <algorithm>

#include "indexer/store/passage_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;

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
    if (term.required) parts_.push_back({{term.term}, term.span, IsChinese(term.term)});
  }
  if (!clause.phrase.terms.empty()) {
    Part part;
    part.span = clause.phrase.span;
    for (const PhraseTerm& term : clause.phrase.terms) {
      part.pieces.push_back(term.term);
      part.chinese = part.chinese && IsChinese(term.term);
    }
    parts_.push_back(std::move(part));
  }
  for (const CompiledClause& child : clause.children) Collect(child);
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

std::vector<std::string> MatchedParts::Of(std::u32string_view passage_key, const std::string& title,
                                          Xapian::docid document) const {
  // A line break between the two, so that nothing is found across.
  const std::string key =
      text::EncodeUtf8(passage_key) + "\n" + text::EncodeUtf8(PassageKey(title, 0, {}));
  std::vector<Span> spans;
  for (const Part& part : parts_) {
    const bool matched =
        std::all_of(part.pieces.begin(), part.pieces.end(), [&](const std::string& piece) {
          return part.chinese ? key.find(piece) != std::string::npos : IsIndexed(piece, document);
        });
    if (matched) spans.push_back(part.span);
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
