// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Where dictionaries and rule files lie at run time: $YINZHENG_DATA_DIR if set, else
// ../share/yinzheng beside the directory of the running executable. Not for indexes or input.

#ifndef YINZHENG_INDEXER_BASE_DATA_DIR_H_
#define YINZHENG_INDEXER_BASE_DATA_DIR_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace yinzheng::base {

// The data directory. kNotFound, saying what to set, if it does not exist.
absl::StatusOr<std::string> DataDir();

// The path of a file in it, such as "dict/jieba.dict.utf8". kNotFound if absent.
absl::StatusOr<std::string> DataPath(std::string_view relative);

// The contents of a file in it.
absl::StatusOr<std::string> ReadDataFile(std::string_view relative);

}  // namespace yinzheng::base

#endif  // YINZHENG_INDEXER_BASE_DATA_DIR_H_
