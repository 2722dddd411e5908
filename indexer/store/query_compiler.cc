// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/query_compiler.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/phrase_compiler.h"
#include "indexer/store/query_stop_words.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::IndexToken;
using text::Span;
using text::TokenKind;

// A query text, analysed: its tokens and the words and stop words among them.
struct AnalyzedWords {
  std::vector<IndexToken> tokens;
  std::set<Span> words;          // Dictionary words.
  std::vector<Span> stop_words;  // In order.
};

bool IsInside(Span span, const std::vector<Span>& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](Span place) { return place.contains(span); });
}

bool Touches(Span span, const std::vector<Span>& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](Span place) { return place.overlaps(span) && !span.contains(place); });
}

bool IsPart(Span span, const std::vector<Span>& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](Span place) { return place != span && place.contains(span); });
}

bool IsDateOrPercent(const IndexToken& token) {
  return token.kind == TokenKind::kNumber && token.term.find_first_of("-%") != std::string::npos;
}

// Spans of a part of the query become spans of the query.
void Shift(uint32_t by, std::vector<IndexToken>& tokens) {
  for (IndexToken& token : tokens) token.span = {token.span.begin + by, token.span.end + by};
}

// Whether two conditions ask for the same in the same words, wherever they stand.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the query.
bool SaysTheSame(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.field == b.field && a.text == b.text && a.distance == b.distance &&
         a.is_prefix == b.is_prefix && a.days == b.days && a.numbers == b.numbers &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                    SaysTheSame);
}

// A condition that is repeated, as in pasted text, is worked out once.
bool IsRepeated(const QueryNode& node, const std::vector<const QueryNode*>& before) {
  return std::any_of(before.begin(), before.end(),
                     [&](const QueryNode* other) { return SaysTheSame(node, *other); });
}

yinzheng::v1::Warning MakeWarning(yinzheng::v1::WarningCode code, std::string message,
                                  std::string subject) {
  yinzheng::v1::Warning warning;
  warning.set_code(code);
  warning.set_message(std::move(message));
  warning.set_subject(std::move(subject));
  return warning;
}

}  // namespace

class QueryCompiler::Impl {
 public:
  Impl(const text::Analyzer& analyzer, const text::Segmenter& segmenter,
       const QueryCompilerOptions& options, QueryStopWords stop_words)
      : analyzer_(analyzer),
        segmenter_(segmenter),
        options_(options),
        stop_words_(std::move(stop_words)) {}

  CompiledQuery Compile(const ParsedQuery& parsed) const {
    CompiledQuery query;
    query.text = parsed.text;
    query.warnings = parsed.warnings;
    std::vector<const QueryNode*> words;
    std::vector<const QueryNode*> conditions;
    SortOut(parsed.root, words, conditions);
    for (const QueryNode* condition : conditions) {
      AddClause(CompileCondition(*condition), query.root);
    }
    if (!words.empty()) AddClause(CompileWords(words, query), query.root);
    DropEmpty(query);
    WarnOfCutPhrases(query.root, query);
    return query;
  }

 private:
  static void AddClause(CompiledClause clause, CompiledClause& parent) {
    parent.children.push_back(std::move(clause));
  }

  static void WarnIfCut(const CompiledPhrase& phrase, CompiledQuery& query) {
    if (!phrase.is_cut) return;
    query.warnings.push_back(MakeWarning(yinzheng::v1::WARNING_CODE_REDUCED,
                                         absl::StrCat("a phrase was searched by its first ",
                                                      kMaxPhraseTerms, " characters and words"),
                                         text::EncodeUtf8(text::Slice(query.text, phrase.span))));
  }

  // NOLINTNEXTLINE(misc-no-recursion): as deep as the query.
  static void WarnOfCutPhrases(const CompiledClause& clause, CompiledQuery& query) {
    WarnIfCut(clause.phrase, query);
    for (const CompiledPhrase& side : clause.near) WarnIfCut(side, query);
    for (const CompiledClause& child : clause.children) WarnOfCutPhrases(child, query);
  }

  // Groups that stand alone are conditions side by side, and words rank with all others.
  // NOLINTNEXTLINE(misc-no-recursion): as deep as the query.
  static void SortOut(const QueryNode& all, std::vector<const QueryNode*>& words,
                      std::vector<const QueryNode*>& conditions) {
    for (const QueryNode& node : all.children) {
      if (node.kind == QueryNodeKind::kWords) {
        words.push_back(&node);
      } else if (node.kind == QueryNodeKind::kAll) {
        SortOut(node, words, conditions);
      } else if (!IsRepeated(node, conditions)) {
        conditions.push_back(&node);
      }
    }
  }

  static bool IsEmpty(const CompiledClause& clause) {
    switch (clause.kind) {
      case CompiledClause::Kind::kWords:
        return clause.terms.empty();
      case CompiledClause::Kind::kPhrase:
        return clause.phrase.terms.empty();
      case CompiledClause::Kind::kNear:
        return clause.near.empty();
      case CompiledClause::Kind::kNumbers:
      case CompiledClause::Kind::kDays:
        return false;
      case CompiledClause::Kind::kOr:
      case CompiledClause::Kind::kAnd:
      case CompiledClause::Kind::kNot:
        return clause.children.empty();
      default:
        return clause.value.empty();
    }
  }

  // Conditions of nothing but punctuation say nothing.
  static void DropEmpty(CompiledQuery& query) {
    std::vector<CompiledClause>& children = query.root.children;
    const auto empty = std::remove_if(children.begin(), children.end(), IsEmpty);
    if (empty == children.end()) return;
    children.erase(empty, children.end());
    query.warnings.push_back(
        MakeWarning(yinzheng::v1::WARNING_CODE_IGNORED,
                    "a condition without letters, characters or digits was left out", ""));
  }

  // Words under an operator match as written, not wherever a part of them occurs.
  CompiledClause CompileCondition(const QueryNode& node) const {  // NOLINT(misc-no-recursion)
    CompiledClause clause;
    clause.span = node.span;
    switch (node.kind) {
      case QueryNodeKind::kWords:
      case QueryNodeKind::kPhrase:
      case QueryNodeKind::kPrefix:
        return CompilePhrase(node);
      case QueryNodeKind::kField:
        return CompileField(node);
      case QueryNodeKind::kDays:
        clause.kind = CompiledClause::Kind::kDays;
        clause.days = node.days;
        return clause;
      case QueryNodeKind::kNumbers:
        clause.kind = CompiledClause::Kind::kNumbers;
        clause.numbers = node.numbers;
        return clause;
      case QueryNodeKind::kNear:
        return CompileNear(node);
      case QueryNodeKind::kNot:
        clause.kind = CompiledClause::Kind::kNot;
        break;
      case QueryNodeKind::kOr:
        clause.kind = CompiledClause::Kind::kOr;
        break;
      case QueryNodeKind::kMust:
        return CompileCondition(node.children.front());
      case QueryNodeKind::kAll:
        break;
    }
    std::vector<const QueryNode*> conditions;
    for (const QueryNode& child : node.children) {
      if (IsRepeated(child, conditions)) continue;
      conditions.push_back(&child);
      CompiledClause inner = CompileCondition(child);
      if (!IsEmpty(inner)) clause.children.push_back(std::move(inner));
    }
    return clause;
  }

  CompiledClause CompileField(const QueryNode& node) const {
    CompiledClause clause;
    if (node.field == QueryField::kTitle) {
      clause = CompilePhrase(node);
      clause.in_title = true;
      return clause;
    }
    clause.kind = node.field == QueryField::kOutlet   ? CompiledClause::Kind::kOutlet
                  : node.field == QueryField::kAuthor ? CompiledClause::Kind::kAuthor
                                                      : CompiledClause::Kind::kEntity;
    clause.value = node.text;
    return clause;
  }

  CompiledClause CompilePhrase(const QueryNode& node) const {
    CompiledClause clause;
    clause.kind = CompiledClause::Kind::kPhrase;
    const bool is_prefix = node.kind == QueryNodeKind::kPrefix || node.is_prefix;
    const std::u32string text = text::DecodeUtf8(node.text);
    clause.phrase = is_prefix ? MakePrefix(analyzer_, text) : MakePhrase(analyzer_, text);
    clause.phrase.span = node.span;
    return clause;
  }

  // One side alone is a phrase.
  CompiledClause CompileNear(const QueryNode& node) const {
    CompiledClause clause;
    clause.kind = CompiledClause::Kind::kNear;
    clause.distance = node.distance;
    for (const QueryNode& child : node.children) {
      CompiledClause side = CompilePhrase(child);
      if (!IsEmpty(side)) clause.near.push_back(std::move(side.phrase));
    }
    if (clause.near.size() != 1) return clause;
    clause.kind = CompiledClause::Kind::kPhrase;
    clause.phrase = std::move(clause.near.front());
    clause.near.clear();
    return clause;
  }

  AnalyzedWords Analyze(const QueryNode& node) const {
    const std::u32string text = text::DecodeUtf8(node.text);
    AnalyzedWords analyzed;
    analyzed.tokens = analyzer_.Analyze(text);
    Shift(node.span.begin, analyzed.tokens);
    const text::FoldedText folded = text::FoldCharacters(text);
    for (const Span word : segmenter_.CutForSearch(folded.key)) {
      const Span source = folded.ToSource(word);
      const Span place = {source.begin + node.span.begin, source.end + node.span.begin};
      analyzed.words.insert(place);
      if (stop_words_.IsWord(text::Slice(folded.key, word))) analyzed.stop_words.push_back(place);
    }
    return analyzed;
  }

  CompiledClause CompileWords(const std::vector<const QueryNode*>& nodes,
                              CompiledQuery& query) const {
    std::vector<AnalyzedWords> parts;
    for (const QueryNode* node : nodes) parts.push_back(Analyze(*node));
    CompiledClause clause = WordsOf(parts, /*drop_stop_words=*/true);
    if (clause.terms.empty()) clause = WordsOf(parts, /*drop_stop_words=*/false);
    if (clause.terms.size() > options_.max_terms) {
      clause.terms.resize(options_.max_terms);
      query.warnings.push_back(MakeWarning(
          yinzheng::v1::WARNING_CODE_REDUCED,
          absl::StrCat("the query was ranked by its first ", options_.max_terms, " terms"), ""));
    }
    return clause;
  }

  CompiledClause WordsOf(const std::vector<AnalyzedWords>& parts, bool drop_stop_words) const {
    CompiledClause clause;
    clause.kind = CompiledClause::Kind::kWords;
    absl::flat_hash_map<std::string, size_t> index;
    for (const AnalyzedWords& part : parts) {
      for (QueryTerm& term : TermsOf(part, drop_stop_words)) {
        const auto [place, fresh] = index.try_emplace(term.term, clause.terms.size());
        if (fresh) {
          clause.terms.push_back(std::move(term));
        } else {
          clause.terms[place->second].weight += term.weight;
          clause.terms[place->second].required |= term.required;
        }
      }
    }
    const bool any_required = std::any_of(clause.terms.begin(), clause.terms.end(),
                                          [](const QueryTerm& term) { return term.required; });
    if (any_required) return clause;
    for (QueryTerm& term : clause.terms) term.required = true;
    return clause;
  }

  std::vector<QueryTerm> TermsOf(const AnalyzedWords& part, bool drop_stop_words) const {
    std::vector<const IndexToken*> kept;
    for (const IndexToken& token : part.tokens) {
      if (!drop_stop_words || !IsDropped(token, part.stop_words)) kept.push_back(&token);
    }
    std::vector<Span> longer;  // What a single character may be a part of.
    std::vector<Span> values;  // Dates and percentages; their own parts only rank.
    for (const IndexToken* token : kept) {
      const bool matches = part.words.contains(token->span) || !HasFunctionCharacter(*token);
      if (token->length > 1 && matches) longer.push_back(token->span);
      if (IsDateOrPercent(*token)) values.push_back(token->span);
    }
    std::vector<QueryTerm> terms;
    for (const IndexToken* token : kept) {
      const bool is_part = (token->length == 1 && IsInside(token->span, longer)) ||
                           (token->kind == TokenKind::kNumber && IsPart(token->span, values));
      const bool is_word = part.words.contains(token->span);
      QueryTerm term;
      term.term = token->term;
      term.kind = token->kind;
      term.span = token->span;
      term.weight = WeightOf(*token, is_word, is_part);
      term.required = !is_part && (is_word || !HasFunctionCharacter(*token));
      terms.push_back(std::move(term));
    }
    return terms;
  }

  bool IsDropped(const IndexToken& token, const std::vector<Span>& stop_words) const {
    if (IsInside(token.span, stop_words) || Touches(token.span, stop_words)) return true;
    const bool gram = token.kind == TokenKind::kUnigram || token.kind == TokenKind::kBigram;
    return gram && stop_words_.AllFunctionCharacters(text::DecodeUtf8(token.term));
  }

  // A pair such as 的人 ranks, but alone it makes no match; 大会 is a word and does.
  bool HasFunctionCharacter(const IndexToken& token) const {
    if (token.kind != TokenKind::kBigram) return false;
    const std::u32string term = text::DecodeUtf8(token.term);
    return std::any_of(term.begin(), term.end(),
                       [&](char32_t c) { return stop_words_.IsFunctionCharacter(c); });
  }

  double WeightOf(const IndexToken& token, bool is_word, bool is_part) const {
    const double word = is_word ? options_.word_weight : 0;
    switch (token.kind) {
      case TokenKind::kUnigram:
        return options_.unigram_weight + word;
      case TokenKind::kBigram:
        return options_.bigram_weight + word;
      case TokenKind::kWord:
        return options_.long_word_weight;
      case TokenKind::kLatin:
      case TokenKind::kNumber:
        return is_part ? options_.latin_part_weight : options_.latin_weight;
    }
    return 1;
  }

  const text::Analyzer& analyzer_;
  const text::Segmenter& segmenter_;
  const QueryCompilerOptions options_;
  const QueryStopWords stop_words_;
};

QueryCompiler::QueryCompiler(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
QueryCompiler::~QueryCompiler() = default;

absl::StatusOr<std::unique_ptr<QueryCompiler>> QueryCompiler::Create(
    const text::Analyzer& analyzer, const text::Segmenter& segmenter,
    const QueryCompilerOptions& options) {
  YZ_ASSIGN_OR_RETURN(QueryStopWords stop_words, QueryStopWords::Load());
  return std::unique_ptr<QueryCompiler>(new QueryCompiler(
      std::make_unique<Impl>(analyzer, segmenter, options, std::move(stop_words))));
}

namespace {

ParsedQuery OneNode(std::string_view utf8, QueryNodeKind kind) {
  ParsedQuery query;
  query.text = text::DecodeUtf8(utf8);
  QueryNode node;
  node.kind = kind;
  node.text = text::EncodeUtf8(query.text);
  node.span = {0, static_cast<uint32_t>(query.text.size())};
  query.root.children.push_back(std::move(node));
  return query;
}

}  // namespace

CompiledQuery QueryCompiler::Compile(const ParsedQuery& query) const {
  return impl_->Compile(query);
}

CompiledQuery QueryCompiler::CompileWords(std::string_view utf8) const {
  return impl_->Compile(OneNode(utf8, QueryNodeKind::kWords));
}

CompiledQuery QueryCompiler::CompilePhrase(std::string_view utf8) const {
  CompiledQuery query = impl_->Compile(OneNode(utf8, QueryNodeKind::kPhrase));
  for (CompiledClause& clause : query.root.children) {
    clause.phrase.by_value.clear();
    clause.phrase.loose.clear();
  }
  return query;
}

}  // namespace yinzheng::store
