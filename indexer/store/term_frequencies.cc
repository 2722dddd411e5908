// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/term_frequencies.h"

namespace yinzheng::store {

void TermFrequencies::Ask(const std::vector<std::string>& terms) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  found_ = enquire.get_mset(0, 0);
}

}  // namespace yinzheng::store
