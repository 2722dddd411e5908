// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_TESTING_FACT_MAKER_H_
#define YINZHENG_SERVICES_RECORD_TESTING_FACT_MAKER_H_

#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// Makes facts for tests in one line:
//   FactMaker("a").Figure("217", "名", "217名").In(2022)
// The subject is 甲院 (entities/甲院) unless another name is given, the property 企业数 for
// figures. Not for production code.
class FactMaker {
 public:
  explicit FactMaker(std::string_view id, const std::string& subject = "甲院") {
    fact_.set_name(absl::StrCat("facts/", base::AbslView(id)));
    fact_.mutable_subject()->set_entity("entities/" + subject);
    fact_.mutable_subject()->set_display_name(subject);
    fact_.set_property("企业数");
    fact_.set_modality(v1::MODALITY_ASSERTED);
    fact_.set_polarity(v1::POLARITY_POSITIVE);
    fact_.set_independent_sources(1);
    fact_.set_confidence(0.9);
  }

  FactMaker& Figure(const std::string& amount, const std::string& unit, const std::string& text,
                    v1::Quantity::Modifier modifier = v1::Quantity::MODIFIER_EXACT) {
    v1::Quantity& quantity = *fact_.mutable_quantity();
    quantity.set_amount(amount);
    quantity.set_unit(unit);
    quantity.set_text(text);
    quantity.set_modifier(modifier);
    quantity.set_measure(v1::Quantity::MEASURE_LEVEL);
    return *this;
  }
  // A date as value; `day` is YYYY-MM-DD.
  FactMaker& Dated(const std::string& property, const std::string& day) {
    fact_.set_property(property);
    SetDate(day, day, day, *fact_.mutable_date());
    return *this;
  }
  FactMaker& Ranked(int rank, const std::string& list) {
    fact_.set_property("排名");
    fact_.mutable_rank()->set_rank(rank);
    fact_.mutable_rank()->set_list(list);
    return *this;
  }
  FactMaker& Related(const std::string& property, const std::string& other) {
    fact_.set_property(property);
    fact_.mutable_entity()->set_entity("entities/" + other);
    fact_.mutable_entity()->set_display_name(other);
    return *this;
  }
  FactMaker& Text(const std::string& property, const std::string& text) {
    fact_.set_property(property);
    fact_.set_text(text);
    return *this;
  }
  FactMaker& Property(const std::string& property) {
    fact_.set_property(property);
    return *this;
  }
  // As-of time: a whole year.
  FactMaker& In(int year) {
    SetDate(absl::StrCat(year), absl::StrCat(year, "-01-01"), absl::StrCat(year, "-12-31"),
            *fact_.mutable_time());
    fact_.set_time_basis(v1::TIME_BASIS_SENTENCE);
    return *this;
  }
  FactMaker& Within(const std::string& key, const std::string& value) {
    v1::Qualifier& qualifier = *fact_.add_qualifiers();
    qualifier.set_key(key);
    qualifier.set_value(value);
    return *this;
  }
  FactMaker& Planned() {
    fact_.set_modality(v1::MODALITY_PLANNED);
    return *this;
  }
  FactMaker& Denied() {
    fact_.set_polarity(v1::POLARITY_NEGATIVE);
    return *this;
  }
  FactMaker& SaidBy(const std::string& speaker) {
    v1::EntityRef& ref = *fact_.add_citations()->mutable_attribution()->mutable_speaker();
    ref.set_entity("entities/" + speaker);
    ref.set_display_name(speaker);
    return *this;
  }
  // As-of time: one day.
  FactMaker& On(const std::string& day) {
    SetDate(day, day, day, *fact_.mutable_time());
    fact_.set_time_basis(v1::TIME_BASIS_SENTENCE);
    return *this;
  }
  // The time is that of print, as nothing in the text says another.
  FactMaker& AsPrinted() {
    fact_.set_time_basis(v1::TIME_BASIS_PUBLISHED);
    return *this;
  }
  // A citation from an article printed on a day.
  FactMaker& From(const std::string& article, const std::string& day,
                  const std::string& quote = "") {
    v1::Citation& citation = *fact_.add_citations();
    citation.set_article("articles/" + article);
    citation.set_quote(quote);
    SetDate(day, day, day, *citation.mutable_published());
    return *this;
  }
  FactMaker& Cited(const std::string& quote) {
    fact_.add_citations()->set_quote(quote);
    return *this;
  }

  operator v1::Fact() const { return fact_; }  // NOLINT: reads like a fact where one is wanted

 private:
  static void SetDate(const std::string& edtf, const std::string& earliest,
                      const std::string& latest, v1::DateValue& date) {
    date.set_edtf(edtf);
    date.set_earliest(earliest);
    date.set_latest(latest);
  }

  v1::Fact fact_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_TESTING_FACT_MAKER_H_
