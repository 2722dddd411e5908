// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/generation_writer.h"

#include <google/protobuf/text_format.h>
#include <xapian.h>

#include <atomic>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "indexer/base/digest.h"
#include "indexer/base/logging.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/cache_file.h"
#include "indexer/store/database_builder.h"
#include "indexer/store/document_writer.h"
#include "indexer/store/documents.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_layout.h"
#include "indexer/store/suggestion_writer.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_status.h"
#include "indexer/text/pinyin/pinyin_reading.h"

namespace yinzheng::store {
namespace {

using base::JoinPath;

constexpr size_t kIdDigits = 24;

using Task = std::function<absl::Status()>;

// Runs the tasks in their order on several threads; the first error in that order.
absl::Status RunTasks(std::vector<Task> tasks, int threads) {
  std::vector<absl::Status> results(tasks.size());
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t i = next++; i < tasks.size(); i = next++) results[i] = tasks[i]();
  };
  std::vector<std::thread> others;
  for (int i = 1; i < threads && static_cast<size_t>(i) < tasks.size(); ++i) {
    others.emplace_back(work);
  }
  work();
  for (std::thread& other : others) other.join();
  for (const absl::Status& result : results) YZ_RETURN_IF_ERROR(result);
  return absl::OkStatus();
}

// Below the cache directory: what DocumentWriter keeps.
constexpr std::string_view kDocuments = "documents";

}  // namespace

struct PreparedArticle::Contents {
  ArticleDocuments documents;
};

PreparedArticle::PreparedArticle(std::unique_ptr<Contents> contents)
    : contents_(std::move(contents)) {}
PreparedArticle::PreparedArticle(PreparedArticle&&) noexcept = default;
PreparedArticle& PreparedArticle::operator=(PreparedArticle&&) noexcept = default;
PreparedArticle::~PreparedArticle() = default;

// What is kept depends on the analysis and the format, whatever the caller's key says of its
// program.
std::string CacheKey(const WriterOptions& options) {
  if (options.cache_key.empty()) return "";
  std::string key =
      absl::StrCat(options.cache_key, " ", options.analyzer->Fingerprint(), " ", kFormatVersion);
  if (options.shards > 1) absl::StrAppend(&key, " ", options.shards, " shards");
  return key;
}

class GenerationWriter::Impl {
 public:
  Impl(const WriterOptions& options, base::FileSystem& files, DirectoryLock lock)
      : analyzer_(*options.analyzer),
        files_(files),
        clock_(options.clock == nullptr ? base::Clock::Real() : *options.clock),
        directory_(files, options.index_directory),
        cache_(JoinPath(options.index_directory, kCacheDirectory)),
        cache_key_(CacheKey(options)),
        shards_(options.shards),
        jobs_(options.jobs),
        lock_(std::move(lock)),
        pinyin_(analyzer_.segmenter()),
        suggestions_(std::make_unique<SuggestionWriter>(pinyin_)),
        documents_(analyzer_, pinyin_, shards_) {}

  // What they are written to goes away before their directory does.
  ~Impl() {
    documents_.builders().clear();
    suggestions_.reset();
    if (temporary_.empty()) return;
    if (const absl::Status status = files_.RemoveAll(temporary_); !status.ok()) {
      base::LogWarning("a build left its temporary files",
                       {{"path", temporary_}, {"error", status.ToString()}});
    }
  }

  absl::Status Start() {
    YZ_ASSIGN_OR_RETURN(temporary_, directory_.CreateTemporary(lock_));
    work_ = JoinPath(temporary_, "work");
    document_work_ = work_;
    result_ = JoinPath(temporary_, "result");
    YZ_RETURN_IF_ERROR(files_.CreateDirs(work_));
    YZ_RETURN_IF_ERROR(files_.CreateDirs(result_));
    return CatchXapian(absl::StrCat("create databases in ", work_), [&]() -> absl::Status {
      suggestions_->Begin(JoinPath(work_, kSuggestionsDirectory));
      documents_.Begin(work_, !cache_key_.empty());
      return absl::OkStatus();
    });
  }

  absl::Status TakeUpLast() {
    if (cache_key_.empty()) return absl::NotFoundError("no cache is used");
    const std::string work = JoinPath(temporary_, "last");
    YZ_RETURN_IF_ERROR(files_.CreateDirs(work));
    absl::Status taken = CatchXapian(absl::StrCat("take up ", cache_), [&] {
      return documents_.TakeUp(files_, JoinPath(cache_, kDocuments), cache_key_, work);
    });
    if (taken.ok()) {
      document_work_ = work;
      return absl::OkStatus();
    }
    // What was copied would take the room that everything else needs now.
    YZ_RETURN_IF_ERROR(files_.RemoveAll(work));
    if (!documents_.builders().empty()) return taken;
    YZ_RETURN_IF_ERROR(Guarded(absl::StrCat("create databases in ", work_), [&] {
      documents_.Begin(work_, /*keep=*/true);
      return absl::OkStatus();
    }));
    return taken;
  }

  absl::StatusOr<ArticleDocuments> Prepare(v1::ArticleRecord record) const {
    return documents_.Prepare(std::move(record));
  }

  absl::Status AddArticle(ArticleDocuments article) {
    const std::string name = article.terms.record.article().name();
    YZ_RETURN_IF_ERROR(CheckOpen(name));
    YZ_RETURN_IF_ERROR(AddName(name));
    return Guarded(absl::StrCat("add ", name), [&]() -> absl::Status {
      const v1::ArticleRecord& record = article.terms.record;
      suggestions_->AddArticle(article.terms);
      content_.UpdateField(article.bytes);
      counts_.set_articles(counts_.articles() + 1);
      counts_.set_passages(counts_.passages() + record.passages_size());
      counts_.set_mentions(counts_.mentions() + record.mentions_size());
      return documents_.AddArticle(std::move(article));
    });
  }

  absl::Status AddEntity(const yinzheng::v1::Entity& entity) {
    YZ_RETURN_IF_ERROR(IdOf("entities", entity.name()).status());
    YZ_RETURN_IF_ERROR(CheckOpen(entity.name()));
    YZ_RETURN_IF_ERROR(AddName(entity.name()));
    return Guarded(absl::StrCat("add ", entity.name()), [&]() -> absl::Status {
      const std::string data = SerializeDeterministically(entity);
      suggestions_->AddEntity(entity);
      content_.UpdateField(data);
      counts_.set_entities(counts_.entities() + 1);
      return documents_.AddEntity(entity, data);
    });
  }

  absl::Status EndArticles() {
    YZ_RETURN_IF_ERROR(failure_);
    if (jobs_ > 1 && !suggestions_->started()) suggestions_->StartWriting();
    ended_articles_ = true;
    return absl::OkStatus();
  }

  absl::Status AddFact(const yinzheng::v1::Fact& fact) {
    YZ_RETURN_IF_ERROR(IdOf("facts", fact.name()).status());
    YZ_RETURN_IF_ERROR(AddName(fact.name()));
    return Guarded(absl::StrCat("add ", fact.name()), [&]() -> absl::Status {
      const std::string data = SerializeDeterministically(fact);
      content_.UpdateField(data);
      counts_.set_facts(counts_.facts() + 1);
      counts_.set_citations(counts_.citations() + fact.citations_size());
      return documents_.AddFact(fact, data);
    });
  }

  void Distinguish(std::string_view by) {
    if (!by.empty()) content_.UpdateField(by);
  }

  absl::StatusOr<std::string> Publish(const v1::Manifest& partial) {
    YZ_RETURN_IF_ERROR(failure_);
    failure_ = absl::FailedPreconditionError("publish: this writer has published already");
    YZ_RETURN_IF_ERROR(Guarded("remove documents of the last generation", [&] {
      documents_.RemoveOthers();
      documents_.NoteDays();
      return absl::OkStatus();
    }));
    v1::Manifest manifest = partial;
    manifest.clear_files();
    manifest.clear_shards();
    manifest.set_format_version(kFormatVersion);
    manifest.set_analyzer(analyzer_.Fingerprint());
    *manifest.mutable_counts() = counts_;
    const std::string content = content_.FinishHex();
    const std::string id = IdFor(manifest, content);
    YZ_RETURN_IF_ERROR(Finish(manifest, content));
    YZ_RETURN_IF_ERROR(ListFiles(manifest));
    const absl::Time now = clock_.Now();
    manifest.mutable_built()->set_seconds(absl::ToUnixSeconds(now));
    manifest.mutable_built()->set_nanos(
        static_cast<int32_t>(absl::ToUnixNanos(now) -
                             absl::ToUnixNanos(absl::FromUnixSeconds(absl::ToUnixSeconds(now)))));
    YZ_RETURN_IF_ERROR(WriteManifest(manifest));
    YZ_RETURN_IF_ERROR(Verify());
    YZ_RETURN_IF_ERROR(directory_.Publish(lock_, result_, id));
    KeepForUpdates();
    return id;
  }

 private:
  absl::Status CheckOpen(const std::string& name) const {
    if (!ended_articles_) return absl::OkStatus();
    return absl::FailedPreconditionError(
        absl::StrCat("add ", name, ": articles and entities have been said to be complete"));
  }

  absl::Status AddName(const std::string& name) {
    YZ_RETURN_IF_ERROR(failure_);
    if (names_.insert(name).second) return absl::OkStatus();
    return absl::AlreadyExistsError(absl::StrCat("add ", name, ": it was added before"));
  }

  // A database that could not take a document is not to be trusted with another one, nor published.
  template <typename Function>
  absl::Status Guarded(const std::string& attempt, Function&& function) {
    failure_ = CatchXapian(attempt, std::forward<Function>(function));
    return failure_;
  }

  // What was added and how it is read; neither the time nor Xapian's random database ids.
  std::string IdFor(const v1::Manifest& manifest, const std::string& content) const {
    base::Sha256 digest;
    digest.UpdateField(content);
    v1::Manifest stable = manifest;
    stable.clear_built();
    stable.clear_sources();  // how the path of the input was typed says nothing of what is in it
    digest.UpdateField(SerializeDeterministically(stable));
    digest.UpdateField(text::PinyinTable::Default().fingerprint());
    // Publishing what is there already changes nothing but CURRENT.
    if (shards_ > 1) digest.UpdateField(absl::StrCat(shards_, " shards"));
    return digest.FinishHex().substr(0, kIdDigits);
  }

  // The databases know nothing of each other, so that each may have its thread.
  absl::Status Finish(const v1::Manifest& manifest, const std::string& content) {
    const std::vector<std::unique_ptr<DatabaseBuilder>>& builders = documents_.builders();
    const auto compact = [&](DatabaseBuilder& builder, const DocumentWriter::Target& target) {
      builder.SetMetadata(metadata::kFormat, absl::StrCat(kFormatVersion));
      builder.SetMetadata(metadata::kAnalyzer, manifest.analyzer());
      builder.SetMetadata(metadata::kContent, content);
      if (!target.label.empty()) builder.SetMetadata(metadata::kShard, target.label);
      return builder.CompactTo(files_, JoinPath(result_, target.directory));
    };
    std::vector<Task> tasks;
    for (size_t i = builders.size(); i > 0; --i) {
      tasks.emplace_back([&, i] {
        const DocumentWriter::Target& target = documents_.targets()[i - 1];
        return CatchXapian(absl::StrCat("compact ", target.directory, " into ", result_),
                           [&] { return compact(*builders[i - 1], target); });
      });
    }
    tasks.insert(tasks.begin() + 1, [&]() -> absl::Status {
      YZ_RETURN_IF_ERROR(suggestions_->Write());
      return CatchXapian(absl::StrCat("compact suggestions into ", result_), [&] {
        return compact(suggestions_->documents(), {std::string(kSuggestionsDirectory), ""});
      });
    });
    return RunTasks(std::move(tasks), jobs_);
  }

  // A cache that cannot be kept costs the next update time, and nothing else.
  void KeepForUpdates() {
    if (const absl::Status kept = TryKeepForUpdates(); !kept.ok()) {
      base::LogWarning("the next update starts from nothing",
                       {{"path", cache_}, {"error", kept.ToString()}});
    }
  }

  absl::Status TryKeepForUpdates() {
    if (cache_key_.empty()) return absl::OkStatus();
    YZ_RETURN_IF_ERROR(files_.CreateDirs(cache_));
    const std::string fresh = JoinPath(temporary_, kDocuments);
    YZ_RETURN_IF_ERROR(documents_.Keep(files_, document_work_, cache_key_, fresh));
    const std::string kept = JoinPath(cache_, kDocuments);
    YZ_RETURN_IF_ERROR(files_.RemoveAll(kept));
    return files_.Rename(fresh, kept);
  }

  // Makes every file durable and lists it.
  absl::Status ListFiles(v1::Manifest& manifest) {
    auto& whole = *manifest.mutable_files();
    YZ_RETURN_IF_ERROR(ListDatabase(std::string(kArticlesDirectory), whole));
    if (shards_ == 1) YZ_RETURN_IF_ERROR(ListDatabase(std::string(kPassagesDirectory), whole));
    YZ_RETURN_IF_ERROR(ListDatabase(std::string(kEntitiesDirectory), whole));
    if (shards_ == 1) YZ_RETURN_IF_ERROR(ListDatabase(std::string(kFactsDirectory), whole));
    YZ_RETURN_IF_ERROR(ListDatabase(std::string(kSuggestionsDirectory), whole));
    for (size_t i = 0; shards_ > 1 && i < shards_; ++i) {
      YZ_RETURN_IF_ERROR(ListShard(i, *manifest.add_shards()));
    }
    return absl::OkStatus();
  }

  absl::Status ListShard(size_t number, v1::ManifestShard& shard) {
    const std::string passages = PassagesDirectory(number, shards_);
    const std::string facts = FactsDirectory(number, shards_);
    shard.set_number(static_cast<int32_t>(number));
    YZ_RETURN_IF_ERROR(ListDatabase(passages, *shard.mutable_files()));
    YZ_RETURN_IF_ERROR(ListDatabase(facts, *shard.mutable_files()));
    return CatchXapian(absl::StrCat("count shard ", number, " of ", result_), [&] {
      shard.set_passages(Xapian::Database(JoinPath(result_, passages)).get_doccount());
      shard.set_facts(Xapian::Database(JoinPath(result_, facts)).get_doccount());
      return absl::OkStatus();
    });
  }

  absl::Status ListDatabase(const std::string& database,
                            google::protobuf::RepeatedPtrField<v1::ManifestFile>& listed) {
    const std::string directory = JoinPath(result_, database);
    YZ_ASSIGN_OR_RETURN(const std::vector<std::string> names, files_.List(directory));
    for (const std::string& name : names) {
      const std::string path = JoinPath(directory, name);
      YZ_RETURN_IF_ERROR(files_.FsyncFile(path));
      v1::ManifestFile& file = *listed.Add();
      file.set_path(JoinPath(database, name));
      YZ_ASSIGN_OR_RETURN(const uint64_t size, files_.FileSize(path));
      file.set_size_bytes(static_cast<int64_t>(size));
      YZ_ASSIGN_OR_RETURN(*file.mutable_sha256(), base::Sha256HexOfFile(path));
    }
    return files_.FsyncDir(directory);
  }

  absl::Status WriteManifest(const v1::Manifest& manifest) {
    std::string text;
    if (!google::protobuf::TextFormat::PrintToString(manifest, &text)) {
      return absl::InternalError("the manifest cannot be printed");
    }
    YZ_RETURN_IF_ERROR(files_.WriteFile(JoinPath(result_, kManifestFile), text));
    return files_.FsyncDir(result_);
  }

  // Opens the result as a server will.
  absl::Status Verify() {
    SnapshotOptions options;
    options.directory = result_;
    options.analyzer_fingerprint = analyzer_.Fingerprint();
    options.max_handles = 1;
    options.file_system = &files_;
    return IndexSnapshot::Open(options).status();
  }

  const text::Analyzer& analyzer_;
  base::FileSystem& files_;
  const base::Clock& clock_;
  GenerationDirectory directory_;
  const std::string cache_;
  const std::string cache_key_;
  const size_t shards_;
  const int jobs_;
  DirectoryLock lock_;
  const text::PinyinReader pinyin_;
  std::unique_ptr<SuggestionWriter> suggestions_;
  DocumentWriter documents_;
  std::string temporary_;
  std::string work_;           // Where databases begin.
  std::string document_work_;  // Where those of `documents_` are.
  std::string result_;
  absl::Status failure_;
  bool ended_articles_ = false;
  absl::flat_hash_set<std::string> names_;
  yinzheng::v1::IndexCounts counts_;
  base::Sha256 content_;
};

GenerationWriter::GenerationWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
GenerationWriter::~GenerationWriter() = default;

absl::StatusOr<std::unique_ptr<GenerationWriter>> GenerationWriter::Create(
    const WriterOptions& options) {
  if (options.analyzer == nullptr) {
    return absl::InvalidArgumentError("create an index writer: no analyzer is given");
  }
  if (options.shards < 1 || options.shards > kMaxShards) {
    return absl::InvalidArgumentError(absl::StrCat("create an index of ", options.shards,
                                                   " shards: there may be 1 to ", kMaxShards));
  }
  YZ_RETURN_IF_ERROR(text::PinyinTable::Shared().status());
  base::FileSystem& files =
      options.file_system == nullptr ? base::FileSystem::Real() : *options.file_system;
  YZ_ASSIGN_OR_RETURN(DirectoryLock lock, DirectoryLock::Acquire(files, options.index_directory));
  auto impl = std::make_unique<Impl>(options, files, std::move(lock));
  YZ_RETURN_IF_ERROR(impl->Start());
  return std::unique_ptr<GenerationWriter>(new GenerationWriter(std::move(impl)));
}

absl::Status GenerationWriter::TakeUpLast() { return impl_->TakeUpLast(); }

absl::StatusOr<PreparedArticle> GenerationWriter::Prepare(v1::ArticleRecord record) const {
  auto contents = std::make_unique<PreparedArticle::Contents>();
  YZ_ASSIGN_OR_RETURN(contents->documents, impl_->Prepare(std::move(record)));
  return PreparedArticle(std::move(contents));
}

absl::Status GenerationWriter::AddArticle(PreparedArticle article) {
  return impl_->AddArticle(std::move(article.contents_->documents));
}

absl::Status GenerationWriter::AddArticle(const v1::ArticleRecord& record) {
  YZ_ASSIGN_OR_RETURN(PreparedArticle article, Prepare(record));
  return AddArticle(std::move(article));
}

absl::Status GenerationWriter::AddEntity(const yinzheng::v1::Entity& entity) {
  return impl_->AddEntity(entity);
}

absl::Status GenerationWriter::EndArticles() { return impl_->EndArticles(); }

absl::Status GenerationWriter::AddFact(const yinzheng::v1::Fact& fact) {
  return impl_->AddFact(fact);
}

void GenerationWriter::Distinguish(std::string_view by) { impl_->Distinguish(by); }

absl::StatusOr<std::string> GenerationWriter::Publish(const v1::Manifest& partial) {
  return impl_->Publish(partial);
}

}  // namespace yinzheng::store
