// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/token_postings.h"

#include <algorithm>
#include <optional>
#include <string>

#include "indexer/store/number_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "indexer/store/text_terms.h"

namespace yinzheng::store {

using text::IndexToken;
using text::TokenKind;

uint32_t AddPostings(const std::vector<IndexToken>& tokens, std::string_view prefix, uint32_t first,
                     uint32_t weight, Xapian::Document& document) {
  const std::string break_term = Term(prefix, kBreakTerm);
  uint32_t next = first;
  for (const IndexToken& token : tokens) {
    const uint32_t position = first + token.position;
    if (position > next) document.add_posting(break_term, position - 1, 0);
    next = std::max(next, position + 1);
    const std::string term = TextTerm(prefix, token.term);
    if (token.length == 1) {
      document.add_posting(term, position, weight);
    } else if (token.kind == TokenKind::kNumber) {
      document.add_posting(term, position, weight);
      document.add_posting(term, position + token.length - 1, 0);
    } else {
      document.add_term(term, weight);
    }
  }
  return next;
}

void AddTerms(const std::vector<IndexToken>& tokens, std::string_view prefix,
              Xapian::Document& document) {
  for (const IndexToken& token : tokens) document.add_term(TextTerm(prefix, token.term));
}

void AddNumberTerms(const std::vector<IndexToken>& tokens, Xapian::Document& document) {
  for (const TextNumber& number : NumbersIn(tokens)) {
    const std::optional<std::string> key = NumberKey(number.value);
    if (!key) continue;
    document.add_boolean_term(Term(prefix::kNumber, *key));
    document.add_boolean_term(Term(prefix::kNumberDecade, DecadeOf(*key)));
  }
}

}  // namespace yinzheng::store
