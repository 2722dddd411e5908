// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// An article is kept without its text and comes back to the byte, whatever was recorded of it.

#include "indexer/store/article_storage.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::AddMentions;
using store::testing::MakeArticle;
using ::testing::HasSubstr;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;

constexpr char kBody[] = "甲研究院落成\n\n本报讯 甲研究院在A市落成。\n“乙中心”也在A市。\n（完）";

void SetSpan(int start, int end, yinzheng::v1::TextSpan& span) {
  span.set_start(start);
  span.set_end(end);
}

// Passages for each line, mentions of two entities, two sentences.
v1::ArticleRecord Record() {
  v1::ArticleRecord record = MakeArticle("articles/a", "甲研究院落成", kBody);
  record.mutable_article()->mutable_source()->set_start_byte(100);
  AddMentions(record, "entities/a", "甲研究院");
  SetSpan(8, 23, *record.add_sentences());
  SetSpan(24, 34, *record.add_sentences());
  return record;
}

void AddRun(int start, int length, int64_t byte, int width, v1::ArticleRecord& record) {
  v1::ByteRun& run = *record.add_byte_runs();
  run.set_start(start);
  run.set_length(length);
  run.set_start_byte(byte);
  run.set_width(width);
}

// Each code point of the body as wide as `width` says of it, `gaps` bytes skipped before some.
void AddRuns(const std::function<int(char32_t)>& width, const std::function<int(size_t)>& gap,
             v1::ArticleRecord& record) {
  int64_t byte = record.article().source().start_byte();
  int64_t expected = -1;
  const std::u32string body = text::DecodeUtf8(record.article().body());
  for (size_t i = 0; i < body.size(); ++i) {
    byte += gap(i);
    const int last = record.byte_runs().empty() ? -1 : record.byte_runs().rbegin()->width();
    if (byte == expected && width(body[i]) == last) {
      v1::ByteRun& run = *record.mutable_byte_runs()->rbegin();
      run.set_length(run.length() + 1);
    } else {
      AddRun(static_cast<int>(i), 1, byte, width(body[i]), record);
    }
    byte += width(body[i]);
    expected = byte;
  }
}

int Utf8(char32_t c) { return static_cast<int>(text::EncodeUtf8(std::u32string(1, c)).size()); }
int InJson(char32_t c) { return c == U'\n' ? 2 : Utf8(c); }
int InGb18030(char32_t c) { return c < 0x80 ? 1 : 2; }
int Nothing(size_t /*place*/) { return 0; }

std::vector<std::string> TextsOf(const v1::ArticleRecord& record) {
  const std::u32string body = text::DecodeUtf8(record.article().body());
  std::vector<std::string> texts;
  for (const yinzheng::v1::TextSpan& span : record.passages()) {
    texts.push_back(text::EncodeUtf8(text::Slice(
        body, {static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())})));
  }
  return texts;
}

struct Row {
  const char* name;
  std::function<void(v1::ArticleRecord&)> change;
};

// Whatever is recorded comes back, told in short or not.
const Row kRows[] = {
    {"as it mostly is", [](v1::ArticleRecord& /*record*/) {}},
    {"no passages", [](v1::ArticleRecord& record) { record.clear_passages(); }},
    {"no text",
     [](v1::ArticleRecord& record) {
       record.Clear();
       record.mutable_article()->set_name("articles/a");
     }},
    {"a passage of the whole body",
     [](v1::ArticleRecord& record) {
       record.clear_passages();
       SetSpan(0, record.article().body_length(), *record.add_passages());
     }},
    {"passages that touch and an empty one",
     [](v1::ArticleRecord& record) {
       record.clear_passages();
       SetSpan(0, 5, *record.add_passages());
       SetSpan(5, 5, *record.add_passages());
       SetSpan(5, 9, *record.add_passages());
     }},
    {"passages that overlap",
     [](v1::ArticleRecord& record) { SetSpan(0, 12, *record.mutable_passages(0)); }},
    {"passages out of order",
     [](v1::ArticleRecord& record) { record.mutable_passages()->SwapElements(0, 1); }},
    {"sentences out of order",
     [](v1::ArticleRecord& record) { record.mutable_sentences()->SwapElements(0, 1); }},
    {"mentions out of order",
     [](v1::ArticleRecord& record) { record.mutable_mentions()->SwapElements(0, 1); }},
    {"a mention with another text",
     [](v1::ArticleRecord& record) { record.mutable_mentions(0)->set_text("某研究院"); }},
    {"a mention with a source",
     [](v1::ArticleRecord& record) {
       record.mutable_mentions(0)->mutable_source()->set_start_byte(7);
     }},
    {"masks and a group",
     [](v1::ArticleRecord& record) {
       SetSpan(3, 5, *record.mutable_article()->add_masks()->mutable_span());
       record.set_reprint_group("articles/b");
     }},
    {"bytes of a text file", [](v1::ArticleRecord& record) { AddRuns(Utf8, Nothing, record); }},
    {"bytes of JSON", [](v1::ArticleRecord& record) { AddRuns(InJson, Nothing, record); }},
    {"bytes of another encoding",
     [](v1::ArticleRecord& record) { AddRuns(InGb18030, Nothing, record); }},
    {"bytes of markup",
     [](v1::ArticleRecord& record) {
       AddRuns(
           Utf8, [](size_t place) { return place % 5 == 0 ? 9 : 0; }, record);
     }},
    {"bytes that go back",
     [](v1::ArticleRecord& record) {
       AddRuns(
           Utf8, [](size_t place) { return place == 9 ? -20 : 0; }, record);
     }},
    {"byte runs with a gap", [](v1::ArticleRecord& record) { AddRun(3, 4, 50, 3, record); }},
    {"byte runs cut in two",
     [](v1::ArticleRecord& record) {
       const int length = record.article().body_length();
       AddRun(0, 4, 100, 3, record);
       AddRun(4, length - 4, 112, 3, record);
     }},
};

TEST(ArticleStorage, GivesBackWhatWasStored) {
  for (const Row& row : kRows) {
    v1::ArticleRecord record = Record();
    row.change(record);
    const v1::StoredArticle stored = StoreArticle(record);
    const auto restored = RestoreArticle(stored, TextsOf(record));
    ASSERT_THAT(restored, IsOk()) << row.name;
    EXPECT_EQ(restored->SerializeAsString(), record.SerializeAsString())
        << row.name << "\n"
        << restored->ShortDebugString() << "\n"
        << record.ShortDebugString();
  }
}

// The parser refuses such a document; what is stored says no more than what was given.
TEST(ArticleStorage, TextThatIsNoUtf8IsLeftAsItIs) {
  v1::ArticleRecord record;
  record.mutable_article()->set_body("甲\xFF乙");
  SetSpan(0, 3, *record.add_passages());
  const v1::StoredArticle stored = StoreArticle(record);
  EXPECT_FALSE(NeedsPassages(stored));
  EXPECT_EQ(stored.rest().article().body(), record.article().body());
}

TEST(ArticleStorage, SaysNothingTwice) {
  v1::ArticleRecord record = Record();
  AddRuns(InJson, Nothing, record);
  const v1::StoredArticle stored = StoreArticle(record);
  EXPECT_TRUE(NeedsPassages(stored));
  EXPECT_EQ(stored.rest().article().body(), "");
  EXPECT_EQ(stored.rest().passages_size() + stored.rest().sentences_size() +
                stored.rest().mentions_size() + stored.rest().byte_runs_size(),
            0);
  EXPECT_EQ(stored.entities_size(), 1);
  EXPECT_EQ(stored.odd_shifts_size(), 3);  // The escapes of line breaks, two of them in a row.
  std::string between;
  for (const std::string& part : stored.between()) between += part;
  EXPECT_EQ(between, "\n\n\n\n");
}

TEST(ArticleStorage, PassagesThatDoNotFitAreDamage) {
  const v1::ArticleRecord record = Record();
  const v1::StoredArticle stored = StoreArticle(record);
  std::vector<std::string> texts = TextsOf(record);
  texts.pop_back();
  EXPECT_THAT(RestoreArticle(stored, texts),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("articles/a")));
  texts = TextsOf(record);
  texts.front() += "。";
  EXPECT_THAT(RestoreArticle(stored, texts),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("passage 1")));
}

TEST(ArticleStorage, NumbersThatDoNotFitAreDamage) {
  const v1::ArticleRecord record = Record();
  const std::vector<std::pair<const char*, void (*)(v1::StoredArticle&)>> damages = {
      {"entity", [](v1::StoredArticle& stored) { stored.set_mentioned(0, 0x80000000U); }},
      {"mention", [](v1::StoredArticle& stored) { stored.set_mentions(0, 0xFFFFFFF0U); }},
      {"sentence", [](v1::StoredArticle& stored) { stored.set_sentences(1, 0xFFFFFFF0U); }},
      {"passage", [](v1::StoredArticle& stored) { stored.set_passages(0, 0xFFFFFFF0U); }},
      {"passage 1", [](v1::StoredArticle& stored) { stored.set_between(0, "多余"); }},
      {"places", [](v1::StoredArticle& stored) { stored.add_odd_shifts(1); }},
  };
  for (const auto& [what, damage] : damages) {
    v1::ArticleRecord given = record;
    AddRuns(InJson, Nothing, given);
    v1::StoredArticle stored = StoreArticle(given);
    damage(stored);
    EXPECT_THAT(RestoreArticle(stored, TextsOf(given)),
                StatusIs(absl::StatusCode::kDataLoss, HasSubstr(what)));
  }
}

// Through an index: articles of many passages side by side, each with its own text.
TEST(ArticleStorage, ArticlesOfAnIndexHaveTheirText) {
  store::testing::TempIndex index;
  std::vector<v1::ArticleRecord> records;
  for (const Row& row : kRows) {
    v1::ArticleRecord record = Record();
    row.change(record);
    record.mutable_article()->set_name("articles/" + std::to_string(records.size() + 100));
    records.push_back(record);
    index.AddArticle(record);
  }
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> snapshot, index.Publish());
  const ArticleReader& reader = snapshot->articles();
  for (const v1::ArticleRecord& record : records) {
    const auto read = reader.GetArticle(record.article().name());
    ASSERT_THAT(read, IsOk()) << record.article().name();
    EXPECT_EQ(read->SerializeAsString(), record.SerializeAsString());
    const auto basic = reader.GetArticleBasic(record.article().name());
    ASSERT_THAT(basic, IsOk());
    EXPECT_EQ(basic->body(), "");
    EXPECT_EQ(basic->title(), record.article().title());
  }
  size_t visited = 0;
  ASSERT_THAT(reader.ForEach([&](const v1::ArticleRecord& record) {
    EXPECT_EQ(record.SerializeAsString(), records[visited++].SerializeAsString());
    return absl::OkStatus();
  }),
              IsOk());
  YZ_ASSERT_OK_AND_ASSIGN(const auto listed, reader.List({}, {0, 100}, /*full=*/true));
  ASSERT_EQ(listed.items.size(), records.size());
  EXPECT_EQ(listed.items[0].body(), kBody);
}

}  // namespace
}  // namespace yinzheng::store
