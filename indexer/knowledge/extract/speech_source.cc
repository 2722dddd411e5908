// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/speech_source.h"

#include <algorithm>

#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

bool IsBracket(std::u32string_view mark, std::u32string_view kinds) {
  return mark.size() == 1 && kinds.find(mark.front()) != std::u32string_view::npos;
}

// How many code points stand in `between`, without times and what brackets hold: 今天(9月29日).
uint32_t LengthWithoutTimes(const AnnotatedText& text, Span between) {
  uint32_t length = 0;
  bool bracket = false;
  for (size_t i = text.WordAt(between.begin); i < text.words.size(); ++i) {
    const Word& word = text.words[i];
    if (word.span.begin >= between.end) break;
    if (word.kind == WordKind::kPunctuation) {
      bracket =
          (bracket || IsBracket(text.Text(word), U"(（")) && !IsBracket(text.Text(word), U")）");
    } else if (!bracket && word.kind != WordKind::kDate) {
      length += word.span.size();
    }
  }
  return length;
}

bool Speaks(v1::EntityType type) {
  return type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY ||
         type == v1::ENTITY_TYPE_FACILITY;
}

// Back from `end` over the nouns and names that say whose the noun is: 某国|军方.
uint32_t PhraseBegin(const WordReader& r, uint32_t floor, uint32_t begin) {
  size_t i = r.text().WordAt(begin);
  while (i > 0 && r[i - 1].span.begin >= floor && (r.IsEntity(i - 1) || r.IsNominal(i - 1)) &&
         !r.Is(i - 1, kPreposition)) {
    --i;
  }
  return std::min(begin, r[i].span.begin);
}

}  // namespace

bool IsDocumentType(v1::EntityType type) {
  return type == v1::ENTITY_TYPE_POLICY || type == v1::ENTITY_TYPE_INDEX;
}

std::optional<Speaker> SourceOfLearning(const AnnotatedText& text, Span part) {
  const size_t from = text.Text(part).find(U'从');
  if (from == std::u32string_view::npos) return std::nullopt;
  return EntitySpeaker(text, {part.begin + static_cast<uint32_t>(from), part.end});
}

std::optional<Speaker> SourceAfterAccording(const AnnotatedText& text, const FactRules& rules,
                                            Span part) {
  constexpr size_t kBefore = 3;  // 另据, 此外据
  constexpr uint32_t kLongest = 20;
  const size_t at = text.Text(part).find(U'据');
  if (at == std::u32string_view::npos || at > kBefore) return std::nullopt;
  const uint32_t position = part.begin + static_cast<uint32_t>(at);
  // Not 数据, 证据.
  const Span word = text.words[text.WordAt(position)].span;
  const std::u32string_view printed = text.Text(word);
  if (word.begin != position && printed != U"另据" && printed != U"又据") return std::nullopt;
  Span source{position + 1, part.end};
  const WordReader reader(text, rules);
  size_t end = text.WordAt(source.end - 1) + 1;
  while (end > 0 && source.begin < source.end && !reader.IsNominal(end - 1) &&
         !reader.IsEntity(end - 1)) {
    --end;
    source.end = std::min(source.end, reader[end].span.begin);
  }
  if (source.begin >= source.end || source.size() > kLongest) return std::nullopt;
  std::optional<Speaker> named = EntitySpeaker(text, source);
  if (named && named->words.end == source.end) return named;
  Speaker speaker;
  speaker.words = source;
  return speaker;
}

std::optional<Speaker> InstitutionIn(const AnnotatedText& text, Span part, const SpeechCue& cue) {
  constexpr uint32_t kReach = 8;
  std::optional<Speaker> speaker = EntitySpeaker(text, part);
  if (!speaker || LengthWithoutTimes(text, {speaker->words.end, part.end}) > kReach) {
    return std::nullopt;
  }
  const v1::EntityType type = text.Entity(speaker->entity).type;
  const bool speaks = Speaks(type) && (cue.speech || cue.house);
  if (IsDocumentType(type) ? cue.document : speaks) return speaker;
  return std::nullopt;
}

std::optional<NamelessSource> NamelessSourceIn(const AnnotatedText& text, const FactRules& rules,
                                               Span part, const SpeechCue& cue) {
  if (part.size() > 1 && text.Text(part).back() == U'中') --part.end;
  // 某国军方当天: a time may stand behind.
  size_t last = part.empty() ? 0 : text.WordAt(part.end - 1);
  while (last > 0 && last < text.words.size() && text.words[last].span.begin > part.begin &&
         text.words[last].kind == WordKind::kDate) {
    part.end = text.words[last--].span.begin;
  }
  const auto noun = rules.speech_nouns.EndingAt(text.context->reading.text(), part.begin, part.end);
  if (!noun || !(cue.document || (noun.value->goes_on && cue.speech))) return std::nullopt;
  const WordReader reader(text, rules);
  NamelessSource source;
  source.kind = *noun.value;
  source.speaker.words = {part.end - noun.length, part.end};
  source.speaker.words.begin = PhraseBegin(reader, part.begin, source.speaker.words.begin);
  return source;
}

}  // namespace yinzheng::knowledge
