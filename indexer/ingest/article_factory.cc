// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/article_factory.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/json_locator.h"
#include "indexer/ingest/json_record.h"
#include "indexer/ingest/language.h"
#include "indexer/ingest/mask_finder.h"
#include "indexer/ingest/source_text.h"
#include "indexer/ingest/story_fields.h"
#include "indexer/ingest/story_splitter.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

// Long enough that two of 10^9 articles are unlikely to share a name (64 bits).
constexpr size_t kNameDigits = 16;

std::string ArticleName(const std::string& path, int64_t ordinal) {
  base::Sha256 digest;
  digest.UpdateField(path);
  digest.UpdateField(std::to_string(ordinal));
  return absl::StrCat("articles/", digest.FinishHex().substr(0, kNameDigits));
}

// The parts that follow from body and place alone.
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

// From the first to the last printed character of the story.
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

// Stories of one page appear in one outlet: where only some of them name it, and all the same one,
// it is the outlet of all.
void ShareOutlet(std::vector<IngestedArticle>& articles) {
  std::set<std::string> outlets;
  for (const IngestedArticle& ingested : articles) outlets.insert(ingested.article.outlet());
  outlets.erase("");
  if (outlets.size() != 1) return;
  for (IngestedArticle& ingested : articles) ingested.article.set_outlet(*outlets.begin());
}

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleFactory>> ArticleFactory::Create() {
  std::unique_ptr<ArticleFactory> factory(new ArticleFactory());
  YZ_ASSIGN_OR_RETURN(factory->credits_, CreditReader::Create());
  YZ_ASSIGN_OR_RETURN(factory->pages_, PageReader::Create(*factory->credits_));
  return factory;
}

IngestedArticle ArticleFactory::FromStory(const SourceFile& file, const text::DecodedText& decoded,
                                          const Page& page, const StoryLines& story) const {
  IngestedArticle ingested;
  const Span span = StorySpan(page, story);
  ingested.article.set_title(ReadTitle(*credits_, page, story));
  ReadStoryFields(*credits_, page, story, ingested.article);
  SetBody(page.Text(span), ingested.article);
  SetMasks(FindMasks(page, story), span.begin, ingested.article);
  ingested.article.set_extractor(TextExtractor(decoded.encoding));
  // Offsets of a decoding never run backwards and the span lies in it: neither call can fail.
  ingested.source_map.AppendDecoded(decoded.byte_offset, span).IgnoreError();
  SetSource(file, 0, ingested).IgnoreError();
  return ingested;
}

std::vector<IngestedArticle> ArticleFactory::FromText(const SourceFile& file,
                                                      const text::DecodedText& decoded) const {
  std::vector<IngestedArticle> articles;
  Page page = pages_->Read(decoded.text);
  int64_t ordinal = 0;
  for (const StoryLines& story : SplitStories(*credits_, page)) {
    IngestedArticle ingested = FromStory(file, decoded, page, story);
    if (ingested.article.body().empty()) continue;
    ++ordinal;
    ingested.article.set_name(ArticleName(file.relative, ordinal));
    ingested.article.set_external_id(ordinal == 1 ? file.relative
                                                  : absl::StrCat(file.relative, "#", ordinal));
    articles.push_back(std::move(ingested));
  }
  ShareOutlet(articles);
  return articles;
}

// What the fields of a record leave open is taken from its text, as for text files.
void ArticleFactory::FillFromRecord(const std::u32string& body, JsonlRecord& record) const {
  v1::Article& article = record.ingested.article;
  const Page page = pages_->Read(body);
  const StoryLines story = WholePage(page);
  // A record without a title has none: its first lines are text, not a headline above it.
  ReadStoryFields(*credits_, page, story, article);
  SetBody(body, article);
  SetMasks(FindMasks(page, story), 0, article);
}

absl::StatusOr<JsonlRecord> ArticleFactory::FromJsonl(const SourceFile& file,
                                                      const RecordLine& line) const {
  YZ_ASSIGN_OR_RETURN(text::DecodedText decoded, text::DecodeAs(line.text, "UTF-8"));
  JsonlRecord record;
  record.repaired = decoded.repaired + RepairLoneSurrogates(decoded.text);
  v1::Article& article = record.ingested.article;
  YZ_RETURN_IF_ERROR(ReadJsonRecord(text::EncodeUtf8(decoded.text), article, record.warnings));
  YZ_ASSIGN_OR_RETURN(const LocatedString body, LocateString(decoded.text, U"text"));
  for (const Span& spelled : body.spelled) {
    YZ_RETURN_IF_ERROR(
        record.ingested.source_map.Append({line.offset + decoded.byte_offset[spelled.begin],
                                           line.offset + decoded.byte_offset[spelled.end]}));
  }
  if (body.text.find_first_not_of(U" \t\r\n\u3000") == std::u32string::npos) {
    return absl::InvalidArgumentError("\"text\" is blank");
  }
  article.set_name(ArticleName(file.relative, line.number));
  if (article.external_id().empty()) {
    article.set_external_id(absl::StrCat(file.relative, "#", line.number));
  }
  article.set_extractor(std::string(kJsonlExtractor));
  FillFromRecord(body.text, record);
  YZ_RETURN_IF_ERROR(SetSource(file, line.number, record.ingested));
  return record;
}

}  // namespace yinzheng::ingest
