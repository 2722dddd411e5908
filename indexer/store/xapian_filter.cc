// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The filter half of xapian_query.h.

#include <cfloat>
#include <optional>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/name_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_query.h"
#include "indexer/text/decimal.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::store {
namespace {

using base::AbslView;
using Xapian::Query;

// Bounds of the days that slots hold: documents without a value have the empty string, which is
// below the first.
constexpr char kFirstDay[] = "0";
constexpr char kLastDay[] = "~";

Query Not(const Query& query) { return Query(Query::OP_AND_NOT, MatchAll(), query); }

Query Range(uint32_t slot, const std::string& begin, const std::string& end) {
  if (begin > end) return Query();
  return Query(Query::OP_VALUE_RANGE, slot, begin, end);
}

// The stretch between two slots compared with the stretch of the value: before it, inside it, after
// it.
Query CompareDays(const FilterNode& node, uint32_t first_slot, uint32_t last_slot) {
  Query not_before = Range(first_slot, node.earliest, kLastDay);
  Query not_after = Range(last_slot, kFirstDay, node.latest);
  switch (node.op) {
    case FilterOperator::kLess:
      return Query(Query::OP_AND_NOT, Range(last_slot, kFirstDay, node.earliest),
                   Range(last_slot, node.earliest, node.earliest));
    case FilterOperator::kLessEqual:
      return not_after;
    case FilterOperator::kGreater:
      return Query(Query::OP_AND_NOT, Range(first_slot, node.latest, kLastDay),
                   Range(first_slot, node.latest, node.latest));
    case FilterOperator::kGreaterEqual:
      return not_before;
    default:
      return Query(Query::OP_AND, not_before, not_after);
  }
}

// The decimal of a fact that a slot holds rounded.
std::string AmountOf(const Xapian::Document& document, uint32_t amount_slot) {
  const absl::StatusOr<yinzheng::v1::Fact> fact = ParseDocument<yinzheng::v1::Fact>(document);
  if (!fact.ok()) return "";
  const yinzheng::v1::Quantity& quantity = fact->quantity();
  const bool upper = amount_slot == slot::kUpperAmount && !quantity.upper_amount().empty();
  return upper ? quantity.upper_amount() : quantity.amount();
}

bool Holds(const text::Decimal& left, FilterOperator op, const text::Decimal& right) {
  switch (op) {
    case FilterOperator::kLess:
      return left < right;
    case FilterOperator::kLessEqual:
      return left <= right;
    case FilterOperator::kGreater:
      return left > right;
    case FilterOperator::kGreaterEqual:
      return left >= right;
    default:
      return left == right;
  }
}

// The facts whose rounded amount equals the rounded bound and whose decimals compare as wanted.
// There are few.
Query ExactAtBound(uint32_t amount_slot, FilterOperator op, const text::Decimal& bound,
                   DatabaseHandles& handles, const std::string& rounded) {
  Xapian::Enquire enquire(handles.facts);
  enquire.set_query(Range(amount_slot, rounded, rounded));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, handles.facts.get_doccount());
  std::vector<std::string> names;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const Xapian::Document document = match.get_document();
    const auto amount = text::Decimal::Parse(AmountOf(document, amount_slot));
    if (amount && Holds(*amount, op, bound)) {
      names.push_back(Term(prefix::kName, IdPart(document.get_value(slot::kTieBreak))));
    }
  }
  return Query(Query::OP_OR, names.begin(), names.end());
}

std::string ArticleTerm(const std::string& value) {
  const absl::StatusOr<std::string> id = IdOf("articles", value);
  return Term(prefix::kArticle, id.ok() ? *id : value);
}

// The term that holds where a text field equals the value; nullopt: no such field here.
std::optional<std::string> ArticleFieldTerm(const FilterNode& node) {
  if (node.field == "outlet") return Term(prefix::kOutlet, NameKey(node.value));
  if (node.field == "author") return Term(prefix::kAuthor, NameKey(node.value));
  if (node.field == "language") {
    return Term(prefix::kLanguage, absl::AsciiStrToLower(node.value));
  }
  return std::nullopt;
}

std::optional<std::string> FactFieldTerm(const FilterNode& node) {
  if (node.field == "subject") return ReferenceTerm(prefix::kSubject, node.value);
  if (node.field == "speaker") return ReferenceTerm(prefix::kSpeaker, node.value);
  if (node.field == "property") return Term(prefix::kProperty, NameKey(node.value));
  if (node.field == "unit") return Term(prefix::kUnit, NameKey(node.value));
  if (node.field == "article") return ArticleTerm(node.value);
  if (node.field == "kind") return Term(prefix::kFactKind, node.value);
  if (node.field == "modality") return Term(prefix::kModality, node.value);
  if (node.field == "origin") return Term(prefix::kOrigin, node.value);
  return std::nullopt;
}

absl::Status UnknownField(const FilterNode& node) {
  return absl::InvalidArgumentError(
      absl::StrCat("filter: the field \"", node.field, "\" is not known here"));
}

class FilterBuilder {
 public:
  FilterBuilder(QueryTarget target, DatabaseHandles& handles)
      : target_(target), handles_(handles) {}

  absl::StatusOr<Query> Build(const FilterNode& node) {
    if (node.kind == FilterNode::Kind::kAll) return MatchAll();
    if (node.kind == FilterNode::Kind::kComparison) return Comparison(node);
    std::vector<Query> children;
    for (const FilterNode& child : node.children) {
      YZ_ASSIGN_OR_RETURN(const Query query, Build(child));
      children.push_back(query);
    }
    if (node.kind == FilterNode::Kind::kNot) return Not(children.at(0));
    const auto op = node.kind == FilterNode::Kind::kOr ? Query::OP_OR : Query::OP_AND;
    return Query(op, children.begin(), children.end());
  }

 private:
  absl::StatusOr<Query> Comparison(const FilterNode& node) {
    YZ_ASSIGN_OR_RETURN(const Query query, Positive(node));
    return node.op == FilterOperator::kNotEqual ? Not(query) : query;
  }

  absl::StatusOr<Query> Positive(const FilterNode& node) {
    if (target_ == QueryTarget::kFacts) return FactField(node);
    if (node.field == "published") return CompareDays(node, slot::kEarliest, slot::kLatest);
    if (node.field == "entity") return EntityFilter(prefix::kEntity, node.value);
    const std::optional<std::string> term = ArticleFieldTerm(node);
    if (!term) return UnknownField(node);
    return Query(*term);
  }

  absl::StatusOr<Query> FactField(const FilterNode& node) {
    if (node.field == "time") return CompareDays(node, slot::kEarliest, slot::kLatest);
    if (node.field == "earliest") return CompareDays(node, slot::kEarliest, slot::kEarliest);
    if (node.field == "latest") return CompareDays(node, slot::kLatest, slot::kLatest);
    if (node.field == "amount") return AmountQuery(slot::kAmount, node.op, node.value, handles_);
    if (node.field == "confidence") return Confidence(node);
    if (node.field == "object") return EntityFilter(prefix::kObject, node.value);
    const std::optional<std::string> term = FactFieldTerm(node);
    if (!term) return UnknownField(node);
    return Query(*term);
  }

  Query EntityFilter(std::string_view prefix, const std::string& reference) const {
    std::vector<std::string> terms;
    for (const std::string& id : EntityIds(reference, handles_)) terms.push_back(Term(prefix, id));
    return Query(Query::OP_OR, terms.begin(), terms.end());
  }

  static Query Confidence(const FilterNode& node) {
    double value = 0;
    if (!absl::SimpleAtod(node.value, &value)) return Query();
    const std::string bound = Xapian::sortable_serialise(value);
    Query equal = Range(slot::kConfidence, bound, bound);
    Query below = Range(slot::kConfidence, Xapian::sortable_serialise(-DBL_MAX), bound);
    Query above = Range(slot::kConfidence, bound, Xapian::sortable_serialise(DBL_MAX));
    switch (node.op) {
      case FilterOperator::kLess:
        return Query(Query::OP_AND_NOT, below, equal);
      case FilterOperator::kLessEqual:
        return below;
      case FilterOperator::kGreater:
        return Query(Query::OP_AND_NOT, above, equal);
      case FilterOperator::kGreaterEqual:
        return above;
      default:
        return equal;
    }
  }

  QueryTarget target_;
  DatabaseHandles& handles_;
};

}  // namespace

absl::StatusOr<Query> FilterToXapian(const FilterNode& filter, QueryTarget target,
                                     DatabaseHandles& handles) {
  return FilterBuilder(target, handles).Build(filter);
}

Query WithinDays(std::string_view earliest, std::string_view latest) {
  Query query = MatchAll();
  if (!earliest.empty()) query = Range(slot::kEarliest, std::string(earliest), kLastDay);
  if (latest.empty()) return query;
  const Query before = Range(slot::kLatest, kFirstDay, std::string(latest));
  return earliest.empty() ? before : Query(Query::OP_AND, query, before);
}

absl::StatusOr<Query> AmountQuery(uint32_t amount_slot, FilterOperator op, std::string_view decimal,
                                  DatabaseHandles& handles) {
  const auto bound = text::Decimal::Parse(decimal);
  double rounded_value = 0;
  if (!bound || !absl::SimpleAtod(AbslView(decimal), &rounded_value)) {
    return absl::InvalidArgumentError(
        absl::StrCat("the amount \"", AbslView(decimal), "\" is no plain decimal such as -12.5"));
  }
  const std::string rounded = Xapian::sortable_serialise(rounded_value);
  const Query at_bound = ExactAtBound(amount_slot, op, *bound, handles, rounded);
  const Query all_at_bound = Range(amount_slot, rounded, rounded);
  Query beyond;
  if (op == FilterOperator::kLess || op == FilterOperator::kLessEqual) {
    beyond = Range(amount_slot, Xapian::sortable_serialise(-DBL_MAX), rounded);
  } else if (op == FilterOperator::kGreater || op == FilterOperator::kGreaterEqual) {
    beyond = Range(amount_slot, rounded, Xapian::sortable_serialise(DBL_MAX));
  } else {
    return at_bound;
  }
  return Query(Query::OP_OR, Query(Query::OP_AND_NOT, beyond, all_at_bound), at_bound);
}

}  // namespace yinzheng::store
