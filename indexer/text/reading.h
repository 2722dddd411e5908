// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What machines read of an article: the body without its masked parts, with sentences that the
// print broke (hard line breaks, a caption or a column border in the middle) joined again, in
// Simplified characters and narrow forms, and cut into paragraphs, sentences and clauses. Analysis
// runs on a reading; what is served and cited is always the body, which every reading position
// leads back to.
//
// Not a search key: case is kept, ㎡ and … stay one character (fold.h folds further). It does not
// find captions or page furniture (ingest lists them as masks) nor split a heading that is glued to
// running text.
//
//   Reading reading(body, masks);
//   for (const Sentence& sentence : reading.sentences()) {
//     std::u32string_view words = reading.Text(sentence.span);
//     Span cited = reading.ToBody(sentence.span);       // code points of the body
//   }

#ifndef YINZHENG_INDEXER_TEXT_READING_H_
#define YINZHENG_INDEXER_TEXT_READING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

enum class ParagraphKind {
  kHeading,  // Short, without sentence punctuation: a headline, a section heading, a byline.
  kProse,    // Everything else.
};

// Spans are code points of the reading text.
struct Paragraph {
  Span span;
  ParagraphKind kind = ParagraphKind::kProse;
  uint32_t first_sentence = 0;  // Index into sentences().
  uint32_t sentence_count = 0;
};

// From its first character to its end mark and the closing quotes and brackets after it. A
// quotation of several sentences and the words that say who speaks (“……。……。”他说。) are one
// sentence: take Reading::Parts for the sentences inside.
struct Sentence {
  Span span;
  uint32_t paragraph = 0;  // Index into paragraphs().
};

// Immutable and safe for concurrent use. Requires LoadFolding() (fold.h) to be able to succeed.
// Holds its own copies; 8 bytes a code point beside the text.
class Reading {
 public:
  // Reads `body` without the parts in `masks` (spans of body, any order, may overlap; parts past
  // the end are ignored). Any body will do, also an empty one.
  explicit Reading(std::u32string_view body, absl::Span<const Span> masks = {});

  // The reading text. Paragraphs are separated by one line feed; there are no other control
  // characters. Width: full-width ASCII is narrow (， is ","), spaces are U+0020. Quotes are “ ” ‘
  // ’ whatever the print uses (「」『』 and paired straight quotes included).
  const std::u32string& text() const { return text_; }
  std::u32string_view Text(Span span) const { return Slice(text_, span); }

  // In order, not overlapping, without the separators and without outer spaces.
  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }

  // The sentences inside `span`, quotations opened: “甲。乙。”他说。 gives “甲。 / 乙。” / 他说。
  // At least one.
  std::vector<Span> Parts(Span span) const;

  // The clauses inside `span`: Parts, cut further after , ; : outside of brackets (not inside
  // numbers and times of day: 1,200 and 8:30 stay whole). At least one.
  std::vector<Span> Clauses(Span span) const;

  // The sentence that holds reading position `position`; for a position between two sentences the
  // earlier one. Null only if there are no sentences.
  const Sentence* SentenceAt(uint32_t position) const;

  // The smallest span of the body that covers `span`. May include masked or dropped parts in its
  // middle, never at its borders. An empty span gives the empty place before it.
  Span ToBody(Span span) const;

  // The smallest span of the reading that covers what was read of `body`; empty if nothing was.
  Span FromBody(Span body) const;

 private:
  void Simplify(std::u32string_view printed, std::vector<uint32_t> begin,
                std::vector<uint32_t> end);

  std::u32string text_;
  std::vector<uint32_t>
      body_begin_;  // For each reading code point, the body code points it stands for.
  std::vector<uint32_t> body_end_;
  uint32_t body_size_ = 0;
  std::vector<Paragraph> paragraphs_;
  std::vector<Sentence> sentences_;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_READING_H_
