// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/result_builder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

// Grows outwards from a passage, sentence by sentence.
class ContextWindow {
 public:
  ContextWindow(const ArticleText& text, const v1::TextSpan& passage, int32_t budget)
      : text_(text), window_(passage), budget_(budget) {
    const auto& sentences = text_.record().sentences();
    before_ = static_cast<int>(
        std::partition_point(sentences.begin(), sentences.end(),
                             [&](const auto& s) { return s.start() < passage.start(); }) -
        sentences.begin() - 1);
    after_ = static_cast<int>(
        std::partition_point(sentences.begin(), sentences.end(),
                             [&](const auto& s) { return s.start() < passage.end(); }) -
        sentences.begin());
  }

  bool GrowBefore() {
    if (before_ < 0) return false;
    const v1::TextSpan& sentence = text_.record().sentences(before_);
    if (!Spend(sentence.end(), window_.start(), window_.start() - sentence.start())) return false;
    window_.set_start(sentence.start());
    --before_;
    return true;
  }

  bool GrowAfter() {
    if (after_ >= text_.record().sentences_size()) return false;
    const v1::TextSpan& sentence = text_.record().sentences(after_);
    if (!Spend(window_.end(), sentence.start(), sentence.end() - window_.end())) return false;
    window_.set_end(sentence.end());
    ++after_;
    return true;
  }

  const v1::TextSpan& window() const { return window_; }

 private:
  // Whether the gap holds white space only and `cost` fits into what is left.
  bool Spend(int32_t gap_start, int32_t gap_end, int32_t cost) {
    if (cost > budget_) return false;
    for (int32_t i = gap_start; i < gap_end; ++i) {
      if (!text::IsSpace(text_.body()[static_cast<size_t>(i)])) return false;
    }
    budget_ -= cost;
    return true;
  }

  const ArticleText& text_;
  v1::TextSpan window_;
  int32_t budget_;
  int before_ = 0;
  int after_ = 0;
};

}  // namespace

void AddContext(const ArticleText& text, int32_t budget, v1::PassageMatch& match) {
  const v1::TextSpan passage = match.passage().span();
  ContextWindow window(text, passage, budget);
  bool before = true;
  bool after = true;
  while (before || after) {
    before = before && window.GrowBefore();
    after = after && window.GrowAfter();
  }
  match.set_context_before(text.Slice(MakeSpan(window.window().start(), passage.start())));
  match.set_context_after(text.Slice(MakeSpan(passage.end(), window.window().end())));
}

absl::StatusOr<v1::SearchResult> ResultBuilder::Build(const store::ArticleHit& hit) const {
  v1::SearchResult result;
  *result.mutable_article() = hit.article;
  result.set_score(hit.score);
  for (const std::string& term : hit.matched_terms) result.add_matched_terms(term);
  result.set_reprint_count(hit.reprint_count);
  for (const v1::Reprint& reprint : hit.reprints) *result.add_reprints() = reprint;
  for (const v1::ScorePart& part : hit.score_parts) *result.add_score_parts() = part;
  std::optional<ArticleText> text;
  if (context_budget_ > 0) {
    YZ_ASSIGN_OR_RETURN(store::v1::ArticleRecord record, articles_.GetArticle(hit.article.name()));
    text.emplace(std::move(record));
  }
  for (const store::PassageHit& passage : hit.passages) {
    v1::PassageMatch& match = *result.add_passages();
    *match.mutable_passage() = passage.passage;
    match.set_score(passage.score);
    for (v1::TextSpan& span : highlighter_.Highlight(passage)) {
      *match.add_highlights() = std::move(span);
    }
    if (text.has_value()) AddContext(*text, context_budget_, match);
  }
  return result;
}

}  // namespace yinzheng::services
