// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/rank_facts.h"

#include <algorithm>

#include "indexer/knowledge/citation.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

class RankReader {
 public:
  RankReader(const Scene& scene, FactSink& sink) : scene_(scene), r_(scene.reader()), sink_(sink) {}

  void Read() {
    for (const Clause& clause : scene_.clauses) {
      for (size_t i = clause.words.begin; i < clause.words.end; ++i) {
        if (r_[i].kind == WordKind::kRank) State(clause, i);
      }
    }
  }

 private:
  void State(const Clause& clause, size_t i) {
    if (!clause.subject.known()) return;
    const text::RankMatch& match = scene_.text.ranks[static_cast<size_t>(r_[i].index)];
    FactDraft draft;
    SetSubject(clause.subject, draft);
    draft.value = match.span;
    draft.rule = "rank";
    v1::Rank& rank = *draft.fact.mutable_rank();
    rank.set_rank(match.rank);
    const size_t list = ListName(clause, i);
    if (list > 0) rank.set_list(PrintedText(scene_.context(), r_[list].span));
    const Span scope = Scope(clause, i);
    if (!scope.empty()) rank.set_scope(PrintedText(scene_.context(), scope));
    draft.fact.set_property(text::EncodeUtf8(Property(clause, match, list)));
    sink_.Add(std::move(draft));
  }

  // The ranking that the sentence names last before the rank; 0 if it names none.
  size_t ListName(const Clause& clause, size_t i) const {
    for (size_t k = i; k > 0; --k) {
      const Word& word = r_[k - 1];
      const Clause* at = scene_.ClauseAt(word.span.begin);
      if (at == nullptr || at->sentence != clause.sentence) break;
      if (r_.IsEntity(k - 1) && r_.TypeOf(k - 1) == v1::ENTITY_TYPE_INDEX) return k - 1;
    }
    return 0;
  }

  // 全国, 全球, 国内 before the rank.
  Span Scope(const Clause& clause, size_t i) const {
    static constexpr std::u32string_view kScopes[] = {U"全国", U"全球", U"国内", U"世界", U"全市",
                                                      U"全省", U"国际", U"亚洲", U"行业", U"同类"};
    for (size_t k = i; k > clause.words.begin; --k) {
      const std::u32string_view word = r_.Text(k - 1);
      if (std::find(std::begin(kScopes), std::end(kScopes), word) != std::end(kScopes)) {
        return r_[k - 1].span;
      }
    }
    return {};
  }

  // The nouns before 居, 排名: what is compared; with a list: its name and 排名.
  std::u32string Property(const Clause& clause, const text::RankMatch& match, size_t list) const {
    if (list > 0) return std::u32string(r_.Text(list)) + U"排名";
    const uint32_t stop = match.cue_span.empty() ? match.span.begin : match.cue_span.begin;
    size_t end = clause.words.begin;
    while (end < clause.words.end && r_[end].span.end <= stop) ++end;
    while (end > clause.words.begin && !IsCompared(end - 1)) --end;
    size_t begin = end;
    while (begin > clause.words.begin &&
           (r_.IsNominal(begin - 1) || r_.IsDe(begin - 1) || r_.IsListSeparator(begin - 1))) {
      --begin;
    }
    while (begin < end && (r_.IsDe(begin) || r_.IsListSeparator(begin))) ++begin;
    std::u32string property;
    for (size_t k = begin; k < end; ++k) property += r_.Text(k);
    return property.empty() ? U"排名" : property;
  }

  bool IsCompared(size_t i) const {
    return r_.IsNominal(i) && !r_.Is(i, kAdverb) && scene_.rules->words.Find(r_.Text(i)) == nullptr
               ? r_.Text(i) != U"全国" && r_.Text(i) != U"全球" && r_.Text(i) != U"国内"
               : r_.Is(i, kMeasureNoun);
  }

  const Scene& scene_;
  const WordReader r_;
  FactSink& sink_;
};

}  // namespace

void FindRankFacts(const Scene& scene, FactSink& sink) { RankReader(scene, sink).Read(); }

}  // namespace yinzheng::knowledge
