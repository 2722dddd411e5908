// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_VALUE_CONVERSION_H_
#define YINZHENG_INDEXER_KNOWLEDGE_VALUE_CONVERSION_H_

#include <string>

#include "indexer/text/date.h"
#include "indexer/text/quantity.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::knowledge {

// A quantity match as the contract has it; `printed` are the words of match.span as printed.
// Fractions are rounded to six decimals beside the exact numerator and denominator.
v1::Quantity ToQuantity(const text::QuantityMatch& match, std::string printed);

// A date match as the contract has it; `printed` are the words of match.span as printed.
v1::DateValue ToDateValue(const text::DateMatch& match, std::string printed);

// An EDTF date that is not printed anywhere. Its days stay empty if it is no EDTF.
v1::DateValue ToDateValue(const std::string& edtf);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_VALUE_CONVERSION_H_
