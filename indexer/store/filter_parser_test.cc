// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/filter_parser.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;

std::string Show(const FilterNode& node) {
  std::vector<std::string> children;
  for (const FilterNode& child : node.children) children.push_back(Show(child));
  switch (node.kind) {
    case FilterNode::Kind::kAll:
      return "all";
    case FilterNode::Kind::kAnd:
      return absl::StrCat("(", absl::StrJoin(children, " & "), ")");
    case FilterNode::Kind::kOr:
      return absl::StrCat("(", absl::StrJoin(children, " | "), ")");
    case FilterNode::Kind::kNot:
      return absl::StrCat("!", children.at(0));
    case FilterNode::Kind::kComparison:
      break;
  }
  const char* const operators[] = {"=", "!=", "<", "<=", ">", ">=", ":"};
  const std::string value =
      node.type == FilterType::kDay ? absl::StrCat(node.earliest, "..", node.latest) : node.value;
  return absl::StrCat(node.field, operators[static_cast<int>(node.op)], value);
}

TEST(FilterParser, ReadsArticleFilters) {
  const struct {
    const char* filter;
    const char* want;
  } rows[] = {
      {"", "all"},
      {"  ", "all"},
      {"outlet = 新京报", "outlet=新京报"},
      {"outlet=\"新京报\"", "outlet=新京报"},
      {"outlet = 'a \\'b\\''", "outlet=a 'b'"},
      {"outlet != \"a b\"", "outlet!=a b"},
      {"author:李明", "author:李明"},
      {"published >= \"2023-01-31\"", "published>=2023-01-31..2023-01-31"},
      {"published < 2024", "published<2024-01-01..2024-12-31"},
      {"published = 2024-02", "published=2024-02-01..2024-02-29"},
      {"outlet=a AND outlet=b", "(outlet=a & outlet=b)"},
      {"outlet=a outlet=b", "(outlet=a & outlet=b)"},
      {"outlet=a AND outlet=b OR outlet=c", "(outlet=a & (outlet=b | outlet=c))"},  // OR first.
      {"(outlet=a AND outlet=b) OR outlet=c", "((outlet=a & outlet=b) | outlet=c)"},
      {"outlet=a OR outlet=b AND outlet=c", "((outlet=a | outlet=b) & outlet=c)"},
      {"outlet=a OR outlet=b outlet=c OR outlet=d",
       "((outlet=a | outlet=b) & (outlet=c | outlet=d))"},
      {"outlet=a AND (outlet=b AND outlet=c OR outlet=d)",
       "(outlet=a & (outlet=b & (outlet=c | outlet=d)))"},
      {"NOT outlet=a OR outlet=b", "(!outlet=a | outlet=b)"},
      {"NOT (outlet=a OR outlet=b) author=c", "(!(outlet=a | outlet=b) & author=c)"},
      {"-outlet=a AND -author=b", "(!outlet=a & !author=b)"},
      {"outlet : 新京报", "outlet:新京报"},
      {"published : 2023", "published:2023-01-01..2023-12-31"},
      {"published != 2023-07", "published!=2023-07-01..2023-07-31"},
      {"entity : \"怀柔 科学城\"", "entity:怀柔 科学城"},
      {"outlet = \"a\\\"b\"", "outlet=a\"b"},
      {"NOT outlet=a", "!outlet=a"},
      {"-outlet=a", "!outlet=a"},
      {"- (outlet=a outlet=b)", "!(outlet=a & outlet=b)"},
      {"entity = entities/42", "entity=entities/42"},
  };
  for (const auto& row : rows) {
    const absl::StatusOr<FilterNode> node = ParseFilter(row.filter, ArticleFilterFields());
    ASSERT_THAT(node, IsOk()) << row.filter;
    EXPECT_EQ(Show(*node), row.want) << row.filter;
  }
}

TEST(FilterParser, ReadsFactFilters) {
  const struct {
    const char* filter;
    const char* want;
  } rows[] = {
      {"kind = RANK", "kind=3"},
      {"kind = FACT_KIND_QUOTATION", "kind=6"},
      {"modality = PLANNED origin : CURATED", "(modality=2 & origin:2)"},
      {"amount >= 1200.50", "amount>=1200.5"},
      {"amount > -3", "amount>-3"},
      {"confidence >= 0.8", "confidence>=0.8"},
      {"time <= 2023", "time<=2023-01-01..2023-12-31"},
  };
  for (const auto& row : rows) {
    const absl::StatusOr<FilterNode> node = ParseFilter(row.filter, FactFilterFields());
    ASSERT_THAT(node, IsOk()) << row.filter;
    EXPECT_EQ(Show(*node), row.want) << row.filter;
  }
}

TEST(FilterParser, RefusesWithPositionAndReason) {
  const struct {
    std::string filter;
    std::string position;
    std::string reason;
  } rows[] = {
      {"colour = 1", "0", "no field \"colour\"; use one of outlet, author"},
      {"outlet = a AND colour = 1", "15", "no field \"colour\""},
      {"出处 = 1", "0", "no field"},
      {"outlet", "6", "expected one of ="},
      {"outlet =", "8", "expected a value"},
      {"outlet < a", "7", "has no order"},
      {"outlet ! a", "7", "no operator"},
      {"outlet = \"a", "9", "no other half"},
      {"outlet = \"\"", "9", "empty"},
      {"published > soon", "12", "is no day"},
      {"published > 2023-02-30", "12", "is no day"},
      {"(outlet = a", "0", "not closed"},
      {"outlet = a)", "10", "not expected"},
      {"outlet = a OR", "13", "expected a field and found the end"},
      {"= a", "0", "expected a field"},
      {"has(outlet)", "0", "no field \"has\""},
      {"outlet(a)", "6", "expected one of ="},
      {"outlet.name = a", "0", "no field \"outlet.name\""},
      {"published > timestamp(\"2023\")", "12", "is no day"},
      {"outlet = a or outlet = b", "11", "no field \"or\""},
      {"outlet = -a", "9", "expected a value"},
      {"outlet = (a)", "9", "expected a value"},
      {"NOT", "3", "expected a field and found the end"},
      {"outlet = a AND", "14", "expected a field and found the end"},
      {"outlet != ", "10", "expected a value"},
      {"新京报", "0", "no field"},
  };
  for (const auto& row : rows) {
    const absl::StatusOr<FilterNode> node = ParseFilter(row.filter, ArticleFilterFields());
    EXPECT_THAT(node, StatusIs(absl::StatusCode::kInvalidArgument,
                               AllOf(HasSubstr(absl::StrCat("position ", row.position, ":")),
                                     HasSubstr(row.reason))))
        << row.filter;
    const auto payload = node.status().GetPayload("yinzheng/filter-position");
    ASSERT_TRUE(payload.has_value()) << row.filter;
    EXPECT_EQ(std::string(*payload), row.position) << row.filter;
  }
  EXPECT_THAT(ParseFilter("kind = NUMBER", FactFilterFields()),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("QUANTITY, DATE")));
  EXPECT_THAT(ParseFilter("amount > 1e3", FactFilterFields()),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("plain decimal")));
}

TEST(FilterParser, HasLimits) {
  EXPECT_THAT(ParseFilter(std::string(kMaxFilterBytes + 1, 'a'), ArticleFilterFields()),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("bytes")));
  const std::string deep(200, '(');
  EXPECT_THAT(ParseFilter(deep + "outlet=a" + std::string(200, ')'), ArticleFilterFields()),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("nested")));
  std::string many = "outlet=a";
  for (size_t i = 0; i < kMaxFilterComparisons; ++i) many += " OR outlet=a";
  EXPECT_THAT(ParseFilter(many, ArticleFilterFields()),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("comparisons")));
}

}  // namespace
}  // namespace yinzheng::store
