// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Tells people what became of generations that hold retracted articles, and what is left to do.

#ifndef YINZHENG_INDEXER_CLI_RETRACTION_REPORT_H_
#define YINZHENG_INDEXER_CLI_RETRACTION_REPORT_H_

#include <string>

#include "indexer/store/retractions.h"

namespace yinzheng::indexer {

// A line for each generation that was removed or should be; empty if there is none.
std::string DescribePurge(const store::RetractionPurge& purge);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_CLI_RETRACTION_REPORT_H_
