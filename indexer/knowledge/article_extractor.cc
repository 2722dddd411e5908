// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/article_extractor.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/article_context.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/entity_description.h"
#include "indexer/knowledge/entity_recognizer.h"
#include "indexer/knowledge/extract/fact_extraction.h"
#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/knowledge/extract/houses.h"
#include "indexer/knowledge/text_analysis.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

// The clause around `span`, or `span` where the clause is too long to cite.
Span CitedClause(const ArticleContext& context, Span span) {
  const text::Sentence* sentence = context.reading.SentenceAt(span.begin);
  if (sentence == nullptr) return span;
  for (const Span clause : context.reading.Clauses(sentence->span)) {
    const bool fits = context.reading.ToBody(clause).size() <= kMaxCitationLength;
    if (clause.contains(span) && fits) return clause;
  }
  return span;
}

void CiteNames(const ArticleContext& context, ArticleKnowledge& knowledge) {
  const CitationBuilder citations(context);
  for (const LocalEntity& entity : knowledge.entities.entities) {
    for (const LocalName& name : entity.names) {
      v1::EntityAlias alias;
      alias.set_text(name.text);
      alias.set_kind(name.kind);
      alias.set_document_scoped(name.document_scoped);
      absl::StatusOr<v1::Citation> citation =
          citations.Cite(CitedClause(context, name.introduced), name.introduced);
      if (citation.ok()) {
        *alias.mutable_citation() = *std::move(citation);
      } else {
        knowledge.rejected.push_back(
            {context.article->name(), entity.rule,
             absl::StrCat("name \"", name.text, "\": ", citation.status().message())});
      }
      knowledge.alias_citations.push_back(std::move(alias));
    }
  }
}

void CiteMentions(const ArticleContext& context, ArticleKnowledge& knowledge) {
  const CitationBuilder citations(context);
  for (const LocalMention& found : knowledge.entities.mentions) {
    const Span body = context.reading.ToBody(found.span);
    absl::StatusOr<v1::SourceSpan> source = citations.Source(body);
    if (!source.ok()) {
      knowledge.rejected.push_back(
          {context.article->name(), "mention", std::string(source.status().message())});
      continue;
    }
    v1::Mention& mention = knowledge.mentions.emplace_back();
    mention.set_entity(LocalEntityId(found.entity));
    mention.set_article(context.article->name());
    mention.mutable_span()->set_start(static_cast<int32_t>(body.begin));
    mention.mutable_span()->set_end(static_cast<int32_t>(body.end));
    mention.set_text(text::EncodeUtf8(text::Slice(context.body, body)));
    *mention.mutable_source() = *std::move(source);
  }
}

void CiteDescriptions(const ArticleContext& context, ArticleKnowledge& knowledge) {
  const CitationBuilder citations(context);
  for (const EntityDescription& found : DescribeEntities(context, knowledge.entities)) {
    absl::StatusOr<v1::Citation> citation = citations.Cite(found.clause, found.words);
    if (!citation.ok()) continue;
    knowledge.descriptions.push_back({found.entity, found.text, *std::move(citation)});
  }
}

class RuleBasedExtractor final : public ArticleExtractor {
 public:
  RuleBasedExtractor(const text::Segmenter& segmenter, std::unique_ptr<EntityRecognizer> recognizer,
                     FactRules rules, std::shared_ptr<const KnowledgePack> pack,
                     std::shared_ptr<const ImportedFacts> imported)
      : segmenter_(segmenter),
        recognizer_(std::move(recognizer)),
        rules_(std::move(rules)),
        pack_(std::move(pack)),
        imported_(std::move(imported)) {}

  ArticleKnowledge Extract(const v1::Article& article,
                           const text::SourceMap& source_map) const override {
    return ExtractWith(pack_.get(), article, source_map);
  }

  ArticleKnowledge ExtractKnowing(const KnowledgePack& known, const v1::Article& article,
                                  const text::SourceMap& source_map) const override {
    return ExtractWith(&known, article, source_map);
  }

  absl::StatusOr<v1::AnalyzeTextResponse> Analyze(const std::string& text,
                                                  const std::string& published) const override {
    return AnalyzeText(*recognizer_, segmenter_, text, published);
  }

 private:
  ArticleKnowledge ExtractWith(const KnowledgePack* pack, const v1::Article& article,
                               const text::SourceMap& source_map) const {
    const ArticleContext context = MakeArticleContext(article, source_map, segmenter_);
    ArticleKnowledge knowledge;
    knowledge.article = article.name();
    knowledge.outlet = article.outlet();
    knowledge.entities = recognizer_->Recognize(context, pack);
    AddHouses(context.reading, rules_, *recognizer_, pack, knowledge.entities);
    CiteNames(context, knowledge);
    CiteMentions(context, knowledge);
    CiteDescriptions(context, knowledge);
    ExtractFacts(context, rules_, pack, knowledge, imported_.get());
    return knowledge;
  }

  const text::Segmenter& segmenter_;
  const std::unique_ptr<EntityRecognizer> recognizer_;
  const FactRules rules_;
  const std::shared_ptr<const KnowledgePack> pack_;      // may be null
  const std::shared_ptr<const ImportedFacts> imported_;  // may be null
};

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleExtractor>> ArticleExtractor::Create(
    const text::Segmenter& segmenter, const std::string& data_dir,
    std::shared_ptr<const KnowledgePack> pack, std::shared_ptr<const ImportedFacts> imported) {
  YZ_ASSIGN_OR_RETURN(auto recognizer, EntityRecognizer::Create(segmenter, data_dir, pack));
  YZ_ASSIGN_OR_RETURN(FactRules rules, FactRules::Load(absl::StrCat(data_dir, "/knowledge")));
  return std::make_unique<RuleBasedExtractor>(segmenter, std::move(recognizer), std::move(rules),
                                              std::move(pack), std::move(imported));
}

}  // namespace yinzheng::knowledge
