// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How many documents have each of many terms. One message to each shard where they are elsewhere,
// instead of one for each term. Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_TERM_FREQUENCIES_H_
#define YINZHENG_INDEXER_STORE_TERM_FREQUENCIES_H_

#include <xapian.h>

#include <string>
#include <vector>

namespace yinzheng::store {

class TermFrequencies {
 public:
  // `database` must outlive it.
  TermFrequencies(const std::vector<std::string>& terms, const Xapian::Database& database,
                  bool remote)
      : database_(database), remote_(remote && !terms.empty()) {
    if (remote_) Ask(terms);
  }

  // Of one of the terms.
  Xapian::doccount Of(const std::string& term) const {
    return remote_ ? found_.get_termfreq(term) : database_.get_termfreq(term);
  }

 private:
  void Ask(const std::vector<std::string>& terms);

  const Xapian::Database& database_;
  const bool remote_;
  Xapian::MSet found_;  // Without documents, but with the frequencies of its query's terms.
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_TERM_FREQUENCIES_H_
