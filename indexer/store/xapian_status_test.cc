// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/xapian_status.h"

#include <xapian.h>

#include <cerrno>
#include <functional>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;

absl::Status Thrown(const std::function<void()>& thrower) {
  return CatchXapian("open idx/gen-1/facts", [&]() -> absl::Status {
    thrower();
    return absl::OkStatus();
  });
}

struct ClassCase {
  std::string name;
  std::function<void()> thrower;
  absl::StatusCode code;
};

template <typename Error>
ClassCase Case(const std::string& name, absl::StatusCode code) {
  return {name, [] { throw Error("what Xapian says"); }, code};
}

std::vector<ClassCase> EveryClass() {
  using absl::StatusCode;
  return {
      Case<Xapian::InvalidArgumentError>("InvalidArgumentError", StatusCode::kInvalidArgument),
      Case<Xapian::QueryParserError>("QueryParserError", StatusCode::kInvalidArgument),
      Case<Xapian::WildcardError>("WildcardError", StatusCode::kInvalidArgument),
      Case<Xapian::RangeError>("RangeError", StatusCode::kOutOfRange),
      Case<Xapian::DocNotFoundError>("DocNotFoundError", StatusCode::kNotFound),
      Case<Xapian::DatabaseNotFoundError>("DatabaseNotFoundError", StatusCode::kUnavailable),
      Case<Xapian::DatabaseOpeningError>("DatabaseOpeningError", StatusCode::kUnavailable),
      Case<Xapian::DatabaseClosedError>("DatabaseClosedError", StatusCode::kUnavailable),
      Case<Xapian::NetworkError>("NetworkError", StatusCode::kUnavailable),
      Case<Xapian::NetworkTimeoutError>("NetworkTimeoutError", StatusCode::kDeadlineExceeded),
      Case<Xapian::DatabaseModifiedError>("DatabaseModifiedError", StatusCode::kAborted),
      Case<Xapian::DatabaseLockError>("DatabaseLockError", StatusCode::kFailedPrecondition),
      Case<Xapian::DatabaseVersionError>("DatabaseVersionError", StatusCode::kFailedPrecondition),
      Case<Xapian::DatabaseCorruptError>("DatabaseCorruptError", StatusCode::kDataLoss),
      Case<Xapian::SerialisationError>("SerialisationError", StatusCode::kDataLoss),
      Case<Xapian::DatabaseCreateError>("DatabaseCreateError", StatusCode::kInternal),
      Case<Xapian::DatabaseError>("DatabaseError", StatusCode::kInternal),
      Case<Xapian::FeatureUnavailableError>("FeatureUnavailableError", StatusCode::kUnimplemented),
      Case<Xapian::UnimplementedError>("UnimplementedError", StatusCode::kUnimplemented),
      Case<Xapian::AssertionError>("AssertionError", StatusCode::kInternal),
      Case<Xapian::InvalidOperationError>("InvalidOperationError", StatusCode::kInternal),
      Case<Xapian::InternalError>("InternalError", StatusCode::kInternal),
  };
}

TEST(XapianStatus, EveryErrorClassHasItsCode) {
  for (const ClassCase& row : EveryClass()) {
    EXPECT_THAT(Thrown(row.thrower),
                StatusIs(row.code, AllOf(HasSubstr("open idx/gen-1/facts"), HasSubstr(row.name),
                                         HasSubstr("what Xapian says"))))
        << row.name;
  }
}

TEST(XapianStatus, FullDiskIsResourceExhaustedWhateverTheClass) {
  for (const int error : {ENOSPC, EDQUOT, EFBIG}) {
    EXPECT_THAT(Thrown([&] { throw Xapian::DatabaseError("Error writing block", error); }),
                StatusIs(absl::StatusCode::kResourceExhausted, HasSubstr("free space")));
    EXPECT_THAT(Thrown([&] { throw Xapian::DatabaseCreateError("Couldn't create", error); }),
                StatusIs(absl::StatusCode::kResourceExhausted, HasSubstr("free space")));
  }
}

TEST(XapianStatus, OtherSystemErrorsKeepTheirTextAndContext) {
  EXPECT_THAT(Thrown([] { throw Xapian::NetworkError("no answer", "shard 2", ECONNREFUSED); }),
              StatusIs(absl::StatusCode::kUnavailable,
                       AllOf(HasSubstr("shard 2"), HasSubstr("Connection refused"))));
}

TEST(XapianStatus, OtherExceptionsDoNotEscape) {
  EXPECT_THAT(Thrown([] { throw std::bad_alloc(); }),
              StatusIs(absl::StatusCode::kResourceExhausted, HasSubstr("memory")));
  EXPECT_THAT(Thrown([] { throw std::runtime_error("odd"); }),
              StatusIs(absl::StatusCode::kInternal, HasSubstr("odd")));
  EXPECT_THAT(Thrown([] { throw 7; }), StatusIs(absl::StatusCode::kInternal));
}

TEST(XapianStatus, PassesValuesThrough) {
  EXPECT_THAT(Thrown([] {}), IsOk());
  const absl::StatusOr<int> value = CatchXapian("count", []() -> absl::StatusOr<int> { return 3; });
  ASSERT_THAT(value, IsOk());
  EXPECT_EQ(*value, 3);
}

}  // namespace
}  // namespace yinzheng::store
