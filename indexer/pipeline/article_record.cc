// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/article_record.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/pipeline/passages.h"
#include "indexer/text/unicode.h"

namespace yinzheng::indexer {
namespace {

using text::Span;

void SetSpan(Span span, v1::TextSpan* out) {
  out->set_start(static_cast<int32_t>(span.begin));
  out->set_end(static_cast<int32_t>(span.end));
}

Span ToSpan(const v1::TextSpan& span) {
  const int32_t start = std::max(span.start(), 0);
  return {static_cast<uint32_t>(start), static_cast<uint32_t>(std::max(span.end(), start))};
}

// Neighbouring code points of one width that follow each other in the source are one run.
void AddByteRuns(const text::SourceMap& map, store::v1::ArticleRecord& record) {
  store::v1::ByteRun* run = nullptr;
  uint64_t expected = 0;
  for (uint32_t at = 0; at < map.size(); ++at) {
    const absl::StatusOr<text::ByteRange> bytes = map.ToBytes({at, at + 1});
    if (!bytes.ok()) return;  // Cannot be: `at` is inside the map.
    const auto width = static_cast<int32_t>(bytes->size());
    if (run == nullptr || bytes->begin != expected || width != run->width()) {
      run = record.add_byte_runs();
      run->set_start(static_cast<int32_t>(at));
      run->set_start_byte(static_cast<int64_t>(bytes->begin));
      run->set_width(width);
    }
    run->set_length(run->length() + 1);
    expected = bytes->end;
  }
}

}  // namespace

store::v1::ArticleRecord MakeArticleRecord(const ingest::IngestedArticle& ingested) {
  store::v1::ArticleRecord record;
  *record.mutable_article() = ingested.article;
  std::vector<Span> masks;
  for (const v1::Mask& mask : ingested.article.masks()) masks.push_back(ToSpan(mask.span()));
  const ArticleLayout layout = LayOut(text::DecodeUtf8(ingested.article.body()), masks);
  for (const Span sentence : layout.sentences) SetSpan(sentence, record.add_sentences());
  for (const Span passage : layout.passages) SetSpan(passage, record.add_passages());
  AddByteRuns(ingested.source_map, record);
  return record;
}

void SetMentions(const std::vector<v1::Mention>& mentions, store::v1::ArticleRecord& record) {
  for (const v1::Mention& mention : mentions) {
    v1::Mention* kept = record.add_mentions();
    *kept = mention;
    kept->clear_article();
    kept->clear_source();
  }
}

absl::StatusOr<text::SourceMap> RestoreSourceMap(const store::v1::ArticleRecord& record) {
  text::SourceMap map;
  for (const store::v1::ByteRun& run : record.byte_runs()) {
    if (run.start() != static_cast<int32_t>(map.size()) || run.width() < 0 || run.length() < 0 ||
        run.start_byte() < 0) {
      return absl::DataLossError(
          absl::StrCat("byte runs of ", record.article().name(), " leave a gap at ", map.size()));
    }
    auto byte = static_cast<uint64_t>(run.start_byte());
    const auto width = static_cast<uint64_t>(run.width());
    for (int32_t i = 0; i < run.length(); ++i, byte += width) {
      YZ_RETURN_IF_ERROR(map.Append({byte, byte + width}));
    }
  }
  if (static_cast<int32_t>(map.size()) != record.article().body_length()) {
    return absl::DataLossError(absl::StrCat("byte runs of ", record.article().name(), " cover ",
                                            map.size(), " of ", record.article().body_length(),
                                            " code points"));
  }
  return map;
}

absl::StatusOr<v1::SourceSpan> SourceOf(const v1::Article& article, const text::SourceMap& map,
                                        const v1::TextSpan& span) {
  YZ_ASSIGN_OR_RETURN(const text::ByteRange bytes, map.ToBytes(ToSpan(span)));
  v1::SourceSpan source = article.source();
  source.set_start_byte(static_cast<int64_t>(bytes.begin));
  source.set_end_byte(static_cast<int64_t>(bytes.end));
  return source;
}

}  // namespace yinzheng::indexer
