// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_ERRORS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_ERRORS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace yinzheng::knowledge {

// Where something stands in the packs of a build. Lines and columns are counted from 1, columns in
// bytes. Ordered as the files were read.
struct PackPlace {
  int file_number = 0;  // position among the files of the build
  std::string file;     // path, as an editor opens it
  int line = 1;
  int column = 1;

  std::string ToString() const;  // file:line:column
};

// Everything that is wrong with the packs of a build, so that a curator mends it in one go. A
// message says what is wrong, with the value, and what to do. Not thread-safe.
class PackErrors {
 public:
  void Add(const PackPlace& place, std::string_view message);

  bool empty() const { return errors_.empty(); }

  // kInvalidArgument with the first errors in order of place, a line each, and how many more there
  // are; OK if there are none.
  absl::Status ToStatus() const;

 private:
  struct Error {
    PackPlace place;
    std::string message;
  };

  std::vector<Error> errors_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_ERRORS_H_
