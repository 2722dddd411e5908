// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Where the clauses of a query stand in one analysed text: the searcher's rules once more, over the
// tokens themselves. Internal to the highlighter; knows nothing of masks or of passages.

#ifndef YINZHENG_INDEXER_STORE_PASSAGE_MARKS_H_
#define YINZHENG_INDEXER_STORE_PASSAGE_MARKS_H_

#include <cstdint>
#include <vector>

#include "indexer/store/compiled_query.h"
#include "indexer/store/mark_needs.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/span.h"

namespace yinzheng::store {

// The spans of `tokens` that `query` matched, in any order and overlapping. `loosened` are the
// phrases that were searched inside longer runs.
class PassageMarks {
 public:
  // All must outlive it; tokens in order of position, those that `needs` (of the same query and
  // loosening) names or more.
  PassageMarks(const CompiledQuery& query, const MarkNeeds& needs,
               const std::vector<text::IndexToken>& tokens,
               const std::vector<text::Span>& loosened);

  std::vector<text::Span> Find();

 private:
  // One occurrence of a phrase.
  struct Place {
    uint32_t first = 0;  // Positions.
    uint32_t last = 0;
    std::vector<text::Span> spans;  // Punctuation inside it is left out.
  };
  // One side of a NEAR.
  struct Side {
    std::vector<Place> places;  // By position.
    uint32_t length = 0;        // Positions that it takes in the window.
  };
  // How the ends of a phrase are compared.
  struct Ends {
    bool open_begin = false;
    bool open_end = false;
  };

  void Mark(const CompiledClause& clause);
  void MarkWords(const CompiledClause& clause);
  void MarkPhrase(const CompiledPhrase& phrase);
  void MarkNear(const CompiledClause& clause);
  void MarkNumbers(const CompiledClause& clause);
  static std::vector<Place> TogetherFrom(const Place& start, size_t own,
                                         const std::vector<Side>& sides, uint32_t end);
  void MarkPlaces(const std::vector<Place>& places);
  std::vector<Place> PlacesOf(const CompiledPhrase& phrase) const;
  void FindSequence(const std::vector<PhraseTerm>& terms, Ends ends,
                    std::vector<Place>& found) const;
  bool Follow(const std::vector<PhraseTerm>& terms, Ends ends, Place& place) const;
  bool HasUnitAt(uint32_t position) const;
  const text::IndexToken* TokenAt(uint32_t position, const PhraseTerm& term, bool open_end) const;

  const CompiledQuery& query_;
  const std::vector<text::IndexToken>& all_tokens_;
  const std::vector<text::Span>& loosened_;
  std::vector<const text::IndexToken*> tokens_;  // Those asked for.
  std::vector<text::Span> spans_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_PASSAGE_MARKS_H_
