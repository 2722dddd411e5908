// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/database_builder.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/schema.h"

namespace yinzheng::store {
namespace {

// Documents that the dictionary of a database is made of; they wait in memory for it, so that large
// ones must be fewer. Of each the beginning tells enough.
constexpr uint32_t kTrainingDocuments = 4000;
constexpr size_t kTrainingBytes = size_t{16} << 20U;
// A dictionary of fewer is hardly worth its room.
constexpr uint32_t kFewestTrainingDocuments = 500;
constexpr size_t kMaxSample = size_t{64} << 10U;

// Xapian gathers postings in trees until it commits them. Trees that leave the processor's caches
// cost more than commits of a thousand documents do.
constexpr size_t kTermsPerCommit = 120000;
// Smaller ones write the same blocks again and again.
constexpr size_t kFewestTermsPerCommit = 20000;

// It does not matter how so few are kept.
constexpr uint32_t kFewDocuments = 1000;

// Lists of terms stand in a file of their own, which may be absent.
constexpr char kTermlists[] = "termlist.glass";

uint32_t TrainingDocuments(size_t shards) {
  return std::max(kFewestTrainingDocuments, kTrainingDocuments / static_cast<uint32_t>(shards));
}

size_t TermsPerCommit(size_t shards) {
  return std::max(kFewestTermsPerCommit, kTermsPerCommit / shards);
}

int FlagsOf(DatabaseBuilder::Terms terms) {
  const int flags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;
  return terms == DatabaseBuilder::Terms::kKept ? flags : flags | Xapian::DB_NO_TERMLIST;
}

}  // namespace

DatabaseBuilder::DatabaseBuilder(const std::string& path, Terms terms, size_t shards)
    : path_(path),
      terms_(shards > 1 ? Terms::kKept : terms),
      publishes_terms_(shards > 1),
      training_documents_(TrainingDocuments(shards)),
      training_bytes_(kTrainingBytes / shards),
      terms_per_commit_(TermsPerCommit(shards)),
      database_(path, FlagsOf(terms_)) {}

DatabaseBuilder::DatabaseBuilder(const std::string& path, size_t shards)
    : path_(path),
      terms_(Terms::kKept),
      publishes_terms_(shards > 1),
      training_documents_(TrainingDocuments(shards)),
      training_bytes_(kTrainingBytes / shards),
      terms_per_commit_(TermsPerCommit(shards)),
      database_(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC),
      compressor_(std::make_unique<DocumentCompressor>(
          database_.get_metadata(std::string(metadata::kDictionary)))) {}

absl::StatusOr<Xapian::docid> DatabaseBuilder::Add(Xapian::Document document) {
  if (compressor_ == nullptr) {
    Wait(std::move(document));
    if (HasEnoughSamples()) YZ_RETURN_IF_ERROR(StartCompressing());
    return ++added_;
  }
  YZ_RETURN_IF_ERROR(Compress(document, document.get_data()));
  added_ = database_.add_document(document);
  CommitIfMany(document.termlist_count());
  return added_;
}

absl::Status DatabaseBuilder::Replace(Xapian::docid number, Xapian::Document document) {
  YZ_RETURN_IF_ERROR(Compress(document, document.get_data()));
  database_.replace_document(number, document);
  CommitIfMany(document.termlist_count());
  return absl::OkStatus();
}

absl::Status DatabaseBuilder::ReplaceData(Xapian::docid number, std::string_view data,
                                          const std::function<void(Xapian::Document&)>& change) {
  // Xapian leaves the terms of a document alone that comes from the database and goes back to it.
  Xapian::Document document = database_.get_document(number);
  YZ_RETURN_IF_ERROR(Compress(document, data));
  if (change) change(document);
  database_.replace_document(number, document);
  return absl::OkStatus();
}

void DatabaseBuilder::ChangeValues(Xapian::docid number,
                                   const std::function<void(Xapian::Document&)>& change) {
  Xapian::Document document = database_.get_document(number);
  change(document);
  database_.replace_document(number, document);
}

void DatabaseBuilder::Remove(Xapian::docid number) { database_.delete_document(number); }

bool DatabaseBuilder::IsWorn(uint32_t trained) const {
  const Xapian::doccount documents = database_.get_doccount();
  return database_.get_lastdocid() / 2 > documents + kFewDocuments ||
         (trained < training_documents_ && documents > 2 * trained + kFewDocuments);
}

void DatabaseBuilder::SetMetadata(std::string_view key, const std::string& value) {
  database_.set_metadata(std::string(key), value);
}

void DatabaseBuilder::AddSpelling(const std::string& word, int count) {
  database_.add_spelling(word, static_cast<Xapian::termcount>(std::max(count, 1)));
}

absl::Status DatabaseBuilder::CompactTo(base::FileSystem& files, const std::string& target) {
  if (compressor_ == nullptr) YZ_RETURN_IF_ERROR(StartCompressing());
  database_.commit();
  database_.close();
  const std::string termlists = base::JoinPath(path_, kTermlists);
  const std::string aside = absl::StrCat(path_, "-", kTermlists);
  const bool apart = terms_ == Terms::kKept && !publishes_terms_ && files.Exists(termlists);
  if (apart) YZ_RETURN_IF_ERROR(files.Rename(termlists, aside));
  Xapian::Database(path_).compact(target, Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL);
  return apart ? files.Rename(aside, termlists) : absl::OkStatus();
}

void DatabaseBuilder::Wait(Xapian::Document document) {
  waiting_bytes_ += document.get_data().size();
  std::string data = document.get_data();
  document.set_data("");
  waiting_.push_back({std::move(data), document.serialise()});
}

bool DatabaseBuilder::HasEnoughSamples() const {
  return waiting_.size() >= training_documents_ || waiting_bytes_ >= training_bytes_;
}

absl::Status DatabaseBuilder::StartCompressing() {
  trained_ = HasEnoughSamples() ? training_documents_ : static_cast<uint32_t>(waiting_.size());
  std::vector<std::string> samples;
  for (const Waiting& document : waiting_) samples.push_back(document.data.substr(0, kMaxSample));
  const std::string dictionary = TrainDictionary(samples);
  if (!dictionary.empty()) SetMetadata(metadata::kDictionary, dictionary);
  compressor_ = std::make_unique<DocumentCompressor>(dictionary);
  for (const Waiting& waiting : waiting_) {
    Xapian::Document document = Xapian::Document::unserialise(waiting.rest);
    YZ_RETURN_IF_ERROR(Compress(document, waiting.data));
    database_.add_document(document);
    CommitIfMany(document.termlist_count());
  }
  waiting_ = {};
  return absl::OkStatus();
}

absl::Status DatabaseBuilder::Compress(Xapian::Document& document, std::string_view data) const {
  YZ_ASSIGN_OR_RETURN(const std::string compressed, compressor_->Compress(data));
  document.set_data(compressed);
  return absl::OkStatus();
}

void DatabaseBuilder::CommitIfMany(Xapian::termcount terms) {
  uncommitted_ += terms;
  if (uncommitted_ < terms_per_commit_) return;
  database_.commit();
  uncommitted_ = 0;
}

}  // namespace yinzheng::store
