// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_CLAIM_H_
#define YINZHENG_SERVICES_CHECK_CLAIM_H_

#include "services/record/word_coverage.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::services {

// A statement found in a text that is to be checked.
struct Claim {
  v1::TextSpan span;   // in the text
  v1::Fact fact;       // subject and other entities are entities of the index where they are known
  SoughtWords sought;  // its sentence, without value, time and names
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_CLAIM_H_
