// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Days with a time behind them, as machines write them into pages and records. Not for running text
// (text/date.h) nor for EDTF (text/edtf.h).

#ifndef YINZHENG_INDEXER_INGEST_TIMESTAMP_H_
#define YINZHENG_INDEXER_INGEST_TIMESTAMP_H_

#include <optional>
#include <string>

namespace yinzheng::ingest {

// The day (YYYY-MM-DD) that `text` names: 2023-07-25T09:15:00+08:00, 2023/7/25 9:15, 2023年7月25日.
// Where it gives a zone it is the day in China: 2023-07-24T23:10:00Z is the 25th. Nothing if it
// does not begin with a day that exists.
std::optional<std::string> DayOfTimestamp(const std::string& text);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_TIMESTAMP_H_
