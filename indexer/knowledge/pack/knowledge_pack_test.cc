// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/knowledge_pack.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/digest.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

using Loaded = absl::StatusOr<std::shared_ptr<const KnowledgePack>>;

Loaded Load(const std::vector<std::string>& paths) {
  return KnowledgePack::Load(base::FileSystem::Real(), paths, *base::DataDir());
}

Loaded LoadText(const TempDir& dir, const std::string& text) {
  return Load({dir.Write("p.textproto", text).string()});
}

TEST(KnowledgePack, HoldsNamesAsTheyAreRead) {
  const TempDir dir;
  YZ_ASSERT_OK_AND_ASSIGN(const auto pack, LoadText(dir, R"(
    entities {
      name: "青州腦科學研究院（東區）" type: ENTITY_TYPE_ORGANIZATION
      abbreviations: ["腦科院", "ＱＢＩ"]
      former_names: "青州心理学研究所"
      conditional_names { name: "科院" when { full_name: true words: "腦科学" } }
    })"));
  ASSERT_THAT(pack->contents().entities, SizeIs(1));
  EXPECT_EQ(pack->contents().entities[0].name, U"青州脑科学研究院(东区)");
  const PackName* const brief = pack->FindName(U"脑科院");
  ASSERT_NE(brief, nullptr);
  EXPECT_EQ(brief->senses[0].kind, v1::ALIAS_KIND_ABBREVIATION);
  EXPECT_FALSE(brief->senses[0].when);
  EXPECT_NE(pack->FindName(U"QBI"), nullptr);
  EXPECT_EQ(pack->FindName(U"青州心理学研究所")->senses[0].kind, v1::ALIAS_KIND_FORMER_NAME);
  const PackName* const conditional = pack->FindName(U"科院");
  ASSERT_TRUE(conditional != nullptr && conditional->senses[0].when);
  EXPECT_TRUE(conditional->senses[0].when->full_name);
  EXPECT_THAT(conditional->senses[0].when->words, ElementsAre(U"脑科学"));
  EXPECT_THAT(pack->NamesStarting(U'青', U'州'), SizeIs(2));
  EXPECT_THAT(pack->NamesStarting(U'青', U'岛'), IsEmpty());
}

TEST(KnowledgePack, ReadsFoldersInOrderAndRecordsTheirFiles) {
  const TempDir dir;
  const std::string a = "entities { name: \"青州港\" type: ENTITY_TYPE_FACILITY }\n";
  dir.Write("pack/b/ships.textproto",
            "relations { subject: \"青州港\" property: \"母港\" "
            "entity: \"青云号\" cues: \"母港\" }\n");
  dir.Write("pack/a.textproto", a);
  dir.Write("pack/README.md", "not a pack");
  dir.Write("pack/.hidden.textproto", "not a pack either");
  YZ_ASSERT_OK_AND_ASSIGN(const auto pack, Load({(dir.path() / "pack").string()}));
  ASSERT_THAT(pack->contents().files, SizeIs(2));
  EXPECT_EQ(pack->contents().files[0].path, "a.textproto");
  EXPECT_EQ(pack->contents().files[0].sha256, base::Sha256Hex(a));
  EXPECT_EQ(pack->contents().files[1].path, "b/ships.textproto");
  ASSERT_THAT(pack->RelationsOf(U"青州港"), SizeIs(1));
  EXPECT_EQ(pack->contents().relations[0].rule, "b/ships.textproto:1");
}

TEST(KnowledgePack, SaysWhatCannotBeRead) {
  const TempDir dir;
  EXPECT_THAT(Load({"/no/such/pack"}),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("/no/such/pack")));
  dir.Write("empty/README.md", "x");
  EXPECT_THAT(Load({(dir.path() / "empty").string()}),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("no file named *.textproto")));
  const std::string one = dir.Write("x/p.textproto", "title: \"a\"").string();
  const std::string two = dir.Write("y/p.textproto", "title: \"b\"").string();
  EXPECT_THAT(Load({one, two}),
              StatusIs(absl::StatusCode::kInvalidArgument, AllOf(HasSubstr(one), HasSubstr(two))));
}

struct Fault {
  std::string name;
  std::string text;                // of p.textproto
  std::vector<std::string> wants;  // parts of the message
};

class PackFaultTest : public ::testing::TestWithParam<Fault> {};

TEST_P(PackFaultTest, NamesPlaceAndRemedy) {
  const TempDir dir;
  const Loaded loaded = LoadText(dir, GetParam().text);
  for (const std::string& want : GetParam().wants) {
    EXPECT_THAT(loaded, StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(want)));
  }
}

std::string FaultName(const ::testing::TestParamInfo<Fault>& info) { return info.param.name; }

constexpr char kPort[] = "entities { name: \"青州港\" type: ENTITY_TYPE_FACILITY }\n";
constexpr char kTown[] = "entities { name: \"青州市\" type: ENTITY_TYPE_PLACE }\n";

std::string With(const std::string& line) { return absl::StrCat(kPort, kTown, line); }

INSTANTIATE_TEST_SUITE_P(
    Parsing, PackFaultTest,
    ::testing::Values(
        Fault{"Syntax", "title: \"a\"\nentities {\n  name \"b\"\n}", {"p.textproto:3:8: Expected"}},
        Fault{"UnknownField",
              "entities {\n  nam: \"a\"\n}",
              {"p.textproto:2:3: ", "no field named \"nam\"", "docs/knowledge-packs.md"}},
        Fault{"UnknownType",
              "entities {\n  name: \"青州港\"\n  type: PORT\n}",
              {"p.textproto:3:9: ", "\"PORT\"", "ENTITY_TYPE_FACILITY"}},
        Fault{"UnknownKind",
              "entities {\n  conditional_names { kind: SHORT }\n}",
              {"p.textproto:2:29: ", "\"SHORT\"", "ALIAS_KIND_ABBREVIATION"}},
        Fault{"UnclosedBlock", "entities {\n  name: \"a\"\n", {"p.textproto:3:1: "}},
        Fault{"NotUtf8", "title: \"a\"\n# \xC7\xE0\n", {"p.textproto:2:1: ", "not UTF-8"}}),
    FaultName);

INSTANTIATE_TEST_SUITE_P(
    Names, PackFaultTest,
    ::testing::Values(
        Fault{"EmptyName",
              "entities {\n  name: \"\" type: ENTITY_TYPE_PLACE\n}",
              {"p.textproto:2:", "is empty"}},
        Fault{
            "NoName", "\nentities { type: ENTITY_TYPE_PLACE }", {"p.textproto:2:1: ", "is empty"}},
        Fault{"NoType", "\nentities { name: \"青州港\" }", {"p.textproto:2:1: ", "has no type"}},
        Fault{"ShortName",
              "entities { name: \"港\" type: ENTITY_TYPE_PLACE }",
              {"p.textproto:1:", "too short"}},
        Fault{"LongName",
              absl::StrCat("entities { name: \"", std::string(81, 'a'),
                           "\" type: ENTITY_TYPE_PLACE }"),
              {"too long", "at most 80"}},
        Fault{"NumberAsName",
              "entities { name: \"2024\" type: ENTITY_TYPE_EVENT }",
              {"no Chinese or Latin letter"}},
        Fault{"MarksAroundName",
              "entities { name: \"《青州港条例》\" type: ENTITY_TYPE_POLICY }",
              {"marks around it", "leave them out"}},
        Fault{"LineBreakInName",
              "entities { name: \"青州\\n港\" type: ENTITY_TYPE_PLACE }",
              {"line break"}},
        Fault{"DeclaredTwice",
              With("\nentities { name: \"青州港\" type: ENTITY_TYPE_PLACE }"),
              {"p.textproto:4:", "declared twice", "p.textproto:1:"}},
        Fault{"ListedTwice",
              "entities {\n name: \"青州港务局\" type: ENTITY_TYPE_ORGANIZATION\n abbreviations: "
              "[\"港务局\",\n   \"港務局\"]\n}",
              {"p.textproto:4:4: ", "\"港务局\" is listed twice", "p.textproto:3:"}},
        Fault{"ClaimedByTwo",
              "entities { name: \"青州港\" type: ENTITY_TYPE_FACILITY variants: \"老港\" }\n"
              "entities { name: \"白州港\" type: ENTITY_TYPE_FACILITY\n variants: \"老港\" }",
              {"p.textproto:3:", "claimed by two entities", "\"白州港\"", "\"青州港\"",
               "p.textproto:1:", "splits"}}),
    FaultName);

INSTANTIATE_TEST_SUITE_P(
    Conditions, PackFaultTest,
    ::testing::Values(
        Fault{"NoCondition",
              "entities { name: \"青州港\" type: ENTITY_TYPE_FACILITY\n conditional_names { name: "
              "\"老港\" } }",
              {"p.textproto:2:", "has no condition"}},
        Fault{"EmptyCondition",
              "entities { name: \"青州港\" type: ENTITY_TYPE_FACILITY\n conditional_names { name: "
              "\"老港\" when {} } }",
              {"p.textproto:2:", "says nothing"}},
        Fault{"EmptyWord",
              "entities { name: \"青州港\" type: ENTITY_TYPE_FACILITY\n when { words: \"\" } }",
              {"p.textproto:2:", "empty word"}},
        Fault{"FullNameOfItself",
              "entities { name: \"青州港\" type: ENTITY_TYPE_FACILITY\n when { full_name: true } }",
              {"p.textproto:2:", "depend on itself"}},
        Fault{"FullNameNeverHolds",
              "entities { name: \"青州港\" type: ENTITY_TYPE_FACILITY when { words: \"海\" }\n "
              "conditional_names { name: \"老港\" when { full_name: true } } }",
              {"p.textproto:2:", "never holds"}},
        Fault{"CanonicalCondition",
              "entities { name: \"青州港\" type: ENTITY_TYPE_FACILITY\n conditional_names { name: "
              "\"老港\" kind: ALIAS_KIND_CANONICAL when { words: \"海\" } } }",
              {"p.textproto:2:", "not the canonical one"}},
        Fault{"OneSense",
              With("splits { name: \"青州\" senses { entity: \"青州市\" } }"),
              {"p.textproto:3:", "needs two"}},
        Fault{"UnknownSense",
              With("splits { name: \"青州\"\n senses { entity: \"青州市\" }\n"
                   " senses { entity: \"白州市\" when { words: \"白\" } } }"),
              {"p.textproto:5:", "\"白州市\"", "declare it under entities"}},
        Fault{"TwoFallbacks",
              With("splits { name: \"青州\"\n senses { entity: \"青州市\" }\n"
                   " senses { entity: \"青州港\" } }"),
              {"p.textproto:5:", "two senses without a condition"}},
        Fault{"SplitAndListed",
              With("splits { name: \"青州港\" senses { entity: \"青州市\" }\n"
                   " senses { entity: \"青州港\" when { words: \"船\" } } }"),
              {"p.textproto:3:", "is split and listed", "p.textproto:1:"}}),
    FaultName);

INSTANTIATE_TEST_SUITE_P(
    Amendments, PackFaultTest,
    ::testing::Values(
        Fault{
            "MergeOfNothing", "merges { name: \"青州港\" }", {"p.textproto:1:1: ", "has no names"}},
        Fault{"MergeWithItself",
              "merges { name: \"青州港\"\n names: \"青州港\" }",
              {"p.textproto:2:", "merged with itself"}},
        Fault{"MergeOfTypes",
              With("merges { name: \"青州港\"\n names: \"青州市\" }"),
              {"p.textproto:4:", "of another type", "ENTITY_TYPE_PLACE", "p.textproto:2:"}},
        Fault{"MergeAgainstType",
              With("merges { name: \"青州港\" type: ENTITY_TYPE_PLACE names: \"老港\" }"),
              {"p.textproto:3:", "ENTITY_TYPE_PLACE here and ENTITY_TYPE_FACILITY"}},
        Fault{"MergedTwice",
              "merges { name: \"青州港\" names: \"老港\" }\nmerges { name: \"白州港\" names: "
              "\"老港\" }",
              {"p.textproto:2:", "merged twice", "p.textproto:1:"}},
        Fault{"CorrectionOfNothing",
              "corrections { name: \"青州港\" }",
              {"p.textproto:1:", "corrected to nothing"}},
        Fault{"CorrectionToTheSame",
              "corrections { name: \"青州港\" found_type: ENTITY_TYPE_PLACE type: "
              "ENTITY_TYPE_PLACE }",
              {"to the type it has"}},
        Fault{"CorrectionOfDeclared",
              With("corrections { name: \"青州港\" type: ENTITY_TYPE_PLACE }"),
              {"p.textproto:3:", "correct it there"}},
        Fault{"CorrectionOfMerged",
              "merges { name: \"青州港\" names: \"老港\" }\n"
              "corrections { name: \"老港\" type: ENTITY_TYPE_PLACE }",
              {"p.textproto:2:", "is merged at"}},
        Fault{"CorrectedTwice",
              "corrections { name: \"老港\" type: ENTITY_TYPE_PLACE }\n"
              "corrections { name: \"老港\" type: ENTITY_TYPE_FACILITY }",
              {"p.textproto:2:", "corrected twice", "p.textproto:1:"}},
        Fault{"SuppressionOfNothing", "suppressions { }", {"p.textproto:1:1: ", "no names"}},
        Fault{"SuppressedAndDeclared",
              With("suppressions { names: [\"双引擎\",\n \"青州港\"] }"),
              {"p.textproto:4:2: ", "suppressed and declared", "p.textproto:1:"}},
        Fault{"SuppressedTwice",
              "suppressions { names: \"老港\" }\nsuppressions { names: \"老港\" }",
              {"p.textproto:2:", "suppressed twice"}}),
    FaultName);

INSTANTIATE_TEST_SUITE_P(
    Relations, PackFaultTest,
    ::testing::Values(
        Fault{"UnknownProperty",
              "relations { subject: \"甲院\" entity: \"乙园\" cues: \"在\"\n property_id: "
              "\"lives_in\" }",
              {"p.textproto:2:", "\"lives_in\"", "located_in"}},
        Fault{"NoProperty",
              "relations { subject: \"甲院\" entity: \"乙园\" cues: \"在\" }",
              {"exactly one of property_id and property"}},
        Fault{"NoEvidence",
              "\nrelations { subject: \"甲院\" entity: \"乙园\" property: \"邻居\" }",
              {"p.textproto:2:1: ", "exactly one of cues and quote"}},
        Fault{"EmptyCue",
              "relations { subject: \"甲院\" entity: \"乙园\" property: \"邻居\" cues: \"\" }",
              {"a cue is empty"}},
        Fault{"WithItself",
              "relations { subject: \"甲院\" entity: \"甲院\" property: \"邻居\" cues: \"与\" }",
              {"with itself"}},
        Fault{"LongQuote",
              absl::StrCat(
                  "relations { subject: \"甲院\" entity: \"乙园\" property: \"邻居\" quote: \"",
                  std::string(241, 'a'), "\" }"),
              {"241 characters", "shorten it"}},
        Fault{"StatedTwice",
              "relations { subject: \"甲院\" entity: \"乙园\" property: \"邻居\" cues: \"与\" }\n"
              "relations { subject: \"甲院\" entity: \"乙园\" property: \"邻居\" cues: \"和\" }",
              {"p.textproto:2:1: ", "stated twice"}},
        Fault{
            "OfASplitName",
            With(
                "splits { name: \"青州\" senses { entity: \"青州市\" } senses { entity: \"青州港\" "
                "when { words: \"船\" } } }\nrelations { subject: \"青州\" entity: \"乙园\" "
                "property: \"邻居\" cues: \"与\" }"),
            {"p.textproto:4:", "means several entities"}}),
    FaultName);

INSTANTIATE_TEST_SUITE_P(
    Facts, PackFaultTest,
    ::testing::Values(
        Fault{"FactOfNothing",
              "facts { property: \"面积\" }",
              {"p.textproto:1:1: ", "a fact has no article", "no subject", "no value", "no quote"}},
        Fault{"FactWithoutProperty",
              "facts { article: \"a\" subject: \"甲院\" value: \"3座\" quote: \"有3座\" }",
              {"exactly one of property_id and property"}},
        Fault{"FactOfUnknownProperty",
              "facts { article: \"a\" subject: \"甲院\" value: \"3座\" quote: \"有3座\"\n "
              "property_id: \"lives_in\" }",
              {"p.textproto:2:", "\"lives_in\""}},
        Fault{"ValueOutsideOfItsQuote",
              "facts { article: \"a\" subject: \"甲院\" property: \"数量\" quote: \"有3座\"\n "
              "value: \"4座\" }",
              {"p.textproto:2:", "does not hold the words \"4座\""}},
        Fault{"EditOfNothing",
              "\nfact_edits { article: \"a\" subject: \"甲院\" value: \"3座\" }",
              {"p.textproto:2:1: ", "changes nothing"}},
        Fault{"EditThatContradictsItself",
              "fact_edits { article: \"a\" subject: \"甲院\" value: \"3座\" suppress: true notes: "
              "\"x\" }",
              {"suppresses a fact and changes it"}},
        Fault{"EditWithoutValue",
              "fact_edits { article: \"a\" subject: \"甲院\" suppress: true }",
              {"an edit has no value"}}),
    FaultName);

TEST(KnowledgePack, ListsEveryErrorInOrderOfPlace) {
  const TempDir dir;
  dir.Write("pack/a.textproto", "merges { name: \"青州港\" }\nentities { name: \"港\" }\n");
  dir.Write("pack/b.textproto", "titel: \"x\"\n");
  const Loaded loaded = Load({(dir.path() / "pack").string()});
  const std::string message(loaded.status().message());
  EXPECT_THAT(message, HasSubstr("4 errors; nothing is built"));
  EXPECT_LT(message.find("a.textproto:1:1"), message.find("a.textproto:2:1"));
  EXPECT_LT(message.find("a.textproto:2:1"), message.find("b.textproto:1:"));
}

TEST(KnowledgePack, ThePacksThatAreShippedAreSound) {
  const auto pack =
      Load({absl::StrCat(YINZHENG_SOURCE_DIR, "/deploy/knowledge/beijing-innovation")});
  ASSERT_THAT(pack, IsOk());
  EXPECT_GT((*pack)->contents().entities.size(), 150u);
  EXPECT_THAT((*pack)->contents().relations, Not(IsEmpty()));
}

}  // namespace
}  // namespace yinzheng::knowledge
