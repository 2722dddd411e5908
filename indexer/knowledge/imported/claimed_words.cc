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
