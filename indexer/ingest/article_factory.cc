// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/article_factory.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/json_locator.h"
#include "indexer/ingest/json_record.h"
#include "indexer/ingest/letters.h"
#include "indexer/ingest/mask_finder.h"
#include "indexer/ingest/source_text.h"
#include "indexer/ingest/story_fields.h"
#include "indexer/ingest/story_splitter.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

// Longer ones are no names.
constexpr size_t kMaxAuthor = 20;

std::u32string LettersOf(const std::string& utf8) { return Letters(text::DecodeUtf8(utf8)); }

// The byte ranges of a part of a marked-up text.
absl::Status MapMarked(const MarkedText& text, const text::DecodedText& decoded, Span span,
                       text::SourceMap& map) {
  for (uint32_t i = span.begin; i < span.end; ++i) {
    const Span from = text.source[i];
    YZ_RETURN_IF_ERROR(
        map.Append({decoded.byte_offset[from.begin], decoded.byte_offset[from.end]}));
  }
  return absl::OkStatus();
}

// The lines of one region as a page of their own; the lines leave `page`.
Page TakeRegion(const StoryRegion& region, Page& page) {
  Page part(page.text());
  for (size_t i = region.first; i < region.last; ++i) {
    part.lines().push_back(std::move(page.lines()[i]));
  }
  return part;
}

// The one <time> in the head of a story, where a page prints its day as 3月4日 or 昨天; one in the
// text may be of any event. Empty if there are more.
std::string TimeInHead(const PageFields& fields, const MarkedText& text, const Page& page,
                       const StoryLines& story) {
  const Span lines = StorySpan(page, {story.first, story.text, story.text});
  if (lines.empty()) return "";
  const Span head{text.source[lines.begin].begin, text.source[lines.end - 1].end};
  std::string found;
  for (const PageTime& time : fields.times) {
    if (!head.contains(time.place)) continue;
    if (!found.empty() && found != time.value) return "";
    found = time.value;
  }
  return found;
}

// What JSON-LD says of the story of this title; nothing if it does not speak of it.
const StoryFields* FieldsOfStory(const PageFields& fields, const std::string& title) {
  const std::u32string letters = LettersOf(title);
  for (const StoryFields& story : fields.stories) {
    if (!letters.empty() && LettersOf(story.title) == letters) return &story;
  }
  return nullptr;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleFactory>> ArticleFactory::Create() {
  std::unique_ptr<ArticleFactory> factory(new ArticleFactory());
  YZ_ASSIGN_OR_RETURN(factory->credits_, CreditReader::Create());
  YZ_ASSIGN_OR_RETURN(factory->pages_, PageReader::Create(*factory->credits_));
  YZ_ASSIGN_OR_RETURN(factory->dates_, DateInference::Create(*factory->credits_));
  YZ_ASSIGN_OR_RETURN(factory->markup_, MarkupReader::Create(*factory->pages_));
  return factory;
}

IngestedArticle ArticleFactory::FromStory(const Page& page, const StoryLines& story) const {
  IngestedArticle ingested;
  const Span span = StorySpan(page, story);
  ingested.article.set_title(ReadTitle(*credits_, page, story));
  ReadStoryFields(*credits_, page, story, ingested.article);
  SetBody(page.Text(span), ingested.article);
  SetMasks(FindMasks(page, story), span.begin, ingested.article);
  return ingested;
}

// Stories of one page appear on one day.
void ArticleFactory::InferDates(const Page& page, absl::Span<IngestedArticle> articles) const {
  const auto is_dated = [](const IngestedArticle& one) { return one.article.has_published(); };
  if (std::all_of(articles.begin(), articles.end(), is_dated)) return;
  const std::optional<v1::DateValue> inferred = dates_->Infer(page);
  if (!inferred) return;
  for (IngestedArticle& ingested : articles) {
    if (!is_dated(ingested)) *ingested.article.mutable_published() = *inferred;
  }
}

std::vector<IngestedArticle> ArticleFactory::FromText(const SourceFile& file,
                                                      const text::DecodedText& decoded) const {
  std::vector<IngestedArticle> articles;
  Page page = pages_->Read(decoded.text);
  for (const StoryLines& story : SplitStories(*credits_, page)) {
    const Span span = StorySpan(page, story);
    if (span.empty()) continue;
    IngestedArticle ingested = FromStory(page, story);
    ingested.article.set_extractor(ExtractorName(kTextExtractor, decoded.encoding));
    // Offsets of a decoding never run backwards and the span lies in it: neither call can fail.
    ingested.source_map.AppendDecoded(decoded.byte_offset, span).IgnoreError();
    SetSource(file, 0, ingested).IgnoreError();
    articles.push_back(std::move(ingested));
  }
  InferDates(page, absl::MakeSpan(articles));
  NameStories(file, articles);
  ShareOutlet(articles);
  return articles;
}

PageStories ArticleFactory::FromHtml(const SourceFile& file,
                                     const text::DecodedText& decoded) const {
  return FromMarkup(file, decoded, markup_->ReadHtml(decoded.text));
}

PageStories ArticleFactory::FromMarkdown(const SourceFile& file,
                                         const text::DecodedText& decoded) const {
  return FromMarkup(file, decoded, markup_->ReadMarkdown(decoded.text));
}

// `title` without the site behind it, which goes to `site`.
std::string ArticleFactory::WithoutSite(const std::string& title, std::string* site) const {
  const std::u32string words = text::DecodeUtf8(title);
  const KeyedText keyed(words, {0, static_cast<uint32_t>(words.size())});
  std::string_view outlet;
  const std::string_view rest = credits_->WithoutSite(keyed.key(), &outlet);
  if (outlet.empty()) return title;
  *site = text::EncodeUtf8(text::Slice(words, keyed.ToPage(outlet)));
  return text::EncodeUtf8(text::Slice(words, keyed.ToPage(rest)));
}

// The headline: as the markup shows it, else as the words do if the page's head agrees, else as the
// head says it.
std::string ArticleFactory::MarkupTitle(const Page& page, const StoryLines& story,
                                        const StoryFields& fields,
                                        const std::string& document_title) const {
  std::string shown;
  for (size_t i = story.first; i < story.text; ++i) {
    const PageLine& line = page.lines()[i];
    if (!line.headline || line.role != LineRole::kHeading) {
      if (!shown.empty()) break;
      continue;
    }
    if (!shown.empty()) shown += ' ';
    shown += text::EncodeUtf8(page.Text(line.span));
  }
  if (!shown.empty()) return shown;
  std::string read = ReadTitle(*credits_, page, story);
  const std::string& said = fields.title.empty() ? document_title : fields.title;
  const std::u32string read_letters = LettersOf(read);
  const std::u32string said_letters = LettersOf(said);
  if (said.empty()) return read;
  // Lines below a headline may look like more of it.
  const bool confirmed = !read.empty() && said_letters.starts_with(read_letters);
  return confirmed ? read : said;
}

// Leaves those authors that are names of people.
void ArticleFactory::CleanFields(StoryFields& fields) const {
  std::vector<std::string> authors;
  for (const std::string& name : fields.authors) {
    const std::u32string words = U"作者：" + text::DecodeUtf8(name);
    const KeyedText keyed(words, {0, static_cast<uint32_t>(words.size())});
    const Credits credits = credits_->Read(keyed.key());
    if (words.size() > kMaxAuthor || !credits.only_credits) continue;
    for (const std::string_view author : credits.authors) {
      if (credits_->IsOutlet(author)) continue;
      authors.push_back(text::EncodeUtf8(text::Slice(words, keyed.ToPage(author))));
    }
  }
  fields.authors = std::move(authors);
}

IngestedArticle ArticleFactory::FromMarkedStory(const Page& page, const StoryLines& story,
                                                const PageFields& fields, bool only) const {
  IngestedArticle ingested = FromStory(page, story);
  v1::Article& article = ingested.article;
  StoryFields said = fields.page;
  if (!only) {
    // What the head says of the page is no statement on one of its stories.
    said.title.clear();
    said.authors.clear();
    if (article.has_published()) said.published.clear();
  }
  article.set_title(MarkupTitle(page, story, said, only ? fields.document_title : ""));
  const StoryFields* described = FieldsOfStory(fields, article.title());
  if (described == nullptr && only && fields.stories.size() == 1) {
    described = &fields.stories.front();
  }
  if (described != nullptr) {
    StoryFields own = *described;
    AddMissing(said, own);
    said = std::move(own);
  }
  ApplyFields(said, article);
  // A text without Chinese characters is in the language that its page names.
  if (article.language().empty()) article.set_language(LanguageOfTag(fields.language));
  return ingested;
}

// The fields in the form in which articles have them.
void ArticleFactory::CleanPageFields(PageFields& fields) const {
  std::string site;
  fields.document_title = WithoutSite(fields.document_title, &site);
  if (fields.page.outlet.empty()) fields.page.outlet = site;
  fields.page.title = WithoutSite(fields.page.title, &site);
  CleanFields(fields.page);
  for (StoryFields& story : fields.stories) CleanFields(story);
}

PageStories ArticleFactory::FromMarkup(const SourceFile& file, const text::DecodedText& decoded,
                                       MarkupPage markup) const {
  PageStories stories;
  stories.warnings = std::move(markup.warnings);
  CleanPageFields(markup.fields);
  for (const StoryRegion& region : markup.regions) {
    Page part = TakeRegion(region, markup.page);
    std::vector<StoryLines> lines = SplitStories(*credits_, part);
    if (region.whole && lines.size() > 1) {
      lines = {{lines.front().first, lines.front().text, lines.back().last}};
    }
    const bool only = markup.regions.size() == 1 && lines.size() == 1;
    const size_t before = stories.articles.size();
    for (const StoryLines& story : lines) {
      const Span span = StorySpan(part, story);
      if (span.empty()) continue;
      IngestedArticle ingested = FromMarkedStory(part, story, markup.fields, only);
      if (!ingested.article.has_published()) {
        StoryFields head;
        head.published = TimeInHead(markup.fields, *markup.text, part, story);
        ApplyFields(head, ingested.article);
      }
      ingested.article.set_extractor(ExtractorName(markup.extractor, decoded.encoding));
      // Places of a marked text never run backwards: neither call can fail.
      MapMarked(*markup.text, decoded, span, ingested.source_map).IgnoreError();
      SetSource(file, 0, ingested).IgnoreError();
      stories.articles.push_back(std::move(ingested));
    }
    InferDates(part, absl::MakeSpan(stories.articles).subspan(before));
  }
  NameStories(file, stories.articles);
  ShareOutlet(stories.articles);
  return stories;
}

// What the fields of a record leave open is taken from its text, as for text files.
void ArticleFactory::FillFromRecord(const std::u32string& body, JsonlRecord& record) const {
  v1::Article& article = record.ingested.article;
  const Page page = pages_->Read(body);
  const StoryLines story = WholePage(page);
  // A record without a title has none: its first lines are text, not a headline above it.
  ReadStoryFields(*credits_, page, story, article);
  InferDates(page, absl::MakeSpan(&record.ingested, 1));
  SetBody(body, article);
  SetMasks(FindMasks(page, story), 0, article);
}

absl::StatusOr<JsonlRecord> ArticleFactory::FromJsonl(const SourceFile& file,
                                                      const RecordLine& line) const {
  YZ_ASSIGN_OR_RETURN(text::DecodedText decoded, text::DecodeAs(line.text, line.encoding));
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
  article.set_extractor(ExtractorName(kJsonlExtractor, line.encoding));
  FillFromRecord(body.text, record);
  YZ_RETURN_IF_ERROR(SetSource(file, line.number, record.ingested));
  return record;
}

}  // namespace yinzheng::ingest
