// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/labels.h"

#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "clients/cli/pages/embedded.h"
#include "gtest/gtest.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::cli::pages {
namespace {

TEST(LabelsTest, EveryRowHasAKeyOfItsOwnAndBothScripts) {
  const std::string_view table = LabelTable();
  std::set<std::string> keys;
  for (const std::string& row :
       std::vector<std::string>(absl::StrSplit(std::string(table), '\n', absl::SkipEmpty()))) {
    if (absl::StartsWith(row, "#")) continue;
    const std::vector<std::string> cells = absl::StrSplit(row, '\t');
    ASSERT_EQ(cells.size(), 3U) << row;
    for (const std::string& cell : cells) EXPECT_FALSE(cell.empty()) << row;
    EXPECT_TRUE(keys.insert(cells[0]).second) << "twice: " << row;
  }
  EXPECT_GT(keys.size(), 80U);
}

// Values after the first (not set) of every enum that pages show.
void ExpectNamed(const google::protobuf::EnumDescriptor& type,
                 const std::set<std::string>& silent) {
  for (int i = 0; i < type.value_count(); ++i) {
    const std::string& name = type.value(i)->name();
    if (type.value(i)->number() == 0 || silent.count(name) > 0) continue;
    EXPECT_NE(Labels::ForLanguage("zh-Hans")(name), name);
    EXPECT_NE(Labels::ForLanguage("zh-Hant")(name), name);
  }
}

TEST(LabelsTest, EveryValueOfEveryEnumThatIsShownHasWords) {
  ExpectNamed(*v1::MaskKind_descriptor(), {});
  ExpectNamed(*v1::EntityType_descriptor(), {});
  ExpectNamed(*v1::AliasKind_descriptor(), {});
  ExpectNamed(*v1::AttributionMode_descriptor(), {});
  ExpectNamed(*v1::DateBasis_descriptor(), {});
  ExpectNamed(*v1::TimeBasis_descriptor(), {});
  ExpectNamed(*v1::FactKind_descriptor(), {});
  ExpectNamed(*v1::FactOrigin_descriptor(), {});
  ExpectNamed(*v1::Modality_descriptor(), {});
  ExpectNamed(*v1::Polarity_descriptor(), {});
  ExpectNamed(*v1::Quantity::Modifier_descriptor(), {"MODIFIER_EXACT"});
  ExpectNamed(*v1::Quantity::Measure_descriptor(), {"MEASURE_LEVEL"});
}

TEST(LabelsTest, ScriptFollowsTheLanguage) {
  for (const char* language : {"zh-Hant", "zh-TW", "zh-hk", "zh-Hant-TW"}) {
    EXPECT_EQ(Labels::ForLanguage(language)("legend"), "劃線") << language;
  }
  for (const char* language : {"zh-Hans", "zh", "", "en", "zh-CN"}) {
    EXPECT_EQ(Labels::ForLanguage(language)("legend"), "划线") << language;
  }
}

}  // namespace
}  // namespace yinzheng::cli::pages
