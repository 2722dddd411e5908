// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/index_sampler.h"

#include <algorithm>

#include "indexer/base/status_macros.h"
#include "indexer/text/shape_variants.h"
#include "indexer/text/unicode.h"

namespace yinzheng::bench {
namespace {

constexpr int kPages = 20;

}  // namespace

absl::Status IndexSampler::Read(const client::Client& client) {
  v1::ListArticlesRequest articles;
  articles.set_view(v1::ARTICLE_VIEW_FULL);
  articles.set_page_size(100);
  v1::ListEntitiesRequest entities;
  entities.set_page_size(100);
  v1::SearchFactsRequest facts;
  facts.set_page_size(500);
  for (int page = 0; page < kPages; ++page) {
    YZ_ASSIGN_OR_RETURN(const v1::ListArticlesResponse more, client.ListArticles(articles));
    articles_.insert(articles_.end(), more.articles().begin(), more.articles().end());
    YZ_ASSIGN_OR_RETURN(const v1::ListEntitiesResponse named, client.ListEntities(entities));
    entities_.insert(entities_.end(), named.entities().begin(), named.entities().end());
    YZ_ASSIGN_OR_RETURN(const v1::SearchFactsResponse stated, client.SearchFacts(facts));
    facts_.insert(facts_.end(), stated.facts().begin(), stated.facts().end());
    articles.set_page_token(more.next_page_token());
    entities.set_page_token(named.next_page_token());
    facts.set_page_token(stated.next_page_token());
    if (articles.page_token().empty() || entities.page_token().empty() ||
        facts.page_token().empty()) {
      break;
    }
  }
  for (const v1::Article& article : articles_) bodies_.push_back(text::DecodeUtf8(article.body()));
  if (!articles_.empty() && !entities_.empty() && !facts_.empty()) return absl::OkStatus();
  return absl::FailedPreconditionError("the index has no articles, entities or facts to ask for");
}

std::string IndexSampler::Words(size_t size) {
  const std::u32string& body = Pick(bodies_);
  const size_t start = Number(std::max<size_t>(1, body.size()));
  return text::EncodeUtf8(body.substr(start, size));
}

std::string IndexSampler::Characters(size_t size) {
  // Bodies without such a run are possible, an index of nothing else is not.
  constexpr int kTries = 10000;
  for (int i = 0; i < kTries; ++i) {
    const std::u32string& body = Pick(bodies_);
    if (body.size() <= size) continue;
    const std::u32string piece = body.substr(Number(body.size() - size), size);
    if (std::all_of(piece.begin(), piece.end(), text::IsHan)) return text::EncodeUtf8(piece);
  }
  return Words(size);
}

}  // namespace yinzheng::bench
