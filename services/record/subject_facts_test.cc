// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/subject_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "services/record/testing/fact_maker.h"
#include "services/record/testing/served_index.h"

namespace yinzheng::services {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class SubjectFactsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (size_t i = 0; i < kFewSubjectFacts + 20; ++i) {
      index_.content().AddFact(
          FactMaker("many" + std::to_string(i)).Figure("7", "家", "7家").In(2022));
    }
    for (size_t i = 0; i < kFewSubjectFacts / 2 + 20; ++i) {
      for (const char* subject : {"丙院", "丁院"}) {
        index_.content().AddFact(
            FactMaker(subject + std::to_string(i), subject).Figure("8", "家", "8家").In(2022));
      }
    }
    index_.content().AddFact(
        FactMaker("rare").Property("天文台数").Figure("3", "座", "3座").In(2022));
    index_.content().AddFact(FactMaker("few", "乙院").Figure("90", "名", "90名").In(2022));
    index_.Publish();
  }

  absl::StatusOr<FactsAbout> About(const std::vector<std::string>& subjects) {
    return FactsOfSubjectsAbout(index_.manager().Acquire()->facts(), {}, subjects,
                                ServedIndex::Compiler().CompileWords("天文台"));
  }

  ServedIndex index_;
};

TEST_F(SubjectFactsTest, AllOfASubjectWithFew) {
  const auto about = About({"entities/乙院"});
  ASSERT_TRUE(about.ok()) << about.status();
  EXPECT_TRUE(about->complete);
  EXPECT_THAT(about->facts, SizeIs(1));
}

TEST_F(SubjectFactsTest, OfASubjectWithManyThoseThatFit) {
  const auto about = About({"entities/甲院"});
  ASSERT_TRUE(about.ok()) << about.status();
  EXPECT_FALSE(about->complete);
  EXPECT_LE(about->facts.size(), kFewSubjectFacts);
  EXPECT_TRUE(std::any_of(about->facts.begin(), about->facts.end(),
                          [](const v1::Fact& fact) { return fact.property() == "天文台数"; }));
}

TEST_F(SubjectFactsTest, SubjectsWithFewEachMayHaveManyTogether) {
  for (const char* subject : {"entities/丙院", "entities/丁院"}) {
    const auto about = About({subject});
    ASSERT_TRUE(about.ok()) << about.status();
    EXPECT_TRUE(about->complete) << subject;
  }
  const auto about = About({"entities/丙院", "entities/丁院"});
  ASSERT_TRUE(about.ok()) << about.status();
  EXPECT_FALSE(about->complete);
}

TEST_F(SubjectFactsTest, NothingOfNobody) {
  const auto about = About({});
  ASSERT_TRUE(about.ok()) << about.status();
  EXPECT_TRUE(about->complete);
  EXPECT_THAT(about->facts, IsEmpty());
}

}  // namespace
}  // namespace yinzheng::services
