// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The year in which a text was printed, where it equates it itself: 今年（2023年）, 2022年（去年）,
// or one document of the year behind both 今年 and a year (2023年政府工作报告, 今年政府工作报告).

#ifndef YINZHENG_INDEXER_INGEST_DATE_YEARS_H_
#define YINZHENG_INDEXER_INGEST_DATE_YEARS_H_

#include <map>
#include <string>

#include "indexer/ingest/credits.h"
#include "indexer/ingest/page.h"

namespace yinzheng::ingest {

// Years of publication, each with the words that say so, as keys have them.
using YearCandidates = std::map<int, std::string>;

// More than one if the text contradicts itself; none if it does not say.
YearCandidates FindYears(const CreditReader& credits, const Page& page);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_DATE_YEARS_H_
