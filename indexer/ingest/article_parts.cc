// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/article_parts.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/language.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

// Long enough that two of 10^9 articles are unlikely to share a name (64 bits).
constexpr size_t kNameDigits = 16;

}  // namespace

std::string ArticleName(const std::string& path, int64_t ordinal) {
  base::Sha256 digest;
  digest.UpdateField(path);
  digest.UpdateField(std::to_string(ordinal));
  return absl::StrCat("articles/", digest.FinishHex().substr(0, kNameDigits));
}

void NameStories(const SourceFile& file, std::vector<IngestedArticle>& articles) {
  int64_t ordinal = 0;
  for (IngestedArticle& ingested : articles) {
    ++ordinal;
    ingested.article.set_name(ArticleName(file.relative, ordinal));
    ingested.article.set_external_id(ordinal == 1 ? file.relative
                                                  : absl::StrCat(file.relative, "#", ordinal));
  }
}

void SetBody(std::u32string_view body, v1::Article& article) {
  article.set_body(text::EncodeUtf8(body));
  article.set_body_length(static_cast<int32_t>(body.size()));
  article.set_body_sha256(base::Sha256Hex(article.body()));
  if (article.language().empty()) article.set_language(DetectLanguage(body));
}

void SetMasks(const std::vector<FoundMask>& masks, uint32_t body_begin, v1::Article& article) {
  for (const FoundMask& found : masks) {
    v1::Mask* mask = article.add_masks();
    mask->set_kind(found.kind);
    mask->mutable_span()->set_start(static_cast<int32_t>(found.span.begin - body_begin));
    mask->mutable_span()->set_end(static_cast<int32_t>(found.span.end - body_begin));
  }
}

absl::Status SetSource(const SourceFile& file, int32_t record, IngestedArticle& ingested) {
  YZ_ASSIGN_OR_RETURN(const text::ByteRange bytes,
                      ingested.source_map.ToBytes({0, ingested.source_map.size()}));
  v1::SourceSpan* source = ingested.article.mutable_source();
  source->set_path(file.relative);
  source->set_record(record);
  source->set_sha256(file.sha256);
  source->set_start_byte(static_cast<int64_t>(bytes.begin));
  source->set_end_byte(static_cast<int64_t>(bytes.end));
  return absl::OkStatus();
}

Span StorySpan(const Page& page, const StoryLines& story) {
  Span span{};
  bool found = false;
  for (size_t i = story.first; i < story.last; ++i) {
    const PageLine& line = page.lines()[i];
    if (line.role == LineRole::kBlank) continue;
    span = found ? text::Cover(span, line.span) : line.span;
    found = true;
  }
  return span;
}

void ShareOutlet(std::vector<IngestedArticle>& articles) {
  std::set<std::string> outlets;
  for (const IngestedArticle& ingested : articles) outlets.insert(ingested.article.outlet());
  outlets.erase("");
  if (outlets.size() != 1) return;
  for (IngestedArticle& ingested : articles) ingested.article.set_outlet(*outlets.begin());
}

}  // namespace yinzheng::ingest
