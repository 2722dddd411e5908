// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/testing/query_probe.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "indexer/store/highlighter.h"
#include "indexer/store/query_parser.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store::testing {
namespace {

template <typename T>
T OrDie(absl::StatusOr<T> result) {
  if (result.ok()) return *std::move(result);
  std::fprintf(stderr, "query probe: %s\n", result.status().ToString().c_str());
  std::abort();
}

}  // namespace

QueryProbe::QueryProbe(const std::vector<ProbeArticle>& articles,
                       const std::vector<yinzheng::v1::Entity>& entities) {
  for (const yinzheng::v1::Entity& entity : entities) index_.AddEntity(entity);
  for (const ProbeArticle& source : articles) {
    v1::ArticleRecord record = MakeArticle("articles/" + source.id, source.title, source.body);
    record.mutable_article()->set_outlet(source.outlet);
    record.mutable_article()->mutable_published()->set_earliest(source.day);
    record.mutable_article()->mutable_published()->set_latest(source.day);
    for (const yinzheng::v1::Entity& entity : entities) {
      AddMentions(record, entity.name(), entity.display_name());
    }
    index_.AddArticle(std::move(record));
  }
  snapshot_ = OrDie(index_.Publish());
  compiler_ = OrDie(QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
}

ProbeAnswer QueryProbe::Ask(const std::string& query) const {
  return Run(compiler_->Compile(ParseQuery(query)));
}

ProbeAnswer QueryProbe::Run(CompiledQuery query) const {
  PassageSearch search;
  search.query = std::move(query);
  search.page.limit = 100;
  search.passages_per_article = 5;
  const SearchResults results = OrDie(snapshot_->passages().Search(search));
  ProbeAnswer answer;
  answer.warnings = search.query.warnings;
  answer.warnings.insert(answer.warnings.end(), results.warnings.begin(), results.warnings.end());
  const Highlighter highlighter(SharedAnalyzer(), search.query);
  for (const ArticleHit& hit : results.hits) {
    answer.ids.push_back(hit.article.name().substr(std::string("articles/").size()));
    std::vector<std::string>& marks = answer.marks_of[answer.ids.back()];
    for (const PassageHit& passage : hit.passages) {
      for (std::string& mark : MarkedTexts(passage.passage, highlighter.Highlight(passage))) {
        marks.push_back(std::move(mark));
      }
    }
  }
  if (results.hits.empty()) return answer;
  answer.parts = results.hits.front().matched_terms;
  answer.marks = answer.marks_of.at(answer.ids.front());
  return answer;
}

std::vector<std::string> MarkedTexts(const yinzheng::v1::Passage& passage,
                                     const std::vector<yinzheng::v1::TextSpan>& spans) {
  const std::u32string text = text::DecodeUtf8(passage.text());
  const auto begin = static_cast<uint32_t>(passage.span().start());
  std::vector<std::string> texts;
  for (const yinzheng::v1::TextSpan& span : spans) {
    texts.push_back(
        text::EncodeUtf8(text::Slice(text, {static_cast<uint32_t>(span.start()) - begin,
                                            static_cast<uint32_t>(span.end()) - begin})));
  }
  return texts;
}

}  // namespace yinzheng::store::testing
