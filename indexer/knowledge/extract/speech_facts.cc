// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/speech_facts.h"

#include <algorithm>

#include "indexer/knowledge/citation.h"
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
  draft.fact.set_modality(v1::MODALITY_ASSERTED);
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
    const Span words = ReportedWords(scene, frame);
    const Span evidence = WithIntroduction(scene, frame, words);
    if (words.size() < kShortest || BodyLength(scene, evidence) > kMaxCitationLength) continue;
    FactDraft draft = Said(scene, frame, words);
    draft.evidence = evidence;
    draft.rule = "speech.reported";
    draft.fact.set_property("观点");
    sink.Add(std::move(draft));
  }
}

}  // namespace yinzheng::knowledge
