// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_TIMELINE_SERIES_MAKER_H_
#define YINZHENG_CLIENTS_CLI_TIMELINE_SERIES_MAKER_H_

#include <string>

#include "absl/strings/str_join.h"
#include "clients/cli/timeline_plot.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::cli {

// For tests: builds a series in one line: SeriesMaker("家").Fact("2021", "120").Plan("2025",
// "300").
class SeriesMaker {
 public:
  explicit SeriesMaker(const std::string& unit = "") { series_.set_unit(unit); }

  // `time` is a year, month, day, or empty; an empty amount makes an event.
  SeriesMaker& Fact(const std::string& time, const std::string& amount = "") {
    return Add(time, amount, *series_.add_groups());
  }
  SeriesMaker& Plan(const std::string& time, const std::string& amount = "") {
    return Add(time, amount, *series_.add_plans());
  }
  // Of what was added last:
  SeriesMaker& Conflicting() {
    last_->set_conflicting(true);
    return *this;
  }
  SeriesMaker& To(const std::string& upper) {
    Quantity().set_upper_amount(upper);
    return Modified(v1::Quantity::MODIFIER_RANGE);
  }
  SeriesMaker& Modified(v1::Quantity::Modifier modifier) {
    Quantity().set_modifier(modifier);
    return *this;
  }
  SeriesMaker& In(const std::string& unit) {
    Quantity().set_unit(unit);
    return *this;
  }
  SeriesMaker& Denied() {
    last_->mutable_facts(0)->set_polarity(v1::POLARITY_NEGATIVE);
    return *this;
  }

  // Begins with a line break, for raw strings.
  std::string Plot(int width = 50) const {
    return "\n" + absl::StrJoin(PlotTimeline(series_, width), "\n");
  }
  const v1::TimelineSeries& series() const { return series_; }

 private:
  SeriesMaker& Add(const std::string& time, const std::string& amount, v1::TimelineGroup& group) {
    last_ = &group;
    if (!time.empty()) {
      const std::string first_day = "0000-01-01";
      group.mutable_time()->set_edtf(time);
      group.mutable_time()->set_earliest(time + first_day.substr(time.size()));
    }
    v1::Fact& fact = *group.add_facts();
    if (!amount.empty()) {
      fact.mutable_quantity()->set_amount(amount);
      fact.mutable_quantity()->set_unit(series_.unit());
    }
    return *this;
  }
  v1::Quantity& Quantity() { return *last_->mutable_facts(0)->mutable_quantity(); }

  v1::TimelineSeries series_;
  v1::TimelineGroup* last_ = nullptr;
};

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_TIMELINE_SERIES_MAKER_H_
