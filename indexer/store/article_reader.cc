// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/article_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/store/article_lookup.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/name_order.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_query.h"
#include "indexer/store/xapian_status.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using ArticleOr = absl::StatusOr<yinzheng::v1::Article>;

// The document of `articles/…`. kNotFound; kInvalidArgument if it is no such name.
absl::StatusOr<Xapian::Document> Find(const Xapian::Database& articles, std::string_view name) {
  YZ_ASSIGN_OR_RETURN(const std::string id, IdOf("articles", name));
  const std::optional<Xapian::docid> found = FindDocument(articles, Term(prefix::kName, id));
  if (!found) return NoSuchResource(name);
  return articles.get_document(*found);
}

ArticleOr ReadView(const DatabaseHandles& handles, const Xapian::Document& document, bool full) {
  if (!full) return ReadArticleBasic(document);
  YZ_ASSIGN_OR_RETURN(v1::ArticleRecord record, ReadArticle(handles, document));
  return std::move(*record.mutable_article());
}

// Docids of all that a filter admits, in the order of names.
std::vector<Xapian::docid> Admitted(const Xapian::Query& filter, const Xapian::Database& articles,
                                    const NameOrder::Order& order) {
  if (IsMatchAll(filter)) return order.by_rank;
  Xapian::Enquire enquire(articles);
  enquire.set_query(filter);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, articles.get_doccount());
  std::vector<uint32_t> ranks;
  ranks.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    ranks.push_back(order.rank_of[*match]);
  }
  std::sort(ranks.begin(), ranks.end());
  std::vector<Xapian::docid> documents;
  documents.reserve(ranks.size());
  for (const uint32_t rank : ranks) documents.push_back(order.by_rank[rank]);
  return documents;
}

// One article that mentions an entity, and how often.
struct MentioningArticle {
  uint32_t rank = 0;
  Xapian::docid document = 0;
  size_t mentions = 0;
};

std::vector<MentioningArticle> MentioningArticles(const Xapian::Database& articles,
                                                  const std::string& term,
                                                  const NameOrder::Order& order) {
  std::vector<MentioningArticle> found;
  for (auto posting = articles.postlist_begin(term); posting != articles.postlist_end(term);
       ++posting) {
    found.push_back({order.rank_of[*posting], *posting, posting.get_wdf()});
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.rank < b.rank; });
  return found;
}

// Adds the mentions of `entity` in one article from the `skip`-th on.
void AddMentions(const v1::ArticleRecord& record, std::string_view entity, size_t skip,
                 size_t limit, std::vector<yinzheng::v1::Mention>& mentions) {
  for (const yinzheng::v1::Mention& mention : record.mentions()) {
    if (mention.entity() != entity) continue;
    if (skip > 0) {
      --skip;
    } else if (mentions.size() < limit) {
      mentions.push_back(mention);
      mentions.back().set_article(record.article().name());
    }
  }
}

}  // namespace

// For what needs some articles in full: whether their shards are there shows when they are read.
template <typename Function>
auto ArticleReader::UseShard(std::string_view attempt, Function&& function) const {
  MissingShards left_out;
  return pool_.Use(attempt, {.passages = true, .missing = &left_out}, absl::InfiniteFuture(),
                   std::forward<Function>(function));
}

absl::StatusOr<v1::ArticleRecord> ArticleReader::GetArticle(std::string_view name) const {
  return UseShard(
      "read an article", [&](DatabaseHandles& handles) -> absl::StatusOr<v1::ArticleRecord> {
        YZ_ASSIGN_OR_RETURN(const Xapian::Document document, Find(handles.articles, name));
        return ReadArticle(handles, document);
      });
}

ArticleOr ArticleReader::GetArticleBasic(std::string_view name) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("read an article", [&]() -> ArticleOr {
    YZ_ASSIGN_OR_RETURN(const Xapian::Document document, Find(lease->articles, name));
    return ReadArticleBasic(document);
  });
}

absl::StatusOr<yinzheng::v1::Passage> ArticleReader::GetPassage(std::string_view name) const {
  return UseShard("read a passage",
                  [&](DatabaseHandles& handles) { return ReadPassage(handles, name); });
}

absl::StatusOr<Listed<yinzheng::v1::Article>> ArticleReader::List(const FilterNode& filter,
                                                                  Page page, bool full) const {
  using Articles = Listed<yinzheng::v1::Article>;
  const auto list = [&](DatabaseHandles& handles) -> absl::StatusOr<Articles> {
    YZ_ASSIGN_OR_RETURN(const Xapian::Query query,
                        FilterToXapian(filter, QueryTarget::kArticles, handles));
    const std::vector<Xapian::docid> documents =
        Admitted(query, handles.articles, *order_.Get(handles.articles));
    Articles listed;
    listed.total = documents.size();
    for (size_t i = page.offset; i < documents.size() && listed.items.size() < page.limit; ++i) {
      YZ_ASSIGN_OR_RETURN(yinzheng::v1::Article article,
                          ReadView(handles, handles.articles.get_document(documents[i]), full));
      listed.items.push_back(std::move(article));
    }
    return listed;
  };
  if (full) return UseShard("list articles", list);
  return pool_.Use("list articles", {}, absl::InfiniteFuture(), list);
}

absl::StatusOr<Listed<yinzheng::v1::Mention>> ArticleReader::Mentions(std::string_view entity,
                                                                      std::string_view article,
                                                                      Page page) const {
  YZ_ASSIGN_OR_RETURN(const std::string id, IdOf("entities", entity));
  if (!article.empty()) YZ_RETURN_IF_ERROR(IdOf("articles", article).status());
  using Mentions = Listed<yinzheng::v1::Mention>;
  return UseShard("list mentions", [&](DatabaseHandles& handles) -> absl::StatusOr<Mentions> {
    const Xapian::Database& articles = handles.articles;
    std::vector<MentioningArticle> found =
        MentioningArticles(articles, Term(prefix::kEntity, id), *order_.Get(articles));
    if (!article.empty()) {
      const auto only = FindDocument(articles, Term(prefix::kName, IdPart(article)));
      std::erase_if(found, [&](const MentioningArticle& candidate) {
        return !only || candidate.document != *only;
      });
    }
    Mentions listed;
    for (const MentioningArticle& candidate : found) {
      const size_t first = listed.total;
      listed.total += candidate.mentions;
      if (listed.total <= page.offset || listed.items.size() >= page.limit) continue;
      YZ_ASSIGN_OR_RETURN(const v1::ArticleRecord record,
                          ReadArticle(handles, articles.get_document(candidate.document)));
      AddMentions(record, entity, page.offset > first ? page.offset - first : 0, page.limit,
                  listed.items);
    }
    return listed;
  });
}

absl::Status ArticleReader::ForEach(
    const std::function<absl::Status(const v1::ArticleRecord&)>& visit) const {
  const auto read = [&](DatabaseHandles& handles) {
    return VisitByName(handles.articles, [&](const Xapian::Document& document) -> absl::Status {
      YZ_ASSIGN_OR_RETURN(const v1::ArticleRecord record, ReadArticle(handles, document));
      return visit(record);
    });
  };
  return pool_.Use("read all articles", {.passages = true, .once = true}, absl::InfiniteFuture(),
                   read);
}

}  // namespace yinzheng::store
