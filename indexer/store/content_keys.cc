// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/content_keys.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/store/cache_file.h"
#include "indexer/store/terms.h"

namespace yinzheng::store {
namespace {

void AddField(std::string_view field, std::string& all) {
  absl::StrAppend(&all, field.size(), ":", base::AbslView(field));
}

// The keys of the names of everybody that a fact is found by.
std::string NamesKey(const yinzheng::v1::Fact& fact, const KnownEntities& entities) {
  std::string keys;
  const auto add = [&](const yinzheng::v1::EntityRef& reference) {
    if (reference.entity().empty()) return;
    const auto known = entities.find(std::string(IdPart(reference.entity())));
    if (known != entities.end()) keys += known->second.key;
  };
  add(fact.subject());
  for (const yinzheng::v1::Citation& citation : fact.citations()) {
    if (citation.has_attribution()) add(citation.attribution().speaker());
  }
  return keys;
}

}  // namespace

ContentKeys KeysOf(v1::ArticleRecord& record, std::string_view data) {
  const bool has_source = record.article().has_source();
  yinzheng::v1::SourceSpan source;
  google::protobuf::RepeatedPtrField<v1::ByteRun> runs;
  source.Swap(record.mutable_article()->mutable_source());
  record.mutable_article()->clear_source();
  runs.Swap(record.mutable_byte_runs());
  ContentKeys keys{ContentKey(SerializeDeterministically(record)), ContentKey(data)};
  if (has_source) record.mutable_article()->mutable_source()->Swap(&source);
  record.mutable_byte_runs()->Swap(&runs);
  return keys;
}

ContentKeys KeysOf(const yinzheng::v1::Entity& entity, std::string_view data) {
  std::string terms;
  AddField(entity.name(), terms);
  AddField(entity.display_name(), terms);
  absl::StrAppend(&terms, static_cast<int>(entity.type()), ":", entity.mention_count(), ":");
  for (const yinzheng::v1::EntityAlias& alias : entity.aliases()) {
    AddField(absl::StrCat(alias.document_scoped() ? ":" : "", alias.text()), terms);
  }
  return {ContentKey(terms), ContentKey(data)};
}

std::string DataKeyOf(const yinzheng::v1::Fact& fact, const KnownEntities& entities,
                      std::string_view data) {
  return ContentKey(absl::StrCat(base::AbslView(data), NamesKey(fact, entities)));
}

std::string TermsKeyOf(const yinzheng::v1::Fact& fact, const KnownEntities& entities) {
  yinzheng::v1::Fact placeless = fact;
  for (yinzheng::v1::Citation& citation : *placeless.mutable_citations()) citation.clear_source();
  return ContentKey(SerializeDeterministically(placeless) + NamesKey(fact, entities));
}

std::string KeyOfNames(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) AddField(name, all);
  return ContentKey(all);
}

}  // namespace yinzheng::store
