// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/generation_writer.h"

#include <google/protobuf/text_format.h>
#include <xapian.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "indexer/base/digest.h"
#include "indexer/base/logging.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/document_codec.h"
#include "indexer/store/documents.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/schema.h"
#include "indexer/store/suggestion_collector.h"
#include "indexer/store/suggestion_documents.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_status.h"
#include "indexer/text/pinyin/pinyin_reading.h"

namespace yinzheng::store {
namespace {

using base::JoinPath;

constexpr std::string_view kDatabases[] = {kArticlesDirectory, kPassagesDirectory,
                                           kEntitiesDirectory, kFactsDirectory,
                                           kSuggestionsDirectory};
constexpr size_t kIdDigits = 24;

// Documents that the dictionary of a database is made of; they wait in memory for it, so that large
// ones must be fewer. Of each the beginning tells enough.
constexpr size_t kTrainingDocuments = 4000;
constexpr size_t kTrainingBytes = size_t{16} << 20U;
constexpr size_t kMaxSample = size_t{64} << 10U;

// One database while it is built: beside its final place, since compaction copies it there.
class DatabaseBuilder {
 public:
  // May throw, as all its methods. Nothing reads lists of terms, which would be a quarter of the
  // size of the passages.
  explicit DatabaseBuilder(const std::string& path)
      : database_(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                            Xapian::DB_NO_TERMLIST) {}

  // Gives the docid that the document has or will have: they are counted from 1.
  absl::StatusOr<Xapian::docid> Add(Xapian::Document document) {
    if (compressor_ != nullptr) {
      YZ_RETURN_IF_ERROR(Write(std::move(document)));
    } else {
      Wait(std::move(document));
      const bool enough = waiting_.size() >= kTrainingDocuments || waiting_bytes_ >= kTrainingBytes;
      if (enough) YZ_RETURN_IF_ERROR(StartCompressing());
    }
    return ++added_;
  }

  void SetMetadata(std::string_view key, const std::string& value) {
    database_.set_metadata(std::string(key), value);
  }

  // A word that mistyped ones are corrected to.
  void AddSpelling(const std::string& word, int count) {
    database_.add_spelling(word, static_cast<Xapian::termcount>(std::max(count, 1)));
  }

  absl::Status CompactTo(const std::string& target) {
    if (compressor_ == nullptr) YZ_RETURN_IF_ERROR(StartCompressing());
    database_.commit();
    database_.compact(target, Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL);
    database_.close();
    return absl::OkStatus();
  }

 private:
  struct Waiting {
    std::string data;
    std::string rest;  // The document without it, as a string: that takes far less memory.
  };

  void Wait(Xapian::Document document) {
    waiting_bytes_ += document.get_data().size();
    std::string data = document.get_data();
    document.set_data("");
    waiting_.push_back({std::move(data), document.serialise()});
  }

  absl::Status StartCompressing() {
    std::vector<std::string> samples;
    for (const Waiting& document : waiting_) {
      samples.push_back(document.data.substr(0, kMaxSample));
    }
    const std::string dictionary = TrainDictionary(samples);
    if (!dictionary.empty()) SetMetadata(metadata::kDictionary, dictionary);
    compressor_ = std::make_unique<DocumentCompressor>(dictionary);
    for (const Waiting& waiting : waiting_) {
      Xapian::Document document = Xapian::Document::unserialise(waiting.rest);
      document.set_data(waiting.data);
      YZ_RETURN_IF_ERROR(Write(std::move(document)));
    }
    waiting_ = {};
    return absl::OkStatus();
  }

  absl::Status Write(Xapian::Document document) {
    YZ_ASSIGN_OR_RETURN(const std::string data, compressor_->Compress(document.get_data()));
    document.set_data(data);
    database_.add_document(document);
    return absl::OkStatus();
  }

  Xapian::WritableDatabase database_;
  std::unique_ptr<DocumentCompressor> compressor_;  // Null until enough documents wait.
  std::vector<Waiting> waiting_;
  size_t waiting_bytes_ = 0;  // Of their data.
  Xapian::docid added_ = 0;
};

}  // namespace

struct PreparedArticle::Contents {
  ArticleTerms terms;
};

PreparedArticle::PreparedArticle(std::unique_ptr<Contents> contents)
    : contents_(std::move(contents)) {}
PreparedArticle::PreparedArticle(PreparedArticle&&) noexcept = default;
PreparedArticle& PreparedArticle::operator=(PreparedArticle&&) noexcept = default;
PreparedArticle::~PreparedArticle() = default;

class GenerationWriter::Impl {
 public:
  Impl(const WriterOptions& options, base::FileSystem& files, DirectoryLock lock)
      : analyzer_(*options.analyzer),
        files_(files),
        clock_(options.clock == nullptr ? base::Clock::Real() : *options.clock),
        directory_(files, options.index_directory),
        lock_(std::move(lock)),
        pinyin_(analyzer_.segmenter()) {}

  ~Impl() {
    builders_.clear();
    if (temporary_.empty()) return;
    if (const absl::Status status = files_.RemoveAll(temporary_); !status.ok()) {
      base::LogWarning("a build left its temporary files",
                       {{"path", temporary_}, {"error", status.ToString()}});
    }
  }

  absl::Status Start() {
    YZ_ASSIGN_OR_RETURN(temporary_, directory_.CreateTemporary(lock_));
    work_ = JoinPath(temporary_, "work");
    result_ = JoinPath(temporary_, "result");
    YZ_RETURN_IF_ERROR(files_.CreateDirs(work_));
    YZ_RETURN_IF_ERROR(files_.CreateDirs(result_));
    return CatchXapian(absl::StrCat("create databases in ", work_), [&]() -> absl::Status {
      for (const std::string_view name : kDatabases) {
        builders_.push_back(std::make_unique<DatabaseBuilder>(JoinPath(work_, name)));
      }
      return absl::OkStatus();
    });
  }

  const text::Analyzer& analyzer() const { return analyzer_; }

  absl::Status AddArticle(const ArticleTerms& article) {
    const std::string& name = article.record.article().name();
    YZ_RETURN_IF_ERROR(AddName(name));
    return Guarded(absl::StrCat("add ", name), [&]() -> absl::Status {
      YZ_ASSIGN_OR_RETURN(const Xapian::docid number, articles().Add(ArticleDocument(article)));
      for (size_t i = 0; i < article.passages.size(); ++i) {
        const PassageNumbers numbers = {number, GroupNumber(article, number)};
        YZ_RETURN_IF_ERROR(passages().Add(PassageDocument(article, i, numbers)).status());
      }
      suggestions_.AddArticle(article);
      content_.UpdateField(SerializeDeterministically(article.record));
      counts_.set_articles(counts_.articles() + 1);
      counts_.set_passages(counts_.passages() + article.record.passages_size());
      counts_.set_mentions(counts_.mentions() + article.record.mentions_size());
      return absl::OkStatus();
    });
  }

  absl::Status AddEntity(const yinzheng::v1::Entity& entity) {
    YZ_ASSIGN_OR_RETURN(const std::string id, IdOf("entities", entity.name()));
    YZ_RETURN_IF_ERROR(AddName(entity.name()));
    KnownEntity& known = entities_[id];
    for (const yinzheng::v1::EntityAlias& alias : entity.aliases()) {
      if (!alias.document_scoped()) known.names.push_back(alias.text());
    }
    return Guarded(absl::StrCat("add ", entity.name()), [&]() -> absl::Status {
      YZ_RETURN_IF_ERROR(entities().Add(EntityDocument(entity, pinyin_)).status());
      suggestions_.AddEntity(entity);
      content_.UpdateField(SerializeDeterministically(entity));
      counts_.set_entities(counts_.entities() + 1);
      return absl::OkStatus();
    });
  }

  absl::Status AddFact(const yinzheng::v1::Fact& fact) {
    YZ_RETURN_IF_ERROR(IdOf("facts", fact.name()).status());
    YZ_RETURN_IF_ERROR(AddName(fact.name()));
    return Guarded(absl::StrCat("add ", fact.name()), [&]() -> absl::Status {
      YZ_RETURN_IF_ERROR(facts().Add(FactDocument(fact, analyzer_, entities_)).status());
      content_.UpdateField(SerializeDeterministically(fact));
      counts_.set_facts(counts_.facts() + 1);
      counts_.set_citations(counts_.citations() + fact.citations_size());
      return absl::OkStatus();
    });
  }

  absl::StatusOr<std::string> Publish(const v1::Manifest& partial) {
    YZ_RETURN_IF_ERROR(failure_);
    YZ_RETURN_IF_ERROR(WriteSuggestions());
    v1::Manifest manifest = partial;
    manifest.clear_files();
    manifest.set_format_version(kFormatVersion);
    manifest.set_analyzer(analyzer_.Fingerprint());
    *manifest.mutable_counts() = counts_;
    const std::string content = content_.FinishHex();
    const std::string id = IdFor(manifest, content);
    YZ_RETURN_IF_ERROR(Compact(manifest, content));
    YZ_RETURN_IF_ERROR(files_.RemoveAll(work_));
    YZ_RETURN_IF_ERROR(ListFiles(manifest));
    const absl::Time now = clock_.Now();
    manifest.mutable_built()->set_seconds(absl::ToUnixSeconds(now));
    manifest.mutable_built()->set_nanos(
        static_cast<int32_t>(absl::ToUnixNanos(now) -
                             absl::ToUnixNanos(absl::FromUnixSeconds(absl::ToUnixSeconds(now)))));
    YZ_RETURN_IF_ERROR(WriteManifest(manifest));
    YZ_RETURN_IF_ERROR(Verify());
    YZ_RETURN_IF_ERROR(directory_.Publish(lock_, result_, id));
    return id;
  }

 private:
  DatabaseBuilder& articles() { return *builders_[0]; }
  DatabaseBuilder& passages() { return *builders_[1]; }
  DatabaseBuilder& entities() { return *builders_[2]; }
  DatabaseBuilder& facts() { return *builders_[3]; }
  DatabaseBuilder& suggestions() { return *builders_[4]; }

  // In the order of their frequency, so that the first documents of any term are the best ones.
  absl::Status WriteSuggestions() {
    return Guarded("add suggestions", [&]() -> absl::Status {
      const std::vector<v1::SuggestionRecord> records = suggestions_.Finish();
      for (const v1::SuggestionRecord& record : records) {
        YZ_RETURN_IF_ERROR(suggestions().Add(SuggestionDocument(record, pinyin_)).status());
      }
      for (const auto& [word, count] : SpellingWords(records, pinyin_)) {
        suggestions().AddSpelling(word, count);
      }
      suggestions().SetMetadata(metadata::kPinyin, text::PinyinTable::Default().fingerprint());
      return absl::OkStatus();
    });
  }

  absl::Status AddName(const std::string& name) {
    YZ_RETURN_IF_ERROR(failure_);
    if (names_.insert(name).second) return absl::OkStatus();
    return absl::AlreadyExistsError(absl::StrCat("add ", name, ": it was added before"));
  }

  // The docid of the first article of a group stands for the group.
  uint32_t GroupNumber(const ArticleTerms& article, uint32_t number) {
    const std::string& group = article.record.reprint_group();
    return group.empty() ? number : groups_.try_emplace(group, number).first->second;
  }

  // A database that could not take a document is not to be trusted with another one, nor published.
  template <typename Function>
  absl::Status Guarded(const std::string& attempt, Function&& function) {
    failure_ = CatchXapian(attempt, std::forward<Function>(function));
    return failure_;
  }

  // What was added and how it is read; neither the time nor Xapian's random database ids.
  static std::string IdFor(const v1::Manifest& manifest, const std::string& content) {
    base::Sha256 digest;
    digest.UpdateField(content);
    v1::Manifest stable = manifest;
    stable.clear_built();
    stable.clear_sources();  // how the path of the input was typed says nothing of what is in it
    digest.UpdateField(SerializeDeterministically(stable));
    digest.UpdateField(text::PinyinTable::Default().fingerprint());
    return digest.FinishHex().substr(0, kIdDigits);
  }

  absl::Status Compact(const v1::Manifest& manifest, const std::string& content) {
    return CatchXapian(absl::StrCat("compact databases into ", result_), [&]() -> absl::Status {
      for (size_t i = 0; i < builders_.size(); ++i) {
        builders_[i]->SetMetadata(metadata::kFormat, absl::StrCat(kFormatVersion));
        builders_[i]->SetMetadata(metadata::kAnalyzer, manifest.analyzer());
        builders_[i]->SetMetadata(metadata::kContent, content);
        YZ_RETURN_IF_ERROR(builders_[i]->CompactTo(JoinPath(result_, kDatabases[i])));
      }
      builders_.clear();
      return absl::OkStatus();
    });
  }

  // Makes every file durable and lists it.
  absl::Status ListFiles(v1::Manifest& manifest) {
    for (const std::string_view database : kDatabases) {
      const std::string directory = JoinPath(result_, database);
      YZ_ASSIGN_OR_RETURN(const std::vector<std::string> names, files_.List(directory));
      for (const std::string& name : names) {
        const std::string path = JoinPath(directory, name);
        YZ_RETURN_IF_ERROR(files_.FsyncFile(path));
        v1::ManifestFile& file = *manifest.add_files();
        file.set_path(JoinPath(database, name));
        YZ_ASSIGN_OR_RETURN(const uint64_t size, files_.FileSize(path));
        file.set_size_bytes(static_cast<int64_t>(size));
        YZ_ASSIGN_OR_RETURN(*file.mutable_sha256(), base::Sha256HexOfFile(path));
      }
      YZ_RETURN_IF_ERROR(files_.FsyncDir(directory));
    }
    return absl::OkStatus();
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
  DirectoryLock lock_;
  const text::PinyinReader pinyin_;
  SuggestionCollector suggestions_;
  std::string temporary_;
  std::string work_;
  std::string result_;
  std::vector<std::unique_ptr<DatabaseBuilder>> builders_;
  absl::Status failure_;
  absl::flat_hash_set<std::string> names_;
  KnownEntities entities_;
  absl::flat_hash_map<std::string, uint32_t> groups_;  // First docids of groups of reprints.
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
  YZ_RETURN_IF_ERROR(text::PinyinTable::Shared().status());
  base::FileSystem& files =
      options.file_system == nullptr ? base::FileSystem::Real() : *options.file_system;
  YZ_ASSIGN_OR_RETURN(DirectoryLock lock, DirectoryLock::Acquire(files, options.index_directory));
  auto impl = std::make_unique<Impl>(options, files, std::move(lock));
  YZ_RETURN_IF_ERROR(impl->Start());
  return std::unique_ptr<GenerationWriter>(new GenerationWriter(std::move(impl)));
}

absl::StatusOr<PreparedArticle> GenerationWriter::Prepare(const text::Analyzer& analyzer,
                                                          v1::ArticleRecord record) {
  auto contents = std::make_unique<PreparedArticle::Contents>();
  YZ_ASSIGN_OR_RETURN(contents->terms, AnalyzeArticle(analyzer, std::move(record)));
  return PreparedArticle(std::move(contents));
}

absl::Status GenerationWriter::AddArticle(PreparedArticle article) {
  return impl_->AddArticle(article.contents_->terms);
}

absl::Status GenerationWriter::AddArticle(const v1::ArticleRecord& record) {
  YZ_ASSIGN_OR_RETURN(PreparedArticle article, Prepare(impl_->analyzer(), record));
  return AddArticle(std::move(article));
}

absl::Status GenerationWriter::AddEntity(const yinzheng::v1::Entity& entity) {
  return impl_->AddEntity(entity);
}

absl::Status GenerationWriter::AddFact(const yinzheng::v1::Fact& fact) {
  return impl_->AddFact(fact);
}

absl::StatusOr<std::string> GenerationWriter::Publish(const v1::Manifest& partial) {
  return impl_->Publish(partial);
}

}  // namespace yinzheng::store
