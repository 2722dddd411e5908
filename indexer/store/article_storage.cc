// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/article_storage.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/byte_run_columns.h"
#include "indexer/store/span_columns.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using yinzheng::v1::Mention;
using yinzheng::v1::TextSpan;
using Spans = google::protobuf::RepeatedPtrField<TextSpan>;

std::string SliceOf(std::u32string_view body, const TextSpan& span) {
  return text::EncodeUtf8(
      text::Slice(body, {static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())}));
}

// Whether all can be told by distances inside a body of `size`.
bool AreInOrder(const Spans& spans, size_t size) {
  int32_t end = 0;
  for (const TextSpan& span : spans) {
    if (!Follows(span, end)) return false;
    end = span.end();
  }
  return static_cast<size_t>(end) <= size;
}

void StoreSpans(Spans& spans, size_t body_size, Columns& columns) {
  if (!AreInOrder(spans, body_size)) return;
  int32_t end = 0;
  for (const TextSpan& span : spans) AddSpan(span, end, columns);
  spans.Clear();
}

// False if a span lies behind `limit`.
bool RestoreSpans(const Columns& columns, int32_t limit, Spans& spans) {
  int32_t end = 0;
  for (int i = 0; 2 * i + 1 < columns.size(); ++i) {
    if (!ReadSpan(columns, i, limit, end, *spans.Add())) return false;
  }
  return true;
}

// The body of `record`, whose passages are in order, without their text.
void StoreBody(std::u32string_view body, v1::StoredArticle& stored) {
  int32_t at = 0;
  TextSpan between;
  for (const TextSpan& passage : stored.rest().passages()) {
    between.set_start(at);
    between.set_end(passage.start());
    stored.add_between(SliceOf(body, between));
    at = passage.end();
  }
  between.set_start(at);
  between.set_end(static_cast<int32_t>(body.size()));
  stored.add_between(SliceOf(body, between));
  stored.mutable_rest()->mutable_article()->clear_body();
}

bool CanTellMentions(const v1::ArticleRecord& record, std::u32string_view body) {
  int32_t end = 0;
  return std::all_of(record.mentions().begin(), record.mentions().end(),
                     [&](const Mention& mention) {
                       const bool plain = mention.article().empty() && !mention.has_source() &&
                                          mention.has_span() && Follows(mention.span(), end) &&
                                          static_cast<size_t>(mention.span().end()) <= body.size();
                       end = mention.span().end();
                       return plain && mention.text() == SliceOf(body, mention.span());
                     });
}

void StoreMentions(std::u32string_view body, v1::StoredArticle& stored) {
  v1::ArticleRecord& record = *stored.mutable_rest();
  if (!CanTellMentions(record, body)) return;
  absl::flat_hash_map<std::string, uint32_t> numbers;
  int32_t end = 0;
  for (const Mention& mention : record.mentions()) {
    AddSpan(mention.span(), end, *stored.mutable_mentions());
    const auto [number, fresh] =
        numbers.try_emplace(mention.entity(), static_cast<uint32_t>(stored.entities_size()));
    if (fresh) stored.add_entities(mention.entity());
    stored.add_mentioned(number->second);
  }
  record.clear_mentions();
}

absl::Status Damaged(const v1::ArticleRecord& record, const std::string& what) {
  return absl::DataLossError(absl::StrCat("read ", record.article().name(), ": ", what,
                                          "; restore the generation or build the index again"));
}

int32_t CountCodePoints(const std::string& utf8) {
  return static_cast<int32_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

absl::Status JoinBody(const v1::StoredArticle& stored, const std::vector<std::string>& passages,
                      v1::ArticleRecord& record) {
  if (!NeedsPassages(stored)) {
    if (stored.between_size() == 1) record.mutable_article()->set_body(stored.between(0));
    return absl::OkStatus();
  }
  const auto expected = static_cast<size_t>(stored.between_size()) - 1;
  if (passages.size() != expected || record.passages_size() != static_cast<int>(expected)) {
    return Damaged(record, absl::StrCat("it has ", expected, " passages, and the index holds ",
                                        passages.size(), " of them"));
  }
  std::string& body = *record.mutable_article()->mutable_body();
  int32_t at = 0;
  for (size_t i = 0; i < passages.size(); ++i) {
    const TextSpan& span = record.passages(static_cast<int>(i));
    const std::string& between = stored.between(static_cast<int>(i));
    if (CountCodePoints(passages[i]) != span.end() - span.start() ||
        CountCodePoints(between) != span.start() - at) {
      return Damaged(record, absl::StrCat("passage ", i + 1, " has another length or place"));
    }
    absl::StrAppend(&body, between, passages[i]);
    at = span.end();
  }
  body += stored.between(stored.between_size() - 1);
  return absl::OkStatus();
}

absl::Status RestoreMentions(const v1::StoredArticle& stored, std::u32string_view body,
                             v1::ArticleRecord& record) {
  int32_t end = 0;
  for (int i = 0; i < stored.mentioned_size(); ++i) {
    const uint32_t entity = stored.mentioned(i);
    if (entity >= static_cast<uint32_t>(stored.entities_size()) ||
        2 * i + 1 >= stored.mentions_size()) {
      return Damaged(record, "its mentions name no entity");
    }
    Mention& mention = *record.add_mentions();
    mention.set_entity(stored.entities(static_cast<int>(entity)));
    const auto limit = static_cast<int32_t>(body.size());
    if (!ReadSpan(stored.mentions(), i, limit, end, *mention.mutable_span())) {
      return Damaged(record, "a mention lies behind its text");
    }
    mention.set_text(SliceOf(body, mention.span()));
  }
  return absl::OkStatus();
}

}  // namespace

v1::StoredArticle StoreArticle(v1::ArticleRecord record) {
  v1::StoredArticle stored;
  *stored.mutable_rest() = std::move(record);
  v1::ArticleRecord& rest = *stored.mutable_rest();
  const std::u32string body = text::DecodeUtf8(rest.article().body());
  // Text that is no UTF-8 would not come back as it was.
  if (text::EncodeUtf8(body) != rest.article().body()) return stored;
  StoreMentions(body, stored);
  StoreByteRuns(body, stored);
  StoreSpans(*rest.mutable_sentences(), body.size(), *stored.mutable_sentences());
  if (!AreInOrder(rest.passages(), body.size())) return stored;
  StoreBody(body, stored);
  StoreSpans(*rest.mutable_passages(), body.size(), *stored.mutable_passages());
  return stored;
}

bool NeedsPassages(const v1::StoredArticle& stored) { return stored.between_size() > 1; }

absl::StatusOr<v1::ArticleRecord> RestoreArticle(v1::StoredArticle stored,
                                                 const std::vector<std::string>& passages) {
  v1::ArticleRecord record = std::move(*stored.mutable_rest());
  constexpr int32_t kAnyLength = std::numeric_limits<int32_t>::max();
  if (!RestoreSpans(stored.passages(), kAnyLength, *record.mutable_passages())) {
    return Damaged(record, "a passage lies behind any text");
  }
  YZ_RETURN_IF_ERROR(JoinBody(stored, passages, record));
  const std::u32string body = text::DecodeUtf8(record.article().body());
  const int32_t length = record.article().body_length();
  if (length > 0 && body.size() != static_cast<size_t>(length)) {
    return Damaged(record,
                   absl::StrCat("its text has ", body.size(), " code points, not ", length));
  }
  if (!RestoreSpans(stored.sentences(), static_cast<int32_t>(body.size()),
                    *record.mutable_sentences())) {
    return Damaged(record, "a sentence lies behind its text");
  }
  YZ_RETURN_IF_ERROR(RestoreMentions(stored, body, record));
  if (!RestoreByteRuns(stored, body, record)) {
    return Damaged(record, "its places in the source do not fit its text");
  }
  return record;
}

}  // namespace yinzheng::store
