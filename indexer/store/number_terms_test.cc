// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/number_terms.h"

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/number_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using text::Decimal;

// A database of one document that states `numbers`.
class NumberTermsTest : public ::testing::Test {
 protected:
  void Index(const std::vector<Decimal>& numbers) {
    Xapian::Document document;
    for (const Decimal& number : numbers) {
      const std::optional<std::string> key = NumberKey(number);
      ASSERT_TRUE(key.has_value());
      document.add_term(Term(prefix::kNumber, *key));
      document.add_term(Term(prefix::kNumberDecade, DecadeOf(*key)));
    }
    Xapian::WritableDatabase database(Path(), Xapian::DB_CREATE);
    database.add_document(document);
    database.commit();
  }

  NumberTerms Of(const NumberBounds& bounds) const {
    return TermsOfNumbers(bounds, Xapian::Database(Path()));
  }

  std::string Path() const { return (directory_.path() / "numbers").string(); }

 private:
  yinzheng::testing::TempDir directory_;
};

NumberBounds Between(int64_t lower, int64_t upper) {
  NumberBounds bounds;
  bounds.lower = Decimal::FromInt(lower);
  bounds.upper = Decimal::FromInt(upper);
  return bounds;
}

TEST_F(NumberTermsTest, EndsAreNumbersAndTheRestDecades) {
  Index({Decimal::FromInt(0), Decimal::FromInt(7), Decimal::FromInt(25), Decimal::FromInt(28),
         Decimal::FromInt(31), Decimal::FromInt(444), Decimal::FromInt(450),
         Decimal::FromInt(460)});
  EXPECT_THAT(Of(Between(25, 450)).terms,
              ElementsAre("XN5225", "XN5228", "XN53444", "XN5345", "XD523"));
  EXPECT_THAT(Of(Between(26, 27)).terms, IsEmpty());
  EXPECT_THAT(Of(Between(25, 25)).terms, ElementsAre("XN5225"));
  NumberBounds without = Between(25, 450);
  without.without_lower = without.without_upper = true;
  EXPECT_THAT(Of(without).terms, ElementsAre("XN5228", "XN53444", "XD523"));
  without.lower.reset();
  EXPECT_THAT(Of(without).terms, ElementsAre("XN00", "XN53444", "XD517", "XD522", "XD523"));
  without.upper.reset();
  EXPECT_TRUE(Of(without).all);
}

// Neither end costs the other one its numbers.
TEST_F(NumberTermsTest, EachEndHasItsOwnLimit) {
  const int64_t many = static_cast<int64_t>(kMaxNumberTerms) + 500;
  std::vector<Decimal> numbers;
  for (int64_t i = 0; i < many; ++i) numbers.push_back(Decimal::FromInt(100'000 + i));
  for (int64_t i = 0; i < 3; ++i) numbers.push_back(Decimal::FromInt(700'000 + i));
  Index(numbers);
  const NumberTerms cut = Of(Between(100'000, 700'001));
  EXPECT_FALSE(cut.all);
  const std::set<std::string> terms(cut.terms.begin(), cut.terms.end());
  EXPECT_EQ(terms.size(), kMaxNumberTerms + 2);
  EXPECT_TRUE(terms.contains("XN567"));
  EXPECT_TRUE(terms.contains("XN56700001"));
  EXPECT_FALSE(terms.contains("XN56700002"));
  const NumberTerms whole = Of(Between(100'000 + many - 2, 700'002));
  EXPECT_TRUE(whole.all) << "what lies before the range does not count";
  EXPECT_EQ(whole.terms.size(), 5U);
}

}  // namespace
}  // namespace yinzheng::store
