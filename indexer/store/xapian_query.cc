// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/xapian_query.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/store/name_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_match.h"
#include "indexer/store/term_frequencies.h"
#include "indexer/store/terms.h"
#include "indexer/store/text_terms.h"

namespace yinzheng::store {
namespace {

using Xapian::Query;

// A title says what an article is about, but every passage of the article shares it.
constexpr double kTitleWeight = 0.4;

// Of the words of a very long query only the most telling ones are matched.
constexpr size_t kMaxRequiredTerms = 64;

// Conditions of one query that are worked out to the articles that meet them: each is a search.
constexpr int kMaxArticleConditions = 16;

// Articles that one condition is worked out for beforehand.
constexpr Xapian::doccount kMaxArticles = 2000;

Query MatchNothing() { return Query(); }

Query AnyOf(const std::vector<Query>& queries) {
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Query Scaled(const Query& query, double weight) {
  return weight == 1.0 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight);
}

Query Filter(const std::string& term) { return Query(Query::OP_SCALE_WEIGHT, Query(term), 0.0); }

Query AnyFilter(const std::vector<std::string>& terms) {
  return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, terms.begin(), terms.end()), 0.0);
}

// What is matched one after the other, where any match will do. Shards elsewhere end such a match
// early each for itself, and all at a time.
std::vector<Xapian::Database> OneByOne(QueryTarget target, const DatabaseHandles& handles) {
  if (target == QueryTarget::kFacts) {
    return handles.remote ? std::vector{handles.facts} : handles.fact_shards.Present();
  }
  return handles.remote ? std::vector{handles.passages} : handles.passage_shards.Present();
}

// Builds the tree of one query.
class TreeBuilder {
 public:
  TreeBuilder(const CompiledQuery& query, QueryTarget target, DatabaseHandles& handles,
              QueryNotes* notes)
      : target_(target),
        handles_(handles),
        may_loosen_(notes != nullptr),
        shards_(OneByOne(target, handles)),
        phrases_(target == QueryTarget::kFacts ? handles.facts : handles.passages, shards_,
                 query.text, notes == nullptr ? unread_notes_ : *notes) {}

  Query Build(const CompiledClause& clause) {  // NOLINT(misc-no-recursion): as deep as the query.
    switch (clause.kind) {
      case CompiledClause::Kind::kWords:
        return Words(clause);
      case CompiledClause::Kind::kPhrase:
        if (clause.in_title) return TitlePhrase(clause.phrase);
        return may_loosen_ ? phrases_.PhraseOrInside(clause.phrase, "")
                           : phrases_.Phrase(clause.phrase, "");
      case CompiledClause::Kind::kNear:
        return phrases_.Near(clause, "");
      case CompiledClause::Kind::kNumbers:
        return target_ == QueryTarget::kFacts ? MatchAll() : phrases_.Numbers(clause);
      case CompiledClause::Kind::kDays:
        return Query(Query::OP_SCALE_WEIGHT, WithinDays(clause.days.earliest, clause.days.latest),
                     0.0);
      case CompiledClause::Kind::kOutlet:
        return target_ == QueryTarget::kFacts
                   ? MatchAll()
                   : Filter(Term(prefix::kOutlet, NameKey(clause.value)));
      case CompiledClause::Kind::kAuthor:
        return target_ == QueryTarget::kFacts
                   ? MatchAll()
                   : Filter(Term(prefix::kAuthor, NameKey(clause.value)));
      case CompiledClause::Kind::kEntity:
        return Entity(clause.value);
      case CompiledClause::Kind::kOr:
        return Or(clause);
      case CompiledClause::Kind::kAnd:
        return And(clause.children);
      case CompiledClause::Kind::kNot:  // Alone, as an alternative.
        return And({clause});
    }
    return MatchNothing();
  }

 private:
  // Titles are indexed apart for passages; a fact has its words in one place.
  std::string_view TitlePrefix(const CompiledClause& clause) const {
    return clause.in_title && target_ != QueryTarget::kFacts ? prefix::kTitle : std::string_view();
  }

  Query Words(const CompiledClause& clause) const {
    std::vector<const QueryTerm*> terms;
    std::vector<Query> ranking;
    for (const QueryTerm& term : clause.terms) {
      if (term.required) {
        terms.push_back(&term);
      } else {
        ranking.push_back(Weighted(term, clause));
      }
    }
    if (terms.size() > kMaxRequiredTerms) KeepMostTelling(clause, terms);
    std::vector<Query> required;
    for (const QueryTerm* term : terms) required.push_back(Weighted(*term, clause));
    if (required.empty()) return AnyOf(ranking);
    const Query matching = AnyOf(required);
    return ranking.empty() ? matching : Query(Query::OP_AND_MAYBE, matching, AnyOf(ranking));
  }

  // By weight and rarity in the whole index, the first of equal ones; OP_ELITE_SET would choose in
  // each shard by what is rare there. What no document has is the least telling.
  void KeepMostTelling(const CompiledClause& clause, std::vector<const QueryTerm*>& terms) const {
    const double documents = SearchedDatabase().get_doccount();
    std::vector<std::string> index_terms;
    for (const QueryTerm* term : terms) {
      index_terms.push_back(TextTerm(TitlePrefix(clause), term->term));
      if (SearchesTitlesToo(clause)) {
        index_terms.push_back(TextTerm(prefix::kTitle, term->term));
      }
    }
    const TermFrequencies frequencies(index_terms, SearchedDatabase(), handles_.remote);
    std::vector<std::pair<double, size_t>> told;
    for (size_t i = 0; i < terms.size(); ++i) {
      const double frequency = Frequency(terms[i]->term, clause, frequencies);
      const double rarity = frequency == 0 ? 0 : std::log(1 + documents / frequency);
      told.emplace_back(-terms[i]->weight * rarity, i);
    }
    std::sort(told.begin(), told.end());
    told.resize(kMaxRequiredTerms);
    std::vector<const QueryTerm*> kept;
    for (const auto& [telling, place] : told) kept.push_back(terms[place]);
    terms = std::move(kept);
  }

  // Documents that have the term; where titles are searched beside texts, in either of them.
  double Frequency(const std::string& term, const CompiledClause& clause,
                   const TermFrequencies& frequencies) const {
    const Xapian::doccount frequency = frequencies.Of(TextTerm(TitlePrefix(clause), term));
    if (!SearchesTitlesToo(clause)) return frequency;
    return std::max(frequency, frequencies.Of(TextTerm(prefix::kTitle, term)));
  }

  // Whether words required are looked for in titles as well.
  bool SearchesTitlesToo(const CompiledClause& clause) const {
    return target_ == QueryTarget::kPassages && TitlePrefix(clause).empty();
  }

  const Xapian::Database& SearchedDatabase() const {
    if (target_ == QueryTarget::kFacts) return handles_.facts;
    return target_ == QueryTarget::kArticles ? handles_.articles : handles_.passages;
  }

  Query Weighted(const QueryTerm& term, const CompiledClause& clause) const {
    const std::string_view prefix = TitlePrefix(clause);
    Query text = Scaled(Query(TextTerm(prefix, term.term)), term.weight);
    if (!SearchesTitlesToo(clause) || !term.required) return text;
    return Query(Query::OP_OR, text,
                 Scaled(Query(TextTerm(prefix::kTitle, term.term)), term.weight * kTitleWeight));
  }

  // Passages have the words of their title without places, which only articles keep: the articles
  // that have the phrase are looked up there. Where those are too many, all words of it will do.
  Query TitlePhrase(const CompiledPhrase& phrase) {
    if (target_ == QueryTarget::kFacts) return phrases_.Phrase(phrase, "");
    Query exact = phrases_.Phrase(phrase, prefix::kTitle);
    if (target_ == QueryTarget::kArticles || phrase.terms.size() <= 1) return exact;
    std::vector<Query> words;
    for (const PhraseTerm& term : phrase.terms) {
      words.emplace_back(TextTerm(prefix::kTitle, term.term));
    }
    if (phrase.is_prefix) words.pop_back();  // The beginning of a word, no term.
    const Query all(Query::OP_AND, words.begin(), words.end());
    const std::optional<std::vector<std::string>> found =
        Articles(exact, {handles_.articles}, /*remote=*/false);
    return found ? Query(Query::OP_AND_MAYBE, AnyFilter(*found), all) : all;
  }

  Query Entity(const std::string& reference) const {
    std::vector<std::string> terms;
    for (const std::string& id : EntityIds(reference, handles_)) {
      if (target_ == QueryTarget::kFacts) {
        terms.push_back(Term(prefix::kSubject, id));
        terms.push_back(Term(prefix::kObject, id));
      } else {
        terms.push_back(Term(prefix::kEntity, id));
      }
    }
    return terms.empty() ? MatchNothing() : AnyFilter(terms);
  }

  Query Or(const CompiledClause& clause) {  // NOLINT(misc-no-recursion)
    const bool may_loosen = std::exchange(may_loosen_, false);
    std::vector<Query> queries;
    for (const CompiledClause& child : clause.children) queries.push_back(Build(child));
    may_loosen_ = may_loosen;
    return AnyOf(queries);
  }

  // What no passage of an article found may have.
  void AddExcluded(const CompiledClause& clause, std::vector<Query>& excluded) {
    const bool may_loosen = std::exchange(may_loosen_, false);
    for (const CompiledClause& inner : clause.children) excluded.push_back(Build(inner));
    may_loosen_ = may_loosen;
  }

  Query And(const std::vector<CompiledClause>& clauses) {  // NOLINT(misc-no-recursion)
    std::vector<Query> fields;  // True of all passages of an article alike.
    std::vector<Query> texts;
    std::vector<Query> excluded;
    std::vector<Query> wanted;  // Words beside a phrase or what a + asks for: they rank.
    const bool has_phrase = HasPhrase(clauses);
    for (const CompiledClause& child : clauses) {
      if (child.kind == CompiledClause::Kind::kNot) {
        AddExcluded(child, excluded);
      } else if (IsField(child)) {
        fields.push_back(Build(child));
      } else {
        const bool ranks = has_phrase && child.kind == CompiledClause::Kind::kWords;
        (ranks ? wanted : texts).push_back(Build(child));
      }
    }
    if (!texts.empty()) fields.push_back(AllTexts(texts, wanted));
    const Query all =
        fields.empty() ? MatchAll() : Query(Query::OP_AND, fields.begin(), fields.end());
    return excluded.empty() ? all : Query(Query::OP_AND_NOT, all, WholeArticles(AnyOf(excluded)));
  }

  // True or false of all passages of an article alike.
  static bool IsField(const CompiledClause& clause) {  // NOLINT(misc-no-recursion)
    switch (clause.kind) {
      case CompiledClause::Kind::kDays:
      case CompiledClause::Kind::kOutlet:
      case CompiledClause::Kind::kAuthor:
      case CompiledClause::Kind::kEntity:
        return true;
      case CompiledClause::Kind::kOr:
      case CompiledClause::Kind::kAnd:
        return std::all_of(clause.children.begin(), clause.children.end(), IsField);
      default:
        return clause.in_title;
    }
  }

  // Whoever quotes, or sets a + or AND, has said what must be there. The words beside it are mostly
  // the rest of a question (「昌平站」在哪一年动工), of which an article need not have any.
  // NOLINTNEXTLINE(misc-no-recursion): as deep as the query.
  static bool HasPhrase(const std::vector<CompiledClause>& clauses) {
    return std::any_of(clauses.begin(), clauses.end(), [](const CompiledClause& child) {
      if (child.kind == CompiledClause::Kind::kAnd) return HasPhrase(child.children);
      return child.kind == CompiledClause::Kind::kPhrase && !child.in_title;
    });
  }

  // Conditions of an article may hold in different passages of it: found are passages that meet any
  // of them, or have a word wanted, of articles that meet all. Where that would be too many
  // articles, one passage has to meet them all. Conditions past the first kMaxArticleConditions of
  // a query have to hold in the passage found.
  Query AllTexts(const std::vector<Query>& texts, const std::vector<Query>& wanted) {
    Query in_one_passage(Query::OP_AND, texts.begin(), texts.end());
    if (!wanted.empty()) {
      in_one_passage = Query(Query::OP_AND_MAYBE, in_one_passage, AnyOf(wanted));
    }
    const bool single = texts.size() == 1 && wanted.empty();
    if (single || target_ != QueryTarget::kPassages) return in_one_passage;
    Query articles = MatchAll();
    // What is compiled later is restricted by what the earlier conditions left.
    auto text = texts.begin();
    for (; text != texts.end() && article_conditions_ < kMaxArticleConditions; ++text) {
      ++article_conditions_;
      const std::optional<std::vector<std::string>> found =
          Articles(Restricted(*text, articles), shards_, handles_.remote);
      if (!found) return in_one_passage;
      articles = Query(Query::OP_OR, found->begin(), found->end());
    }
    std::vector<Query> any = texts;
    any.insert(any.end(), wanted.begin(), wanted.end());
    const Query matching(Query::OP_FILTER, AnyOf(any), articles);
    return text == texts.end()
               ? matching
               : Query(Query::OP_FILTER, matching, Query(Query::OP_AND, text, texts.end()));
  }

  // The passages of all articles that `query` matches a passage of; `query` itself if those are too
  // many.
  Query WholeArticles(const Query& query) const {
    if (target_ != QueryTarget::kPassages) return query;
    const std::optional<std::vector<std::string>> found = Articles(query, shards_, handles_.remote);
    return found ? Query(Query::OP_OR, found->begin(), found->end()) : query;
  }

  // The terms of the articles that `query` matches, or matches a passage of, unless there are more
  // than kMaxArticles.
  static std::optional<std::vector<std::string>> Articles(
      const Query& query, const std::vector<Xapian::Database>& shards, bool remote) {
    const std::optional<std::vector<std::string>> names =
        FirstValues(query, {slot::kArticleNumber, slot::kTieBreak, remote}, kMaxArticles, shards);
    if (!names) return std::nullopt;
    std::vector<std::string> terms;
    for (const std::string& name : *names) {
      terms.push_back(Term(prefix::kArticle, IdPart(name.substr(0, name.find('\0')))));
    }
    return terms;
  }

  QueryTarget target_;
  DatabaseHandles& handles_;
  bool may_loosen_;
  const std::vector<Xapian::Database> shards_;  // Of the target, to be matched one by one.
  QueryNotes unread_notes_;
  PhraseTree phrases_;
  int article_conditions_ = 0;
};

}  // namespace

Query ToXapian(const CompiledQuery& query, QueryTarget target, DatabaseHandles& handles,
               QueryNotes* notes) {
  if (query.MatchesEverything()) return MatchAll();
  return TreeBuilder(query, target, handles, notes).Build(query.root);
}

Query MatchAll() { return Query(std::string()); }

bool IsMatchAll(const Query& query) { return query.get_type() == Query::LEAF_MATCH_ALL; }

Query Restricted(const Query& query, const Query& filter) {
  if (IsMatchAll(filter)) return query;
  if (IsMatchAll(query)) return Query(Query::OP_SCALE_WEIGHT, filter, 0.0);
  return Query(Query::OP_FILTER, query, filter);
}

std::vector<std::string> EntityIds(std::string_view reference, DatabaseHandles& handles) {
  if (const absl::StatusOr<std::string> id = IdOf("entities", reference); id.ok()) return {*id};
  std::vector<std::string> ids;
  const std::string term = Term(prefix::kNameKey, NameKey(reference));
  for (auto posting = handles.entities.postlist_begin(term);
       posting != handles.entities.postlist_end(term); ++posting) {
    const std::string name = handles.entities.get_document(*posting).get_value(slot::kTieBreak);
    ids.emplace_back(IdPart(name));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace yinzheng::store
