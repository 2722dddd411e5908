// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/cached_knowledge.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/cache_file.h"
#include "indexer/store/document_codec.h"
#include "yinzheng/store/v1/cache.pb.h"

namespace yinzheng::indexer {
namespace {

using knowledge::ArticleKnowledge;
using store::v1::CachedKnowledge;

// Takes what names the file and the place in it out of the sources of citations and mentions.
class SourcePacker {
 public:
  explicit SourcePacker(const v1::SourceSpan& article) : article_(article) {}

  void operator()(v1::SourceSpan& source) {
    fits_ = fits_ && source.path() == article_.path() && source.record() == article_.record() &&
            source.sha256() == article_.sha256() && source.start_byte() >= article_.start_byte();
    source.clear_path();
    source.clear_record();
    source.clear_sha256();
    source.set_start_byte(source.start_byte() - article_.start_byte());
    source.set_end_byte(source.end_byte() - article_.start_byte());
  }

  // Whether every source was one of the article.
  bool fits() const { return fits_; }

 private:
  const v1::SourceSpan& article_;
  bool fits_ = true;
};

// Puts it back, for the article as it stands now.
class SourceUnpacker {
 public:
  explicit SourceUnpacker(const v1::SourceSpan& article) : article_(article) {}

  void operator()(v1::SourceSpan& source) const {
    source.set_path(article_.path());
    source.set_record(article_.record());
    source.set_sha256(article_.sha256());
    source.set_start_byte(source.start_byte() + article_.start_byte());
    source.set_end_byte(source.end_byte() + article_.start_byte());
  }

 private:
  const v1::SourceSpan& article_;
};

template <typename Visitor>
void VisitSource(v1::Citation& citation, Visitor& visit) {
  if (citation.has_source()) visit(*citation.mutable_source());
}

template <typename Visitor>
void VisitSources(CachedKnowledge& cached, Visitor& visit) {
  for (v1::EntityAlias& alias : *cached.mutable_alias_citations()) {
    if (alias.has_citation()) VisitSource(*alias.mutable_citation(), visit);
  }
  for (v1::Mention& mention : *cached.mutable_mentions()) {
    if (mention.has_source()) visit(*mention.mutable_source());
  }
  for (store::v1::CachedDescription& description : *cached.mutable_descriptions()) {
    VisitSource(*description.mutable_citation(), visit);
  }
  for (v1::Fact& fact : *cached.mutable_facts()) {
    for (v1::Citation& citation : *fact.mutable_citations()) VisitSource(citation, visit);
  }
}

void PackEntities(const knowledge::DocumentEntities& entities, CachedKnowledge& cached) {
  for (const knowledge::LocalEntity& entity : entities.entities) {
    store::v1::CachedLocalEntity& packed = *cached.add_entities();
    packed.set_type(entity.type);
    packed.set_rule(entity.rule);
    packed.set_identity(entity.identity);
    packed.set_curated(entity.curated);
    for (const knowledge::LocalName& name : entity.names) {
      store::v1::CachedLocalName& packed_name = *packed.add_names();
      packed_name.set_text(name.text);
      packed_name.set_kind(name.kind);
      packed_name.set_begin(name.introduced.begin);
      packed_name.set_end(name.introduced.end);
      packed_name.set_document_scoped(name.document_scoped);
      packed_name.set_conditional(name.conditional);
      packed_name.set_from_pack(name.from_pack);
    }
  }
  for (const knowledge::LocalMention& mention : entities.mentions) {
    cached.add_places(mention.span.begin);
    cached.add_places(mention.span.end);
    cached.add_places(static_cast<uint32_t>(mention.entity));
  }
}

knowledge::DocumentEntities UnpackEntities(const CachedKnowledge& cached) {
  knowledge::DocumentEntities entities;
  for (const store::v1::CachedLocalEntity& packed : cached.entities()) {
    knowledge::LocalEntity& entity = entities.entities.emplace_back();
    entity.type = packed.type();
    entity.rule = packed.rule();
    entity.identity = packed.identity();
    entity.curated = packed.curated();
    for (const store::v1::CachedLocalName& name : packed.names()) {
      entity.names.push_back({name.text(),
                              name.kind(),
                              {name.begin(), name.end()},
                              name.document_scoped(),
                              name.conditional(),
                              name.from_pack()});
    }
  }
  for (int i = 0; i + 2 < cached.places_size(); i += 3) {
    entities.mentions.push_back(
        {{cached.places(i), cached.places(i + 1)}, static_cast<int32_t>(cached.places(i + 2))});
  }
  return entities;
}

void PackSketch(const text::TextSketch& sketch, CachedKnowledge& cached) {
  cached.mutable_shingles()->Add(sketch.shingles.begin(), sketch.shingles.end());
  cached.set_thinning(sketch.thinning);
  cached.mutable_figures()->Add(sketch.figures.begin(), sketch.figures.end());
  cached.mutable_bands()->Add(sketch.bands.begin(), sketch.bands.end());
}

text::TextSketch UnpackSketch(const CachedKnowledge& cached) {
  text::TextSketch sketch;
  sketch.shingles.assign(cached.shingles().begin(), cached.shingles().end());
  sketch.thinning = cached.thinning();
  sketch.figures.assign(cached.figures().begin(), cached.figures().end());
  std::copy_n(cached.bands().begin(), sketch.bands.size(), sketch.bands.begin());
  return sketch;
}

bool IsWhole(const CachedKnowledge& cached) {
  return cached.places_size() % 3 == 0 &&
         cached.bands_size() == static_cast<int>(text::TextSketch::kBands);
}

template <typename Message>
std::vector<Message> MoveAll(google::protobuf::RepeatedPtrField<Message>& messages) {
  return {std::make_move_iterator(messages.begin()), std::make_move_iterator(messages.end())};
}

}  // namespace

std::string AnalysisKey(store::v1::ArticleRecord& record) {
  v1::SourceSpan source;
  source.Swap(record.mutable_article()->mutable_source());
  for (store::v1::ByteRun& run : *record.mutable_byte_runs()) {
    run.set_start_byte(run.start_byte() - source.start_byte());
  }
  std::string key = store::ContentKey(record.SerializeAsString());
  for (store::v1::ByteRun& run : *record.mutable_byte_runs()) {
    run.set_start_byte(run.start_byte() + source.start_byte());
  }
  record.mutable_article()->mutable_source()->Swap(&source);
  return key;
}

std::optional<std::string> PackAnalysis(const ArticleAnalysis& analysis,
                                        const v1::Article& article) {
  const ArticleKnowledge& found = analysis.knowledge;
  if (!found.imported.empty() || !found.curated.empty() || !found.edits.empty()) {
    return std::nullopt;
  }
  CachedKnowledge cached;
  PackEntities(found.entities, cached);
  cached.mutable_alias_citations()->Add(found.alias_citations.begin(), found.alias_citations.end());
  cached.mutable_mentions()->Add(found.mentions.begin(), found.mentions.end());
  for (v1::Mention& mention : *cached.mutable_mentions()) mention.clear_article();
  for (const knowledge::LocalDescription& description : found.descriptions) {
    store::v1::CachedDescription& packed = *cached.add_descriptions();
    packed.set_entity(description.entity);
    packed.set_text(description.text);
    *packed.mutable_citation() = description.citation;
  }
  cached.mutable_facts()->Add(found.facts.begin(), found.facts.end());
  for (const knowledge::RejectedFact& rejected : found.rejected) {
    store::v1::CachedRejection& packed = *cached.add_rejected();
    packed.set_rule(rejected.rule);
    packed.set_reason(rejected.reason);
  }
  PackSketch(analysis.sketch, cached);
  SourcePacker packer(article.source());
  VisitSources(cached, packer);
  if (!packer.fits()) return std::nullopt;
  absl::StatusOr<std::string> packed = store::CompressAlone(cached.SerializeAsString());
  return packed.ok() ? std::optional(*std::move(packed)) : std::nullopt;
}

absl::StatusOr<ArticleAnalysis> UnpackAnalysis(const std::string& packed,
                                               const v1::Article& article) {
  YZ_ASSIGN_OR_RETURN(const std::string bytes, store::Decompress(packed));
  CachedKnowledge cached;
  if (!cached.ParseFromString(bytes) || !IsWhole(cached)) {
    return absl::DataLossError(
        absl::StrCat("the cached analysis of ", article.name(), " is damaged"));
  }
  const SourceUnpacker unpacker(article.source());
  VisitSources(cached, unpacker);
  for (v1::Mention& mention : *cached.mutable_mentions()) mention.set_article(article.name());
  ArticleAnalysis analysis;
  ArticleKnowledge& found = analysis.knowledge;
  found.article = article.name();
  found.outlet = article.outlet();
  found.entities = UnpackEntities(cached);
  found.alias_citations = MoveAll(*cached.mutable_alias_citations());
  found.mentions = MoveAll(*cached.mutable_mentions());
  for (store::v1::CachedDescription& description : *cached.mutable_descriptions()) {
    found.descriptions.push_back({description.entity(), std::move(*description.mutable_text()),
                                  std::move(*description.mutable_citation())});
  }
  found.facts = MoveAll(*cached.mutable_facts());
  for (store::v1::CachedRejection& rejected : *cached.mutable_rejected()) {
    found.rejected.push_back({article.name(), std::move(*rejected.mutable_rule()),
                              std::move(*rejected.mutable_reason())});
  }
  analysis.sketch = UnpackSketch(cached);
  return analysis;
}

}  // namespace yinzheng::indexer
