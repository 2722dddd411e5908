// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/facts_line.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "google/protobuf/util/json_util.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/imported/refusal.h"
#include "indexer/text/decimal.h"
#include "indexer/text/edtf.h"
#include "indexer/text/reading.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kMaxPropertyLength = 80;  // Code points.

absl::Status Malformed(std::string_view reason) { return Refused(RefusalCode::kFormat, reason); }

bool IsDecimal(const std::string& amount) { return text::Decimal::Parse(amount).has_value(); }

absl::Status CheckQuantity(const v1::Quantity& quantity) {
  if (!IsDecimal(quantity.amount())) {
    return Malformed(absl::StrCat("quantity.amount \"", Brief(quantity.amount()),
                                  "\" is no decimal number; write 28200 for 2.82万"));
  }
  if (!quantity.upper_amount().empty() && !IsDecimal(quantity.upper_amount())) {
    return Malformed(absl::StrCat("quantity.upperAmount \"", Brief(quantity.upper_amount()),
                                  "\" is no decimal number"));
  }
  return absl::OkStatus();
}

absl::Status CheckDate(std::string_view field, const v1::DateValue& date) {
  if (text::ParseEdtf(date.edtf()).ok()) return absl::OkStatus();
  return Malformed(absl::StrCat(base::AbslView(field), ".edtf \"", Brief(date.edtf()),
                                "\" is no EDTF date; write 2023, 2023-07-25 or 2021/2025"));
}

bool IsEmpty(const v1::EntityRef& ref) {
  return ref.entity().empty() && ref.display_name().empty();
}

absl::Status CheckValue(const v1::Fact& fact) {
  switch (fact.value_case()) {
    case v1::Fact::kQuantity:
      return CheckQuantity(fact.quantity());
    case v1::Fact::kDate:
      return CheckDate("date", fact.date());
    case v1::Fact::kRank:
      if (fact.rank().rank() >= 1) return absl::OkStatus();
      return Malformed(absl::StrCat("rank.rank ", fact.rank().rank(), " is not positive"));
    case v1::Fact::kEntity:
      if (!IsEmpty(fact.entity())) return absl::OkStatus();
      return Malformed("entity has neither entity nor displayName");
    case v1::Fact::kText:
      if (!fact.text().empty()) return absl::OkStatus();
      return Malformed("text is empty");
    case v1::Fact::VALUE_NOT_SET:
      break;
  }
  return Malformed("no value; set one of quantity, date, rank, entity, text");
}

absl::Status CheckCitations(const v1::Fact& fact) {
  if (fact.citations().empty()) return Malformed("no citations; give article and quote of one");
  if (fact.citations_size() > kMaxImportedCitations) {
    return Malformed(absl::StrCat(fact.citations_size(), " citations are more than the limit of ",
                                  kMaxImportedCitations));
  }
  for (const v1::Citation& citation : fact.citations()) {
    if (citation.article().empty()) return Malformed("a citation has no article");
    if (citation.quote().empty()) return Malformed("a citation has no quote");
  }
  return absl::OkStatus();
}

absl::Status CheckFields(const v1::Fact& fact) {
  if (IsEmpty(fact.subject())) return Malformed("no subject; give subject.displayName");
  YZ_RETURN_IF_ERROR(CheckValue(fact));
  YZ_RETURN_IF_ERROR(CheckCitations(fact));
  if (fact.has_time()) YZ_RETURN_IF_ERROR(CheckDate("time", fact.time()));
  if (!(fact.confidence() >= 0 && fact.confidence() <= 1)) {
    return Malformed("confidence is not between 0 and 1");
  }
  return absl::OkStatus();
}

absl::Status SetProperty(const PropertyVocabulary& vocabulary, v1::Fact& fact) {
  const std::u32string property = text::Reading(text::DecodeUtf8(fact.property())).text();
  if (property.empty()) return Malformed("no property");
  if (property.size() > kMaxPropertyLength || property.find(U'\n') != std::u32string::npos) {
    return Malformed(absl::StrCat("the property is no short noun phrase: more than ",
                                  kMaxPropertyLength, " characters, or several lines"));
  }
  fact.set_property(text::EncodeUtf8(property));
  const std::string id = vocabulary.IdOf(fact.property());
  const std::string& given = fact.property_id();
  if (given.empty()) {
    fact.set_property_id(id);
  } else if (vocabulary.WordingOf(given).empty()) {
    return Malformed(absl::StrCat("propertyId \"", Brief(given),
                                  "\" is not in the vocabulary; leave it out or use one of ",
                                  vocabulary.Ids()));
  } else if (!id.empty() && id != given) {
    return Malformed(absl::StrCat("propertyId \"", Brief(given), "\" is not that of \"",
                                  Brief(fact.property()), "\", which is ", id, "; leave it out"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Fact> ReadFactLine(std::string_view line, const PropertyVocabulary& vocabulary) {
  if (line.size() > kMaxFactLineBytes) {
    return Malformed(absl::StrCat(line.size(), " bytes are more than the limit of ",
                                  kMaxFactLineBytes, " a line"));
  }
  if (text::CountInvalidUtf8(line) > 0) return Malformed("the line is not UTF-8");
  v1::Fact fact;
  const auto parsed = google::protobuf::util::JsonStringToMessage(std::string(line), &fact);
  if (!parsed.ok()) {
    return Malformed(
        absl::StrCat("no yinzheng.v1.Fact in JSON: ", Brief(std::string(parsed.message()))));
  }
  YZ_RETURN_IF_ERROR(SetProperty(vocabulary, fact));
  YZ_RETURN_IF_ERROR(CheckFields(fact));
  return fact;
}

}  // namespace yinzheng::knowledge
