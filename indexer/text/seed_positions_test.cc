// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Positions on real articles: every code point of every article file leads to its bytes and back,
// and every reading position to the body and back. Needs the corpora beside the repository.

#include <filesystem>
#include <string>

#include "gtest/gtest.h"
#include "indexer/base/file_system.h"
#include "indexer/text/decoding.h"
#include "indexer/text/fold.h"
#include "indexer/text/reading.h"
#include "indexer/text/source_map.h"
#include "indexer/text/unicode.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;

void CheckBytes(const std::string& bytes, const DecodedText& decoded) {
  SourceMap map;
  const auto size = static_cast<uint32_t>(decoded.text.size());
  ASSERT_THAT(map.AppendDecoded(decoded.byte_offset, {0, size}), IsOk());
  for (uint32_t i = 0; i < size; ++i) {
    const auto range = map.ToBytes({i, i + 1});
    ASSERT_THAT(range, IsOk());
    ASSERT_THAT(map.ToBody(*range), IsOkAndHolds(Span{i, i + 1}));
    const std::string_view cited = std::string_view(bytes).substr(range->begin, range->size());
    ASSERT_EQ(cited, EncodeUtf8({&decoded.text[i], 1}));
    ASSERT_THAT(DecodeSpan(cited, decoded.encoding), IsOkAndHolds(decoded.text.substr(i, 1)));
  }
}

void CheckReading(const std::u32string& body) {
  const Reading reading(body);
  ASSERT_FALSE(reading.sentences().empty());
  for (uint32_t i = 0; i < reading.text().size(); ++i) {
    const char32_t c = reading.text()[i];
    if (IsSpace(c)) continue;
    const Span there = reading.ToBody({i, i + 1});
    ASSERT_EQ(there.size(), 1u);
    ASSERT_EQ(reading.FromBody(there), (Span{i, i + 1}));
    if (c == U'“' || c == U'”' || c == U'‘' || c == U'’') continue;  // The print may have 「」.
    ASSERT_EQ(FoldCharacters(Slice(body, there)).key, FoldCharacters({&c, 1}).key);
  }
}

TEST(SeedPositionsTest, EveryCodePointMapsBothWays) {
  const auto seeds = yinzheng::testing::SharedPath("corpus/seeds");
  if (!seeds) GTEST_SKIP() << yinzheng::testing::SharedMissing("corpus/seeds");
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*seeds)) {
    SCOPED_TRACE(entry.path().filename());
    const auto bytes = base::FileSystem::Real().ReadFile(entry.path().string());
    ASSERT_THAT(bytes, IsOk());
    const auto decoded = DecodeText(*bytes);
    ASSERT_THAT(decoded, IsOk());
    CheckBytes(*bytes, *decoded);
    CheckReading(decoded->text);
    ++files;
  }
  EXPECT_GT(files, 0);
}

}  // namespace
}  // namespace yinzheng::text
