// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/claimed_words.h"

#include <algorithm>
#include <string_view>

#include "indexer/text/fold.h"
#include "indexer/text/reading.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kMostPlaces = 16;

bool IsNamed(const LocalEntity& entity, const std::string& key) {
  if (text::FoldKey(entity.identity) == key) return true;
  return std::any_of(entity.names.begin(), entity.names.end(),
                     [&](const LocalName& name) { return text::FoldKey(name.text) == key; });
}

// The span of an item that `place` cuts; none if it holds or misses each.
template <typename Items>
std::optional<text::Span> CutItem(const Items& items, text::Span place) {
  for (const auto& item : items) {
    if (item.span.overlaps(place) && !place.contains(item.span)) return item.span;
  }
  return std::nullopt;
}

bool IsRunning(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

// The digits and Latin letters on both sides of `position`; none if it parts no such.
std::optional<text::Span> RunAround(std::u32string_view text, uint32_t position) {
  text::Span run{position, position};
  while (run.begin > 0 && IsRunning(text[run.begin - 1])) --run.begin;
  while (run.end < text.size() && IsRunning(text[run.end])) ++run.end;
  if (run.begin == position || run.end == position) return std::nullopt;
  return run;
}

}  // namespace

std::vector<text::Span> PlacesOfWords(const ArticleContext& context, const std::string& words,
                                      text::Span within) {
  const std::u32string wanted = text::Reading(text::DecodeUtf8(words)).text();
  const std::u32string_view text = context.reading.Text(within);
  std::vector<text::Span> places;
  if (wanted.empty()) return places;
  for (size_t at = text.find(wanted);
       at != std::u32string_view::npos && places.size() < kMostPlaces;
       at = text.find(wanted, at + 1)) {
    const uint32_t begin = within.begin + static_cast<uint32_t>(at);
    places.push_back({begin, begin + static_cast<uint32_t>(wanted.size())});
  }
  return places;
}

std::optional<text::Span> CutBy(const Scene& scene, text::Span place) {
  if (const auto cut = CutItem(scene.text.quantities, place)) return cut;
  if (const auto cut = CutItem(scene.text.dates, place)) return cut;
  if (const auto cut = CutItem(scene.text.ranks, place)) return cut;
  if (const auto cut = CutItem(scene.text.entities->mentions, place)) return cut;
  const std::u32string_view text = scene.context().reading.text();
  if (const auto cut = RunAround(text, place.begin)) return cut;
  return RunAround(text, place.end);
}

bool StandsAsName(const Scene& scene, text::Span place) {
  if (place.empty() || CutItem(scene.text.entities->mentions, place)) return false;
  const std::vector<Word>& words = scene.text.words;
  const size_t first = scene.text.WordAt(place.begin);
  const size_t last = scene.text.WordAt(place.end - 1);
  return last < words.size() && words[first].span.begin == place.begin &&
         words[last].span.end == place.end;
}

std::vector<int32_t> EntitiesNamed(const DocumentEntities& entities, const std::string& name) {
  std::vector<int32_t> named;
  const std::string key = text::FoldKey(name);
  for (size_t i = 0; i < entities.entities.size(); ++i) {
    if (IsNamed(entities.entities[i], key)) named.push_back(static_cast<int32_t>(i));
  }
  return named;
}

std::optional<text::Span> MentionIn(const DocumentEntities& entities, int32_t entity,
                                    text::Span within) {
  const auto behind = std::lower_bound(
      entities.mentions.begin(), entities.mentions.end(), within.begin,
      [](const LocalMention& mention, uint32_t p) { return mention.span.begin < p; });
  for (auto it = behind; it != entities.mentions.end() && it->span.begin < within.end; ++it) {
    if (it->entity == entity && within.contains(it->span)) return it->span;
  }
  return std::nullopt;
}

}  // namespace yinzheng::knowledge
