// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/testing/temp_index.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/generation_writer.h"
#include "indexer/text/shared_segmenter.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store::testing {
namespace {

void AddSpan(size_t begin, size_t end, yinzheng::v1::TextSpan& span) {
  span.set_start(static_cast<int32_t>(begin));
  span.set_end(static_cast<int32_t>(end));
}

yinzheng::v1::EntityAlias Alias(std::string_view text, yinzheng::v1::AliasKind kind) {
  yinzheng::v1::EntityAlias alias;
  alias.set_text(std::string(text));
  alias.set_kind(kind);
  return alias;
}

}  // namespace

const text::Segmenter& SharedSegmenter() {
  const absl::StatusOr<const text::Segmenter*> segmenter = text::SharedSegmenter();
  if (!segmenter.ok()) {
    std::fprintf(stderr, "%s\n", segmenter.status().ToString().c_str());
    std::abort();
  }
  return **segmenter;
}

const text::Analyzer& SharedAnalyzer() {
  static const text::Analyzer* const kAnalyzer = new text::Analyzer(SharedSegmenter());
  return *kAnalyzer;
}

const text::PinyinReader& SharedPinyinReader() {
  static const auto* const kReader = new text::PinyinReader(SharedSegmenter());
  return *kReader;
}

v1::ArticleRecord MakeArticle(std::string_view name, std::string_view title,
                              std::string_view body) {
  v1::ArticleRecord record;
  yinzheng::v1::Article& article = *record.mutable_article();
  article.set_name(std::string(name));
  article.set_external_id(std::string(name));
  article.set_title(std::string(title));
  article.set_language("zh-Hans");
  article.set_body(std::string(body));
  article.set_body_sha256(base::Sha256Hex(body));
  const std::u32string text = text::DecodeUtf8(body);
  article.set_body_length(static_cast<int32_t>(text.size()));
  size_t begin = 0;
  while (begin < text.size()) {
    const size_t end = std::min(text.find(U'\n', begin), text.size());
    if (end > begin) AddSpan(begin, end, *record.add_passages());
    begin = end + 1;
  }
  return record;
}

void AddMentions(v1::ArticleRecord& record, std::string_view entity, std::string_view name) {
  const std::u32string body = text::DecodeUtf8(record.article().body());
  const std::u32string wanted = text::DecodeUtf8(name);
  for (size_t at = body.find(wanted); at != std::u32string::npos;
       at = body.find(wanted, at + wanted.size())) {
    yinzheng::v1::Mention& mention = *record.add_mentions();
    mention.set_entity(std::string(entity));
    mention.set_text(std::string(name));
    AddSpan(at, at + wanted.size(), *mention.mutable_span());
  }
}

yinzheng::v1::Entity MakeEntity(std::string_view name, std::string_view display_name,
                                yinzheng::v1::EntityType type,
                                const std::vector<std::string>& abbreviations) {
  yinzheng::v1::Entity entity;
  entity.set_name(std::string(name));
  entity.set_display_name(std::string(display_name));
  entity.set_type(type);
  *entity.add_aliases() = Alias(display_name, yinzheng::v1::ALIAS_KIND_CANONICAL);
  for (const std::string& abbreviation : abbreviations) {
    *entity.add_aliases() = Alias(abbreviation, yinzheng::v1::ALIAS_KIND_ABBREVIATION);
  }
  return entity;
}

absl::StatusOr<std::shared_ptr<const IndexSnapshot>> TempIndex::Publish() {
  WriterOptions options;
  options.index_directory = path();
  options.analyzer = &analyzer_;
  options.shards = shards_;
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<GenerationWriter> writer,
                      GenerationWriter::Create(options));
  for (const yinzheng::v1::Entity& entity : entities_) {
    YZ_RETURN_IF_ERROR(writer->AddEntity(entity));
  }
  for (const v1::ArticleRecord& record : articles_) {
    YZ_RETURN_IF_ERROR(writer->AddArticle(record));
  }
  for (const yinzheng::v1::Fact& fact : facts_) YZ_RETURN_IF_ERROR(writer->AddFact(fact));
  v1::Manifest partial;
  partial.set_builder_version("test");
  YZ_ASSIGN_OR_RETURN(const std::string id, writer->Publish(partial));
  SnapshotOptions snapshot;
  snapshot.directory = GenerationDirectory(base::FileSystem::Real(), path()).PathOf(id);
  snapshot.analyzer_fingerprint = analyzer_.Fingerprint();
  return IndexSnapshot::Open(snapshot);
}

}  // namespace yinzheng::store::testing
