// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Articles that were taken back: builds leave them out, and no generation that holds one is kept.
// They stand in the index directory, in the file RETRACTED, so that they outlive every build; one
// line each, with tabs between:
//
//   articles/3f2a…  2026-11-30T09:00:00Z  its source's id  SHA-256 of its body  why
//
// A name tells a place in a file, which another article may have tomorrow: an article is known by
// its text, or by the id that its source gave it. Not for single facts (knowledge packs suppress
// those), and no history: Remove forgets an entry. What becomes of generations:
// retraction_purge.h.

#ifndef YINZHENG_INDEXER_STORE_RETRACTIONS_H_
#define YINZHENG_INDEXER_STORE_RETRACTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "indexer/base/file_system.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::store {

struct Retraction {
  std::string article;      // `articles/…`, its name when it was taken back.
  std::string source_id;    // SourceIdOf; empty if its source gave none.
  std::string body_sha256;  // Empty if no generation held it: then its name alone tells it.
  absl::Time time = {};
  std::string reason;  // May be empty; one line.
};

// The id that the source gave the article; empty if its external_id was made of its path.
std::string SourceIdOf(const yinzheng::v1::Article& article);

// What an article has to do with the retractions.
enum class RetractionMatch {
  kNone,
  kNameOnly,   // Another text under the name of a retracted article: it is not retracted.
  kRetracted,  // Its text or its id is, or its name where no more is known.
};

// A value: what the file said when it was read. Few entries are expected; looking one up walks
// them.
class Retractions {
 public:
  // Empty if the directory has no such file. kDataLoss, with the line, if it cannot be understood;
  // errors of reading it pass through: a build that went on would publish what was taken back.
  static absl::StatusOr<Retractions> Read(const base::FileSystem& files,
                                          const std::string& index_directory);

  bool empty() const { return entries_.empty(); }
  const std::vector<Retraction>& entries() const { return entries_; }

  // Whether an entry has this name or source id.
  bool Names(std::string_view name_or_id) const;

  // Needs name, external_id, source and body_sha256 of the article (view BASIC has them).
  RetractionMatch Match(const yinzheng::v1::Article& article) const;

  // Tells apart what is retracted, not when or why; empty if nothing is.
  std::string Digest() const;

  // Adds an entry, or replaces that of the same name and text. kInvalidArgument if `article` is no
  // name of one or the reason has a tab or a line break.
  absl::Status Add(Retraction retraction);
  // Forgets the entries with this name or source id. False if there was none.
  bool Remove(std::string_view name_or_id);

  // Replaces the file, durably.
  absl::Status Write(const DirectoryLock& lock, base::FileSystem& files,
                     const std::string& index_directory) const;

  // The names of the retracted articles that the generation holds. Reads the record of every
  // article without its text, since they may have other names there: about 10 µs each.
  absl::StatusOr<std::vector<std::string>> HeldBy(const IndexSnapshot& snapshot) const;

 private:
  std::vector<Retraction> entries_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_RETRACTIONS_H_
