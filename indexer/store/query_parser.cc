// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/query_parser.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/store/query_combination.h"
#include "indexer/store/query_syntax.h"
#include "indexer/store/query_values.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;
using yinzheng::v1::WarningCode;

// Bare years in a range (1990..2024) are years; other bare numbers are numbers.
constexpr std::string_view kFirstBareDay = "1900-01-01";
constexpr std::string_view kLastBareDay = "2100-12-31";

bool AreBareDays(const DayRange& days) {
  return (days.earliest.empty() || days.earliest >= kFirstBareDay) &&
         (days.latest.empty() || days.latest <= kLastBareDay);
}

bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

class Parser {
 public:
  explicit Parser(std::string_view utf8) {
    query_.text = text::DecodeUtf8(utf8);
    if (query_.text.size() > kMaxQueryCodePoints) {
      query_.text.resize(kMaxQueryCodePoints);
      Warn(yinzheng::v1::WARNING_CODE_REDUCED,
           absl::StrCat("the query was cut to its first ", kMaxQueryCodePoints, " characters"), {});
    }
    syntax_ = SyntaxOf(query_.text);
  }

  ParsedQuery Parse() {
    while (!AtEnd()) {
      ParseSequence(query_.root.children);
      if (AtEnd()) break;
      ++at_;
      WarnAsWords("the bracket has no other half", {Position(at_ - 1), Position(at_)});
    }
    return std::move(query_);
  }

 private:
  // An operator between two conditions, of which the second is still to come.
  struct Pending {
    OperatorWord op;
    Span span;
  };

  bool AtEnd() const { return at_ >= syntax_.size(); }
  char32_t Peek() const { return syntax_[at_]; }
  std::u32string_view Rest() const { return std::u32string_view(syntax_).substr(at_); }
  static uint32_t Position(size_t i) { return static_cast<uint32_t>(i); }
  Span Since(size_t begin) const { return {Position(begin), Position(at_)}; }

  bool SkipSpaces() {
    while (!AtEnd() && (text::IsSpace(Peek()) || Peek() < 0x20)) ++at_;
    return !AtEnd();
  }

  // Conditions side by side, up to the end or to a closing bracket, which stays.
  void ParseSequence(std::vector<QueryNode>& siblings) {  // NOLINT(misc-no-recursion): bounded.
    std::optional<Pending> pending;
    while (SkipSpaces() && !EndsGroup()) {
      const size_t begin = at_;
      const OperatorWord op = TakeOperator(siblings, pending.has_value());
      if (op.op == QueryOperator::kNone) {
        if (std::optional<QueryNode> node = TakeAtom()) Add(*std::move(node), pending, siblings);
      } else if (op.op == QueryOperator::kNot || op.op == QueryOperator::kMust) {
        AddPrefixed(op, begin, pending, siblings);
      } else if (siblings.empty() || pending) {
        WarnAsWords(absl::StrCat(Written(Since(begin)), " has nothing before it"), Since(begin));
      } else {
        pending = Pending{op, Since(begin)};
      }
    }
    if (pending) {
      WarnAsWords(absl::StrCat(Written(pending->span), " stands at the end"), pending->span);
    }
  }

  // At a closing bracket, unless it is the other half of one that was nested too deep.
  bool EndsGroup() {
    while (!AtEnd() && Peek() == U')' && ignored_brackets_ > 0) {
      --ignored_brackets_;
      ++at_;
    }
    return AtEnd() || Peek() == U')';
  }

  // 邻近 joins two conditions or is a word.
  OperatorWord TakeOperator(const std::vector<QueryNode>& siblings, bool pending) {
    OperatorWord op = OperatorAt(Rest());
    if (op.is_word_too) {
      const size_t next = std::min(Rest().find_first_not_of(U" \t　", op.size), Rest().size());
      const bool has_right = next < Rest().size() && Rest()[next] != U')';
      if (siblings.empty() || pending || !has_right) return {};
    }
    at_ += op.size;
    return op;
  }

  // What + or - stands before.
  void AddPrefixed(const OperatorWord& op, size_t begin, std::optional<Pending>& pending,
                   std::vector<QueryNode>& siblings) {  // NOLINT(misc-no-recursion)
    const bool excludes = op.op == QueryOperator::kNot;
    if (!SkipSpaces() || Peek() == U')') {
      return WarnAsWords(absl::StrCat(Written(Since(begin)), " has nothing after it"),
                         Since(begin));
    }
    std::optional<QueryNode> inner = TakeAtom();
    if (!inner) return;
    QueryNode node;
    node.kind = excludes ? QueryNodeKind::kNot : QueryNodeKind::kMust;
    node.span = Since(begin);
    node.children.push_back(*std::move(inner));
    Add(std::move(node), pending, siblings);
  }

  // A group, a field with its value, a phrase or a word. Nullopt for a mark that means nothing
  // here.
  std::optional<QueryNode> TakeAtom() {  // NOLINT(misc-no-recursion)
    if (Peek() == U'(') return TakeGroup();
    if (std::optional<QueryNode> field = TakeField()) return field;
    if (std::optional<QueryNode> phrase = TakePhrase()) return phrase;
    return TakeWord();
  }

  std::optional<QueryNode> TakeGroup() {  // NOLINT(misc-no-recursion)
    const size_t begin = at_++;
    if (depth_ >= kMaxQueryDepth) {
      if (ignored_brackets_++ == 0) {
        WarnAsWords(absl::StrCat("brackets are nested more than ", kMaxQueryDepth, " deep"),
                    Since(begin));
      }
      return std::nullopt;
    }
    QueryNode group;
    ++depth_;
    ParseSequence(group.children);
    --depth_;
    if (AtEnd()) {
      WarnAsWords("the bracket has no other half", {Position(begin), Position(begin + 1)});
    } else {
      ++at_;
    }
    group.span = Since(begin);
    if (group.children.empty()) return std::nullopt;
    return group;
  }

  std::optional<QueryNode> TakeField() {
    const FieldWord* field = FieldAt(Rest());
    if (field == nullptr) return std::nullopt;
    const size_t begin = at_;
    at_ += field->word.size();
    const size_t name_end = at_;
    if (Peek() == U':') ++at_;
    std::optional<QueryNode> value;
    if (!AtEnd() && !text::IsSpace(Peek())) {
      value = TakePhrase();
      if (!value) value = TakeText(/*is_value=*/true);
    }
    if (!value) {
      at_ = name_end + 1;
      WarnAsWords("the field has no value", Since(begin));
      return Word({Position(begin), Position(name_end)});
    }
    if (field->kind == FieldKind::kText) return FieldNode(*field, *std::move(value));
    return RangeNode(*field, *value, begin);
  }

  QueryNode FieldNode(const FieldWord& field, QueryNode value) {
    value.is_prefix = value.kind == QueryNodeKind::kPrefix;
    if (value.is_prefix && field.field != QueryField::kTitle) {
      WarnAsWords("this field takes no *", value.span);
      value.is_prefix = false;
    }
    value.quoted = value.kind == QueryNodeKind::kPhrase;
    value.kind = QueryNodeKind::kField;
    value.field = field.field;
    return value;
  }

  QueryNode RangeNode(const FieldWord& field, const QueryNode& value, size_t begin) {
    std::u32string written(text::Slice(query_.text, value.span));
    written.erase(std::remove_if(written.begin(), written.end(), text::IsSpace), written.end());
    QueryNode node = value;
    if (field.kind == FieldKind::kDays) {
      if (const auto days = ReadDays(written)) {
        node.kind = QueryNodeKind::kDays;
        node.days = *days;
        return node;
      }
      WarnAsWords("this is no day; write 2023, 2023-07, 2023-07-25 or from..to", Since(begin));
    } else {
      if (const auto numbers = ReadNumbers(written)) {
        node.kind = QueryNodeKind::kNumbers;
        node.numbers = *numbers;
        return node;
      }
      WarnAsWords("this is no number; write 1000, 2.82万 or from..to", Since(begin));
    }
    return Word(Since(begin));
  }

  std::optional<QueryNode> TakePhrase() {
    const std::u32string_view closing = ClosingQuotes(Peek());
    if (closing.empty()) return std::nullopt;
    const size_t end = syntax_.find_first_of(closing, at_ + 1);
    if (end == std::u32string::npos) return std::nullopt;
    QueryNode node = Word({Position(at_ + 1), Position(end)});
    at_ = end + 1;
    const bool is_prefix = !AtEnd() && Peek() == U'*';
    if (is_prefix) ++at_;
    node.kind = is_prefix ? QueryNodeKind::kPrefix : QueryNodeKind::kPhrase;
    return node;
  }

  // A word, a beginning, or a range.
  std::optional<QueryNode> TakeWord() {
    if (IsQuote(Peek())) {
      WarnAsWords("the quotation mark has no other half", {Position(at_), Position(at_ + 1)});
      ++at_;
      return std::nullopt;
    }
    const size_t begin = at_;
    std::optional<QueryNode> node = TakeText(/*is_value=*/false);
    if (!node || node->kind != QueryNodeKind::kWords) return node;
    if (std::optional<QueryNode> range = ReadRange(node->span)) return range;
    const auto word = std::u32string_view(syntax_).substr(begin, at_ - begin);
    const std::string_view foreign = ForeignSyntaxAt(word);
    if (!foreign.empty()) WarnAsWords(foreign, node->span);
    return node;
  }

  // Up to a space, a quotation mark, a bar or the bracket that ends the group.
  std::optional<QueryNode> TakeText(bool is_value) {
    const size_t begin = at_;
    int open = 0;
    for (; !AtEnd() && !text::IsSpace(Peek()) && !IsQuote(Peek()) && Peek() != U'|'; ++at_) {
      if (is_value && EndsFieldValue(query_.text[at_])) break;
      if (Peek() == U'(') ++open;
      if (Peek() == U')' && --open < 0 && depth_ > 0) break;
    }
    if (at_ == begin) return std::nullopt;
    return WordOrPrefix(begin);
  }

  std::optional<QueryNode> WordOrPrefix(size_t begin) {
    size_t end = at_;
    while (end > begin && syntax_[end - 1] == U'*') --end;
    QueryNode node = Word({Position(begin), Position(end)});
    const bool has_star = end < at_;
    const bool star_inside =
        std::u32string_view(syntax_).substr(begin, end - begin).find(U'*') != std::u32string::npos;
    if (star_inside || (has_star && end == begin)) {
      WarnAsWords("* counts only at the end of a word", Since(begin));
    } else if (has_star) {
      node.kind = QueryNodeKind::kPrefix;
    }
    if (end == begin) return std::nullopt;
    return node;
  }

  // 2023..2024, 1000..3000 and 企业数:1000..3000, of which the name is words.
  std::optional<QueryNode> ReadRange(Span span) {
    const std::u32string_view word = text::Slice(query_.text, span);
    const std::u32string_view marks = text::Slice(syntax_, span);
    if (const auto days = ReadDays(word); days && HasRangeMark(word) && AreBareDays(*days)) {
      QueryNode node = Word(span);
      node.kind = QueryNodeKind::kDays;
      node.days = *days;
      return node;
    }
    if (!HasRangeMark(word)) return std::nullopt;
    const size_t colon = std::min(marks.find(U':'), marks.size());
    const auto value = static_cast<uint32_t>(colon < marks.size() && colon > 0 ? colon + 1 : 0);
    const auto numbers = ReadNumbers(word.substr(value));
    if (!numbers) {
      const auto digits = std::count_if(marks.begin(), marks.end(), IsAsciiDigit);
      if (digits > 1) WarnAsWords("this is no range of days or numbers", span);
      return std::nullopt;
    }
    QueryNode range = Word({span.begin + value, span.end});
    range.kind = QueryNodeKind::kNumbers;
    range.numbers = *numbers;
    if (value == 0) return range;
    QueryNode both;
    both.span = span;
    both.children.push_back(Word({span.begin, span.begin + value - 1}));
    both.children.push_back(std::move(range));
    return both;
  }

  std::string Written(Span span) const { return text::EncodeUtf8(text::Slice(query_.text, span)); }

  QueryNode Word(Span span) const {
    QueryNode node;
    node.kind = QueryNodeKind::kWords;
    node.span = span;
    node.text = Written(span);
    return node;
  }

  void Add(QueryNode node, std::optional<Pending>& pending, std::vector<QueryNode>& siblings) {
    const bool joins_words = node.kind == QueryNodeKind::kWords && !pending && !siblings.empty() &&
                             siblings.back().kind == QueryNodeKind::kWords;
    if (!joins_words && ++conditions_ > kMaxQueryConditions) node = AsWords(node);
    const std::optional<Pending> joining = std::exchange(pending, std::nullopt);
    if (!joining) {
      siblings.push_back(std::move(node));
    } else if (joining->op.op == QueryOperator::kOr) {
      JoinOr(std::move(node), siblings);
    } else if (joining->op.op == QueryOperator::kAnd) {
      JoinAnd(std::move(node), siblings);
    } else if (!JoinNear(std::move(node), Distance(*joining), kMaxNearSides, siblings)) {
      WarnAsWords(absl::StrCat(Written(joining->span), " stands between at most ", kMaxNearSides,
                               " words, phrases and beginnings"),
                  joining->span);
    }
  }

  uint32_t Distance(const Pending& pending) {
    if (!pending.op.distance) return kNearDistance;
    const auto distance = static_cast<uint32_t>(*pending.op.distance);
    if (distance <= kMaxNearDistance) return distance;
    Warn(yinzheng::v1::WARNING_CODE_REDUCED,
         absl::StrCat("NEAR reaches over at most ", kMaxNearDistance, " characters"), pending.span);
    return kMaxNearDistance;
  }

  QueryNode AsWords(const QueryNode& node) {
    if (conditions_ == kMaxQueryConditions + 1) {
      WarnAsWords(absl::StrCat("a query has at most ", kMaxQueryConditions, " conditions"),
                  node.span);
    }
    return Word(node.span);
  }

  void WarnAsWords(std::string_view what, Span span) {
    Warn(yinzheng::v1::WARNING_CODE_SEARCHED_AS_WORDS,
         absl::StrCat(base::AbslView(what), "; the rest was searched as words"), span);
  }

  void Warn(WarningCode code, std::string message, Span span) {
    // A hostile query has as many mistakes as characters; the first ones tell enough.
    constexpr size_t kMaxWarnings = 20;
    if (query_.warnings.size() >= kMaxWarnings) return;
    yinzheng::v1::Warning warning;
    warning.set_code(code);
    warning.set_message(std::move(message));
    warning.set_subject(Written(span));
    query_.warnings.push_back(std::move(warning));
  }

  ParsedQuery query_;
  std::u32string syntax_;
  size_t at_ = 0;
  int depth_ = 0;
  int ignored_brackets_ = 0;  // Still open.
  size_t conditions_ = 0;
};

}  // namespace

ParsedQuery ParseQuery(std::string_view query) { return Parser(query).Parse(); }

}  // namespace yinzheng::store
