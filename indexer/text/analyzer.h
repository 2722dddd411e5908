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
  kLatin,    // A run of letters; a code of letters and digits, its marks left out (PD-1728 is
             // pd1728).
  kNumber,  // A run of digits, thousands separators left out; the value of 一千二百亿 or 1.2万 in
            // digits, of 六成 as 60%, of a date as 2023-07-25, 2023-07 or --07-25 (any year).
};

// A token's position counts Chinese characters and runs of letters or of digits, each as one, from
// 0. White space, symbols, quotes and title marks count nothing: GDP 增长 and GDP增长,
// “三城一区”主平台 and 三城一区主平台 agree, and so do 1,200亿 and 1200亿. Other punctuation and
// line feeds, however many in a row, count one between two units (kBreakGap), so that phrases do
// not run across them. Tokens that begin at the same unit share its position.
inline constexpr uint32_t kBreakGap = 1;

// Marks that leave what is beside them in one phrase: quotes and title marks, of folded text.
bool IsTransparentMark(char32_t c);

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
inline constexpr uint32_t kAnalyzerVersion = 2;

// Immutable and safe for concurrent use; the segmenter must outlive it.
class Analyzer {
 public:
  explicit Analyzer(const Segmenter& segmenter) : segmenter_(segmenter) {}

  // The terms of `text` (a reading's text or a query; any script and width), in order of position;
  // a term occurs at most once at a position. Unigrams and bigrams of any part of a text, cut at
  // the borders of Chinese characters and Latin runs, are among those of the whole at the same
  // distances, and so are its runs and codes; only words of three characters and more, and the
  // values of numbers and dates, depend on what stands around them. A cut inside a run makes
  // another run: what is asked of parts of runs is the query compiler's business.
  std::vector<IndexToken> Analyze(std::u32string_view text) const;

  // Identifies the analysis: "2-<hash>" from kAnalyzerVersion, the dictionary and the folding
  // tables. Equal fingerprints mean equal terms.
  std::string Fingerprint() const;

 private:
  const Segmenter& segmenter_;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_ANALYZER_H_
