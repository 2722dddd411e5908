// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/decoding.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

using ::testing::ElementsAre;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;

TEST(DecodeTextTest, KeepsTheByteOffsetOfEveryCodePoint) {
  const auto decoded = DecodeText("a中𠀋\n");
  ASSERT_THAT(decoded, IsOk());
  EXPECT_EQ(decoded->text, U"a中𠀋\n");
  EXPECT_THAT(decoded->byte_offset, ElementsAre(0, 1, 4, 8, 9));
  EXPECT_EQ(decoded->encoding, "UTF-8");
  EXPECT_EQ(decoded->repaired, 0u);
}

TEST(DecodeTextTest, ByteOrderMarkIsNoText) {
  const auto decoded = DecodeText("\xEF\xBB\xBF中");
  ASSERT_THAT(decoded, IsOk());
  EXPECT_EQ(decoded->text, U"中");
  EXPECT_THAT(decoded->byte_offset, ElementsAre(3, 6));
}

TEST(DecodeTextTest, EmptyTextIsUtf8) {
  const auto decoded = DecodeText("");
  ASSERT_THAT(decoded, IsOk());
  EXPECT_EQ(decoded->encoding, "UTF-8");
  EXPECT_THAT(decoded->byte_offset, ElementsAre(0));
}

struct EncodingCase {
  const char* name;
  std::string_view bytes;
  const char* encoding;
  std::u32string_view want;
};

// "北京市发布了新的科技政策，大家都很高兴。" as Python's codecs write it; in Traditional for Big5.
constexpr std::string_view kGb18030 =
    "\xb1\xb1\xbe\xa9\xca\xd0\xb7\xa2\xb2\xbc\xc1\xcb\xd0\xc2\xb5\xc4\xbf\xc6\xbc\xbc\xd5\xfe\xb2"
    "\xdf"
    "\xa3\xac\xb4\xf3\xbc\xd2\xb6\xbc\xba\xdc\xb8\xdf\xd0\xcb\xa1\xa3";
constexpr std::string_view kBig5 =
    "\xa5\x5f\xa8\xca\xa5\xab\xb5\x6f\xa5\xac\xa4\x46\xb7\x73\xaa\xba\xac\xec\xa7\xde\xac\x46\xb5"
    "\xa6"
    "\xa1\x41\xa4\x6a\xae\x61\xb3\xa3\xab\xdc\xb0\xaa\xbf\xb3\xa1\x43";
constexpr std::string_view kUtf16Le("\xff\xfe\x17\x53\xac\x4e\x40\xd8\x0b\xdc", 10);
constexpr std::string_view kUtf16Be("\xfe\xff\x53\x17\x4e\xac\xd8\x40\xdc\x0b", 10);
constexpr std::string_view kUtf16LeWithoutMark("\x17\x53\xac\x4e\x0a\x00\x02\x5e", 8);

class EncodingTest : public ::testing::TestWithParam<EncodingCase> {};

TEST_P(EncodingTest, IsDetectedAndEveryPieceDecodesAlone) {
  const auto decoded = DecodeText(GetParam().bytes);
  ASSERT_THAT(decoded, IsOk());
  EXPECT_EQ(decoded->encoding, GetParam().encoding);
  EXPECT_EQ(decoded->text, GetParam().want);
  EXPECT_EQ(decoded->repaired, 0u);
  ASSERT_EQ(decoded->byte_offset.size(), decoded->text.size() + 1);
  EXPECT_EQ(decoded->byte_offset.back(), GetParam().bytes.size());
  for (size_t i = 0; i < decoded->text.size(); ++i) {
    const uint64_t begin = decoded->byte_offset[i];
    const uint64_t end = decoded->byte_offset[i + 1];
    EXPECT_THAT(DecodeSpan(GetParam().bytes.substr(begin, end - begin), decoded->encoding),
                IsOkAndHolds(decoded->text.substr(i, 1)));
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, EncodingTest,
    ::testing::Values(
        EncodingCase{"Gb18030", kGb18030, "GB18030", U"北京市发布了新的科技政策，大家都很高兴。"},
        EncodingCase{"Big5", kBig5, "Big5-HKSCS", U"北京市發布了新的科技政策，大家都很高興。"},
        EncodingCase{"Utf16Le", kUtf16Le, "UTF-16LE", U"北京𠀋"},
        EncodingCase{"Utf16Be", kUtf16Be, "UTF-16BE", U"北京𠀋"},
        EncodingCase{"Utf16LeWithoutMark", kUtf16LeWithoutMark, "UTF-16LE", U"北京\n市"}),
    [](const auto& test) { return test.param.name; });

TEST(DecodeTextTest, DamagedUtf8StaysUtf8AndIsCounted) {
  std::string bytes;
  for (int i = 0; i < 50; ++i) bytes += "北京";
  bytes += "\xE5\x8C";
  const auto decoded = DecodeText(bytes);
  ASSERT_THAT(decoded, IsOk());
  EXPECT_EQ(decoded->encoding, "UTF-8");
  EXPECT_EQ(decoded->repaired, 1u);
  EXPECT_EQ(decoded->text.back(), U'\uFFFD');
}

TEST(DecodeTextTest, RefusesBinaryData) {
  EXPECT_THAT(DecodeText(std::string_view("\x7f"
                                          "ELF\x02\x00\x00\x00\x01",
                                          9)),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

// Whatever the bytes are: text or a refusal, and an offset for every code point.
TEST(DecodeTextTest, AnyBytesAreTextOrRefused) {
  std::mt19937 random(29);  // NOLINT(cert-msc51-cpp): the same bytes in every run.
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    const uint32_t kind = static_cast<uint32_t>(round) % 3;  // Anything; high bytes; damaged UTF-8.
    if (kind == 2) bytes = "北京市发布了新的科技政策";
    for (size_t size = random() % 40; size > 0; --size) {
      const auto byte = static_cast<char>(kind == 0 ? random() % 256 : 0x80 + random() % 128);
      bytes.insert(random() % (bytes.size() + 1), 1, byte);
    }
    const auto decoded = DecodeText(bytes);
    if (!decoded.ok()) {
      ASSERT_THAT(decoded, StatusIs(absl::StatusCode::kInvalidArgument));
      continue;
    }
    ASSERT_EQ(decoded->byte_offset.size(), decoded->text.size() + 1);
    ASSERT_TRUE(std::is_sorted(decoded->byte_offset.begin(), decoded->byte_offset.end()));
    ASSERT_EQ(decoded->byte_offset.back(), bytes.size());
  }
}

TEST(DecodeAsTest, CountsRepairsOfOtherEncodings) {
  const auto decoded = DecodeAs("\xb1\xb1\xff\xb1", "GB18030");
  ASSERT_THAT(decoded, IsOk());
  EXPECT_EQ(decoded->text.substr(0, 1), U"北");
  EXPECT_GE(decoded->repaired, 1u);
  EXPECT_EQ(decoded->byte_offset.size(), decoded->text.size() + 1);
}

TEST(DecodeAsTest, RefusesUnknownEncodings) {
  EXPECT_THAT(DecodeAs("a", "klingon"), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(DecodeSpanTest, RefusesBytesCutInsideACharacter) {
  EXPECT_THAT(DecodeSpan("\xE4\xB8", "UTF-8"), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(DecodeSpan("\xb1", "GB18030"), StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace yinzheng::text
