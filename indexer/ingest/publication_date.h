// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// When a story was published, as printed in its credits. It does not judge which printed date is
// the story's (story_fields), nor concludes from the text (date_evidence).

#ifndef YINZHENG_INDEXER_INGEST_PUBLICATION_DATE_H_
#define YINZHENG_INDEXER_INGEST_PUBLICATION_DATE_H_

#include <optional>
#include <string>
#include <string_view>

#include "yinzheng/v1/text.pb.h"

namespace yinzheng::ingest {

// A whole date (year, month, day) from its folded key, with `printed` as its text and basis STATED;
// a time behind it is ignored. Nothing if the key holds none or the day does not exist.
std::optional<v1::DateValue> StatedDate(std::string_view key, std::string printed);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_PUBLICATION_DATE_H_
