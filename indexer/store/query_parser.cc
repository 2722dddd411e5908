// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/query_parser.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;
using yinzheng::v1::WarningCode;

struct QuotePair {
  std::u32string_view opening;
  std::u32string_view closing;
};

// People mix the halves of one kind of mark, and keyboards give the closing one for both.
constexpr std::array<QuotePair, 3> kQuotes = {{
    {U"\"＂“”〝„‟", U"\"＂”“〞〟‟"},
    {U"「﹁｢", U"」﹂｣"},
    {U"『﹃", U"』﹄"},
}};

struct FieldWord {
  std::u32string_view word;
  QueryField field;
};

constexpr std::array<FieldWord, 12> kFieldWords = {{
    {U"title", QueryField::kTitle},
    {U"标题", QueryField::kTitle},
    {U"標題", QueryField::kTitle},
    {U"outlet", QueryField::kOutlet},
    {U"媒体", QueryField::kOutlet},
    {U"媒體", QueryField::kOutlet},
    {U"author", QueryField::kAuthor},
    {U"作者", QueryField::kAuthor},
    {U"记者", QueryField::kAuthor},
    {U"entity", QueryField::kEntity},
    {U"实体", QueryField::kEntity},
    {U"實體", QueryField::kEntity},
}};

bool IsOneOf(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool IsBar(char32_t c) { return c == U'|' || c == U'｜'; }
bool IsMinus(char32_t c) { return c == U'-' || c == U'－' || c == U'−'; }
bool IsColon(char32_t c) { return c == U':' || c == U'：'; }

const QuotePair* QuoteOpenedBy(char32_t c) {
  for (const QuotePair& pair : kQuotes) {
    if (IsOneOf(c, pair.opening)) return &pair;
  }
  return nullptr;
}

bool IsAnyQuote(char32_t c) {
  for (const QuotePair& pair : kQuotes) {
    if (IsOneOf(c, pair.opening) || IsOneOf(c, pair.closing)) return true;
  }
  return false;
}

char32_t Lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

class Parser {
 public:
  explicit Parser(std::string_view utf8) {
    query_.text = text::DecodeUtf8(utf8);
    if (query_.text.size() <= kMaxQueryCodePoints) return;
    query_.text.resize(kMaxQueryCodePoints);
    Warn(yinzheng::v1::WARNING_CODE_REDUCED,
         absl::StrCat("the query was cut to its first ", kMaxQueryCodePoints, " characters"), {});
  }

  ParsedQuery Parse() {
    while (SkipSpaces()) ParseCondition();
    if (or_pending_) WarnAsWords("OR stands at the end", or_span_);
    return std::move(query_);
  }

 private:
  enum class Operator { kNone, kOr, kAnd, kNot };

  const std::u32string& text() const { return query_.text; }
  bool AtEnd() const { return at_ >= text().size(); }
  char32_t Peek() const { return text()[at_]; }
  uint32_t Position(size_t i) const { return static_cast<uint32_t>(i); }

  bool SkipSpaces() {
    while (!AtEnd() && (text::IsSpace(Peek()) || Peek() < 0x20)) ++at_;
    return !AtEnd();
  }

  void ParseCondition() {
    const size_t begin = at_;
    switch (TakeOperator()) {
      case Operator::kOr:
        if (query_.root.children.empty() || or_pending_) {
          WarnAsWords("OR has nothing before it", {Position(begin), Position(at_)});
        } else {
          or_pending_ = true;
          or_span_ = {Position(begin), Position(at_)};
        }
        return;
      case Operator::kAnd:  // Conditions side by side are ANDed anyway.
        return;
      case Operator::kNot:
        return AddExcluded(begin);
      case Operator::kNone:
        break;
    }
    if (std::optional<QueryNode> node = TakeAtom()) Add(*std::move(node));
  }

  // OR, AND and NOT in capitals as words of their own, and bars.
  Operator TakeOperator() {
    if (IsBar(Peek())) {
      while (!AtEnd() && IsBar(Peek())) ++at_;
      return Operator::kOr;
    }
    if (IsMinus(Peek())) {
      const bool excludes =
          at_ + 1 < text().size() && !text::IsSpace(text()[at_ + 1]) && !IsMinus(text()[at_ + 1]);
      if (excludes) {
        ++at_;
        return Operator::kNot;
      }
    }
    constexpr std::array<std::pair<std::u32string_view, Operator>, 3> kWords = {
        {{U"OR", Operator::kOr}, {U"AND", Operator::kAnd}, {U"NOT", Operator::kNot}}};
    for (const auto& [word, op] : kWords) {
      if (text().compare(at_, word.size(), word) != 0) continue;
      const size_t end = at_ + word.size();
      if (end < text().size() && !text::IsSpace(text()[end])) continue;
      at_ = end;
      return op;
    }
    return Operator::kNone;
  }

  void AddExcluded(size_t begin) {
    if (!SkipSpaces()) {
      return WarnAsWords("NOT has nothing after it", {Position(begin), Position(at_)});
    }
    std::optional<QueryNode> inner = TakeAtom();
    if (!inner) return;
    QueryNode node;
    node.kind = QueryNodeKind::kNot;
    node.span = {Position(begin), Position(at_)};
    node.children.push_back(*std::move(inner));
    Add(std::move(node));
  }

  // A field with its value, a phrase or a word. Nullopt for a mark that means nothing here.
  std::optional<QueryNode> TakeAtom() {
    if (std::optional<QueryNode> field = TakeField()) return field;
    if (std::optional<QueryNode> phrase = TakePhrase()) return phrase;
    return TakeWord();
  }

  std::optional<QueryNode> TakeField() {
    for (const FieldWord& row : kFieldWords) {
      const size_t colon = at_ + row.word.size();
      if (colon >= text().size() || !IsColon(text()[colon])) continue;
      bool same = true;
      for (size_t i = 0; i < row.word.size(); ++i) {
        same = same && Lower(text()[at_ + i]) == row.word[i];
      }
      if (same) return TakeFieldValue(row, colon + 1);
    }
    return std::nullopt;
  }

  std::optional<QueryNode> TakeFieldValue(const FieldWord& row, size_t value) {
    const size_t begin = at_;
    at_ = value;
    std::optional<QueryNode> node;
    if (!AtEnd() && !text::IsSpace(Peek())) {
      node = TakePhrase();
      if (!node) node = TakeWord();
    }
    if (!node) {
      at_ = begin + row.word.size() + 1;
      const Span span = {Position(begin), Position(at_)};
      WarnAsWords("the field has no value", span);
      return Word({span.begin, span.end - 1});
    }
    node->quoted = node->kind == QueryNodeKind::kPhrase;
    node->kind = QueryNodeKind::kField;
    node->field = row.field;
    return node;
  }

  std::optional<QueryNode> TakePhrase() {
    const QuotePair* pair = QuoteOpenedBy(Peek());
    if (pair == nullptr) return std::nullopt;
    size_t end = at_ + 1;
    while (end < text().size() && !IsOneOf(text()[end], pair->closing)) ++end;
    if (end >= text().size()) return std::nullopt;
    QueryNode node = Word({Position(at_ + 1), Position(end)});
    node.kind = QueryNodeKind::kPhrase;
    at_ = end + 1;
    return node;
  }

  // Up to a space, a quotation mark or a bar.
  std::optional<QueryNode> TakeWord() {
    if (IsAnyQuote(Peek())) {
      WarnAsWords("the quotation mark has no other half", {Position(at_), Position(at_ + 1)});
      ++at_;
      return std::nullopt;
    }
    const size_t begin = at_;
    while (!AtEnd() && !text::IsSpace(Peek()) && !IsAnyQuote(Peek()) && !IsBar(Peek())) ++at_;
    if (at_ == begin) return std::nullopt;
    return Word({Position(begin), Position(at_)});
  }

  QueryNode Word(Span span) const {
    QueryNode node;
    node.kind = QueryNodeKind::kWords;
    node.span = span;
    node.text = text::EncodeUtf8(text::Slice(text(), span));
    return node;
  }

  void Add(QueryNode node) {
    std::vector<QueryNode>& siblings = query_.root.children;
    const bool joins_words = node.kind == QueryNodeKind::kWords && !siblings.empty() &&
                             siblings.back().kind == QueryNodeKind::kWords;
    if (!joins_words && ++conditions_ > kMaxQueryConditions) node = AsWords(node);
    if (std::exchange(or_pending_, false)) return AddAlternative(std::move(node));
    siblings.push_back(std::move(node));
  }

  void AddAlternative(QueryNode node) {
    QueryNode& last = query_.root.children.back();
    if (last.kind != QueryNodeKind::kOr) {
      QueryNode either;
      either.kind = QueryNodeKind::kOr;
      either.span = last.span;
      either.children.push_back(std::move(last));
      last = std::move(either);
    }
    last.span.end = node.span.end;
    last.children.push_back(std::move(node));
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
         std::string(what) + "; the rest was searched as words", span);
  }

  void Warn(WarningCode code, std::string message, Span span) {
    yinzheng::v1::Warning warning;
    warning.set_code(code);
    warning.set_message(std::move(message));
    warning.set_subject(text::EncodeUtf8(text::Slice(text(), span)));
    query_.warnings.push_back(std::move(warning));
  }

  ParsedQuery query_;
  size_t at_ = 0;
  size_t conditions_ = 0;
  bool or_pending_ = false;
  Span or_span_;
};

}  // namespace

ParsedQuery ParseQuery(std::string_view query) { return Parser(query).Parse(); }

}  // namespace yinzheng::store
