// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/integration/sharded_index.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/pipeline/build.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/shard_layout.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::testing {
namespace {

constexpr size_t kStories = 60;

struct Institution {
  const char* name;
  const char* head;
  const char* field;
};
constexpr std::array<Institution, 6> kInstitutions = {{
    {"青岚生物医药研究院", "院长李明远", "创新药"},
    {"东堤科技园", "管委会主任周文静", "高新技术"},
    {"云汀大学", "校长何启航", "人工智能"},
    {"南麓量子科学中心", "主任赵一帆", "量子计算"},
    {"北岭汽车集团", "董事长孙立国", "新能源汽车"},
    {"西渡数字产业园", "总经理吴思雨", "数据要素"},
}};
constexpr std::array<const char*, 4> kOutlets = {"青州日报", "云汀晚报", "东堤时报", "新岭网"};

[[noreturn]] void Fail(const absl::Status& status) {
  std::cerr << "sharded index: " << status << std::endl;
  std::abort();
}

std::string Day(size_t story) {
  return absl::StrFormat("%d-%02d-%02d", 2019 + static_cast<int>(story % 6),
                         1 + static_cast<int>(story % 12), 1 + static_cast<int>(story % 28));
}

// A paragraph is a passage, or nearly.
std::string Story(size_t story) {
  const Institution& of = kInstitutions[story % kInstitutions.size()];
  const Institution& with = kInstitutions[(story + 1 + story / 6) % kInstitutions.size()];
  return absl::StrCat(
      of.name, "发布第", story + 1, "期年度进展。截至", 2019 + story % 6, "年底，", of.name,
      "入驻企业", 100 + 7 * story, "家，其中", of.field, "企业", 20 + 3 * story,
      "家，全年总收入达到", 30 + story, ".", story % 10, "亿元，同比增长", 3 + story % 17, "%。\\n",
      of.name, of.head, "表示，“未来三年将把", of.field, "投入提高到", 5 + story % 9, "亿元，建设",
      2 + story % 5, "个公共平台。”\\n", of.name, "与", with.name, "签署合作协议，双方将在",
      of.field, "与", with.field, "领域共建联合实验室。", with.name, "成立于", 2001 + story % 15,
      "年，位于青州市高新区。\\n",
      story % 4 == 0 ? "业内人士认为，产业协同仍需时日。" : "活动当天还举行了专题论坛。");
}

void WriteRecord(std::ostream& out, const std::string& id, size_t story, size_t outlet) {
  const Institution& of = kInstitutions[story % kInstitutions.size()];
  out << absl::StrFormat(
      R"({"id":"%s","title":"%s公布%s成果%d","text":"%s","published":"%s","outlet":"%s","authors":["记者%d"]})",
      id, of.name, of.field, story, Story(story), Day(story + outlet),
      kOutlets[outlet % kOutlets.size()], story % 3);
  out << "\n";
}

template <typename T>
T OrFail(absl::StatusOr<T> result) {
  if (!result.ok()) Fail(result.status());
  return *std::move(result);
}

}  // namespace

std::filesystem::path WriteNews(const std::filesystem::path& directory) {
  const std::filesystem::path path = directory / "news.jsonl";
  std::ofstream out(path, std::ios::binary);
  for (size_t story = 0; story < kStories; ++story) {
    WriteRecord(out, absl::StrCat("story-", story), story, story);
    // Every fifth story was printed again, by one outlet or by two.
    if (story % 5 != 0) continue;
    WriteRecord(out, absl::StrCat("again-", story), story, story + 1);
    if (story % 10 == 0) WriteRecord(out, absl::StrCat("third-", story), story, story + 2);
  }
  return path;
}

std::string BuildSharded(const std::filesystem::path& index_directory,
                         const std::filesystem::path& news, size_t shards) {
  indexer::BuildOptions options;
  options.inputs = {(SourceDir() / "corpus" / "sample").string(), news.string()};
  options.index_directory = index_directory.string();
  options.shards = shards;
  options.jobs = 2;
  const indexer::BuildResult result = indexer::BuildIndex(options, {});
  if (!result.status.ok()) Fail(result.status);
  return result.report.generation;
}

absl::StatusOr<ServedIndex> Serve(const std::filesystem::path& index_directory,
                                  const std::filesystem::path& directory,
                                  const store::ShardHosts& hosts) {
  services::ServerOptions options;
  options.index = index_directory.string();
  options.listen = "unix:" + (directory / "socket").string();
  options.worker_threads = 2;
  options.reload_interval = absl::ZeroDuration();
  options.shard_hosts = hosts;
  YZ_ASSIGN_OR_RETURN(std::unique_ptr<services::Server> server, services::Server::Create(options));
  ServedIndex served{std::move(server), nullptr};
  served.channel = served.server->InProcessChannel();
  return served;
}

store::ShardHosts ShardProcesses::Hosts() const {
  store::ShardHosts hosts;
  for (size_t i = 0; i < passages.size(); ++i) {
    hosts.hosts.push_back({{passages[i]->address()}, {facts[i]->address()}});
  }
  return hosts;
}

ShardProcesses StartShards(const std::filesystem::path& index_directory, size_t shards) {
  const store::GenerationDirectory index(base::FileSystem::Real(), index_directory.string());
  const std::string generation = index.PathOf(OrFail(index.Current()));
  ShardProcesses processes;
  for (size_t i = 0; i < shards; ++i) {
    processes.passages.push_back(std::make_unique<ShardProcess>(
        base::JoinPath(generation, store::PassagesDirectory(i, shards))));
    processes.facts.push_back(std::make_unique<ShardProcess>(
        base::JoinPath(generation, store::FactsDirectory(i, shards))));
  }
  return processes;
}

std::filesystem::path ShardedDirectory(size_t shards) {
  static const TempDir folder;
  static const std::filesystem::path news = WriteNews(folder.path());
  const std::filesystem::path directory = folder.path() / absl::StrCat(shards);
  if (!std::filesystem::exists(directory)) {
    std::filesystem::create_directories(directory);
    BuildSharded(directory / "idx", news, shards);
  }
  return directory / "idx";
}

ServedIndex& ShardedIndex(size_t shards) {
  static const TempDir folder;
  const std::filesystem::path index = ShardedDirectory(shards);
  static std::map<size_t, ServedIndex> served;
  const auto found = served.find(shards);
  if (found != served.end()) return found->second;
  const std::filesystem::path sockets = folder.path() / absl::StrCat(shards);
  std::filesystem::create_directories(sockets);
  return served.emplace(shards, OrFail(Serve(index, sockets))).first->second;
}

ServedIndex& RemoteIndex(size_t shards, bool mixed) {
  static const TempDir folder;
  const std::filesystem::path index = ShardedDirectory(shards);
  // A server goes before its shards.
  static std::map<size_t, ShardProcesses> processes;
  static std::map<std::pair<size_t, bool>, ServedIndex> served;
  const auto found = served.find({shards, mixed});
  if (found != served.end()) return found->second;
  const std::filesystem::path sockets = folder.path() / absl::StrCat(shards, mixed ? "-mixed" : "");
  std::filesystem::create_directories(sockets);
  if (processes.count(shards) == 0) processes[shards] = StartShards(index, shards);
  store::ShardHosts hosts = processes[shards].Hosts();
  for (size_t i = 0; mixed && i < shards; ++i) {
    (i % 2 == 0 ? hosts.hosts[i].facts : hosts.hosts[i].passages).clear();
  }
  return served.emplace(std::pair(shards, mixed), OrFail(Serve(index, sockets, hosts)))
      .first->second;
}

}  // namespace yinzheng::testing
