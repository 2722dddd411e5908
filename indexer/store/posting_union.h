// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The documents that have any of some terms, in the order of their ids, one after the other: no
// more work than the caller asks for. Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_POSTING_UNION_H_
#define YINZHENG_INDEXER_STORE_POSTING_UNION_H_

#include <xapian.h>

#include <string>
#include <vector>

namespace yinzheng::store {

class PostingUnion {
 public:
  // `database` must outlive it.
  PostingUnion(const Xapian::Database& database, const std::vector<std::string>& terms);

  // The next document; 0 at the end.
  Xapian::docid Next();

  // The first document that is not before `id`; 0 at the end. Never goes back.
  Xapian::docid SkipTo(Xapian::docid id);

 private:
  struct List {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
  };
  Xapian::docid Smallest() const;

  std::vector<List> lists_;
  Xapian::docid last_ = 0;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_POSTING_UNION_H_
