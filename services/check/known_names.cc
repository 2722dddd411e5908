// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/known_names.h"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/text/reading.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

constexpr size_t kShortestName = 2;  // of knowledge packs

// As the extractor reads it: Simplified, narrow forms.
std::u32string AsRead(std::u32string_view printed) {
  return text::Reading(std::u32string(printed)).text();
}

bool IsPartOfName(text::Span span, const v1::AnalyzeTextResponse& mentions) {
  return std::any_of(mentions.mentions().begin(), mentions.mentions().end(),
                     [span](const auto& mention) {
                       const text::Span longer{static_cast<uint32_t>(mention.span().start()),
                                               static_cast<uint32_t>(mention.span().end())};
                       return longer.contains(span) && longer.size() > span.size();
                     });
}

}  // namespace

absl::StatusOr<KnownNames> KnownNames::In(std::u32string_view text,
                                          const v1::AnalyzeTextResponse& mentions,
                                          const store::EntityReader& entities) {
  YZ_ASSIGN_OR_RETURN(const std::vector<FoundName> names, FindNames(entities, text));
  knowledge::PackContents contents;
  std::map<std::string, v1::EntityRef> refs;
  std::set<std::u32string> known;
  for (const FoundName& name : names) {
    const v1::Entity& entity = name.named.entity;
    const std::u32string printed = AsRead(text::Slice(text, name.span));
    const std::u32string full = AsRead(text::DecodeUtf8(entity.display_name()));
    const bool usable = printed.size() >= kShortestName && full.size() >= kShortestName &&
                        !IsPartOfName(name.span, mentions);
    if (!usable || name.named.name.document_scoped() || !known.insert(printed).second) continue;
    const auto index = static_cast<uint32_t>(contents.entities.size());
    contents.entities.push_back({full, entity.type()});
    const v1::AliasKind kind =
        printed == full ? v1::ALIAS_KIND_CANONICAL : v1::ALIAS_KIND_ABBREVIATION;
    contents.names.push_back({printed, {{index, kind, std::nullopt}}});
    refs.try_emplace(text::EncodeUtf8(full), name.named.ref());
  }
  return KnownNames(std::move(contents), std::move(refs));
}

const v1::EntityRef* KnownNames::Find(const std::string& identity) const {
  const auto found = entities_.find(identity);
  return found == entities_.end() ? nullptr : &found->second;
}

}  // namespace yinzheng::services
