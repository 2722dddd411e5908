// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/entity_description.h"

#include <array>
#include <optional>
#include <string_view>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kShortest = 4;
constexpr uint32_t kLongest = 80;

// What follows 是 where no thing is defined: 是不, 是否, 是由 …, 是为了.
bool Defines(std::u32string_view words) {
  constexpr std::array<std::u32string_view, 15> kNoDefinition = {
      U"其", U"之一", U"这", U"不", U"否", U"由", U"为",  U"因",
      U"在", U"要",   U"对", U"从", U"以", U"怎", U"什么"};
  for (const std::u32string_view start : kNoDefinition) {
    if (words.substr(0, start.size()) == start) return false;
  }
  return true;
}

std::optional<EntityDescription> Describe(const ArticleContext& context,
                                          const LocalMention& mention) {
  const std::u32string& text = context.reading.text();
  uint32_t is = mention.span.end;
  while (is < text.size() && (text::IsClosingQuote(text[is]) || text[is] == U'》')) ++is;
  if (is < text.size() && (text[is] == U'也' || text[is] == U'就')) ++is;
  if (is >= text.size() || text[is] != U'是') return std::nullopt;
  uint32_t end = is + 1;
  while (end < text.size() && end - is <= kLongest && text[end] != U'\n' &&
         !text::IsSentenceEnd(text[end]) && !text::IsClauseEnd(text[end])) {
    ++end;
  }
  const text::Span words{is + 1, end};
  const std::u32string_view description = context.reading.Text(words);
  if (words.size() < kShortest || end - is > kLongest || !Defines(description)) return std::nullopt;
  return EntityDescription{
      mention.entity, text::EncodeUtf8(description), words, {mention.span.begin, end}};
}

}  // namespace

std::vector<EntityDescription> DescribeEntities(const ArticleContext& context,
                                                const DocumentEntities& entities) {
  std::vector<std::optional<EntityDescription>> found(entities.entities.size());
  for (const LocalMention& mention : entities.mentions) {
    std::optional<EntityDescription>& slot = found[static_cast<size_t>(mention.entity)];
    if (!slot) slot = Describe(context, mention);
  }
  std::vector<EntityDescription> descriptions;
  for (std::optional<EntityDescription>& description : found) {
    if (description) descriptions.push_back(*std::move(description));
  }
  return descriptions;
}

}  // namespace yinzheng::knowledge
