// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/body_blocks.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "clients/cli/pages/display_line.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

std::vector<std::string> Shown(const std::string& text, const std::string& title = "",
                               const std::vector<std::pair<int, int>>& masked = {}) {
  google::protobuf::RepeatedPtrField<v1::Mask> masks;
  for (const auto& [start, end] : masked) {
    v1::Mask& mask = *masks.Add();
    mask.set_kind(v1::MASK_KIND_CAPTION);
    mask.mutable_span()->set_start(start);
    mask.mutable_span()->set_end(end);
  }
  const BodyText body(text);
  std::vector<std::string> lines;
  for (const Block& block : BodyBlocks(body, masks, title)) {
    static constexpr const char* kNames[] = {"p", "h", "by", "title", "mask"};
    lines.push_back(absl::StrCat(kNames[static_cast<int>(block.kind)], " ",
                                 DisplayLine(body.Slice(block.start, block.end))));
  }
  return lines;
}

TEST(BodyBlocksTest, EveryLineIsAParagraph) {
  EXPECT_THAT(Shown("园区里有一座新楼。\n　　楼里有三家企业。\n\n都在招人。\n"),
              ElementsAre("p 园区里有一座新楼。", "p 楼里有三家企业。", "p 都在招人。"));
}

TEST(BodyBlocksTest, ShortLinesAreHeadingsOrBylines) {
  EXPECT_THAT(Shown("新楼落成\n本报记者 某某\n园区里有一座新楼。"),
              ElementsAre("h 新楼落成", "by 本报记者 某某", "p 园区里有一座新楼。"));
}

TEST(BodyBlocksTest, HeadlineOnSeveralLines) {
  EXPECT_THAT(Shown("新楼落成\n企业进驻\n\n园区很热闹。", "新楼落成 企业进驻"),
              ElementsAre("title 新楼落成企业进驻", "p 园区很热闹。"));
}

TEST(BodyBlocksTest, TextThatOnlyBeginsLikeTheHeadline) {
  EXPECT_THAT(Shown("新楼落成之后，园区很热闹。", "新楼落成"),
              ElementsAre("p 新楼落成之后，园区很热闹。"));
}

TEST(BodyBlocksTest, WrappedByHand) {
  EXPECT_THAT(
      Shown("　　园区里有一座新楼，楼里\n有三家企业，都是今年来的，\n其中两家做芯片，一家做药，\n"
            "都在招人，要的人也都不少。\n　　楼外有一条河，河边有路，\n路上人多。\n"),
      ElementsAre(StartsWith("p 园区里有一座新楼，楼里有三家企业"),
                  "p 楼外有一条河，河边有路，路上人多。"));
}

TEST(BodyBlocksTest, MaskedTextIsABlockOfItsOwn) {
  EXPECT_THAT(Shown("新楼。\n图为新楼\n河边。", "", {{4, 8}}),
              ElementsAre("p 新楼。", "mask 图为新楼", "p 河边。"));
}

TEST(BodyBlocksTest, ASentenceGoesOnAfterABreak) {
  EXPECT_THAT(Shown("园区很大。里面有三\n\n家企业，都在招人。\n河边有路。"),
              ElementsAre("p 园区很大。里面有三家企业，都在招人。", "p 河边有路。"));
  EXPECT_THAT(Shown("园区很大。里面有三家企业，\n小标题\n河边有路。"),
              ElementsAre("p 园区很大。里面有三家企业，", "h 小标题", "p 河边有路。"));
}

TEST(BodyBlocksTest, NothingButBlanks) {
  EXPECT_THAT(Shown(" \n　\n", "", {{0, 2}}), ElementsAre());
}

TEST(BodyTextTest, SlicesCodePoints) {
  const BodyText body("a量\U00020BB7b");
  EXPECT_EQ(body.size(), 4);
  EXPECT_EQ(body.Slice(1, 3), "量\U00020BB7");
  EXPECT_EQ(body.Slice(2, 99), "\U00020BB7b");
  EXPECT_EQ(body.Slice(3, 1), "");
  EXPECT_EQ(BodyText("").size(), 0);
}

}  // namespace
}  // namespace yinzheng::cli::pages
