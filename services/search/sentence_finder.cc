// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/sentence_finder.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "services/record/article_text.h"

namespace yinzheng::services {
namespace {

// Sentences before one that may name what it speaks of.
constexpr int kSentencesBefore = 2;

bool Holds(const v1::TextSpan& outer, const v1::TextSpan& inner) {
  return outer.start() <= inner.start() && inner.end() <= outer.end();
}

std::vector<std::string> EntitiesIn(const store::v1::ArticleRecord& record,
                                    const v1::TextSpan& span) {
  std::vector<std::string> entities;
  const auto first = std::partition_point(
      record.mentions().begin(), record.mentions().end(),
      [&](const v1::Mention& mention) { return mention.span().start() < span.start(); });
  for (auto mention = first; mention != record.mentions().end(); ++mention) {
    if (mention->span().start() >= span.end()) break;
    entities.push_back(mention->entity());
  }
  return entities;
}

SentenceCandidate MakeCandidate(const ArticleText& text, int sentence) {
  const store::v1::ArticleRecord& record = text.record();
  SentenceCandidate candidate;
  candidate.citation = text.Cite(record.sentences(sentence));
  candidate.before = record.article().title();
  for (int i = std::max(0, sentence - kSentencesBefore); i < sentence; ++i) {
    absl::StrAppend(&candidate.before, "\n", text.Slice(record.sentences(i)));
  }
  candidate.entities = EntitiesIn(record, record.sentences(sentence));
  return candidate;
}

void AddSentences(const ArticleText& text, const store::ArticleHit& hit,
                  std::vector<SentenceCandidate>& candidates) {
  const auto& sentences = text.record().sentences();
  for (int i = 0; i < sentences.size(); ++i) {
    if (sentences[i].end() - sentences[i].start() > kMaxSentenceLength) continue;
    const bool found = std::any_of(hit.passages.begin(), hit.passages.end(),
                                   [&](const store::PassageHit& passage) {
                                     return Holds(passage.passage.span(), sentences[i]);
                                   });
    if (found) candidates.push_back(MakeCandidate(text, i));
  }
}

}  // namespace

absl::StatusOr<std::vector<SentenceCandidate>> SentencesOf(
    const RequestContext& context, const store::ArticleReader& articles,
    absl::Span<const store::ArticleHit> hits) {
  std::vector<SentenceCandidate> candidates;
  for (const store::ArticleHit& hit : hits) {
    YZ_RETURN_IF_ERROR(context.Check());
    YZ_ASSIGN_OR_RETURN(store::v1::ArticleRecord record, articles.GetArticle(hit.article.name()));
    AddSentences(ArticleText(std::move(record)), hit, candidates);
  }
  return candidates;
}

}  // namespace yinzheng::services
