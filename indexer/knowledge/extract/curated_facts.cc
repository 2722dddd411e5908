// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/curated_facts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/knowledge/citation.h"
#include "indexer/text/reading.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

class CuratedReader {
 public:
  CuratedReader(const Scene& scene, const KnowledgePack& pack, FactSink& sink)
      : scene_(scene), pack_(pack), sink_(sink) {
    const std::vector<LocalEntity>& entities = scene.text.entities->entities;
    for (size_t i = 0; i < entities.size(); ++i) {
      for (const std::u32string& name : NamesOf(entities[i])) {
        by_name_.try_emplace(name, static_cast<int32_t>(i));
      }
    }
  }

  void Read() {
    for (const auto& [name, entity] : by_name_) {
      for (const uint32_t index : pack_.RelationsOf(name)) ReadRelation(index, entity);
    }
  }

 private:
  static std::set<std::u32string> NamesOf(const LocalEntity& entity) {
    std::set<std::u32string> names{text::DecodeUtf8(entity.identity)};
    for (const LocalName& name : entity.names) names.insert(text::DecodeUtf8(name.text));
    return names;
  }

  void ReadRelation(uint32_t index, int32_t subject) {
    const PackRelation& relation = pack_.contents().relations[index];
    const auto found = by_name_.find(relation.entity);
    if (found == by_name_.end() || found->second == subject) return;
    if (relation.quote.empty()) {
      FindCues(relation, subject, found->second);
    } else {
      FindQuote(relation, subject, found->second);
    }
  }

  void FindCues(const PackRelation& relation, int32_t subject, int32_t entity) {
    for (const LocalMention& mention : scene_.text.entities->mentions) {
      if (mention.entity != entity) continue;
      const Clause* const clause = scene_.ClauseAt(mention.span.begin);
      if (clause == nullptr || !clause->span.contains(mention.span)) continue;
      if (!HoldsCue(relation, clause->span)) continue;
      if (const std::optional<Span> named = SubjectNear(*clause, subject)) {
        State(relation, {subject, *named, entity, mention.span, {}});
      }
    }
  }

  bool HoldsCue(const PackRelation& relation, Span clause) const {
    const std::u32string_view words = scene_.text.Text(clause);
    return std::any_of(relation.cues.begin(), relation.cues.end(), [&](const std::u32string& cue) {
      return words.find(cue) != std::u32string_view::npos;
    });
  }

  // Where the sentence of the clause names the subject; empty where the clause speaks of it without
  // its name (该院, 位于… carried on in the same sentence).
  std::optional<Span> SubjectNear(const Clause& clause, int32_t subject) const {
    const text::Sentence* const sentence = scene_.context().reading.SentenceAt(clause.span.begin);
    std::optional<Span> nearest;
    for (const LocalMention& mention : scene_.text.entities->mentions) {
      if (sentence == nullptr || mention.entity != subject ||
          !sentence->span.contains(mention.span)) {
        continue;
      }
      if (!nearest || mention.span.begin < clause.span.end) nearest = mention.span;
    }
    const bool spoken_of =
        clause.subject.entity == subject && clause.subject.basis <= SubjectBasis::kEllipsis;
    if (!nearest && spoken_of) return Span{};
    return nearest;
  }

  void FindQuote(const PackRelation& relation, int32_t subject, int32_t entity) {
    const std::u32string& text = scene_.context().reading.text();
    const std::u32string words = text::Reading(text::DecodeUtf8(relation.quote)).text();
    if (words.empty()) return;
    for (size_t at = text.find(words); at != std::u32string::npos; at = text.find(words, at + 1)) {
      const Span quote{static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
      // The reading takes script and width for the same; a quotation does not.
      if (PrintedText(scene_.context(), quote) != relation.quote) continue;
      for (const LocalMention& mention : scene_.text.entities->mentions) {
        if (mention.entity != entity || !quote.contains(mention.span)) continue;
        State(relation, {subject, {}, entity, mention.span, quote});
        break;
      }
    }
  }

  // A place where the article states a relation.
  struct Statement {
    int32_t subject = -1;
    Span subject_mention;  // empty: not named in the sentence
    int32_t entity = -1;
    Span value;
    Span evidence;  // empty: the clauses
  };

  void State(const PackRelation& relation, const Statement& statement) {
    FactDraft draft;
    draft.subject = statement.subject;
    draft.subject_mention = statement.subject_mention;
    draft.value = statement.value;
    draft.evidence = statement.evidence;
    draft.rule = relation.rule;
    draft.fact.set_origin(v1::FACT_ORIGIN_CURATED);
    draft.fact.set_property(relation.property);
    draft.fact.mutable_entity()->set_entity(LocalEntityId(statement.entity));
    draft.fact.mutable_entity()->set_display_name(
        scene_.text.Entity(statement.entity).names[0].text);
    for (const std::string& note : relation.notes) draft.fact.add_notes(note);
    sink_.Add(std::move(draft));
  }

  const Scene& scene_;
  const KnowledgePack& pack_;
  FactSink& sink_;
  std::map<std::u32string, int32_t> by_name_;  // ordered: facts come in the same order every time
};

}  // namespace

void FindCuratedFacts(const Scene& scene, const KnowledgePack& pack, FactSink& sink) {
  if (!pack.contents().relations.empty()) CuratedReader(scene, pack, sink).Read();
}

}  // namespace yinzheng::knowledge
