// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/filter_parser.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/day_range.h"
#include "indexer/text/decimal.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

enum class TokenType { kWord, kString, kOperator, kOpen, kClose, kMinus, kEnd };

struct FilterToken {
  TokenType type = TokenType::kEnd;
  std::string text;
  size_t position = 0;  // In code points.
};

absl::Status ErrorAt(size_t position, absl::string_view message) {
  absl::Status status =
      absl::InvalidArgumentError(absl::StrCat("filter: position ", position, ": ", message));
  status.SetPayload(base::AbslView(kFilterPositionPayload), absl::Cord(absl::StrCat(position)));
  return status;
}

std::string Described(const FilterToken& token) {
  return token.type == TokenType::kEnd ? "the end" : absl::StrCat("\"", token.text, "\"");
}

bool IsWordCharacter(char32_t c) {
  constexpr std::u32string_view kMarks = U"()=<>!:\"'";
  return !text::IsSpace(c) && kMarks.find(c) == std::u32string_view::npos;
}

// Cuts the filter into tokens.
class Lexer {
 public:
  explicit Lexer(std::string_view filter) : text_(text::DecodeUtf8(filter)) {}

  absl::StatusOr<std::vector<FilterToken>> Run() {
    std::vector<FilterToken> tokens;
    do {
      YZ_ASSIGN_OR_RETURN(FilterToken token, Next());
      tokens.push_back(std::move(token));
    } while (tokens.back().type != TokenType::kEnd);
    return tokens;
  }

 private:
  absl::StatusOr<FilterToken> Next() {
    while (at_ < text_.size() && text::IsSpace(text_[at_])) ++at_;
    if (at_ >= text_.size()) return FilterToken{TokenType::kEnd, "", at_};
    const char32_t c = text_[at_];
    if (c == U'(') return Mark(TokenType::kOpen, 1);
    if (c == U')') return Mark(TokenType::kClose, 1);
    if (c == U'"' || c == U'\'') return String(c);
    if (c == U'=' || c == U':') return Mark(TokenType::kOperator, 1);
    if (c == U'<' || c == U'>' || c == U'!') return Comparison(c);
    const bool digit_follows = at_ + 1 < text_.size() && text::IsDigit(text_[at_ + 1]);
    if (c == U'-' && !digit_follows) return Mark(TokenType::kMinus, 1);
    return Word();
  }

  FilterToken Mark(TokenType type, size_t size) {
    FilterToken token{type, text::EncodeUtf8(text_.substr(at_, size)), at_};
    at_ += size;
    return token;
  }

  absl::StatusOr<FilterToken> Comparison(char32_t c) {
    const bool equal = at_ + 1 < text_.size() && text_[at_ + 1] == U'=';
    if (c == U'!' && !equal) return ErrorAt(at_, "\"!\" is no operator; write != or NOT");
    return Mark(TokenType::kOperator, equal ? 2 : 1);
  }

  absl::StatusOr<FilterToken> String(char32_t quote) {
    FilterToken token{TokenType::kString, "", at_};
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == quote) {
        ++at_;
        return token;
      }
      if (text_[at_] == U'\\' && at_ + 1 < text_.size()) ++at_;
      text::AppendUtf8(text_[at_], token.text);
    }
    return ErrorAt(token.position, "the quotation mark has no other half");
  }

  FilterToken Word() {
    size_t end = at_ + 1;
    while (end < text_.size() && IsWordCharacter(text_[end])) ++end;
    return Mark(TokenType::kWord, end - at_);
  }

  std::u32string text_;
  size_t at_ = 0;
};

// expression := factor {AND factor | factor};  factor := term {OR term};  term := [NOT | -]
// (comparison | "(" expression ")")
class Parser {
 public:
  Parser(std::vector<FilterToken> tokens, absl::Span<const FilterField> fields)
      : tokens_(std::move(tokens)), fields_(fields) {}

  absl::StatusOr<FilterNode> Parse() {
    if (Peek().type == TokenType::kEnd) return FilterNode{};
    YZ_ASSIGN_OR_RETURN(FilterNode node, Expression(0));
    if (Peek().type != TokenType::kEnd) {
      return ErrorAt(Peek().position, absl::StrCat(Described(Peek()), " is not expected here"));
    }
    return node;
  }

 private:
  const FilterToken& Peek() const { return tokens_[at_]; }
  FilterToken Take() { return tokens_[at_++]; }

  bool TakeWord(absl::string_view word) {
    if (Peek().type != TokenType::kWord || Peek().text != word) return false;
    ++at_;
    return true;
  }

  static FilterNode Combined(FilterNode::Kind kind, std::vector<FilterNode> children) {
    if (children.size() == 1) return std::move(children.front());
    FilterNode node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
  }

  absl::StatusOr<FilterNode> Expression(int depth) {  // NOLINT(misc-no-recursion): bounded.
    if (depth > kMaxFilterDepth) {
      return ErrorAt(Peek().position,
                     absl::StrCat("brackets are nested more than ", kMaxFilterDepth, " deep"));
    }
    std::vector<FilterNode> factors;
    do {
      YZ_ASSIGN_OR_RETURN(FilterNode factor, Factor(depth));
      factors.push_back(std::move(factor));
    } while (TakeWord("AND") ||
             (Peek().type != TokenType::kEnd && Peek().type != TokenType::kClose));
    return Combined(FilterNode::Kind::kAnd, std::move(factors));
  }

  absl::StatusOr<FilterNode> Factor(int depth) {  // NOLINT(misc-no-recursion)
    std::vector<FilterNode> terms;
    do {
      YZ_ASSIGN_OR_RETURN(FilterNode term, Term(depth));
      terms.push_back(std::move(term));
    } while (TakeWord("OR"));
    return Combined(FilterNode::Kind::kOr, std::move(terms));
  }

  absl::StatusOr<FilterNode> Term(int depth) {  // NOLINT(misc-no-recursion)
    const bool negated = TakeWord("NOT") || TakeMinus();
    YZ_ASSIGN_OR_RETURN(FilterNode inner, Simple(depth));
    if (!negated) return inner;
    FilterNode node;
    node.kind = FilterNode::Kind::kNot;
    node.children.push_back(std::move(inner));
    return node;
  }

  bool TakeMinus() {
    if (Peek().type != TokenType::kMinus) return false;
    ++at_;
    return true;
  }

  absl::StatusOr<FilterNode> Simple(int depth) {  // NOLINT(misc-no-recursion)
    if (Peek().type != TokenType::kOpen) return Comparison();
    const FilterToken open = Take();
    YZ_ASSIGN_OR_RETURN(FilterNode node, Expression(depth + 1));
    if (Peek().type != TokenType::kClose) {
      return ErrorAt(open.position, "the bracket is not closed");
    }
    ++at_;
    return node;
  }

  absl::StatusOr<FilterNode> Comparison() {
    const FilterToken name = Take();
    if (name.type != TokenType::kWord) {
      return ErrorAt(name.position, absl::StrCat("expected a field and found ", Described(name)));
    }
    YZ_ASSIGN_OR_RETURN(const FilterField field, FieldNamed(name));
    const FilterToken op = Take();
    if (op.type != TokenType::kOperator) {
      return ErrorAt(op.position, absl::StrCat("expected one of = != < <= > >= : after \"",
                                               name.text, "\" and found ", Described(op)));
    }
    const FilterToken value = Take();
    if (value.type != TokenType::kWord && value.type != TokenType::kString) {
      return ErrorAt(value.position, absl::StrCat("expected a value after \"", op.text,
                                                  "\" and found ", Described(value)));
    }
    if (++comparisons_ > kMaxFilterComparisons) {
      return ErrorAt(name.position,
                     absl::StrCat("there are more than ", kMaxFilterComparisons, " comparisons"));
    }
    FilterNode node;
    node.kind = FilterNode::Kind::kComparison;
    node.field = name.text;
    node.type = field.type;
    node.value = value.text;
    YZ_ASSIGN_OR_RETURN(node.op, OperatorFor(field, op));
    YZ_RETURN_IF_ERROR(CheckValue(field, value, node));
    return node;
  }

  absl::StatusOr<FilterField> FieldNamed(const FilterToken& name) const {
    std::vector<absl::string_view> known;
    for (const FilterField& field : fields_) {
      if (base::StdView(name.text) == field.name) return field;
      known.push_back(base::AbslView(field.name));
    }
    return ErrorAt(name.position, absl::StrCat("there is no field \"", name.text, "\"; use one of ",
                                               absl::StrJoin(known, ", ")));
  }

  static absl::StatusOr<FilterOperator> OperatorFor(const FilterField& field,
                                                    const FilterToken& op) {
    if (op.text == "=") return FilterOperator::kEqual;
    if (op.text == "!=") return FilterOperator::kNotEqual;
    if (op.text == ":") return FilterOperator::kHas;
    if (field.type == FilterType::kText || field.type == FilterType::kEnum) {
      return ErrorAt(op.position, absl::StrCat("\"", base::AbslView(field.name),
                                               "\" has no order; use =, != or :"));
    }
    if (op.text == "<") return FilterOperator::kLess;
    if (op.text == "<=") return FilterOperator::kLessEqual;
    if (op.text == ">") return FilterOperator::kGreater;
    return FilterOperator::kGreaterEqual;
  }

  static absl::Status CheckValue(const FilterField& field, const FilterToken& value,
                                 FilterNode& node) {
    switch (field.type) {
      case FilterType::kText:
        return value.text.empty() ? ErrorAt(value.position, "the value is empty")
                                  : absl::OkStatus();
      case FilterType::kDay:
        return CheckDay(value, node);
      case FilterType::kDecimal: {
        const auto decimal = text::Decimal::Parse(value.text);
        if (!decimal) {
          return ErrorAt(value.position,
                         absl::StrCat(Described(value), " is no plain decimal such as -12.5"));
        }
        node.value = decimal->ToString();
        return absl::OkStatus();
      }
      case FilterType::kEnum:
        return CheckEnum(field, value, node);
    }
    return absl::OkStatus();
  }

  static absl::Status CheckDay(const FilterToken& value, FilterNode& node) {
    const std::optional<DayRange> range = ParseDayRange(value.text);
    if (!range) {
      return ErrorAt(value.position, absl::StrCat(Described(value),
                                                  " is no day; write YYYY, YYYY-MM or YYYY-MM-DD"));
    }
    node.earliest = range->earliest;
    node.latest = range->latest;
    return absl::OkStatus();
  }

  static absl::Status CheckEnum(const FilterField& field, const FilterToken& value,
                                FilterNode& node) {
    absl::string_view name = value.text;
    absl::ConsumePrefix(&name, base::AbslView(field.enum_prefix));
    std::vector<absl::string_view> known;
    for (size_t i = 0; i < field.values.size(); ++i) {
      known.push_back(base::AbslView(field.values[i]));
      if (known.back() != name) continue;
      node.value = absl::StrCat(i + 1);
      return absl::OkStatus();
    }
    return ErrorAt(value.position,
                   absl::StrCat(Described(value), " is none of ", absl::StrJoin(known, ", ")));
  }

  std::vector<FilterToken> tokens_;
  absl::Span<const FilterField> fields_;
  size_t at_ = 0;
  size_t comparisons_ = 0;
};

}  // namespace

absl::StatusOr<FilterNode> ParseFilter(std::string_view filter,
                                       absl::Span<const FilterField> fields) {
  if (filter.size() > kMaxFilterBytes) {
    return ErrorAt(0, absl::StrCat("the filter has ", filter.size(), " bytes; at most ",
                                   kMaxFilterBytes, " are read"));
  }
  YZ_ASSIGN_OR_RETURN(std::vector<FilterToken> tokens, Lexer(filter).Run());
  return Parser(std::move(tokens), fields).Parse();
}

}  // namespace yinzheng::store
