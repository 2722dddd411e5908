// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Holds the repository to its architecture, and proves that each check can fail.

#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/layering/layering_rules.h"
#include "tests/layering/source_tree.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::layering {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::yinzheng::testing::SourceDir;
using ::yinzheng::testing::StatusIs;

constexpr char kGpl[] =
    "// SPDX-License-Identifier: GPL-3.0-or-later\n// Copyright 2026 The Yinzheng Authors\n";
constexpr char kApache[] =
    "// SPDX-License-Identifier: Apache-2.0\n// Copyright 2026 The Yinzheng Authors\n";

absl::StatusOr<LayeringRules> Rules() {
  return LayeringRules::Load(SourceDir() / "tests" / "layering");
}

TEST(RepositoryTest, KeepsToItsArchitecture) {
  YZ_ASSERT_OK_AND_ASSIGN(const LayeringRules rules, Rules());
  const std::vector<SourceFile> files = ReadSourceTree(SourceDir());
  ASSERT_THAT(files, SizeIs(::testing::Gt(20))) << "the walk over the sources found too little";
  std::vector<std::string> violations;
  for (const SourceFile& file : files) {
    const std::vector<std::string> found = rules.Violations(file);
    violations.insert(violations.end(), found.begin(), found.end());
  }
  EXPECT_THAT(violations, IsEmpty()) << absl::StrJoin(violations, "\n");
}

struct WrongFile {
  std::string name;
  SourceFile file;
  std::string want;
};

// gtest prints a parameter by its bytes unless told otherwise.
void PrintTo(const WrongFile& row, std::ostream* out) { *out << row.file.path; }

class WrongFileTest : public ::testing::TestWithParam<WrongFile> {};

TEST_P(WrongFileTest, IsReported) {
  YZ_ASSERT_OK_AND_ASSIGN(const LayeringRules rules, Rules());
  EXPECT_THAT(rules.Violations(GetParam().file), Contains(HasSubstr(GetParam().want)));
}

SourceFile Gpl(std::string path, const std::string& code) {
  return {std::move(path), absl::StrCat(kGpl, code)};
}

INSTANTIATE_TEST_SUITE_P(
    Each, WrongFileTest,
    ::testing::Values(
        WrongFile{"KnowledgeReachesStore",
                  Gpl("indexer/knowledge/a.cc", "#include \"indexer/store/reader.h\"\n"),
                  "indexer/knowledge/a.cc:3: indexer/knowledge may not include"},
        WrongFile{"IndexerReachesServices",
                  Gpl("indexer/pipeline/a.cc", "#include \"services/fact/fact_handler.h\"\n"),
                  "may not include services/fact/fact_handler.h"},
        WrongFile{"TextReachesKnowledge",
                  Gpl("indexer/text/a.cc", "#include \"indexer/knowledge/rule.h\"\n"),
                  "indexer/text may not include"},
        WrongFile{"ServicesReachIngest",
                  Gpl("services/fact/a.cc", "#include \"indexer/ingest/reader.h\"\n"),
                  "may not include indexer/ingest/reader.h"},
        WrongFile{"ServiceReachesServer",
                  Gpl("services/fact/a.cc", "#include \"services/server/server.h\"\n"),
                  "may not include services/server/server.h"},
        WrongFile{"ClientReachesIndexer",
                  SourceFile{"clients/cpp/a.cc",
                             absl::StrCat(kApache, "#include \"indexer/base/clock.h\"\n")},
                  "clients/cpp may not include"},
        WrongFile{"ProductionReachesTests",
                  Gpl("indexer/text/a.cc", "#include \"tests/support/temp_dir.h\"\n"),
                  "may not include tests/support/temp_dir.h"},
        WrongFile{"ProductionReachesFakes",
                  Gpl("indexer/store/a.cc", "#include \"indexer/store/testing/fake.h\"\n"),
                  "may not include indexer/store/testing/fake.h"},
        WrongFile{"RelativeInclude", Gpl("indexer/text/a.cc", "#include \"fold.h\"\n"),
                  "by its path from the repository's root"},
        WrongFile{"UnknownFolder", Gpl("extras/a.cc", "int x;\n"), "no row of arrows.tsv"},
        WrongFile{"XapianOutsideStore", Gpl("indexer/pipeline/a.cc", "#include <xapian.h>\n"),
                  "xapian-boundary"},
        WrongFile{"CatchOutsideStore",
                  Gpl("services/fact/a.cc", "void F() { try {} catch (...) {} }\n"),
                  "exception-boundary"},
        WrongFile{"Throw", Gpl("indexer/store/a.cc", "void F() { throw 1; }\n"), "no-throw"},
        WrongFile{"AbslMutex", Gpl("services/fact/a.cc", "absl::Mutex mutex;\n"), "no-absl-mutex"},
        WrongFile{"AtomicSharedPtr",
                  Gpl("services/fact/a.cc", "std::atomic<std::shared_ptr<int>> p;\n"),
                  "no-atomic-shared-ptr"},
        WrongFile{"GrpcInHandler",
                  Gpl("services/fact/fact_handler.cc", "#include <grpcpp/grpcpp.h>\n"),
                  "no-grpc-in-handlers"},
        WrongFile{"GrpcInIndexer",
                  Gpl("indexer/store/a.cc", "#include \"yinzheng/v1/fact_service.grpc.pb.h\"\n"),
                  "no-grpc-in-indexer"},
        WrongFile{"SleepInTest", Gpl("indexer/text/a_test.cc", "void F() { usleep(5); }\n"),
                  "no-sleep-in-tests"},
        WrongFile{"VagueName", Gpl("indexer/text/string_util.cc", ""), "named for nothing"},
        WrongFile{"WrongGuard", Gpl("indexer/text/a.h", "#ifndef A_H\n#define A_H\n#endif\n"),
                  "YINZHENG_INDEXER_TEXT_A_H_"},
        WrongFile{"NoLicence", SourceFile{"indexer/text/a.cc", "int x;\n"},
                  "SPDX-License-Identifier: GPL-3.0-or-later"},
        WrongFile{"WrongLicence", Gpl("clients/cpp/a.cc", ""),
                  "SPDX-License-Identifier: Apache-2.0"}),
    [](const auto& row) { return row.param.name; });

struct RightFile {
  std::string name;
  SourceFile file;
};

class RightFileTest : public ::testing::TestWithParam<RightFile> {};

TEST_P(RightFileTest, IsNotReported) {
  YZ_ASSERT_OK_AND_ASSIGN(const LayeringRules rules, Rules());
  EXPECT_THAT(rules.Violations(GetParam().file), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Each, RightFileTest,
    ::testing::Values(
        RightFile{
            "XapianInStore",
            Gpl("indexer/store/a.cc", "#include <xapian.h>\nvoid F() { try {} catch (...) {} }\n")},
        RightFile{"GeneratedHeaders",
                  Gpl("indexer/base/a.cc", "#include \"yinzheng/v1/fact.pb.h\"\n")},
        RightFile{"UnitTestUsesSupport",
                  Gpl("indexer/text/a_test.cc", "#include \"tests/support/temp_dir.h\"\n")},
        RightFile{"FakesUseSupport",
                  Gpl("indexer/store/testing/a.cc", "#include \"tests/support/temp_dir.h\"\n")},
        RightFile{
            "CommentsAreNotRead",
            Gpl("indexer/text/a.cc", "// Never absl::Mutex.\n/* catch (...)\n throw */ int x;\n")},
        RightFile{"SlashesInLiteralsAreNoComment",
                  Gpl("indexer/text/a.cc", "const char* kUri = \"unix://a\";\n")},
        RightFile{"ShebangBeforeLicence",
                  SourceFile{"tools/a.sh",
                             "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n"
                             "# Copyright 2026 The Yinzheng Authors\n"}}),
    [](const auto& row) { return row.param.name; });

TEST(WithoutCommentsTest, KeepsCodeAfterQuotesAndComments) {
  EXPECT_EQ(WithoutComments("a \"//b\" // c\nd /* e\n */ f '\"' // g\n"),
            "a \"//b\" \nd \n f '\"' \n");
}

TEST(LoadTest, MissingTableIsNotFound) {
  EXPECT_THAT(LayeringRules::Load("/nonexistent"),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("arrows.tsv")));
}

}  // namespace
}  // namespace yinzheng::layering
