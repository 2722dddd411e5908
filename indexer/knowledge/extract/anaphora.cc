// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/anaphora.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr int kReach = 40;  // Mentions to look back over.

bool EndsWithAny(const LocalEntity& entity, const std::vector<std::u32string>& endings) {
  for (const LocalName& name : entity.names) {
    const std::u32string decoded = text::DecodeUtf8(name.text);
    for (const std::u32string& ending : endings) {
      if (decoded.size() > ending.size() &&
          decoded.compare(decoded.size() - ending.size(), ending.size(), ending) == 0) {
        return true;
      }
    }
  }
  return false;
}

// The noun that points back, without 该 or 这一; null for 其.
const Anaphor* NounOf(const WordReader& reader, WordRange words) {
  const std::u32string& text = reader.text().context->reading.text();
  uint32_t begin = reader[words.begin].span.begin;
  const uint32_t end = reader[words.end - 1].span.end;
  const auto demonstrative = reader.rules().demonstratives.StartingAt(text, begin, end);
  if (demonstrative && begin + demonstrative.length < end) begin += demonstrative.length;
  return reader.rules().anaphora.Find(text.substr(begin, end - begin));
}

bool IsHeOrShe(const WordReader& reader, WordRange words) {
  const std::u32string_view word = reader.Text(words.begin);
  return word == U"他" || word == U"她";
}

bool IsPerson(const WordReader& reader, const Subject& subject) {
  return subject.named() && reader.text().Entity(subject.entity).type == v1::ENTITY_TYPE_PERSON;
}

// The last two characters of the words.
std::u32string_view EndOf(const WordReader& reader, WordRange words) {
  const std::u32string_view last = reader.Text(words.end - 1);
  return last.size() > 2 ? last.substr(last.size() - 2) : last;
}

Subject SubjectOf(const LocalMention& mention) {
  return {mention.entity, mention.span, SubjectBasis::kAnaphor};
}

// The last mention before `position` that `fits`.
template <typename Fits>
Subject LastMention(const WordReader& reader, uint32_t position, Fits fits) {
  const std::vector<LocalMention>& mentions = reader.text().entities->mentions;
  const auto behind = std::lower_bound(
      mentions.begin(), mentions.end(), position,
      [](const LocalMention& mention, uint32_t p) { return mention.span.begin < p; });
  int seen = 0;
  for (auto it = behind; it != mentions.begin() && seen < kReach; ++seen) {
    --it;
    if (fits(reader.text().Entity(it->entity))) return SubjectOf(*it);
  }
  return {};
}

}  // namespace

Subject ResolveAnaphor(const WordReader& reader, WordRange words, const Subject& topic) {
  const uint32_t position = reader[words.begin].span.begin;
  const Anaphor* noun = NounOf(reader, words);
  if (noun == nullptr) {
    if (IsHeOrShe(reader, words) && !IsPerson(reader, topic)) {
      return LastMention(reader, position, [](const LocalEntity& entity) {
        return entity.type == v1::ENTITY_TYPE_PERSON;
      });
    }
    Subject subject = topic;
    if (subject.known()) subject.basis = SubjectBasis::kAnaphor;
    return subject;
  }
  if (topic.known() && !topic.named() &&
      reader.text().Text(topic.mention).ends_with(EndOf(reader, words))) {
    return {-1, topic.mention, SubjectBasis::kAnaphor};
  }
  if (topic.named()) {
    const LocalEntity& entity = reader.text().Entity(topic.entity);
    if (EndsWithAny(entity, noun->endings)) {
      return {topic.entity, topic.mention, SubjectBasis::kAnaphor};
    }
  }
  const bool type_fits =
      topic.named() && noun->types.contains(reader.text().Entity(topic.entity).type);
  if (noun->generic && type_fits) return {topic.entity, topic.mention, SubjectBasis::kAnaphor};
  Subject found = LastMention(reader, position, [&](const LocalEntity& entity) {
    return EndsWithAny(entity, noun->endings);
  });
  if (found.known()) return found;
  if (type_fits) return {topic.entity, topic.mention, SubjectBasis::kAnaphor};
  return LastMention(reader, position,
                     [&](const LocalEntity& entity) { return noun->types.contains(entity.type); });
}

size_t AnaphorLength(const WordReader& reader, size_t i, size_t end) {
  const std::u32string_view word = reader.Text(i);
  if (word == U"其" || word == U"它" || word == U"他" || word == U"她") return 1;
  const FactRules& rules = reader.rules();
  const std::u32string& text = reader.text().context->reading.text();
  const uint32_t stop = reader[end - 1].span.end;
  uint32_t begin = reader[i].span.begin;
  const auto demonstrative = rules.demonstratives.StartingAt(text, begin, stop);
  if (demonstrative) begin += demonstrative.length;
  const auto noun = rules.anaphora.StartingAt(text, begin, stop);
  if (!noun || (!demonstrative && !noun.value->bare)) return 0;
  const size_t behind = reader.text().WordAt(begin + noun.length);
  const bool last = behind >= reader.text().words.size();
  if (!last && reader[behind].span.begin != begin + noun.length) return 0;
  const bool measured = behind < end && reader.IsPlain(behind) &&
                        reader.EndsInMeasure(reader.Text(behind));  // 园区总面积
  if (!demonstrative && behind < end && !reader.StartsPredicate(behind) && !measured) return 0;
  return behind - i;
}

}  // namespace yinzheng::knowledge
