// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Runs the number, percentage, dimension and date cases of microsoft/Recognizers-Text that are kept
// beside the repository, and fails when the share that passes falls below what has been reached. A
// case passes when every expected result has an annotation of the same span and value and, for
// numbers and dates, nothing else is annotated. Cases marked NotSupported are left out.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/text/date.h"
#include "indexer/text/numeral.h"
#include "indexer/text/quantity.h"
#include "indexer/text/unicode.h"
#include "nlohmann/json.hpp"
#include "tests/support/shared_corpus.h"

namespace yinzheng::text {
namespace {

using ::nlohmann::json;

struct Annotation {
  Span span;
  std::string value;
};

using Annotate = std::function<std::vector<Annotation>(const std::u32string&, const json&)>;

struct Spec {
  const char* name;
  const char* path;
  double floor;    // percent
  bool exclusive;  // nothing else may be annotated
  bool dates;
  Annotate annotate;
};

Span ExpectedSpan(const json& result) {
  const auto begin = result.at("Start").get<uint32_t>();
  if (result.contains("Length")) return {begin, begin + result.at("Length").get<uint32_t>()};
  return {begin, result.at("End").get<uint32_t>() + 1};
}

std::set<std::string> ExpectedDays(const json& result) {
  std::set<std::string> days;
  const auto value = result.find("Value");
  if (value == result.end() || !value->is_object()) return days;
  for (const char* side : {"PastResolution", "FutureResolution"}) {
    const auto resolution = value->find(side);
    if (resolution != value->end() && resolution->contains("date")) {
      days.insert(resolution->at("date").get<std::string>());
    }
  }
  return days;
}

bool SameNumber(const json& result, const std::string& value) {
  const auto resolution = result.find("Resolution");
  if (resolution == result.end() || !resolution->contains("value")) return true;
  const json& expected = resolution->at("value");
  if (!expected.is_string() || expected == "null") return true;
  const double want = std::strtod(expected.get<std::string>().c_str(), nullptr);
  const double got = std::strtod(value.c_str(), nullptr);
  return std::abs(want - got) <= 1e-5 * std::max(1e-9, std::abs(want));
}

bool Matches(const Spec& spec, const json& result, const Annotation& annotation) {
  if (annotation.span != ExpectedSpan(result)) return false;
  if (!spec.dates) return SameNumber(result, annotation.value);
  const std::set<std::string> days = ExpectedDays(result);
  return days.empty() || days.contains(annotation.value);
}

bool Passes(const Spec& spec, const json& test_case) {
  const std::u32string text = DecodeUtf8(test_case.at("Input").get<std::string>());
  const std::vector<Annotation> annotations = spec.annotate(text, test_case);
  const json& results = test_case.at("Results");
  for (const json& result : results) {
    const bool found = std::any_of(
        annotations.begin(), annotations.end(),
        [&](const Annotation& annotation) { return Matches(spec, result, annotation); });
    if (!found) return false;
  }
  if (!spec.exclusive) return true;
  return std::all_of(annotations.begin(), annotations.end(), [&](const Annotation& annotation) {
    return std::any_of(results.begin(), results.end(), [&](const json& result) {
      return annotation.span.overlaps(ExpectedSpan(result));
    });
  });
}

std::vector<Annotation> Numbers(const std::u32string& text, const std::set<NumeralKind>& kinds) {
  std::vector<Annotation> annotations;
  for (const Numeral& numeral : FindNumerals(text)) {
    if (kinds.contains(numeral.kind)) {
      annotations.push_back({numeral.span, numeral.amount.ToString()});
    }
  }
  return annotations;
}

std::vector<Annotation> Cardinals(const std::u32string& text, const json&) {
  return Numbers(text, {NumeralKind::kCardinal, NumeralKind::kFraction});
}

std::vector<Annotation> Percentages(const std::u32string& text, const json&) {
  return Numbers(text, {NumeralKind::kPercent});
}

std::vector<Annotation> Quantities(const std::u32string& text, const json&) {
  std::vector<Annotation> annotations;
  for (const QuantityMatch& match : FindQuantities(text)) {
    annotations.push_back({match.span, match.amount.ToString()});
  }
  return annotations;
}

std::vector<Annotation> Dates(const std::u32string& text, const json& test_case) {
  std::optional<ReferenceDate> published;
  const auto context = test_case.find("Context");
  if (context != test_case.end() && context->contains("ReferenceDateTime")) {
    const auto day = context->at("ReferenceDateTime").get<std::string>().substr(0, 10);
    published = ReferenceDate::FromEdtf(day).value();
  }
  std::vector<Annotation> annotations;
  for (const DateMatch& match : FindDates(text, published)) {
    annotations.push_back({match.span, match.edtf});
  }
  return annotations;
}

class NumberSpecTest : public ::testing::TestWithParam<Spec> {};

TEST_P(NumberSpecTest, PassesItsShare) {
  const Spec& spec = GetParam();
  const auto path = testing::SharedPath(spec.path);
  if (!path) GTEST_SKIP() << testing::SharedMissing(spec.path);
  std::ifstream file(*path);
  std::string contents((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (contents.starts_with("\xEF\xBB\xBF")) contents.erase(0, 3);
  int total = 0;
  int passed = 0;
  for (const json& test_case : json::parse(contents)) {
    if (test_case.contains("NotSupported")) continue;
    ++total;
    if (Passes(spec, test_case)) ++passed;
  }
  ASSERT_GT(total, 0);
  const double share = 100.0 * passed / total;
  std::cout << spec.name << ": passed " << passed << " of " << total << ", " << share << "%\n";
  EXPECT_GE(share, spec.floor);
}

constexpr char kDateExtractor[] = "specs/recognizers/DateTime/Chinese/DateExtractor.json";
constexpr char kDateParser[] = "specs/recognizers/DateTime/Chinese/DateParser.json";
constexpr char kDimension[] = "specs/recognizers/NumberWithUnit/Chinese/DimensionModel.json";
constexpr char kNumber[] = "specs/recognizers/Number/Chinese/NumberModel.json";
constexpr char kPercent[] = "specs/recognizers/Number/Chinese/PercentModel.json";

INSTANTIATE_TEST_SUITE_P(
    Specs, NumberSpecTest,
    ::testing::Values(Spec{"NumberModel", kNumber, 97, true, false, Cardinals},
                      Spec{"PercentModel", kPercent, 98, true, false, Percentages},
                      Spec{"DimensionModel", kDimension, 95, false, false, Quantities},
                      Spec{"DateExtractor", kDateExtractor, 97, true, true, Dates},
                      Spec{"DateParser", kDateParser, 95, true, true, Dates}),
    [](const auto& param_info) { return std::string(param_info.param.name); });

}  // namespace
}  // namespace yinzheng::text
