// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Tells people which articles a retraction is of, what became of generations that hold retracted
// articles, and what is left to do.

#ifndef YINZHENG_INDEXER_CLI_RETRACTION_REPORT_H_
#define YINZHENG_INDEXER_CLI_RETRACTION_REPORT_H_

#include <string>

#include "indexer/store/retraction_purge.h"
#include "indexer/store/retraction_targets.h"

namespace yinzheng::indexer {

// A line for each article that is meant, each other print of it, and each generation that could not
// be searched.
std::string DescribeTargets(const store::RetractionTargets& found);

// A line for each generation that was removed, should be or may have to be; empty if there is none.
std::string DescribePurge(const store::RetractionPurge& purge);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_CLI_RETRACTION_REPORT_H_
