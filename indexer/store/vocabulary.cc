// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/vocabulary.h"

#include <algorithm>
#include <utility>

#include "indexer/store/terms.h"
#include "indexer/store/text_terms.h"

namespace yinzheng::store {
namespace {

// The most frequent of the terms shown to it.
class MostFrequent {
 public:
  explicit MostFrequent(size_t limit) : limit_(limit) {}

  void Add(std::string term, Xapian::doccount frequency) {
    terms_.emplace_back(frequency, std::move(term));
    if (terms_.size() < 4 * limit_) return;
    Cut();
  }

  SimilarTerms Take(bool all) {
    Cut();
    SimilarTerms similar;
    similar.all = all && !cut_;
    for (auto& [frequency, term] : terms_) similar.terms.push_back(std::move(term));
    return similar;
  }

 private:
  void Cut() {
    if (terms_.size() <= limit_) return;
    std::sort(terms_.begin(), terms_.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    terms_.resize(limit_);
    cut_ = true;
  }

  size_t limit_;
  std::vector<std::pair<Xapian::doccount, std::string>> terms_;
  bool cut_ = false;
};

// A run holds letters or digits only: no Chinese character, which UTF-8 begins with 0xE3 or more,
// and not the dashes of a date.
bool IsRun(std::string_view term) {
  return std::all_of(term.begin(), term.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0xE3 && c != '-' && c != '%';
  });
}

}  // namespace

SimilarTerms TermsBeginningWith(std::string_view prefix, std::string_view beginning, size_t limit,
                                const Xapian::Database& database) {
  MostFrequent found(limit);
  const std::string start = TextTerm(prefix, beginning);
  size_t read = 0;
  auto term = database.allterms_begin(start);
  for (; term != database.allterms_end(start) && read < kMaxTermsRead; ++term, ++read) {
    const std::string whole = *term;
    if (IsRun(TokenOf(std::string_view(whole).substr(prefix.size())))) {
      found.Add(whole, term.get_termfreq());
    }
  }
  return found.Take(term == database.allterms_end(start));
}

SimilarTerms TermsEndingWith(std::string_view prefix, std::string_view piece, bool inside,
                             const Xapian::Database& database) {
  MostFrequent found(kMaxTermsOfPiece);
  size_t read = 0;
  // Letter by letter: a shard that is served elsewhere sends all terms with the beginning asked
  // for.
  for (const char first : std::string_view("0123456789abcdefghijklmnopqrstuvwxyz")) {
    const std::string start = Term(prefix, std::string(1, first));
    auto term = database.allterms_begin(start);
    for (; term != database.allterms_end(start) && read < kMaxTermsRead; ++term, ++read) {
      const std::string whole = *term;
      const std::string run = TokenOf(std::string_view(whole).substr(prefix.size()));
      const size_t place = inside ? run.find(piece) : run.rfind(piece);
      if (place == run.npos || (!inside && place + piece.size() != run.size())) continue;
      if (IsRun(run)) found.Add(whole, term.get_termfreq());
    }
  }
  return found.Take(read < kMaxTermsRead);
}

}  // namespace yinzheng::store
