// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// When a story was published: as printed in its credits, or concluded from its text where that is
// safe. It does not judge which printed date is the story's (story_fields).

#ifndef YINZHENG_INDEXER_INGEST_PUBLICATION_DATE_H_
#define YINZHENG_INDEXER_INGEST_PUBLICATION_DATE_H_

#include <optional>
#include <string>
#include <string_view>

#include "indexer/ingest/credits.h"
#include "indexer/ingest/page.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::ingest {

// A whole date (year, month, day) from its folded key, with `printed` as its text and basis STATED;
// a time behind it is ignored. Nothing if the key holds none or the day does not exist.
std::optional<v1::DateValue> StatedDate(std::string_view key, std::string printed);

// The year of publication, basis INFERRED, where the text of a page equates it itself:
// 今年（2023年）, or one document of the year behind both 今年 and a year (2023年政府工作报告,
// 今年政府工作报告). Nothing where the text does not say, or says two years.
std::optional<v1::DateValue> InferredDate(const CreditReader& credits, const Page& page);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_PUBLICATION_DATE_H_
