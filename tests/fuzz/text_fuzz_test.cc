// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Whatever is read, the text layer neither crashes nor hands out a place that does not exist.

#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/decoding.h"
#include "indexer/text/fold.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"
#include "tests/fuzz/random_text.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

class TextFuzzTest : public ::testing::Test {
 protected:
  void SetUp() override { YZ_ASSERT_OK(LoadFolding()); }

  fuzz::RandomText random_{20260101};
};

TEST_F(TextFuzzTest, DecodedBytesHaveAscendingOffsetsWithinTheInput) {
  int accepted = 0;
  for (int run = 0; run < fuzz::Runs(); ++run) {
    const std::string bytes = random_.Bytes();
    const absl::StatusOr<DecodedText> decoded = DecodeText(bytes);
    if (!decoded.ok()) continue;  // Binary input may be refused, with a status.
    ++accepted;
    SCOPED_TRACE(run);
    ASSERT_EQ(decoded->byte_offset.size(), decoded->text.size() + 1);
    for (size_t i = 0; i < decoded->text.size(); ++i) {
      ASSERT_LE(decoded->byte_offset[i], decoded->byte_offset[i + 1]);
    }
    ASSERT_EQ(decoded->byte_offset.back(), bytes.size());
  }
  EXPECT_GT(accepted, fuzz::Runs() / 2);
}

TEST_F(TextFuzzTest, FoldingMapsEveryKeyPlaceIntoTheText) {
  for (int run = 0; run < fuzz::Runs(); ++run) {
    const std::u32string text = DecodeUtf8(random_.Bytes());
    const FoldedText folded = FoldCharacters(text);
    SCOPED_TRACE(run);
    ASSERT_EQ(folded.begin.size(), folded.key.size());
    ASSERT_EQ(folded.end.size(), folded.key.size());
    for (size_t i = 0; i < folded.key.size(); ++i) {
      ASSERT_LE(folded.begin[i], folded.end[i]);
      ASSERT_LE(folded.end[i], text.size());
      ASSERT_LE(folded.begin[i == 0 ? 0 : i - 1], folded.begin[i]);
    }
  }
}

TEST_F(TextFuzzTest, FoldingAKeyAgainChangesNothing) {
  for (int run = 0; run < fuzz::Runs(); ++run) {
    const std::string key = FoldKey(random_.Utf8());
    ASSERT_EQ(FoldKey(key), key) << "run " << run;
  }
}

TEST_F(TextFuzzTest, TermsStandInOrderWithinTheText) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Segmenter> segmenter, Segmenter::Create());
  const Analyzer analyzer(*segmenter);
  for (int run = 0; run < fuzz::Runs(); ++run) {
    const std::u32string text = DecodeUtf8(random_.Bytes());
    SCOPED_TRACE(run);
    uint32_t position = 0;
    for (const IndexToken& token : analyzer.Analyze(text)) {
      ASSERT_GE(token.position, position);
      ASSERT_LT(token.span.begin, token.span.end);
      ASSERT_LE(token.span.end, text.size());
      ASSERT_FALSE(token.term.empty());
      ASSERT_LE(token.term.size(), kMaxTermBytes);
      position = token.position;
    }
  }
}

}  // namespace
}  // namespace yinzheng::text
