// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/speech_facts.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/circumstances.h"
#include "indexer/knowledge/extract/quote_marks.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

uint32_t BodyLength(const Scene& scene, Span span) {
  return scene.context().reading.ToBody(span).size();
}

FactDraft Said(const Scene& scene, const SpeechFrame& frame, Span words) {
  FactDraft draft;
  draft.subject = frame.speaker.entity;
  if (draft.subject < 0) draft.subject_words = frame.speaker.words;
  draft.value = words;
  draft.fact.set_text(PrintedText(scene.context(), words));
  draft.fact.set_polarity(v1::POLARITY_POSITIVE);
  return draft;
}

// `evidence` with the words that name speaker and cue, if that is short enough to cite.
Span WithIntroduction(const Scene& scene, const SpeechFrame& frame, Span evidence) {
  if (frame.introduction.empty()) return evidence;
  const Span wide = text::Cover(evidence, frame.introduction);
  return BodyLength(scene, wide) <= kMaxCitationLength ? wide : evidence;
}

void StateQuotation(const Scene& scene, const SpeechFrame& frame, FactSink& sink) {
  FactDraft draft = Said(scene, frame, frame.content);
  Span evidence = text::Cover({frame.content.begin - 1, frame.content.begin}, frame.content);
  if (frame.content.end < scene.context().reading.text().size()) ++evidence.end;
  draft.evidence = WithIntroduction(scene, frame, evidence);
  draft.rule = frame.near ? "quotation.near" : "quotation";
  draft.fact.set_modality(v1::MODALITY_ASSERTED);  // It was said, whatever the words plan.
  draft.fact.set_property("言论");
  sink.Add(std::move(draft));
}

// The part of the first sentence of `frame` that is reported, without marks and spaces at its ends.
Span ReportedWords(const Scene& scene, const SpeechFrame& frame) {
  const std::u32string& text = scene.context().reading.text();
  Span words = frame.content;
  const text::Sentence* const sentence = scene.context().reading.SentenceAt(words.begin);
  if (sentence != nullptr) words.end = std::min(words.end, sentence->span.end);
  const auto no_word = [&text](uint32_t i) {
    return text::IsPunctuation(text[i]) || text::IsSpace(text[i]);
  };
  while (words.begin < words.end && no_word(words.begin)) ++words.begin;
  while (words.begin < words.end && no_word(words.end - 1)) --words.end;
  return words;
}

// What the cue makes of the words: 建议 and 要求 tell what is to be, 预测 what may be.
std::optional<v1::Modality> ModalityOfCue(const Scene& scene, Span cue) {
  static constexpr std::u32string_view kWishes[] = {U"建议", U"提议", U"倡议", U"呼吁", U"要求",
                                                    U"期待", U"希望", U"指示", U"承诺"};
  const std::u32string_view word = scene.text.Text(cue);
  for (const std::u32string_view wish : kWishes) {
    if (word.find(wish) != std::u32string_view::npos) return v1::MODALITY_PLANNED;
  }
  for (uint32_t i = cue.begin; i < cue.end; ++i) {
    const auto match = scene.rules->modality.StartingAt(scene.context().reading.text(), i, cue.end);
    if (match) return *match.value;
  }
  return std::nullopt;
}

// How firmly the reported `words` are meant: by the cue, else by the first of their clauses that
// plans or supposes, else by a date to come.
v1::Modality ModalityOf(const Scene& scene, Span cue, Span words) {
  if (const auto modality = ModalityOfCue(scene, cue)) return *modality;
  v1::Fact probe;
  probe.set_polarity(v1::POLARITY_POSITIVE);
  for (const Span clause : scene.context().reading.Clauses(words)) {
    const Span last{clause.end - 1, clause.end};
    SetTime(scene, last, probe);
    SetModality(scene, last, probe);
    if (probe.modality() != v1::MODALITY_ASSERTED) return probe.modality();
    probe.clear_modality();
    probe.clear_time();
  }
  return v1::MODALITY_ASSERTED;
}

bool IsPerson(const Scene& scene, const Speaker& speaker) {
  return speaker.entity >= 0 && scene.text.Entity(speaker.entity).type == v1::ENTITY_TYPE_PERSON;
}

}  // namespace

void FindQuotationFacts(const Scene& scene, FactSink& sink) {
  for (const SpeechFrame& frame : scene.frames) {
    if (frame.mode == v1::ATTRIBUTION_MODE_DIRECT) StateQuotation(scene, frame, sink);
  }
}

void FindReportedSpeech(const Scene& scene, const std::function<bool(Span)>& stated,
                        FactSink& sink) {
  constexpr uint32_t kShortest = 8;  // Code points: shorter ones are no statements.
  for (const SpeechFrame& frame : scene.frames) {
    const bool reported = frame.mode == v1::ATTRIBUTION_MODE_INDIRECT && !frame.cue.empty();
    if (!reported || !IsPerson(scene, frame.speaker) || stated(frame.content)) continue;
    const Span bare = ReportedWords(scene, frame);
    if (bare.size() < kShortest) continue;
    const Span words = WithPartnerMarks(scene.context().reading.text(), bare);
    const Span evidence = WithIntroduction(scene, frame, words);
    if (BodyLength(scene, evidence) > kMaxCitationLength) continue;
    FactDraft draft = Said(scene, frame, words);
    draft.evidence = evidence;
    draft.rule = "speech.reported";
    draft.fact.set_modality(ModalityOf(scene, frame.cue, words));
    draft.fact.set_property("观点");
    sink.Add(std::move(draft));
  }
}

}  // namespace yinzheng::knowledge
