// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/matched_parts.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/store/number_terms.h"
#include "indexer/store/passage_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/text_terms.h"
#include "indexer/store/vocabulary.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;

bool IsChinese(std::u32string_view term) {
  return std::all_of(term.begin(), term.end(), text::IsHan);
}

}  // namespace

MatchedParts::MatchedParts(const CompiledQuery& query, const DatabaseHandles& handles,
                           std::vector<MatchedPassage> documents)
    : query_(query), passages_(handles.passages), remote_(handles.remote) {
  for (MatchedPassage& passage : documents) {
    documents_.push_back(passage.document);
    articles_.push_back(std::move(passage.article_term));
  }
  std::sort(documents_.begin(), documents_.end());
  Collect(query.root);
}

void MatchedParts::Collect(const CompiledClause& clause) {  // NOLINT(misc-no-recursion)
  if (clause.kind == CompiledClause::Kind::kNot) return;
  for (const QueryTerm& term : clause.terms) {
    if (!term.required) continue;
    Part part;
    part.in_title = clause.in_title;
    std::u32string characters = text::DecodeUtf8(term.term);
    if (IsChinese(characters)) {
      part.pieces.push_back(std::move(characters));
    } else {
      part.terms.push_back(term.term);
    }
    part.spans = {term.span};
    parts_.push_back(std::move(part));
  }
  if (!clause.phrase.terms.empty()) CollectPhrase(clause);
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
    part.any.push_back(WithAny(TermsOfNumbers(clause.numbers, passages_).terms));
    part.spans = {clause.span};
    parts_.push_back(std::move(part));
  }
  for (const CompiledClause& child : clause.children) Collect(child);
}

void MatchedParts::CollectPhrase(const CompiledClause& clause) {
  const CompiledPhrase& phrase = clause.phrase;
  for (const std::vector<PhraseTerm>* terms : {&phrase.terms, &phrase.by_value}) {
    if (terms->empty()) continue;
    Part part;
    part.in_title = clause.in_title;
    part.spans = {phrase.span};
    AddSequence(*terms, phrase.is_prefix, part);
    parts_.push_back(std::move(part));
  }
}

// Characters in a row are one piece.
void MatchedParts::AddSequence(const std::vector<PhraseTerm>& terms, bool is_prefix,
                               Part& part) const {
  for (size_t i = 0; i < terms.size(); ++i) {
    const PhraseTerm& term = terms[i];
    const bool follows = i > 0 && term.offset == terms[i - 1].offset + 1;
    if (is_prefix && i + 1 == terms.size()) {
      const std::string_view field = part.in_title ? prefix::kTitle : std::string_view();
      part.any.push_back(
          WithAny(TermsBeginningWith(field, term.term, kMaxSimilarTerms, passages_).terms));
    } else if (term.is_run || term.is_value) {
      part.terms.push_back(term.term);
    } else if (follows && !terms[i - 1].is_run && !terms[i - 1].is_value) {
      part.pieces.back() += text::DecodeUtf8(term.term);
    } else {
      part.pieces.push_back(text::DecodeUtf8(term.term));
    }
  }
}

bool MatchedParts::IsIndexed(const std::string& term, bool in_title, Xapian::docid document) const {
  return (!in_title && IsPosted(TextTerm("", term), document)) ||
         IsPosted(TextTerm(prefix::kTitle, term), document);
}

bool MatchedParts::IsPosted(const std::string& term, Xapian::docid document) const {
  if (remote_) {
    const auto [known, fresh] = with_term_.try_emplace(term);
    if (fresh) known->second = MatchAny({term});
    return std::binary_search(known->second.begin(), known->second.end(), document);
  }
  auto posting = passages_.postlist_begin(term);
  if (posting == passages_.postlist_end(term)) return false;
  posting.skip_to(document);
  return posting != passages_.postlist_end(term) && *posting == document;
}

// A shard elsewhere would send whole posting lists; it is asked what the articles found have.
std::vector<Xapian::docid> MatchedParts::MatchAny(const std::vector<std::string>& terms) const {
  using Xapian::Query;
  Xapian::Enquire enquire(passages_);
  enquire.set_query(Query(Query::OP_AND, Query(Query::OP_OR, terms.begin(), terms.end()),
                          Query(Query::OP_OR, articles_.begin(), articles_.end())));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, passages_.get_doccount());
  std::vector<Xapian::docid> found;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    if (std::binary_search(documents_.begin(), documents_.end(), *match)) found.push_back(*match);
  }
  std::sort(found.begin(), found.end());
  return found;
}

// One pass over the posting list of each term, whatever the number of documents.
std::vector<Xapian::docid> MatchedParts::WithAny(const std::vector<std::string>& terms) const {
  if (remote_) return MatchAny(terms);
  std::vector<Xapian::docid> found;
  for (const std::string& term : terms) {
    auto posting = passages_.postlist_begin(term);
    const auto end = passages_.postlist_end(term);
    for (const Xapian::docid document : documents_) {
      if (posting == end) break;
      posting.skip_to(document);
      if (posting != end && *posting == document) found.push_back(document);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool MatchedParts::Holds(const Part& part, const Texts& texts, Xapian::docid document) const {
  const std::u32string& key = part.in_title ? texts.title : texts.all;
  for (const std::u32string& piece : part.pieces) {
    if (key.find(piece) == std::u32string::npos) return false;
  }
  for (const std::string& term : part.terms) {
    if (!IsIndexed(term, part.in_title, document)) return false;
  }
  return std::all_of(part.any.begin(), part.any.end(),
                     [&](const std::vector<Xapian::docid>& documents) {
                       return std::binary_search(documents.begin(), documents.end(), document);
                     });
}

std::vector<std::string> MatchedParts::Of(std::u32string_view passage_key, const std::string& title,
                                          Xapian::docid document,
                                          const std::vector<Span>& loosened) const {
  Texts texts;
  texts.title = PassageKey(title, 0, {});
  // A line break between the two, so that nothing is found across.
  texts.all.reserve(passage_key.size() + 1 + texts.title.size());
  texts.all.append(passage_key).append(U"\n").append(texts.title);
  std::vector<Span> spans = loosened;
  for (const Part& part : parts_) {
    if (!Holds(part, texts, document)) continue;
    spans.insert(spans.end(), part.spans.begin(), part.spans.end());
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
