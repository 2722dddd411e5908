// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a fact is found by: its kind, its time, its words. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_FACT_TERMS_H_
#define YINZHENG_INDEXER_STORE_FACT_TERMS_H_

#include <string>
#include <vector>

#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::store {

yinzheng::v1::FactKind KindOf(const yinzheng::v1::Fact& fact);

// The date of a date, else the as-of time; the default message where there is none.
const yinzheng::v1::DateValue& TimeOf(const yinzheng::v1::Fact& fact);

// A stretch of text and how often its words count.
struct FactText {
  std::string text;
  unsigned weight = 1;
};

// The texts of the fact itself; names of its subject beyond the displayed one are the caller's to
// add.
std::vector<FactText> TextsOf(const yinzheng::v1::Fact& fact);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_FACT_TERMS_H_
