// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/pinyin/object_literal.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::text::internal {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kComment = "//";
constexpr std::string_view kMarks = ":,[]{}'\"";

class LiteralParser {
 public:
  LiteralParser(std::string_view text, size_t at) : text_(text), at_(at) {}

  // entry, entry, … }
  absl::StatusOr<std::vector<LiteralEntry>> Parse() {
    std::vector<LiteralEntry> entries;
    while (!Take('}')) {
      LiteralEntry entry;
      YZ_ASSIGN_OR_RETURN(entry.key, Word());
      if (!Take(':')) return Unexpected("a colon");
      YZ_ASSIGN_OR_RETURN(entry.values, Values());
      entries.push_back(std::move(entry));
      if (!Take(',') && Peek() != '}') return Unexpected("a comma or the end");
    }
    return entries;
  }

 private:
  // The next character that is neither blank nor in a comment; 0 at the end.
  char Peek() {
    at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size());
    while (text_.substr(at_, kComment.size()) == kComment) {
      at_ = std::min(text_.find('\n', at_), text_.size());
      at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size());
    }
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  bool Take(char mark) {
    if (Peek() != mark) return false;
    ++at_;
    return true;
  }

  // 'quoted', "quoted" or bare.
  absl::StatusOr<std::string> Word() {
    const char quote = Peek();
    const bool quoted = quote == '\'' || quote == '"';
    const size_t begin = quoted ? at_ + 1 : at_;
    size_t end = begin;
    if (quoted) {
      end = text_.find(quote, begin);
    } else {
      while (end < text_.size() && kBlanks.find(text_[end]) == std::string_view::npos &&
             kMarks.find(text_[end]) == std::string_view::npos) {
        ++end;
      }
    }
    if (end == std::string_view::npos || end == begin) return Unexpected("a word");
    at_ = quoted ? end + 1 : end;
    return std::string(text_.substr(begin, end - begin));
  }

  absl::StatusOr<std::vector<std::string>> Values() {
    std::vector<std::string> values;
    if (!Take('[')) {
      YZ_ASSIGN_OR_RETURN(values.emplace_back(), Word());
      return values;
    }
    while (!Take(']')) {
      YZ_ASSIGN_OR_RETURN(values.emplace_back(), Word());
      if (!Take(',') && Peek() != ']') return Unexpected("a comma or the end of a list");
    }
    return values;
  }

  absl::Status Unexpected(const char* wanted) const {
    return absl::DataLossError(absl::StrCat("at byte ", at_, ": ", wanted, " was expected"));
  }

  std::string_view text_;
  size_t at_;
};

}  // namespace

absl::StatusOr<std::vector<LiteralEntry>> ParseObjectLiteral(std::string_view module) {
  constexpr std::string_view kBegin = "= {";
  const size_t begin = module.find(kBegin);
  if (begin == std::string_view::npos) {
    return absl::DataLossError("no object literal is in it");
  }
  return LiteralParser(module, begin + kBegin.size()).Parse();
}

}  // namespace yinzheng::text::internal
