// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/fact_writer.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/extract/circumstances.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr double kDefaultConfidence = 0.5;

// The clauses from that of `from` to that of `to`.
Span ClausesBetween(const Scene& scene, uint32_t from, uint32_t to) {
  const Clause* first = scene.ClauseAt(from);
  const Clause* last = scene.ClauseAt(to);
  if (first == nullptr || last == nullptr) return {from, to};
  return text::Cover(first->span, last->span);
}

// Without pauses at the end.
Span WithoutTrailingPauses(const Scene& scene, Span span) {
  const std::u32string& text = scene.context().reading.text();
  while (span.size() > 1) {
    const char32_t c = text[span.end - 1];
    if (c != U',' && c != U';' && c != U':' && c != U' ' && c != U'、') break;
    --span.end;
  }
  return span;
}

uint32_t BodyLength(const Scene& scene, Span span) {
  return scene.context().reading.ToBody(span).size();
}

}  // namespace

FactWriter::FactWriter(const Scene& scene, ArticleKnowledge& knowledge)
    : scene_(scene), knowledge_(knowledge), citations_(scene.context()) {}

void FactWriter::Add(FactDraft draft) {
  v1::Fact fact = std::move(draft.fact);
  SetSubject(draft, fact);
  if (fact.subject().display_name().empty() || IsSupposed(draft) || !IsNew(draft, fact)) return;
  const bool statement =
      fact.has_quantity() || fact.has_rank() || fact.has_text() || fact.has_entity();
  if (statement) SetTime(scene_, draft.value, fact);
  SetModality(scene_, draft.value, fact);
  if (const std::string* id = scene_.rules->property_ids.Find(text::DecodeUtf8(fact.property()))) {
    fact.set_property_id(*id);
  }
  fact.set_independent_sources(1);
  if (fact.origin() == v1::FACT_ORIGIN_UNSPECIFIED) fact.set_origin(v1::FACT_ORIGIN_EXTRACTED);
  fact.set_rule(draft.rule);
  SetConfidence(draft, fact);
  if (const absl::Status status = AddCitations(draft, fact); !status.ok()) {
    knowledge_.rejected.push_back(
        {scene_.context().article->name(), draft.rule, std::string(status.message())});
    return;
  }
  knowledge_.facts.push_back(std::move(fact));
  values_.push_back(draft.value);
}

bool FactWriter::HasValueIn(text::Span span) const {
  return std::any_of(values_.begin(), values_.end(),
                     [span](const Span& value) { return span.contains(value); });
}

void FactWriter::SetSubject(const FactDraft& draft, v1::Fact& fact) const {
  if (draft.subject >= 0) {
    fact.mutable_subject()->set_entity(LocalEntityId(draft.subject));
    fact.mutable_subject()->set_display_name(scene_.text.Entity(draft.subject).names[0].text);
  } else if (!draft.subject_words.empty()) {
    fact.mutable_subject()->set_display_name(PrintedText(scene_.context(), draft.subject_words));
  }
}

// 无论形势如何变化, 如有必要: what stands behind in the clause is not told as so. Words of others
// are kept as they are.
bool FactWriter::IsSupposed(const FactDraft& draft) const {
  if (draft.rule.starts_with("quotation") || draft.rule.starts_with("speech")) return false;
  const Clause* clause = scene_.ClauseAt(draft.value.begin);
  if (clause == nullptr) return false;
  const WordReader reader = scene_.reader();
  for (size_t i = clause->words.begin; i < clause->words.end; ++i) {
    if (reader[i].span.begin >= draft.value.begin) return false;
    if (reader.IsPlain(i) && scene_.rules->suppositions.Contains(reader.Text(i))) return true;
  }
  return false;
}

bool FactWriter::IsNew(const FactDraft& draft, const v1::Fact& fact) {
  return seen_
      .insert(absl::StrCat(fact.subject().entity(), "|", fact.subject().display_name(), "|",
                           fact.property(), "|", fact.entity().entity(), "|", fact.value_case(),
                           "|", draft.value.begin, "-", draft.value.end))
      .second;
}

// The clause of the value, from the clause that names the subject if both stand in one sentence and
// are short enough; cut to the clause, then to the value, if not.
text::Span FactWriter::Evidence(const FactDraft& draft) const {
  const Span clause = ClausesBetween(scene_, draft.value.begin, draft.value.end - 1);
  Span evidence = draft.evidence.empty() ? clause : draft.evidence;
  const Span mention = draft.subject_mention;
  const text::Sentence* sentence = scene_.context().reading.SentenceAt(draft.value.begin);
  if (draft.evidence.empty() && sentence != nullptr && !mention.empty() &&
      sentence->span.contains(mention)) {
    const Span wide = text::Cover(evidence, ClausesBetween(scene_, mention.begin, mention.end - 1));
    if (BodyLength(scene_, wide) <= kMaxCitationLength) evidence = wide;
  }
  evidence = text::Cover(evidence, draft.value);
  if (BodyLength(scene_, evidence) > kMaxCitationLength) {
    evidence = text::Cover(clause, draft.value);
  }
  if (BodyLength(scene_, evidence) > kMaxCitationLength) evidence = draft.value;
  const Span trimmed = WithoutTrailingPauses(scene_, evidence);
  return trimmed.contains(draft.value) ? trimmed : evidence;
}

absl::Status FactWriter::AddCitations(const FactDraft& draft, v1::Fact& fact) const {
  Span evidence = Evidence(draft);
  if (BodyLength(scene_, evidence) <= kMaxCitationLength) {
    YZ_ASSIGN_OR_RETURN(v1::Citation citation, citations_.Cite(evidence, draft.value));
    SetAttribution(scene_, draft.value, citation);
    *fact.add_citations() = std::move(citation);
    return absl::OkStatus();
  }
  // A long quotation is cited in pieces: whole clauses as long as they fit.
  Span piece{evidence.begin, evidence.begin};
  for (const Span clause : scene_.context().reading.Clauses(evidence)) {
    if (!piece.empty() && BodyLength(scene_, text::Cover(piece, clause)) > kMaxCitationLength) {
      YZ_ASSIGN_OR_RETURN(*fact.add_citations(), citations_.Cite(piece, piece));
      SetAttribution(scene_, draft.value, *fact.mutable_citations(fact.citations_size() - 1));
      piece = clause;
    } else {
      piece = piece.empty() ? clause : text::Cover(piece, clause);
    }
  }
  YZ_ASSIGN_OR_RETURN(*fact.add_citations(), citations_.Cite(piece, piece));
  SetAttribution(scene_, draft.value, *fact.mutable_citations(fact.citations_size() - 1));
  return absl::OkStatus();
}

void FactWriter::SetConfidence(const FactDraft& draft, v1::Fact& fact) const {
  const bool curated = fact.origin() == v1::FACT_ORIGIN_CURATED;
  const std::u32string rule = curated ? U"curated" : text::DecodeUtf8(draft.rule);
  const auto match = scene_.rules->confidence.StartingAt(rule, 0, rule.size());
  fact.set_confidence(match ? *match.value : kDefaultConfidence);
}

}  // namespace yinzheng::knowledge
