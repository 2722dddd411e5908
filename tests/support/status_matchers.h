// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// gMock matchers for absl::Status and absl::StatusOr, which Debian's Abseil does not have yet.
// There is deliberately no IsNotOk: a test names the error it expects.
//
// Example:
//   EXPECT_THAT(manifest.Save(path), IsOk());
//   EXPECT_THAT(ParseAmount("3万"), IsOkAndHolds(Eq("30000")));
//   EXPECT_THAT(ParseAmount(""), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("empty")));

#ifndef YINZHENG_TESTS_SUPPORT_STATUS_MATCHERS_H_
#define YINZHENG_TESTS_SUPPORT_STATUS_MATCHERS_H_

#include <string>
#include <type_traits>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gmock/gmock.h"

namespace yinzheng::testing {

namespace internal {

inline const absl::Status& GetStatus(const absl::Status& status) { return status; }

template <typename T>
const absl::Status& GetStatus(const absl::StatusOr<T>& result) {
  return result.status();
}

}  // namespace internal

// Matches an OK Status or StatusOr, and prints the error otherwise.
MATCHER(IsOk, negation ? "is not OK" : "is OK") {
  const absl::Status& status = internal::GetStatus(arg);
  *result_listener << "whose status is " << status.ToString();
  return status.ok();
}

// Matches an OK StatusOr whose value matches `value_matcher`.
MATCHER_P(IsOkAndHolds, value_matcher,
          "is OK and holds a value that " +
              ::testing::DescribeMatcher<typename std::remove_reference_t<arg_type>::value_type>(
                  value_matcher, negation)) {
  if (!arg.ok()) {
    *result_listener << "whose status is " << arg.status().ToString();
    return false;
  }
  return ::testing::ExplainMatchResult(value_matcher, *arg, result_listener);
}

// Matches a Status or StatusOr by code and by message (a string or a matcher of strings).
MATCHER_P2(StatusIs, code, message_matcher,
           "has code " + absl::StatusCodeToString(code) + " and a message that " +
               ::testing::DescribeMatcher<std::string>(message_matcher, negation)) {
  const absl::Status& status = internal::GetStatus(arg);
  *result_listener << "whose status is " << status.ToString();
  return status.code() == code &&
         ::testing::ExplainMatchResult(message_matcher, std::string(status.message()),
                                       result_listener);
}

// Matches a Status or StatusOr by code alone.
inline auto StatusIs(absl::StatusCode code) { return StatusIs(code, ::testing::_); }

}  // namespace yinzheng::testing

// Fails the test and leaves the function when `expr` (a Status or StatusOr) is not OK.
#define YZ_ASSERT_OK(expr) ASSERT_THAT((expr), ::yinzheng::testing::IsOk())
#define YZ_EXPECT_OK(expr) EXPECT_THAT((expr), ::yinzheng::testing::IsOk())

// Declares `lhs` from the value of a StatusOr, or fails the test: YZ_ASSERT_OK_AND_ASSIGN(auto x,
// F());
#define YZ_ASSERT_OK_AND_ASSIGN(lhs, expr) \
  YZ_ASSERT_OK_AND_ASSIGN_IMPL_(YZ_TEST_CONCAT_(yz_result_, __LINE__), lhs, expr)
#define YZ_ASSERT_OK_AND_ASSIGN_IMPL_(result, lhs, expr) \
  auto result = (expr);                                  \
  ASSERT_THAT(result, ::yinzheng::testing::IsOk());      \
  lhs = std::move(result).value()
#define YZ_TEST_CONCAT_(a, b) YZ_TEST_CONCAT_INNER_(a, b)
#define YZ_TEST_CONCAT_INNER_(a, b) a##b

#endif  // YINZHENG_TESTS_SUPPORT_STATUS_MATCHERS_H_
