// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/gzip.h"

#include <zlib.h>

#include <string>
#include <string_view>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

using ::testing::HasSubstr;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;

constexpr size_t kNoLimit = size_t{1} << 24;

std::string Gzip(std::string_view text) {
  z_stream stream = {};
  EXPECT_EQ(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(text.size() + 128, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(Gunzip, GivesBackWhatWasCompressed) {
  const std::string text(1'000'000, 'x');
  EXPECT_THAT(Gunzip(Gzip(text), kNoLimit), IsOkAndHolds(text));
  EXPECT_THAT(Gunzip(Gzip(""), kNoLimit), IsOkAndHolds(""));
}

TEST(Gunzip, ReadsEveryMember) {
  EXPECT_THAT(Gunzip(Gzip("青州") + Gzip("新馆"), kNoLimit), IsOkAndHolds("青州新馆"));
}

TEST(Gunzip, StopsAtTheLimit) {
  EXPECT_THAT(Gunzip(Gzip(std::string(5'000'000, 'x')), 1000),
              StatusIs(absl::StatusCode::kResourceExhausted, HasSubstr("1000 bytes")));
}

TEST(Gunzip, RefusesWhatIsDamagedOrCut) {
  const std::string whole = Gzip("一段足够长的文字，用来压缩。");
  for (const std::string& bad : {std::string("no gzip at all"), whole.substr(0, whole.size() - 9),
                                 whole.substr(0, 5), std::string(), whole + "trailing"}) {
    EXPECT_THAT(Gunzip(bad, kNoLimit), StatusIs(absl::StatusCode::kInvalidArgument)) << bad.size();
  }
}

}  // namespace
}  // namespace yinzheng::ingest
