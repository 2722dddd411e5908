// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <algorithm>
#include <map>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/article_storage.h"
#include "indexer/store/documents.h"
#include "indexer/store/name_key.h"
#include "indexer/store/passage_analysis.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "indexer/store/token_postings.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;

constexpr uint32_t kFirstPosition = 1;

absl::Status CheckSpan(const yinzheng::v1::TextSpan& span, size_t body_size,
                       const std::string& what) {
  if (span.start() >= 0 && span.start() <= span.end() &&
      static_cast<size_t>(span.end()) <= body_size) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat(what, ": span ", span.start(), "..", span.end(),
                                                 " is outside the body of ", body_size,
                                                 " code points"));
}

absl::Status CheckRecord(const v1::ArticleRecord& record, size_t body_size) {
  const std::string& name = record.article().name();
  YZ_RETURN_IF_ERROR(IdOf("articles", name).status());
  if (text::CountInvalidUtf8(record.article().body()) > 0) {
    return absl::InvalidArgumentError(
        absl::StrCat("add ", name, ": its body is no UTF-8; repair it before it is added"));
  }
  for (const yinzheng::v1::TextSpan& sentence : record.sentences()) {
    YZ_RETURN_IF_ERROR(CheckSpan(sentence, body_size, absl::StrCat("a sentence of ", name)));
  }
  for (const yinzheng::v1::TextSpan& passage : record.passages()) {
    YZ_RETURN_IF_ERROR(CheckSpan(passage, body_size, absl::StrCat("a passage of ", name)));
  }
  for (const yinzheng::v1::Mention& mention : record.mentions()) {
    YZ_RETURN_IF_ERROR(CheckSpan(mention.span(), body_size, absl::StrCat("a mention in ", name)));
    YZ_RETURN_IF_ERROR(IdOf("entities", mention.entity()).status());
  }
  return absl::OkStatus();
}

yinzheng::v1::Article WithoutBody(const yinzheng::v1::Article& article) {
  yinzheng::v1::Article basic = article;
  basic.clear_body();
  basic.clear_masks();
  return basic;
}

// The terms and sort keys that an article and its passages share, so that one filter fits both.
void AddArticleFields(const yinzheng::v1::Article& article, Xapian::Document& document) {
  if (!article.outlet().empty()) {
    document.add_boolean_term(Term(prefix::kOutlet, NameKey(article.outlet())));
  }
  for (const std::string& author : article.authors()) {
    document.add_boolean_term(Term(prefix::kAuthor, NameKey(author)));
  }
  if (!article.language().empty()) {
    document.add_boolean_term(Term(prefix::kLanguage, absl::AsciiStrToLower(article.language())));
  }
  const std::string& day = article.published().earliest();
  if (!day.empty()) document.add_value(slot::kEarliest, day);
  if (!article.published().latest().empty()) {
    document.add_value(slot::kLatest, article.published().latest());
  }
  document.add_value(slot::kNewestFirst, NewestFirstKey(day, IdPart(article.name())));
  document.add_value(slot::kOldestFirst, OldestFirstKey(day, IdPart(article.name())));
}

std::map<std::string, uint32_t> MentionCounts(const v1::ArticleRecord& record) {
  std::map<std::string, uint32_t> counts;
  for (const yinzheng::v1::Mention& mention : record.mentions()) {
    ++counts[std::string(IdPart(mention.entity()))];
  }
  return counts;
}

std::vector<Span> PassagePlaces(const v1::ArticleRecord& record) {
  std::vector<Span> places;
  for (const yinzheng::v1::TextSpan& span : record.passages()) {
    places.push_back({static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())});
  }
  return places;
}

v1::PassageRecord MakePassageRecord(const v1::ArticleRecord& record,
                                    const yinzheng::v1::Article& basic, std::u32string_view body,
                                    int index) {
  v1::PassageRecord passage;
  const yinzheng::v1::TextSpan& span = record.passages(index);
  const Span place = {static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())};
  passage.mutable_passage()->set_name(
      PassageName(record.article().name(), static_cast<size_t>(index) + 1));
  *passage.mutable_passage()->mutable_span() = span;
  passage.mutable_passage()->set_text(text::EncodeUtf8(text::Slice(body, place)));
  *passage.mutable_article() = basic;
  passage.set_reprint_group(record.reprint_group());
  return passage;
}

}  // namespace

absl::StatusOr<ArticleTerms> LayOutArticle(v1::ArticleRecord record) {
  const std::u32string body = text::DecodeUtf8(record.article().body());
  YZ_RETURN_IF_ERROR(CheckRecord(record, body.size()));
  const std::vector<std::vector<Span>> skipped =
      SkippedParts(record.article(), body, PassagePlaces(record));
  ArticleTerms terms;
  const yinzheng::v1::Article basic = WithoutBody(record.article());
  for (int i = 0; i < record.passages_size(); ++i) {
    PassageTerms& passage = terms.passages.emplace_back();
    passage.record = MakePassageRecord(record, basic, body, i);
    for (const Span span : skipped[static_cast<size_t>(i)]) {
      yinzheng::v1::TextSpan* mask = passage.record.mutable_article()->add_masks()->mutable_span();
      mask->set_start(static_cast<int32_t>(span.begin));
      mask->set_end(static_cast<int32_t>(span.end));
    }
  }
  terms.data = SerializeDeterministically(StoreArticle(record));
  terms.mentions = MentionCounts(record);
  terms.record = std::move(record);
  return terms;
}

absl::StatusOr<ArticleTerms> AnalyzeArticle(const text::Analyzer& analyzer,
                                            v1::ArticleRecord record) {
  YZ_ASSIGN_OR_RETURN(ArticleTerms terms, LayOutArticle(std::move(record)));
  const std::u32string title = text::DecodeUtf8(terms.record.article().title());
  terms.title = analyzer.Analyze(title);
  terms.title_words = TitleWords(analyzer.segmenter(), title);
  for (PassageTerms& passage : terms.passages) {
    const std::u32string text = text::DecodeUtf8(passage.record.passage().text());
    const auto begin = static_cast<uint32_t>(passage.record.passage().span().start());
    const std::vector<Span> skip = MaskSpans(passage.record.article());
    passage.tokens = AnalyzePassage(analyzer, text, begin, skip);
    for (PhraseRun& run : FindPhraseRuns(analyzer.segmenter(), KeptParts(text, begin, skip).text)) {
      terms.phrase_runs.push_back(std::move(run));
    }
  }
  return terms;
}

std::string SerializeDeterministically(const google::protobuf::MessageLite& message) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    message.SerializeToCodedStream(&coded);
  }
  return bytes;
}

Xapian::Document ArticleDocument(const ArticleTerms& article) {
  const yinzheng::v1::Article& message = article.record.article();
  Xapian::Document document;
  document.set_data(article.data);
  document.add_boolean_term(Term(prefix::kName, IdPart(message.name())));
  document.add_value(slot::kTieBreak, message.name());
  AddArticleFields(message, document);
  AddPostings(article.title, prefix::kTitle, kFirstPosition, 1, document);
  if (const std::string& group = article.record.reprint_group(); !group.empty()) {
    document.add_boolean_term(Term(prefix::kReprint, IdPart(group)));
  }
  if (!message.outlet().empty()) document.add_value(slot::kOutlet, message.outlet());
  if (message.authors_size() > 0) {
    document.add_value(slot::kAuthors, absl::StrJoin(message.authors(), "\n"));
  }
  for (const auto& [id, count] : article.mentions) {
    document.add_term(Term(prefix::kEntity, id), count);
  }
  return document;
}

Xapian::Document PassageDocument(const ArticleTerms& article, size_t index,
                                 PassageNumbers numbers) {
  const PassageTerms& passage = article.passages[index];
  const std::string article_id(IdPart(article.record.article().name()));
  Xapian::Document document;
  document.set_data(SerializeDeterministically(passage.record));
  document.add_boolean_term(Term(prefix::kArticle, article_id));
  document.add_value(slot::kArticleNumber, BigEndian(numbers.article));
  document.add_value(slot::kReprintGroup, BigEndian(numbers.group));
  document.add_value(slot::kTieBreak,
                     article_id + '\0' + BigEndian(static_cast<uint32_t>(index) + 1));
  AddArticleFields(article.record.article(), document);
  for (const auto& [id, count] : article.mentions) {
    document.add_boolean_term(Term(prefix::kEntity, id));
  }
  AddPostings(passage.tokens, "", kFirstPosition, 1, document);
  AddNumberTerms(passage.tokens, document);
  AddTerms(article.title, prefix::kTitle, document);
  return document;
}

}  // namespace yinzheng::store
