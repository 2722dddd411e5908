// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/pinyin/pinyin_reading.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;

const PinyinReader& Reader() {
  static const Segmenter* const kSegmenter = Segmenter::Create()->release();
  static const auto* const kReader = new PinyinReader(*kSegmenter);
  return *kReader;
}

std::vector<std::string> Spellings(const std::string& name, NameKind kind = NameKind::kAny) {
  return SpellingsOf(Reader().Read(DecodeUtf8(name), kind));
}

std::vector<std::string> Initials(const std::string& name) {
  return InitialsOf(Reader().Read(DecodeUtf8(name)));
}

struct OneReading {
  const char* name;
  const char* spelling;
  const char* initials;
};

class OneReadingTest : public ::testing::TestWithParam<OneReading> {};

// Words decide: one reading, and no other.
TEST_P(OneReadingTest, IsTheOnlyOne) {
  EXPECT_THAT(Spellings(GetParam().name), ElementsAre(GetParam().spelling));
  EXPECT_THAT(Initials(GetParam().name), ElementsAre(GetParam().initials));
}

INSTANTIATE_TEST_SUITE_P(
    Polyphones, OneReadingTest,
    ::testing::Values(
        OneReading{"重庆", "chongqing", "cq"}, OneReading{"重庆大学", "chongqingdaxue", "cqdx"},
        OneReading{"银行", "yinhang", "yh"}, OneReading{"长城", "changcheng", "cc"},
        OneReading{"行长", "hangzhang", "hz"},
        OneReading{"人民银行行长", "renminyinhanghangzhang", "rmyhhz"},
        OneReading{"央行", "yanghang", "yh"}, OneReading{"委员长", "weiyuanzhang", "wyz"},
        OneReading{"厦门", "xiamen", "xm"}, OneReading{"台州", "taizhou", "tz"},
        OneReading{"音乐", "yinyue", "yy"}, OneReading{"首都", "shoudu", "sd"},
        OneReading{"西藏", "xizang", "xz"}, OneReading{"率先", "shuaixian", "sx"},
        OneReading{"效率", "xiaolv", "xl"}, OneReading{"旅行家", "lvxingjia", "lxj"},
        OneReading{"重组", "chongzu", "cz"}, OneReading{"朴槿惠", "piaojinhui", "pjh"}));

INSTANTIATE_TEST_SUITE_P(OtherCharacters, OneReadingTest,
                         ::testing::Values(OneReading{"a股", "agu", "ag"},
                                           OneReading{"c919", "c919", "c919"},
                                           OneReading{"5g网络", "5gwangluo", "5gwl"},
                                           OneReading{"女排", "nvpai", "np"}));

TEST(PinyinReading, WhatWordsDoNotDecideStays) {
  EXPECT_THAT(Spellings("乐"), ElementsAre("le", "yue", "yao"));
  EXPECT_THAT(Spellings("某乐"), IsSupersetOf({"moule", "mouyue"}));
  EXPECT_THAT(Initials("乐"), IsSupersetOf({"l", "y"}));
}

TEST(PinyinReading, AlternativesAreBounded) {
  std::string many;
  for (int i = 0; i < 30; ++i) many += "乐a";
  EXPECT_THAT(Spellings(many), SizeIs(kMaxSpellings));
  EXPECT_THAT(Initials(many), SizeIs(kMaxSpellings));
}

struct Person {
  const char* name;
  const char* spelling;
};

class PersonTest : public ::testing::TestWithParam<Person> {};

TEST_P(PersonTest, BeginsWithTheSurname) {
  const std::vector<std::string> spellings = Spellings(GetParam().name, NameKind::kPerson);
  ASSERT_FALSE(spellings.empty());
  EXPECT_EQ(spellings[0], GetParam().spelling);
}

INSTANTIATE_TEST_SUITE_P(Surnames, PersonTest,
                         ::testing::Values(Person{"单田芳", "shantianfang"},
                                           Person{"曾国藩", "zengguofan"}, Person{"解缙", "xiejin"},
                                           Person{"仇英", "qiuying"},
                                           Person{"任正非", "renzhengfei"},
                                           Person{"查良镛", "zhaliangyong"},
                                           Person{"尉迟恭", "yuchigong"},
                                           Person{"万俟卨", "moqixie"}, Person{"区寄", "ouji"}));

TEST(PinyinReading, ASurnameIsNoOneElses) {
  EXPECT_THAT(Spellings("解放"), ElementsAre("jiefang"));
  EXPECT_THAT(Spellings("盖茨", NameKind::kPerson), Contains("gaici"));
  EXPECT_THAT(Spellings("单位"), Not(Contains("shanwei")));
}

TEST(PinyinReading, TonesComeOff) {
  EXPECT_EQ(EncodeUtf8(WithoutTones(U"běijīng")), "beijing");
  EXPECT_EQ(EncodeUtf8(WithoutTones(U"lǜ nüè lü")), "lv nve lv");
  EXPECT_EQ(EncodeUtf8(WithoutTones(U"u\u0308\u0301")), "v");
  EXPECT_EQ(EncodeUtf8(WithoutTones(U"北京𠀀é")), "北京𠀀e");
}

}  // namespace
}  // namespace yinzheng::text
