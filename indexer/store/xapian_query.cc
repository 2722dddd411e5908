// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/xapian_query.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/store/name_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"

namespace yinzheng::store {
namespace {

using Xapian::Query;

// A title says what an article is about, but every passage of the article shares it.
constexpr double kTitleWeight = 0.4;

// Of the words of a very long query only the most telling ones are matched.
constexpr Xapian::termcount kMaxRequiredTerms = 64;

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

// Builds the tree of one query.
class TreeBuilder {
 public:
  TreeBuilder(QueryTarget target, DatabaseHandles& handles) : target_(target), handles_(handles) {}

  Query Build(const CompiledClause& clause) {
    switch (clause.kind) {
      case CompiledClause::Kind::kWords:
        return Words(clause);
      case CompiledClause::Kind::kPhrase:
        return Phrase(clause.phrase, TitlePrefix(clause));
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
      case CompiledClause::Kind::kNot:
        return And(clause);
    }
    return MatchNothing();
  }

 private:
  // Titles are indexed apart for passages; a fact has its words in one place.
  std::string_view TitlePrefix(const CompiledClause& clause) const {
    return clause.in_title && target_ != QueryTarget::kFacts ? prefix::kTitle : std::string_view();
  }

  Query Words(const CompiledClause& clause) const {
    std::vector<Query> required;
    std::vector<Query> ranking;
    for (const QueryTerm& term : clause.terms) {
      (term.required ? required : ranking).push_back(Weighted(term, clause));
    }
    if (required.empty()) return AnyOf(ranking);
    const Query matching =
        required.size() <= kMaxRequiredTerms
            ? AnyOf(required)
            : Query(Query::OP_ELITE_SET, required.begin(), required.end(), kMaxRequiredTerms);
    return ranking.empty() ? matching : Query(Query::OP_AND_MAYBE, matching, AnyOf(ranking));
  }

  Query Weighted(const QueryTerm& term, const CompiledClause& clause) const {
    const std::string_view prefix = TitlePrefix(clause);
    Query text = Scaled(Query(Term(prefix, term.term)), term.weight);
    if (target_ != QueryTarget::kPassages || !prefix.empty() || !term.required) return text;
    return Query(Query::OP_OR, text,
                 Scaled(Query(Term(prefix::kTitle, term.term)), term.weight * kTitleWeight));
  }

  // Runs without a break in them are exact phrases; across a break (punctuation inside the
  // quotation) the last term of one run and the first of the next must stand in order and near. The
  // pairs of characters, as a filter, spare the positions of most candidates from being read.
  static Query Phrase(const CompiledPhrase& phrase, std::string_view prefix) {
    std::vector<Query> parts;
    std::vector<Query> run;
    for (size_t i = 0; i < phrase.terms.size(); ++i) {
      const Query term(Term(prefix, phrase.terms[i].term));
      if (i > 0 && phrase.terms[i].offset != phrase.terms[i - 1].offset + 1) {
        parts.push_back(Run(run));
        const uint32_t window = phrase.terms[i].offset - phrase.terms[i - 1].offset + 1;
        const Query pair[] = {run.back(), term};
        parts.push_back(
            Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_PHRASE, pair, pair + 2, window), 0.0));
        run.clear();
      }
      run.push_back(term);
    }
    parts.push_back(Run(run));
    std::vector<Query> filters;
    for (const std::string& bigram : phrase.bigrams) filters.push_back(Query(Term(prefix, bigram)));
    Query exact(Query::OP_AND, parts.begin(), parts.end());
    if (filters.empty()) return exact;
    return Query(Query::OP_FILTER, exact, Query(Query::OP_AND, filters.begin(), filters.end()));
  }

  static Query Run(const std::vector<Query>& terms) {
    if (terms.size() == 1) return terms.front();
    return Query(Query::OP_PHRASE, terms.begin(), terms.end(),
                 static_cast<Xapian::termcount>(terms.size()));
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

  Query Or(const CompiledClause& clause) {
    std::vector<Query> queries;
    for (const CompiledClause& child : clause.children) queries.push_back(Build(child));
    return AnyOf(queries);
  }

  Query And(const CompiledClause& clause) {
    std::vector<Query> fields;  // True of all passages of an article alike.
    std::vector<Query> texts;
    std::vector<Query> excluded;
    std::vector<Query> wanted;  // Words beside a phrase: they rank.
    const bool has_phrase = HasPhrase(clause);
    for (const CompiledClause& child : clause.children) {
      if (child.kind == CompiledClause::Kind::kNot) {
        for (const CompiledClause& inner : child.children) excluded.push_back(Build(inner));
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

  static bool IsField(const CompiledClause& clause) {
    return clause.in_title || clause.kind == CompiledClause::Kind::kOutlet ||
           clause.kind == CompiledClause::Kind::kAuthor ||
           clause.kind == CompiledClause::Kind::kEntity;
  }

  // Whoever quotes has said what must be there. The words beside it are mostly the rest of a
  // question (「昌平站」在哪一年动工), of which an article need not have any.
  static bool HasPhrase(const CompiledClause& clause) {
    return std::any_of(clause.children.begin(), clause.children.end(), [](const auto& child) {
      return child.kind == CompiledClause::Kind::kPhrase && !child.in_title;
    });
  }

  // Conditions of an article may hold in different passages of it: found are passages that meet any
  // of them, or have a word wanted, of articles that meet all. Where that would be too many
  // articles, one passage has to meet them all.
  Query AllTexts(const std::vector<Query>& texts, const std::vector<Query>& wanted) {
    Query in_one_passage(Query::OP_AND, texts.begin(), texts.end());
    if (!wanted.empty()) {
      in_one_passage = Query(Query::OP_AND_MAYBE, in_one_passage, AnyOf(wanted));
    }
    const bool single = texts.size() == 1 && wanted.empty();
    if (single || target_ != QueryTarget::kPassages) return in_one_passage;
    Query articles = MatchAll();
    // What is compiled later is restricted by what the earlier conditions left.
    for (const Query& text : texts) {
      const std::optional<std::vector<std::string>> found = Articles(Restricted(text, articles));
      if (!found) return in_one_passage;
      articles = Query(Query::OP_OR, found->begin(), found->end());
    }
    std::vector<Query> any = texts;
    any.insert(any.end(), wanted.begin(), wanted.end());
    return Query(Query::OP_FILTER, AnyOf(any), articles);
  }

  // The passages of all articles that `query` matches a passage of; `query` itself if those are too
  // many.
  Query WholeArticles(const Query& query) const {
    if (target_ != QueryTarget::kPassages) return query;
    const std::optional<std::vector<std::string>> found = Articles(query);
    return found ? Query(Query::OP_OR, found->begin(), found->end()) : query;
  }

  // The terms of the articles that `query` matches a passage of, unless there are more than
  // kMaxArticles.
  std::optional<std::vector<std::string>> Articles(const Query& query) const {
    Xapian::Enquire enquire(handles_.passages);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_collapse_key(slot::kArticleNumber, 1);
    const Xapian::MSet matches = enquire.get_mset(0, kMaxArticles + 1);
    if (matches.size() > kMaxArticles) return std::nullopt;
    std::vector<std::string> terms;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const std::string name = match.get_document().get_value(slot::kTieBreak);
      terms.push_back(Term(prefix::kArticle, IdPart(name.substr(0, name.find('\0')))));
    }
    return terms;
  }

  QueryTarget target_;
  DatabaseHandles& handles_;
};

}  // namespace

Query ToXapian(const CompiledQuery& query, QueryTarget target, DatabaseHandles& handles) {
  if (query.MatchesEverything()) return MatchAll();
  return TreeBuilder(target, handles).Build(query.root);
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
