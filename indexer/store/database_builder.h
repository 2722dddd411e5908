// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// One Xapian database while it is written: begun anew, or taken up again from the copy that an
// earlier writer kept, whose documents can be replaced one by one. Compresses the data of
// documents. Knows nothing of what they mean. Internal to the store; every method may throw what
// Xapian throws, and is for one thread.

#ifndef YINZHENG_INDEXER_STORE_DATABASE_BUILDER_H_
#define YINZHENG_INDEXER_STORE_DATABASE_BUILDER_H_

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/store/document_codec.h"

namespace yinzheng::store {

class DatabaseBuilder {
 public:
  // Documents can be replaced in a database that keeps their lists of terms. Those are never part
  // of a published one that is whole, where nothing reads them, and cost a twentieth of the time.
  // One of several shards publishes them: xapian-tcpsrv sends no document without, as the list of
  // its values stands beside them.
  enum class Terms { kKept, kDropped };

  // A new database in the directory `path`, in the place of any that is there; one of `shards` that
  // are written at a time. Each makes its dictionary of fewer documents then, since they wait in
  // memory for it, commits sooner, and keeps its terms.
  DatabaseBuilder(const std::string& path, Terms terms, size_t shards = 1);
  // The one that a builder with Terms::kKept left there.
  explicit DatabaseBuilder(const std::string& path, size_t shards = 1);

  // Gives the docid that the document has or will have: they are counted from 1.
  absl::StatusOr<Xapian::docid> Add(Xapian::Document document);

  // The rest is for databases that were taken up again. `number` must be in use, or have been.
  absl::Status Replace(Xapian::docid number, Xapian::Document document);
  // Changes the data, uncompressed, and what `change` changes of the values; the terms stay.
  absl::Status ReplaceData(Xapian::docid number, std::string_view data,
                           const std::function<void(Xapian::Document&)>& change = nullptr);
  void ChangeValues(Xapian::docid number, const std::function<void(Xapian::Document&)>& change);
  void Remove(Xapian::docid number);

  // How many documents the dictionary was made of, at most what is enough for any number; 0 before
  // it is made, and for a database that was taken up.
  uint32_t trained() const { return trained_; }

  // Whether it is better begun anew after many updates: most docids stand for nothing, or its
  // dictionary was made of `trained` documents and there are many more now.
  bool IsWorn(uint32_t trained) const;

  void SetMetadata(std::string_view key, const std::string& value);

  // A word that mistyped ones are corrected to.
  void AddSpelling(const std::string& word, int count);

  // Writes everything in its final form to the directory `target`; only destruction is useful
  // afterwards. The directory of the builder then holds what the second constructor takes.
  absl::Status CompactTo(base::FileSystem& files, const std::string& target);

 private:
  struct Waiting {
    std::string data;
    std::string rest;  // The document without it, as a string: that takes far less memory.
  };

  void Wait(Xapian::Document document);
  bool HasEnoughSamples() const;
  absl::Status StartCompressing();
  absl::Status Compress(Xapian::Document& document, std::string_view data) const;
  void CommitIfMany(Xapian::termcount terms);

  const std::string path_;
  const Terms terms_;
  const bool publishes_terms_;
  const uint32_t training_documents_;
  const size_t training_bytes_;
  const size_t terms_per_commit_;
  Xapian::WritableDatabase database_;
  std::unique_ptr<DocumentCompressor> compressor_;  // Null until enough documents wait.
  std::vector<Waiting> waiting_;
  size_t waiting_bytes_ = 0;  // Of their data.
  Xapian::docid added_ = 0;
  uint32_t trained_ = 0;
  size_t uncommitted_ = 0;  // Terms of documents since the last commit.
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DATABASE_BUILDER_H_
