// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The fields of a JSONL record:
// {"id","title","text","published","outlet","authors","url","language"}. `text` is required; other
// fields are optional, unknown ones are ignored. Values only; where they stand is json_locator's
// business.

#ifndef YINZHENG_INDEXER_INGEST_JSON_RECORD_H_
#define YINZHENG_INDEXER_INGEST_JSON_RECORD_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::ingest {

// Sets external_id, title, published (basis METADATA), outlet, authors, uri and language.
// `published` is EDTF or a date with a time behind it, which is dropped. A field of another type or
// a date that is neither is left out with a line in `warnings`. kInvalidArgument if `json` is no
// object or has no string `text`.
absl::Status ReadJsonRecord(const std::string& json, v1::Article& article,
                            std::vector<std::string>& warnings);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_JSON_RECORD_H_
