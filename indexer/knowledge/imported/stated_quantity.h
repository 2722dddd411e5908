// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATED_QUANTITY_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATED_QUANTITY_H_

#include <string>

#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// Whether a claimed quantity says what the text says: the same amounts as numbers, the same
// fraction if it claims one, the same unit once normalised (㎡ is 平方米), and the same modifier
// and measure if it states them. Pure.
bool Agrees(const v1::Quantity& claim, const v1::Quantity& stated);

// For messages: 28200 家 EXACT (LEVEL).
std::string Describe(const v1::Quantity& quantity);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATED_QUANTITY_H_
