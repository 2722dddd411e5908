// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A whole small index: what the readers of articles, entities and facts answer, and what Open
// refuses.

#include "indexer/store/index_snapshot.h"

#include <google/protobuf/text_format.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/filter_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::AddMentions;
using store::testing::MakeArticle;
using store::testing::MakeEntity;
using store::testing::SharedAnalyzer;
using store::testing::TempIndex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;

yinzheng::v1::DateValue Day(const std::string& earliest, const std::string& latest) {
  yinzheng::v1::DateValue date;
  date.set_edtf(earliest == latest ? earliest : earliest + "/" + latest);
  date.set_earliest(earliest);
  date.set_latest(latest);
  return date;
}

v1::ArticleRecord Article(const std::string& id, const std::string& title, const std::string& body,
                          const std::string& day, const std::string& outlet) {
  v1::ArticleRecord record = MakeArticle("articles/" + id, title, body);
  if (!day.empty()) *record.mutable_article()->mutable_published() = Day(day, day);
  record.mutable_article()->set_outlet(outlet);
  return record;
}

class IndexSnapshotTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    suite_index = new TempIndex();
    // Added out of the order of names on purpose.
    v1::ArticleRecord lab =
        Article("c", "量子实验室落成", "海淀量子实验室今天落成。\n量子实验室有三百人。",
                "2024-03-05", "京城日报");
    AddMentions(lab, "entities/lab", "量子实验室");
    v1::ArticleRecord park = Article("a", "科技園區開放", "科技園區向公眾開放。量子实验室在其中。",
                                     "2023-11-20", "北方晚报");
    AddMentions(park, "entities/lab", "量子实验室");
    AddMentions(park, "entities/park", "科技園區");
    park.mutable_article()->add_authors("李明");
    v1::ArticleRecord undated = Article("b", "天气", "明天多云转晴。", "", "北方晚报");
    for (v1::ArticleRecord* record : {&lab, &park, &undated}) suite_index->AddArticle(*record);

    yinzheng::v1::Entity lab_entity = MakeEntity(
        "entities/lab", "海淀量子实验室", yinzheng::v1::ENTITY_TYPE_FACILITY, {"量子实验室"});
    lab_entity.set_mention_count(4);
    yinzheng::v1::EntityAlias& scoped = *lab_entity.add_aliases();
    scoped.set_text("该实验室");
    scoped.set_document_scoped(true);
    suite_index->AddEntity(lab_entity);
    yinzheng::v1::Entity park_entity =
        MakeEntity("entities/park", "科技園區", yinzheng::v1::ENTITY_TYPE_PLACE);
    park_entity.set_mention_count(1);
    suite_index->AddEntity(park_entity);
    yinzheng::v1::Entity center = MakeEntity("entities/quantum-center", "量子实验中心",
                                             yinzheng::v1::ENTITY_TYPE_ORGANIZATION, {"QEC"});
    center.set_mention_count(9);
    suite_index->AddEntity(center);
    absl::StatusOr<std::shared_ptr<const IndexSnapshot>> snapshot = suite_index->Publish();
    ASSERT_THAT(snapshot, IsOk());
    suite_snapshot = new std::shared_ptr<const IndexSnapshot>(*std::move(snapshot));
  }
  static void TearDownTestSuite() {
    delete suite_snapshot;
    delete suite_index;
  }

  const IndexSnapshot& snapshot() { return **suite_snapshot; }

  std::vector<std::string> ListedNames(const std::string& filter, Page page = {0, 10}) {
    const absl::StatusOr<FilterNode> node = ParseFilter(filter, ArticleFilterFields());
    EXPECT_THAT(node, IsOk());
    const auto listed = snapshot().articles().List(*node, page, false);
    EXPECT_THAT(listed, IsOk());
    std::vector<std::string> names;
    for (const auto& article : listed->items) names.push_back(article.name());
    return names;
  }

  static inline TempIndex* suite_index = nullptr;
  static inline std::shared_ptr<const IndexSnapshot>* suite_snapshot = nullptr;
};

TEST_F(IndexSnapshotTest, CountsWhatItHolds) {
  const yinzheng::v1::GenerationInfo info = snapshot().Info();
  EXPECT_EQ(info.counts().articles(), 3);
  EXPECT_EQ(info.counts().passages(), 4);
  EXPECT_EQ(info.counts().entities(), 3);
  EXPECT_EQ(info.counts().mentions(), 4);
  EXPECT_EQ(info.generation().id(), snapshot().generation());
  EXPECT_GT(info.size_bytes(), 0);
}

TEST_F(IndexSnapshotTest, GetsArticlesAndPassagesByName) {
  YZ_ASSERT_OK_AND_ASSIGN(const v1::ArticleRecord record,
                          snapshot().articles().GetArticle("articles/c"));
  EXPECT_EQ(record.article().title(), "量子实验室落成");
  EXPECT_THAT(record.passages(), SizeIs(2));
  YZ_ASSERT_OK_AND_ASSIGN(const yinzheng::v1::Article basic,
                          snapshot().articles().GetArticleBasic("articles/c"));
  EXPECT_EQ(basic.body(), "");
  EXPECT_EQ(basic.outlet(), "京城日报");
  YZ_ASSERT_OK_AND_ASSIGN(const yinzheng::v1::Passage passage,
                          snapshot().articles().GetPassage("articles/c/passages/2"));
  EXPECT_EQ(passage.text(), "量子实验室有三百人。");
}

TEST_F(IndexSnapshotTest, NamesThatAreNotThereOrNoNames) {
  EXPECT_THAT(snapshot().articles().GetArticle("articles/x"),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("articles/x")));
  EXPECT_THAT(snapshot().articles().GetArticle("x"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("\"x\"")));
  EXPECT_THAT(snapshot().articles().GetPassage("articles/c/passages/3"),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(snapshot().articles().GetPassage("articles/c"),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(snapshot().entities().Get("entities/x"), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(snapshot().facts().Get("facts/x"), StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(IndexSnapshotTest, ListsArticlesInTheOrderOfNames) {
  EXPECT_THAT(ListedNames(""), ElementsAre("articles/a", "articles/b", "articles/c"));
  EXPECT_THAT(ListedNames("", {1, 1}), ElementsAre("articles/b"));
  EXPECT_THAT(ListedNames("", {3, 1}), IsEmpty());
}

TEST_F(IndexSnapshotTest, FiltersArticles) {
  struct Row {
    std::string filter;
    std::vector<std::string> want;
  };
  const Row rows[] = {
      {"outlet = 北方晚报", {"articles/a", "articles/b"}},
      {"outlet = \"北方晚報\"", {"articles/a", "articles/b"}},  // Traditional finds Simplified.
      {"outlet != 北方晚报", {"articles/c"}},
      {"author : 李明", {"articles/a"}},
      {"published >= 2024", {"articles/c"}},
      {"published < 2024-03-05", {"articles/a"}},
      {"published <= 2024-03-05", {"articles/a", "articles/c"}},
      {"published > 2023-11-20", {"articles/c"}},
      {"published = 2023-11", {"articles/a"}},
      {"NOT published = 2023-11",
       {"articles/b", "articles/c"}},  // Undated articles are not 2023-11.
      {"entity = entities/park", {"articles/a"}},
      {"entity = 科技园区", {"articles/a"}},
      {"entity = 量子实验室 AND -outlet = 京城日报", {"articles/a"}},
      {"outlet = 京城日报 OR author = 李明", {"articles/a", "articles/c"}},
      {"language = ZH-Hans", {"articles/a", "articles/b", "articles/c"}},
      {"outlet = 无此报", {}},
  };
  for (const Row& row : rows) EXPECT_EQ(ListedNames(row.filter), row.want) << row.filter;
}

TEST_F(IndexSnapshotTest, ListsMentionsByArticleAndPlace) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto all,
                          snapshot().articles().Mentions("entities/lab", "", {0, 10}));
  EXPECT_EQ(all.total, 3U);
  ASSERT_THAT(all.items, SizeIs(3));
  EXPECT_EQ(all.items[0].article(), "articles/a");
  EXPECT_EQ(all.items[1].article(), "articles/c");
  EXPECT_LT(all.items[1].span().start(), all.items[2].span().start());
  YZ_ASSERT_OK_AND_ASSIGN(const auto second,
                          snapshot().articles().Mentions("entities/lab", "", {2, 10}));
  ASSERT_THAT(second.items, SizeIs(1));
  EXPECT_EQ(second.items[0].span().start(), all.items[2].span().start());
  EXPECT_EQ(second.total, 3U);
  YZ_ASSERT_OK_AND_ASSIGN(const auto one,
                          snapshot().articles().Mentions("entities/lab", "articles/a", {0, 10}));
  EXPECT_EQ(one.total, 1U);
  YZ_ASSERT_OK_AND_ASSIGN(const auto none,
                          snapshot().articles().Mentions("entities/lab", "articles/b", {0, 10}));
  EXPECT_EQ(none.total, 0U);
}

std::vector<std::string> Names(const absl::StatusOr<std::vector<NamedEntity>>& found) {
  EXPECT_THAT(found, IsOk());
  std::vector<std::string> names;
  for (const NamedEntity& named : *found) names.push_back(named.entity.name());
  return names;
}

TEST_F(IndexSnapshotTest, LooksEntitiesUpByTheirNames) {
  const EntityReader& entities = snapshot().entities();
  EXPECT_THAT(Names(entities.ByName("海淀量子实验室", 5)), ElementsAre("entities/lab"));
  EXPECT_THAT(Names(entities.ByName("量子實驗室", 5)), ElementsAre("entities/lab"));
  EXPECT_THAT(Names(entities.ByName("“科技 园区”", 5)), ElementsAre("entities/park"));
  EXPECT_THAT(Names(entities.ByName("ｑｅｃ", 5)), ElementsAre("entities/quantum-center"));
  EXPECT_THAT(Names(entities.ByName("该实验室", 5)), IsEmpty());  // Document-scoped.
  EXPECT_THAT(Names(entities.ByName("", 5)), IsEmpty());
  EXPECT_THAT(Names(entities.ByName("，。", 5)), IsEmpty());
}

TEST_F(IndexSnapshotTest, LooksEntitiesUpByPrefixAndPartMostMentionedFirst) {
  const EntityReader& entities = snapshot().entities();
  EXPECT_THAT(Names(entities.ByPrefix("量子实", 5)),
              ElementsAre("entities/quantum-center", "entities/lab"));
  EXPECT_THAT(Names(entities.ByPrefix("量子实验室", 5)), ElementsAre("entities/lab"));
  EXPECT_THAT(Names(entities.ByPart("实验", 5)),
              ElementsAre("entities/quantum-center", "entities/lab"));
  EXPECT_THAT(Names(entities.ByPart("實驗中", 5)), ElementsAre("entities/quantum-center"));
  EXPECT_THAT(Names(entities.ByPart("验实", 5)), IsEmpty());
  EXPECT_THAT(Names(entities.Nearest("量子中心大楼", 1)), ElementsAre("entities/quantum-center"));
}

TEST_F(IndexSnapshotTest, SaysWhichNameMatched) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto found, snapshot().entities().ByName("量子實驗室", 5));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].name.text(), "量子实验室");
  EXPECT_EQ(found[0].name.kind(), yinzheng::v1::ALIAS_KIND_ABBREVIATION);
  EXPECT_EQ(found[0].ref().display_name(), "海淀量子实验室");
}

TEST_F(IndexSnapshotTest, ListsEntitiesMostMentionedFirst) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto all, snapshot().entities().List({}, {0, 2}));
  EXPECT_EQ(all.total, 3U);
  ASSERT_THAT(all.items, SizeIs(2));
  EXPECT_EQ(all.items[0].name(), "entities/quantum-center");
  EXPECT_EQ(all.items[1].name(), "entities/lab");
  YZ_ASSERT_OK_AND_ASSIGN(const auto places,
                          snapshot().entities().List({yinzheng::v1::ENTITY_TYPE_PLACE}, {0, 10}));
  EXPECT_EQ(places.total, 1U);
}

TEST_F(IndexSnapshotTest, VisitsEverythingInTheOrderOfNames) {
  std::vector<std::string> names;
  ASSERT_THAT(snapshot().articles().ForEach([&](const v1::ArticleRecord& record) {
    names.push_back(record.article().name());
    return absl::OkStatus();
  }),
              IsOk());
  EXPECT_THAT(names, ElementsAre("articles/a", "articles/b", "articles/c"));
  EXPECT_THAT(snapshot().entities().ForEach(
                  [](const yinzheng::v1::Entity&) { return absl::AbortedError("enough"); }),
              StatusIs(absl::StatusCode::kAborted, HasSubstr("enough")));
}

TEST_F(IndexSnapshotTest, OpenRefusesAnotherAnalysisAndSaysWhatToDo) {
  SnapshotOptions options;
  options.directory = suite_index->path() + "/gen-" + snapshot().generation();
  options.analyzer_fingerprint = "7-another";
  EXPECT_THAT(
      IndexSnapshot::Open(options),
      StatusIs(absl::StatusCode::kFailedPrecondition,
               ::testing::AllOf(HasSubstr("7-another"), HasSubstr("build the index again"))));
  options.directory = suite_index->path() + "/gen-none";
  EXPECT_THAT(IndexSnapshot::Open(options), StatusIs(absl::StatusCode::kNotFound));
}

// Each kind of damage to a file of a generation, and what Open says.
TEST(IndexSnapshotDamage, IsDataLoss) {
  const struct {
    std::string file;
    std::string content;  // Empty: remove the file.
    absl::StatusCode want;
  } rows[] = {
      {"passages/postlist.glass", "", absl::StatusCode::kDataLoss},
      {"facts/iamglass", "short", absl::StatusCode::kDataLoss},
      {"manifest.textproto", "format_version: {", absl::StatusCode::kDataLoss},
      {"manifest.textproto", "builder_version: \"x\"", absl::StatusCode::kDataLoss},
      {"manifest.textproto", "format_version: 999", absl::StatusCode::kFailedPrecondition},
  };
  for (const auto& row : rows) {
    TempIndex index;
    index.AddArticle(MakeArticle("articles/a", "题", "一句话。"));
    std::string generation;
    {
      YZ_ASSERT_OK_AND_ASSIGN(const auto snapshot, index.Publish());
      generation = snapshot->generation();
    }
    const std::filesystem::path directory =
        std::filesystem::path(index.path()) / ("gen-" + generation);
    if (row.content.empty()) {
      std::filesystem::remove(directory / row.file);
    } else {
      std::ofstream(directory / row.file, std::ios::binary) << row.content;
    }
    SnapshotOptions options;
    options.directory = directory.string();
    options.analyzer_fingerprint = SharedAnalyzer().Fingerprint();
    EXPECT_THAT(IndexSnapshot::Open(options), StatusIs(row.want)) << row.file << row.content;
  }
}

// Passages of another build of the same size: the articles would be given its text.
TEST(IndexSnapshotDamage, DatabasesOfDifferentBuildsAreDataLoss) {
  std::filesystem::path directories[2];
  TempIndex indexes[2];
  for (const size_t i : {size_t{0}, size_t{1}}) {
    indexes[i].AddArticle(MakeArticle("articles/a", "题", i == 0 ? "一句话。" : "一句歌。"));
    YZ_ASSERT_OK_AND_ASSIGN(const auto snapshot, indexes[i].Publish());
    directories[i] = std::filesystem::path(indexes[i].path()) / ("gen-" + snapshot->generation());
  }
  for (const auto& file : std::filesystem::directory_iterator(directories[1] / "passages")) {
    std::filesystem::copy_file(file.path(), directories[0] / "passages" / file.path().filename(),
                               std::filesystem::copy_options::overwrite_existing);
  }
  SnapshotOptions options;
  options.directory = directories[0].string();
  options.analyzer_fingerprint = SharedAnalyzer().Fingerprint();
  EXPECT_THAT(IndexSnapshot::Open(options), StatusIs(absl::StatusCode::kDataLoss));
}

// Shards of one build in each other's places, with a manifest that knows their sizes.
TEST(IndexSnapshotDamage, ExchangedShardsAreDataLoss) {
  for (const auto& [one, other] :
       {std::pair("passages-0", "passages-1"), std::pair("facts-0", "facts-1"),
        std::pair("passages-1", "facts-1")}) {
    SCOPED_TRACE(std::string(one) + " and " + other);
    TempIndex index(SharedAnalyzer(), 2);
    for (const char* name : {"articles/a", "articles/b", "articles/c", "articles/d"}) {
      index.AddArticle(MakeArticle(name, "题", "一句话。"));
    }
    YZ_ASSERT_OK_AND_ASSIGN(auto snapshot, index.Publish());
    const std::filesystem::path directory =
        std::filesystem::path(index.path()) / ("gen-" + snapshot->generation());
    v1::Manifest manifest = snapshot->manifest();
    snapshot.reset();
    std::filesystem::rename(directory / one, directory / "aside");
    std::filesystem::rename(directory / other, directory / one);
    std::filesystem::rename(directory / "aside", directory / other);
    for (v1::ManifestShard& shard : *manifest.mutable_shards()) {
      shard.clear_files();
      for (const std::string kind : {"passages-", "facts-"}) {
        const std::string database = kind + std::to_string(shard.number());
        for (const auto& file : std::filesystem::directory_iterator(directory / database)) {
          v1::ManifestFile& listed = *shard.add_files();
          listed.set_path(database + "/" + file.path().filename().string());
          listed.set_size_bytes(static_cast<int64_t>(file.file_size()));
        }
      }
    }
    std::string text;
    ASSERT_TRUE(google::protobuf::TextFormat::PrintToString(manifest, &text));
    std::ofstream(directory / "manifest.textproto", std::ios::binary) << text;
    SnapshotOptions options;
    options.directory = directory.string();
    options.analyzer_fingerprint = SharedAnalyzer().Fingerprint();
    EXPECT_THAT(IndexSnapshot::Open(options),
                StatusIs(absl::StatusCode::kDataLoss, ::testing::HasSubstr("belongs here")));
  }
}

// Rather than when many requests come at a time.
TEST(IndexSnapshotFiles, MoreThanMayBeOpenAreRefusedAtOnce) {
  TempIndex index(SharedAnalyzer(), 4);
  index.AddArticle(MakeArticle("articles/a", "题目", "话。"));
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> published, index.Publish());
  SnapshotOptions options;
  options.directory = index.path() + "/gen-" + published->generation();
  struct rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  struct rlimit few = before;
  few.rlim_cur = 300;
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
  options.max_handles = 6;
  const absl::Status enough = IndexSnapshot::Open(options).status();
  options.max_handles = 7;
  const absl::Status too_many = IndexSnapshot::Open(options).status();
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_THAT(enough, IsOk());
  EXPECT_THAT(too_many,
              StatusIs(absl::StatusCode::kResourceExhausted,
                       HasSubstr("7 handles of 11 databases and 0 connections take 308 open files, "
                                 "and this process may have 300")));
}

// A shard elsewhere takes a connection of each handle, not the files of a database.
TEST(IndexSnapshotFiles, ShardsElsewhereTakeOneEach) {
  TempIndex index(SharedAnalyzer(), 4);
  index.AddArticle(MakeArticle("articles/a", "题目", "话。"));
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> published, index.Publish());
  SnapshotOptions options;
  options.directory = index.path() + "/gen-" + published->generation();
  options.shard_hosts.hosts.resize(4, {{"127.0.0.1:1"}, {"127.0.0.1:1"}});
  options.allow_missing_shards = true;
  struct rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  struct rlimit few = before;
  few.rlim_cur = 300;
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
  options.max_handles = 15;
  const absl::Status enough = IndexSnapshot::Open(options).status();
  options.max_handles = 16;
  const absl::Status too_many = IndexSnapshot::Open(options).status();
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_THAT(enough, IsOk());
  EXPECT_THAT(too_many,
              StatusIs(absl::StatusCode::kResourceExhausted,
                       HasSubstr("16 handles of 3 databases and 8 connections take 320")));
}

// What the limit above counts with.
TEST(IndexSnapshotFiles, ADatabaseTakesAtMostFour) {
  TempIndex index(SharedAnalyzer(), 4);
  index.AddArticle(MakeArticle("articles/a", "题目", "话。"));
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> published, index.Publish());
  const auto open_files = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  };
  const auto before = open_files();
  SnapshotOptions options;
  options.directory = index.path() + "/gen-" + published->generation();
  options.max_handles = 1;
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> snapshot,
                          IndexSnapshot::Open(options));
  EXPECT_THAT(snapshot->articles().GetArticle("articles/a"), IsOk());
  EXPECT_LE(open_files() - before, 11 * 4);
}

// Few bearers of a name are read one by one, many are matched: the order is the same.
TEST(EntityReader, MostMentionedFirstHoweverManyBearAName) {
  for (const size_t bearers : {size_t{2}, size_t{16}, size_t{17}, size_t{40}}) {
    TempIndex index;
    std::vector<std::pair<int, std::string>> wanted;
    for (size_t i = 0; i < bearers; ++i) {
      const std::string name = absl::StrFormat("entities/e%02d", static_cast<int>(i));
      yinzheng::v1::Entity entity =
          MakeEntity(name, "灯塔村", yinzheng::v1::ENTITY_TYPE_PLACE, {"灯村"});
      entity.set_mention_count(static_cast<int32_t>(i * 7 % 5));  // Some are mentioned alike.
      wanted.emplace_back(-entity.mention_count(), name);
      index.AddEntity(std::move(entity));
    }
    std::sort(wanted.begin(), wanted.end());
    YZ_ASSERT_OK_AND_ASSIGN(const auto snapshot, index.Publish());
    for (const size_t limit : {size_t{1}, bearers - 1, bearers, bearers + 1}) {
      std::vector<std::string> names;
      for (size_t i = 0; i < std::min(limit, bearers); ++i) names.push_back(wanted[i].second);
      EXPECT_EQ(Names(snapshot->entities().ByName("灯塔村", limit)), names) << bearers;
      EXPECT_EQ(Names(snapshot->entities().ByPrefix("灯", limit)), names) << bearers;
    }
  }
}

}  // namespace
}  // namespace yinzheng::store
