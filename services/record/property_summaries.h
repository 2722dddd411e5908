// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_PROPERTY_SUMMARIES_H_
#define YINZHENG_SERVICES_RECORD_PROPERTY_SUMMARIES_H_

#include <vector>

#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::services {

// Counts `facts` by property and kind of value, each property in the words that most facts use:
// most facts first, then by name. A pure function.
std::vector<v1::PropertySummary> SummariseProperties(const std::vector<v1::Fact>& facts);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_PROPERTY_SUMMARIES_H_
