// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The one analysis for index and query: text to search terms with positions. Whatever changes its
// output must change kAnalyzerVersion or the dictionary hash, since a query analysed in another way
// finds the wrong things. It knows nothing of Xapian, of fields or of weights, and nothing of
// entities.
//
//   Analyzer analyzer(*segmenter);
//   for (const IndexToken& token : analyzer.Analyze(reading.text())) { … token.term … token.span …
//   }

#ifndef YINZHENG_INDEXER_TEXT_ANALYZER_H_
#define YINZHENG_INDEXER_TEXT_ANALYZER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/segmenter.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

enum class TokenKind : uint8_t {
  kUnigram,  // One Chinese character.
  kBigram,   // Two neighbouring ones; also a Chinese character and a lone letter beside it (a股).
  kWord,     // A word of three or more characters; words of one or two are unigrams and bigrams
             // already.
  kLatin,    // A run of letters, or a code of letters and digits (pd-1728) whole and in parts (pd,
             // 1728).
  kNumber,   // A run of digits, thousands separators removed; or a numeral's value in digits.
};

// A token's position counts Chinese characters and runs of letters or digits, each as one, from 0;
// white space counts nothing, so GDP 增长 and GDP增长 agree. A break (punctuation, a line feed)
// adds kBreakGap, so that phrases do not run across it. Tokens that begin at the same place share a
// position.
inline constexpr uint32_t kBreakGap = 100;

struct IndexToken {
  std::string term;  // Folded, UTF-8, at most kMaxTermBytes.
  uint32_t position = 0;
  uint32_t length = 1;  // Positions that it covers: 2 for a bigram.
  Span span;            // Code points of the analysed text.
  TokenKind kind = TokenKind::kUnigram;
};

// Longer terms are left out whole (their parts stay): Xapian's limit is 245 with the field's
// prefix.
inline constexpr size_t kMaxTermBytes = 128;

// Raise on any change of terms or positions.
inline constexpr uint32_t kAnalyzerVersion = 1;

// Immutable and safe for concurrent use; the segmenter must outlive it.
class Analyzer {
 public:
  explicit Analyzer(const Segmenter& segmenter) : segmenter_(segmenter) {}

  // The terms of `text` (a reading's text or a query; any script and width), in order of position;
  // a term occurs at most once at a position. Unigrams and bigrams of any part of a text, cut at
  // the borders of Chinese characters and Latin runs, are among those of the whole at the same
  // distances.
  std::vector<IndexToken> Analyze(std::u32string_view text) const;

  // Identifies the analysis: "1-<hash>" from kAnalyzerVersion, the dictionary and the folding
  // tables. Equal fingerprints mean equal terms.
  std::string Fingerprint() const;

 private:
  const Segmenter& segmenter_;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_ANALYZER_H_
