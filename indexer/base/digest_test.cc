// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/digest.h"

#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::base {
namespace {

using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;

// FIPS 180-2, appendix B.1.
constexpr const char* kDigestOfAbc =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(Sha256Test, KnowsThePublishedVector) { EXPECT_EQ(Sha256Hex("abc"), kDigestOfAbc); }

TEST(Sha256Test, PiecesAddUpAndItStartsAnew) {
  Sha256 digest;
  digest.Update("a");
  Sha256 moved = std::move(digest);
  moved.Update("bc");
  EXPECT_EQ(moved.FinishHex(), kDigestOfAbc);
  EXPECT_EQ(moved.FinishHex(), Sha256Hex(""));
}

TEST(Sha256Test, FieldsKeepTheirBorders) {
  const auto digest_of = [](const std::string& first, const std::string& second) {
    Sha256 digest;
    digest.UpdateField(first);
    digest.UpdateField(second);
    return digest.FinishHex();
  };
  EXPECT_NE(digest_of("ab", "c"), digest_of("a", "bc"));
  EXPECT_EQ(digest_of("ab", "c"), digest_of("ab", "c"));
}

TEST(Sha256Test, ReadsFilesOfMoreThanOneBlock) {
  const yinzheng::testing::TempDir directory;
  const std::string contents(200000, 'x');
  const std::string path = directory.Write("big", contents).string();
  EXPECT_THAT(Sha256HexOfFile(path), IsOkAndHolds(Sha256Hex(contents)));
  EXPECT_THAT(Sha256HexOfFile(path + ".none"), StatusIs(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace yinzheng::base
