// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/speaker.h"

namespace yinzheng::knowledge {

Speaker PersonSpeaker(const std::vector<Role>& roles, int32_t entity, text::Span name) {
  Speaker speaker;
  speaker.entity = entity;
  speaker.words = name;
  for (const Role& role : roles) {
    if (role.person != entity || !role.held) continue;
    const bool here = role.person_span == name;
    if (here || speaker.organization < 0) {
      if (role.organization >= 0) speaker.organization = role.organization;
      // What a verb states elsewhere is no part of the title that is printed before the name.
      const bool beside = role.verb.empty() || speaker.title.empty();
      if (here && beside) {
        speaker.title = speaker.title.empty() ? role.title : text::Cover(speaker.title, role.title);
      }
    }
  }
  return speaker;
}

text::Span DescribedAtEnd(const AnnotatedText& text, const FactRules& rules, text::Span part) {
  while (!part.empty() && !rules.Is(text.Text(part), kDescribed)) ++part.begin;
  return part;
}

std::optional<Speaker> EntitySpeaker(const AnnotatedText& text, text::Span part) {
  std::optional<Speaker> found;
  for (size_t i = text.WordAt(part.begin); i < text.words.size(); ++i) {
    const Word& word = text.words[i];
    if (word.span.begin >= part.end) break;
    const int32_t entity = text.EntityOf(word);
    if (entity < 0) continue;
    found = Speaker();
    found->entity = entity;
    found->organization = entity;
    found->words = word.span;
  }
  return found;
}

}  // namespace yinzheng::knowledge
