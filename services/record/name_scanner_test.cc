// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/name_scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/text/unicode.h"
#include "services/record/testing/served_index.h"

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NameScannerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto add = [&](const std::string& id, const std::string& name,
                         const std::vector<std::string>& aliases) {
      index_.content().AddEntity(store::testing::MakeEntity("entities/" + id, name,
                                                            v1::ENTITY_TYPE_ORGANIZATION, aliases));
    };
    add("1", "东湖科学城", {"科学城"});
    add("2", "东湖", {});
    add("3", "长安链", {});
    add("4", "PD-1728", {});
    index_.Publish();
  }

  std::vector<std::string> Scan(std::u32string_view text) {
    std::vector<std::string> found;
    const auto names = FindNames(index_.manager().Acquire()->entities(), text);
    EXPECT_TRUE(names.ok()) << names.status();
    for (const FoundName& name : names.value_or(std::vector<FoundName>())) {
      found.push_back(text::EncodeUtf8(text::Slice(text, name.span)) + "=" +
                      name.named.entity.name());
    }
    return found;
  }

  ServedIndex index_;
};

TEST_F(NameScannerTest, TakesTheLongestNameFromTheLeft) {
  EXPECT_THAT(Scan(U"东湖科学城在东湖，科学城很大"),
              ElementsAre("东湖科学城=entities/1", "东湖=entities/2", "科学城=entities/1"));
}

TEST_F(NameScannerTest, LeavesMarksAroundNames) {
  EXPECT_THAT(Scan(U"新一版“长安链”跑通"), ElementsAre("长安链=entities/3"));
  EXPECT_THAT(Scan(U"東湖科學城"), ElementsAre("東湖科學城=entities/1"));
}

TEST_F(NameScannerTest, DoesNotCutCodes) {
  EXPECT_THAT(Scan(U"药物PD-1728获批"), ElementsAre("PD-1728=entities/4"));
  EXPECT_THAT(Scan(U"药物PD-17289获批"), IsEmpty());
}

TEST_F(NameScannerTest, NothingIsFoundInNothing) {
  EXPECT_THAT(Scan(U""), IsEmpty());
  EXPECT_THAT(Scan(U"，。 “”"), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::services
