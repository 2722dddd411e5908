// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/sentence_splitter.h"

#include <cstdint>

#include "indexer/text/unicode.h"

namespace yinzheng::text::internal {
namespace {

constexpr uint32_t kUnclosed = UINT32_MAX;

bool IsCloser(char32_t c) { return IsClosingQuote(c) || IsClosingBracket(c); }

char32_t CloserOf(char32_t opener) {
  constexpr std::u32string_view kOpeners = U"“‘（(【〔《〈[〖{「『";
  constexpr std::u32string_view kClosers = U"”’）)】〕》〉]〗}」』";
  const size_t index = kOpeners.find(opener);
  return index == std::u32string_view::npos ? U'\0' : kClosers[index];
}

// One paragraph with its brackets and quotes paired.
class Nesting {
 public:
  Nesting(std::u32string_view text, Span span) : text_(text), begin_(span.begin) {
    closer_.assign(span.size(), kUnclosed);
    std::vector<uint32_t> open;
    for (uint32_t i = span.begin; i < span.end; ++i) {
      if (CloserOf(text[i]) != U'\0') {
        open.push_back(i);
      } else if (IsCloser(text[i])) {
        Close(i, open);
      }
    }
  }

  // The position of the mark that closes the one at `i`, or kUnclosed.
  uint32_t CloserAt(uint32_t i) const { return closer_[i - begin_]; }

 private:
  // Openers between a pair that were left open (“甲（乙”) are given up.
  void Close(uint32_t position, std::vector<uint32_t>& open) {
    for (size_t depth = open.size(); depth > 0; --depth) {
      const uint32_t opener = open[depth - 1];
      if (CloserOf(text_[opener]) != text_[position]) continue;
      closer_[opener - begin_] = position;
      open.resize(depth - 1);
      return;
    }
  }

  std::u32string_view text_;
  uint32_t begin_;
  std::vector<uint32_t> closer_;
};

enum class Quotations { kKeptWhole, kOpened };

class Splitter {
 public:
  Splitter(std::u32string_view text, Span span, Quotations quotations)
      : text_(text),
        span_(span),
        quotations_(quotations),
        nesting_(text, span),
        start_(span.begin) {}

  std::vector<Span> Split() {
    uint32_t i = span_.begin;
    while (i < span_.end) i = Step(i);
    Finish(span_.end);
    return std::move(sentences_);
  }

 private:
  // Looks at position `i`; returns the next position to look at.
  uint32_t Step(uint32_t i) {
    const char32_t c = text_[i];
    const uint32_t closer = nesting_.CloserAt(i);
    if (closer != kUnclosed) {
      if (!IsOpeningQuote(c)) return closer + 1;
      if (quotations_ == Quotations::kKeptWhole) return StepOverQuotation(i, closer);
      return i + 1;
    }
    if (!EndsSentence(i)) return i + 1;
    const uint32_t after = AfterEndMarks(i);
    Finish(after);
    return after;
  }

  uint32_t StepOverQuotation(uint32_t opener, uint32_t closer) {
    const uint32_t after = AfterClosers(closer);
    if (!IsSentenceEnd(text_[LastInside(closer)])) return closer + 1;
    if (after < span_.end && (IsClauseEnd(text_[after]) || text_[after] == U'、')) return after;
    const bool opens_sentence = TrimSpaces(text_, {start_, opener}).empty();
    if (opens_sentence ? FrameFollows(after) : !IsIntroduced(opener)) return after;
    Finish(after);
    return after;
  }

  // The last character of a quotation that ends at `closer`, inner closing quotes apart: ‘甲。’” ->
  // 。
  uint32_t LastInside(uint32_t closer) const {
    uint32_t i = closer;
    while (i > span_.begin && IsCloser(text_[i])) --i;
    return i;
  }

  // True if the words after a quotation may say who speaks: anything but another full quotation.
  bool FrameFollows(uint32_t after) const {
    if (after >= span_.end) return false;
    if (!IsOpeningQuote(text_[after])) return true;
    const uint32_t closer = nesting_.CloserAt(after);
    return closer != kUnclosed && !IsSentenceEnd(text_[LastInside(closer)]);
  }

  // True if the words before a quotation lead up to it: 他说：“甲。”
  bool IsIntroduced(uint32_t opener) const {
    return opener > start_ && IsClauseEnd(text_[opener - 1]);
  }

  bool EndsSentence(uint32_t i) const {
    const char32_t c = text_[i];
    if (c == U'.') return EndsLatinSentence(i);
    if (!IsSentenceEnd(c)) return false;
    if (c != U'…') return true;
    // An ellipsis inside a sentence is as common as one at its end.
    const uint32_t after = AfterEndMarks(i);
    return after >= span_.end || IsCloser(text_[after - 1]) || IsOpeningQuote(text_[after]);
  }

  // A full stop after a lower-case word and before a space and a capital or Chinese character.
  bool EndsLatinSentence(uint32_t i) const {
    if (i == span_.begin || text_[i - 1] < U'a' || text_[i - 1] > U'z') return false;
    if (i + 1 == span_.end) return true;
    if (text_[i + 1] != U' ' || i + 2 >= span_.end) return false;
    const char32_t next = text_[i + 2];
    return (next >= U'A' && next <= U'Z') || IsHan(next);
  }

  uint32_t AfterEndMarks(uint32_t i) const {
    while (i < span_.end && (IsSentenceEnd(text_[i]) || text_[i] == U'.')) ++i;
    return AfterClosers(i);
  }

  uint32_t AfterClosers(uint32_t i) const {
    while (i < span_.end && IsCloser(text_[i])) ++i;
    return i;
  }

  void Finish(uint32_t end) {
    const Span sentence = TrimSpaces(text_, {start_, end});
    if (!sentence.empty()) sentences_.push_back(sentence);
    start_ = end;
  }

  std::u32string_view text_;
  Span span_;
  Quotations quotations_;
  Nesting nesting_;
  uint32_t start_;
  std::vector<Span> sentences_;
};

// 1,200 and 8:30.
bool IsInsideNumber(std::u32string_view text, Span span, uint32_t i) {
  return i > span.begin && i + 1 < span.end && IsDigit(text[i - 1]) && IsDigit(text[i + 1]) &&
         (text[i] == U':' ||
          (text[i] == U',' && i + 3 < span.end && IsDigit(text[i + 2]) && IsDigit(text[i + 3]) &&
           (i + 4 >= span.end || !IsDigit(text[i + 4]))));
}

void AppendClauses(std::u32string_view text, Span part, std::vector<Span>& clauses) {
  const Nesting nesting(text, part);
  uint32_t start = part.begin;
  const auto finish = [&](uint32_t end) {
    const Span clause = TrimSpaces(text, {start, end});
    if (!clause.empty()) clauses.push_back(clause);
    start = end;
  };
  for (uint32_t i = part.begin; i < part.end; ++i) {
    const uint32_t closer = nesting.CloserAt(i);
    if (closer != kUnclosed && !IsOpeningQuote(text[i])) {
      i = closer;
    } else if (IsClauseEnd(text[i]) && !IsInsideNumber(text, part, i)) {
      uint32_t end = i + 1;
      while (end < part.end && IsCloser(text[end])) ++end;
      finish(end);
      i = end - 1;
    }
  }
  finish(part.end);
}

}  // namespace

Span TrimSpaces(std::u32string_view text, Span span) {
  while (span.begin < span.end && IsSpace(text[span.begin])) ++span.begin;
  while (span.end > span.begin && IsSpace(text[span.end - 1])) --span.end;
  return span;
}

std::vector<Span> SplitSentences(std::u32string_view text, Span paragraph) {
  return Splitter(text, paragraph, Quotations::kKeptWhole).Split();
}

std::vector<Span> SplitParts(std::u32string_view text, Span sentence) {
  return Splitter(text, sentence, Quotations::kOpened).Split();
}

std::vector<Span> SplitClauses(std::u32string_view text, Span sentence) {
  std::vector<Span> clauses;
  for (const Span part : SplitParts(text, sentence)) AppendClauses(text, part, clauses);
  return clauses;
}

}  // namespace yinzheng::text::internal
