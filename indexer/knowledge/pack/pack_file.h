// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_FILE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_FILE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "google/protobuf/text_format.h"
#include "indexer/base/file_system.h"
#include "indexer/knowledge/pack/pack_errors.h"
#include "yinzheng/pack/v1/knowledge_pack.pb.h"

namespace yinzheng::knowledge {

// One file of a knowledge pack as it was parsed, with the place of everything in it. It does not
// judge what the fields say. Read-only once made.
struct PackFile {
  int number = 0;        // position among the files of the build
  std::string path;      // what was opened
  std::string relative;  // below the path given to the build: what facts and manifests name
  std::string contents;
  pack::v1::KnowledgePack message;
  std::unique_ptr<google::protobuf::TextFormat::ParseInfoTree> places;
};

// A message of a pack file, for asking where its parts stand. Borrows the file; cheap to copy.
class PackNode {
 public:
  explicit PackNode(const PackFile& file);

  // The `index`-th message of the repeated field `field`, or the one of a singular field.
  PackNode Child(std::string_view field, int index = 0) const;

  // Where the message begins.
  const PackPlace& place() const { return place_; }

  // Where a field stands, of a repeated one its `index`-th value; the message's place if it does
  // not. `value` finds the line of one string in a list [a, b, c], of which the parser gives only
  // the beginning.
  PackPlace Place(std::string_view field, int index = 0, std::string_view value = "") const;

 private:
  using Tree = google::protobuf::TextFormat::ParseInfoTree;

  const PackFile* file_;
  const google::protobuf::Descriptor* type_;
  const Tree* tree_;  // null where the text has no such message
  PackPlace place_;
};

// Reads the pack files at `paths`: files of any name, and folders with what is called *.textproto
// in them and below, in order of names (those that begin with a dot left out). What cannot be
// parsed goes to `errors` and is left out. kNotFound if a path does not exist or a folder holds no
// pack; kInvalidArgument for files above 16 MiB and for two that facts could not tell apart.
absl::StatusOr<std::vector<PackFile>> ReadPackFiles(const base::FileSystem& files,
                                                    const std::vector<std::string>& paths,
                                                    PackErrors& errors);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_FILE_H_
