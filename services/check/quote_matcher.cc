// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/quote_matcher.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

// Text without white space; begin/end lead back to the text it was made from.
struct Squeezed {
  std::u32string text;
  std::vector<uint32_t> begin;
  std::vector<uint32_t> end;

  text::Span ToSource(size_t first, size_t length) const {
    return {begin[first], end[first + length - 1]};
  }
};

Squeezed Squeeze(std::u32string_view source) {
  Squeezed squeezed;
  for (uint32_t i = 0; i < source.size(); ++i) {
    if (text::IsSpace(source[i]) || text::IsInvisible(source[i])) continue;
    squeezed.text += source[i];
    squeezed.begin.push_back(i);
    squeezed.end.push_back(i + 1);
  }
  return squeezed;
}

// The quotation marks of all scripts and presses are one.
char32_t FoldQuoteMark(char32_t c) {
  const bool mark = text::IsOpeningQuote(c) || text::IsClosingQuote(c) || c == U'"' || c == U'\'';
  return mark ? U'"' : c;
}

Squeezed FoldAndSqueeze(std::u32string_view source) {
  const Squeezed plain = Squeeze(source);
  const text::FoldedText folded = text::FoldCharacters(plain.text);
  Squeezed squeezed;
  for (size_t i = 0; i < folded.key.size(); ++i) {
    squeezed.text += FoldQuoteMark(folded.key[i]);
    squeezed.begin.push_back(plain.begin[folded.begin[i]]);
    squeezed.end.push_back(plain.end[folded.end[i] - 1]);
  }
  return squeezed;
}

std::vector<QuotePlace> FindAll(const Squeezed& body, const std::u32string& quote, bool folded) {
  std::vector<QuotePlace> places;
  if (quote.empty()) return places;
  for (size_t at = body.text.find(quote); at != std::u32string::npos;
       at = body.text.find(quote, at + quote.size())) {
    places.push_back({body.ToSource(at, quote.size()), folded});
  }
  return places;
}

// Edit distances between the beginnings of a quotation and stretches of a body that may begin
// anywhere (Sellers 1980). Of equal distances the one that keeps more characters is better: 我们要
// is 我们一定要 with two characters left out, not 一定要 with two changed.
class EditTable {
 public:
  EditTable(const std::u32string& quote, const std::u32string& body)
      : quote_(quote), body_(body), width_(body.size() + 1) {
    costs_.resize((quote.size() + 1) * width_);
    for (size_t i = 1; i <= quote.size(); ++i) {
      At(i, 0) = static_cast<int32_t>(i) * kEdit;
      for (size_t j = 1; j <= body.size(); ++j) At(i, j) = Cost(i, j);
    }
  }

  // Where the best stretch ends.
  size_t BestEnd() const {
    const auto last = costs_.end() - static_cast<std::ptrdiff_t>(width_);
    return static_cast<size_t>(std::min_element(last, costs_.end()) - last);
  }
  int32_t Distance(size_t end) const { return (Get(quote_.size(), end) + kEdit - 1) / kEdit; }

  // One step back from (i, j): which of both texts lose a character.
  void StepBack(size_t& i, size_t& j) const {
    if (i > 0 && j > 0 && Get(i, j) == Get(i - 1, j - 1) + ChangeCost(i, j)) {
      --i;
      --j;
    } else if (i > 0 && Get(i, j) == Get(i - 1, j) + kEdit) {
      --i;
    } else {
      --j;
    }
  }

 private:
  // An edit costs more than all the characters a quotation can keep.
  static constexpr int32_t kEdit = 100000;

  int32_t& At(size_t i, size_t j) { return costs_[i * width_ + j]; }
  int32_t Get(size_t i, size_t j) const { return costs_[i * width_ + j]; }
  int32_t ChangeCost(size_t i, size_t j) const {
    return quote_[i - 1] == body_[j - 1] ? -1 : kEdit;
  }
  int32_t Cost(size_t i, size_t j) const {
    return std::min(
        {Get(i - 1, j - 1) + ChangeCost(i, j), Get(i - 1, j) + kEdit, Get(i, j - 1) + kEdit});
  }

  const std::u32string& quote_;
  const std::u32string& body_;
  size_t width_;
  std::vector<int32_t> costs_;
};

std::string Describe(const std::u32string& quoted, const std::u32string& recorded) {
  const std::string ours = text::EncodeUtf8(quoted);
  const std::string theirs = text::EncodeUtf8(recorded);
  if (quoted.empty()) return absl::StrCat("“", theirs, "” of the record is left out");
  if (recorded.empty()) return absl::StrCat("“", ours, "” is not in the record");
  return absl::StrCat("“", ours, "” is “", theirs, "” in the record");
}

// Changed characters, as ranges of both texts.
struct Change {
  size_t quote_begin;
  size_t quote_end;
  size_t body_begin;
  size_t body_end;
};

// The changes of the best stretch that ends at `end`, in order; `begin` becomes where it begins.
std::vector<Change> TraceChanges(const EditTable& table, const std::u32string& quote,
                                 const std::u32string& body, size_t end, size_t& begin) {
  std::vector<Change> changes;
  size_t i = quote.size();
  size_t j = end;
  bool open = false;
  while (i > 0) {
    const size_t old_i = i;
    const size_t old_j = j;
    table.StepBack(i, j);
    const bool kept = i < old_i && j < old_j && quote[i] == body[j];
    if (kept) {
      open = false;
      continue;
    }
    if (!open) changes.push_back({old_i, old_i, old_j, old_j});
    changes.back().quote_begin = i;
    changes.back().body_begin = j;
    open = true;
  }
  begin = j;
  std::reverse(changes.begin(), changes.end());
  return changes;
}

// Widens a change inside a number to the whole number: 271 for 217, not 71 for 17.
void WidenToNumber(const std::u32string& quote, const std::u32string& body, Change& change) {
  const auto digit = [](const std::u32string& text, size_t at) {
    return at < text.size() && (text::IsDigit(text[at]) || text[at] == U'.');
  };
  const auto widen = [&digit](const std::u32string& text, size_t& begin, size_t& end) {
    while (begin > 0 && digit(text, begin - 1)) --begin;
    while (digit(text, end)) ++end;
  };
  if (!digit(quote, change.quote_begin) && !digit(body, change.body_begin)) return;
  widen(quote, change.quote_begin, change.quote_end);
  widen(body, change.body_begin, change.body_end);
}

// Changes widened to numbers; those that then meet are one.
std::vector<Change> WidenChanges(const std::vector<Change>& changes, const std::u32string& quote,
                                 const std::u32string& body) {
  std::vector<Change> widened;
  for (Change change : changes) {
    WidenToNumber(quote, body, change);
    const bool meets = !widened.empty() && (change.quote_begin < widened.back().quote_end ||
                                            change.body_begin < widened.back().body_end);
    if (!meets) {
      widened.push_back(change);
      continue;
    }
    widened.back().quote_end = std::max(widened.back().quote_end, change.quote_end);
    widened.back().body_end = std::max(widened.back().body_end, change.body_end);
  }
  return widened;
}

std::vector<std::string> DescribeChanges(const std::vector<Change>& changes,
                                         const std::u32string& quote, const std::u32string& body) {
  std::vector<std::string> differences;
  for (const Change& change : WidenChanges(changes, quote, body)) {
    if (differences.size() == kMaxDifferences) break;
    differences.push_back(
        Describe(quote.substr(change.quote_begin, change.quote_end - change.quote_begin),
                 body.substr(change.body_begin, change.body_end - change.body_begin)));
  }
  return differences;
}

}  // namespace

std::vector<QuotePlace> FindQuote(std::u32string_view body, std::u32string_view quote) {
  std::vector<QuotePlace> places = FindAll(Squeeze(body), Squeeze(quote).text, false);
  if (!places.empty()) return places;
  return FindAll(FoldAndSqueeze(body), FoldAndSqueeze(quote).text, true);
}

std::optional<NearQuote> FindNearQuote(std::u32string_view body, std::u32string_view quote,
                                       double least_likeness) {
  const Squeezed folded_body = FoldAndSqueeze(body);
  const std::u32string folded_quote = FoldAndSqueeze(quote).text;
  if (folded_quote.empty() || folded_body.text.empty()) return std::nullopt;
  const EditTable table(folded_quote, folded_body.text);
  const size_t end = table.BestEnd();
  NearQuote near;
  near.likeness =
      1 - static_cast<double>(table.Distance(end)) / static_cast<double>(folded_quote.size());
  if (near.likeness < least_likeness) return std::nullopt;
  size_t begin = 0;
  const std::vector<Change> changes =
      TraceChanges(table, folded_quote, folded_body.text, end, begin);
  if (begin >= end) return std::nullopt;
  near.span = folded_body.ToSource(begin, end - begin);
  near.differences = DescribeChanges(changes, folded_quote, folded_body.text);
  return near;
}

std::u32string TrimQuote(std::u32string_view quote) {
  const auto drop = [](char32_t c) {
    return text::IsSpace(c) || text::IsOpeningQuote(c) || text::IsClosingQuote(c) || c == U'"';
  };
  while (!quote.empty() && drop(quote.front())) quote.remove_prefix(1);
  while (!quote.empty() && drop(quote.back())) quote.remove_suffix(1);
  return std::u32string(quote);
}

}  // namespace yinzheng::services
