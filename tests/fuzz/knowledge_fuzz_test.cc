// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Knowledge packs and facts files are written by hand and by other programs: whatever they hold,
// reading them ends with what was understood, or with an error that names the place.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/file_system.h"
#include "indexer/knowledge/imported/imported_facts.h"
#include "indexer/knowledge/pack/knowledge_pack.h"
#include "tests/fuzz/random_text.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::knowledge {
namespace {

using ::yinzheng::testing::TempDir;

std::string ReadAll(const std::filesystem::path& path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::filesystem::path Root() { return YINZHENG_SOURCE_DIR; }

// Changes some places of a text: cut, repeated, replaced by what parsers care about.
class Mutator {
 public:
  explicit Mutator(uint64_t seed) : random_(seed), texts_(seed) {}

  std::string Mutate(std::string text) {
    for (size_t changes = 1 + Below(4); changes > 0 && !text.empty(); --changes) {
      const size_t at = Below(text.size());
      const size_t size = std::min(text.size() - at, 1 + Below(40));
      switch (Below(5)) {
        case 0:
          text.erase(at, size);
          break;
        case 1:
          text.insert(at, text.substr(at, size));
          break;
        case 2:
          text.replace(at, size, texts_.Utf8());
          break;
        case 3:
          text.replace(at, size, texts_.Bytes());
          break;
        default:
          text[at] = "{}[]:\"'\\,#\n0-"[Below(13)];
      }
    }
    return text;
  }

  size_t Below(size_t bound) { return random_() % bound; }

 private:
  std::mt19937_64 random_;
  fuzz::RandomText texts_;
};

// Parts of a file that are small enough to be changed much: `size` lines from a random one on.
std::string Part(const std::string& text, size_t size, Mutator& mutator) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::string part;
  const size_t first = mutator.Below(lines.size());
  for (size_t i = first; i < std::min(lines.size(), first + size); ++i) part += lines[i] + "\n";
  return part;
}

TEST(KnowledgeFuzzTest, PacksAreReadOrTheirErrorsHaveAPlace) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::string data_dir, base::DataDir());
  std::vector<std::string> packs;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(Root() / "deploy" / "knowledge")) {
    if (entry.path().extension() == ".textproto") packs.push_back(ReadAll(entry.path()));
  }
  ASSERT_FALSE(packs.empty());
  const TempDir folder;
  Mutator mutator(7);
  int read = 0;
  int refused = 0;
  for (int run = 0; run < fuzz::Runs() / 3; ++run) {
    const std::string& pack = packs[mutator.Below(packs.size())];
    const std::string text = mutator.Mutate(run % 2 == 0 ? Part(pack, 60, mutator) : pack);
    const std::string path = folder.Write("pack.textproto", text).string();
    const auto loaded = KnowledgePack::Load(base::FileSystem::Real(), {path}, data_dir);
    ++(loaded.ok() ? read : refused);
    if (loaded.ok()) continue;
    EXPECT_EQ(loaded.status().code(), absl::StatusCode::kInvalidArgument) << "run " << run;
    EXPECT_NE(loaded.status().message().find("pack.textproto"), absl::string_view::npos)
        << "run " << run << " " << loaded.status();
  }
  EXPECT_GT(refused, 0);
  RecordProperty("read", read);
  RecordProperty("refused", refused);
}

TEST(KnowledgeFuzzTest, LinesOfFactsFilesAreReadOrKeepTheirError) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::string data_dir, base::DataDir());
  const std::string facts = ReadAll(Root() / "tests" / "e2e" / "imported_facts.jsonl");
  ASSERT_FALSE(facts.empty());
  Mutator mutator(8);
  int wrong = 0;
  int right = 0;
  for (int run = 0; run < fuzz::Runs() / 3; ++run) {
    FactsFile file{"facts.jsonl", "facts.jsonl", "", mutator.Mutate(Part(facts, 3, mutator))};
    YZ_ASSERT_OK_AND_ASSIGN(const auto imported, ImportedFacts::Read({std::move(file)}, data_dir));
    for (const ImportedLine& line : imported->lines()) {
      ++(line.status.ok() ? right : wrong);
      EXPECT_EQ(line.place.rfind("facts.jsonl:", 0), 0U) << "run " << run << " " << line.place;
      if (!line.status.ok()) {
        EXPECT_FALSE(line.status.message().empty()) << "run " << run;
      }
    }
  }
  EXPECT_GT(right, 0);
  EXPECT_GT(wrong, 0);
  RecordProperty("right", right);
  RecordProperty("wrong", wrong);
}

}  // namespace
}  // namespace yinzheng::knowledge
