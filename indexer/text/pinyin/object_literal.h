// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The data files of the package pinyin-pro: a JavaScript module around one object literal of
// strings and lists of strings. Only that literal is read, as data: nothing is run, and no other
// JavaScript is understood. Internal to the folder.

#ifndef YINZHENG_INDEXER_TEXT_PINYIN_OBJECT_LITERAL_H_
#define YINZHENG_INDEXER_TEXT_PINYIN_OBJECT_LITERAL_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::text::internal {

struct LiteralEntry {
  std::string key;
  std::vector<std::string> values;  // One for `key: 'value'`, any number for `key: ['a', 'b']`.
};

// The entries of the first object literal of `module` ("const name = {…};"), in order. Strings hold
// no escapes, comments end with their line. kDataLoss, saying at which byte, for anything else.
absl::StatusOr<std::vector<LiteralEntry>> ParseObjectLiteral(std::string_view module);

}  // namespace yinzheng::text::internal

#endif  // YINZHENG_INDEXER_TEXT_PINYIN_OBJECT_LITERAL_H_
