// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/build.h"

#include <map>
#include <memory>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/base/stopwatch.h"
#include "indexer/ingest/ingester.h"
#include "indexer/knowledge/article_extractor.h"
#include "indexer/knowledge/imported/imported_facts.h"
#include "indexer/knowledge/knowledge_resolver.h"
#include "indexer/knowledge/pack/knowledge_pack.h"
#include "indexer/pipeline/article_record.h"
#include "indexer/pipeline/citation_checker.h"
#include "indexer/pipeline/fact_diff.h"
#include "indexer/pipeline/facts_files.h"
#include "indexer/pipeline/knowledge_filter.h"
#include "indexer/pipeline/ordered_workers.h"
#include "indexer/pipeline/pack_use.h"
#include "indexer/pipeline/reprint_groups.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/generation_writer.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/retractions.h"
#include "indexer/store/shard_layout.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/shared_segmenter.h"

namespace yinzheng::indexer {
namespace {

constexpr size_t kShownLosses = 20;

// What one article gives on a worker thread.
struct AnalysedArticle {
  store::v1::ArticleRecord record;
  CachedAnalysis found;
};

// The stages of one build, in the order of Run().
class Build {
 public:
  Build(const BuildOptions& options, const BuildEnvironment& environment, BuildResult& result)
      : options_(options),
        files_(environment.files != nullptr ? *environment.files : base::FileSystem::Real()),
        clock_(environment.clock),
        progress_(environment.progress != nullptr ? *environment.progress : no_progress_),
        stage_(result.stage),
        report_(result.report),
        cache_(files_, options.index_directory,
               options.search_only ? CacheUse::kNone : options.cache) {}

  absl::Status Run() {
    stage_ = BuildStage::kInput;
    YZ_RETURN_IF_ERROR(CheckSearchOnly());
    YZ_RETURN_IF_ERROR(LoadPacks());
    YZ_RETURN_IF_ERROR(LoadFacts());
    cache_.Open(Inputs());
    stage_ = BuildStage::kSetup;
    YZ_RETURN_IF_ERROR(Prepare());
    stage_ = BuildStage::kInput;
    YZ_RETURN_IF_ERROR(OpenInput());
    const absl::Status read = ReadArticles();
    report_.ingest = ingester_->report();
    YZ_RETURN_IF_ERROR(read);
    YZ_RETURN_IF_ERROR(CheckInput());
    stage_ = BuildStage::kWriting;
    cache_.TakeUpDocuments(*writer_);
    report_.cache = cache_.Describe();
    progress_.Update("resolving", 0);
    const std::map<std::string, std::string> reprint_groups = reprints_.Finish();
    SetReprintGroups(reprint_groups);
    knowledge::Knowledge knowledge = resolver_.Finish(reprint_groups, pack_.get(), imported_.get());
    YZ_RETURN_IF_ERROR(Verify(knowledge));
    if (pack_ != nullptr) report_.packs = DescribePackUse(*pack_, knowledge);
    YZ_RETURN_IF_ERROR(CheckImports(knowledge));
    YZ_RETURN_IF_ERROR(CheckLosses(knowledge));
    YZ_RETURN_IF_ERROR(WriteEntities(knowledge));
    YZ_RETURN_IF_ERROR(WriteArticles(knowledge));
    YZ_RETURN_IF_ERROR(WriteFacts(knowledge));
    return Publish();
  }

 private:
  absl::Status CheckSearchOnly() const {
    if (!options_.search_only || (options_.knowledge.empty() && options_.facts.empty())) {
      return absl::OkStatus();
    }
    return absl::InvalidArgumentError(
        "build for search only: it takes neither knowledge packs nor facts files; leave them out, "
        "or build with entities and facts");
  }

  // Before everything that takes time: packs are written by hand.
  absl::Status LoadPacks() {
    if (options_.knowledge.empty()) return absl::OkStatus();
    YZ_ASSIGN_OR_RETURN(const std::string data_dir, base::DataDir());
    YZ_ASSIGN_OR_RETURN(pack_,
                        knowledge::KnowledgePack::Load(files_, options_.knowledge, data_dir));
    return absl::OkStatus();
  }

  absl::Status LoadFacts() {
    if (options_.facts.empty()) return absl::OkStatus();
    YZ_ASSIGN_OR_RETURN(const std::string data_dir, base::DataDir());
    YZ_ASSIGN_OR_RETURN(std::vector<knowledge::FactsFile> files,
                        ReadFactsFiles(files_, options_.facts));
    YZ_ASSIGN_OR_RETURN(imported_, knowledge::ImportedFacts::Read(std::move(files), data_dir));
    return absl::OkStatus();
  }

  // What stands beside the articles.
  store::v1::Manifest Inputs() const {
    store::v1::Manifest manifest;
    if (pack_ != nullptr) RecordPacks(*pack_, manifest);
    if (imported_ != nullptr) RecordFactsFiles(*imported_, manifest);
    return manifest;
  }

  absl::Status Prepare() {
    YZ_ASSIGN_OR_RETURN(segmenter_, text::SharedSegmenter());
    analyzer_ = std::make_unique<text::Analyzer>(*segmenter_);
    YZ_ASSIGN_OR_RETURN(const std::string data_dir, base::DataDir());
    if (!options_.search_only) {
      YZ_ASSIGN_OR_RETURN(
          extractor_, knowledge::ArticleExtractor::Create(*segmenter_, data_dir, pack_, imported_));
    }
    YZ_RETURN_IF_ERROR(CreateWriter());
    // Not before the writer has locked the directory: what is retracted can no longer change.
    YZ_ASSIGN_OR_RETURN(retractions_, store::Retractions::Read(files_, options_.index_directory));
    // A generation of the same articles that was made before may quote retracted ones in its
    // dictionaries: it is another one, and goes like any old generation.
    writer_->Distinguish(retractions_.Digest());
    return absl::OkStatus();
  }

  // Another program may publish another number of shards before the writer locks the directory.
  absl::Status CreateWriter() {
    YZ_ASSIGN_OR_RETURN(size_t shards, Shards());
    while (true) {
      YZ_ASSIGN_OR_RETURN(
          writer_, store::GenerationWriter::Create({.index_directory = options_.index_directory,
                                                    .analyzer = analyzer_.get(),
                                                    .file_system = &files_,
                                                    .clock = clock_,
                                                    .cache_key = cache_.documents_key(),
                                                    .shards = shards,
                                                    .jobs = options_.jobs}));
      YZ_ASSIGN_OR_RETURN(const size_t now, Shards());
      if (now == shards) return absl::OkStatus();
      shards = now;
      writer_.reset();
    }
  }

  absl::StatusOr<size_t> Shards() const {
    if (options_.shards > 0) return options_.shards;
    const store::GenerationDirectory directory(files_, options_.index_directory);
    const absl::StatusOr<std::string> current = directory.Current();
    if (absl::IsNotFound(current.status())) return 1;
    absl::Status unread = current.status();
    if (unread.ok()) {
      const auto manifest = directory.ReadManifest(*current);
      if (manifest.ok()) return store::ShardCount(*manifest);
      unread = manifest.status();
    }
    return absl::Status(unread.code(),
                        absl::StrCat("find out how many shards the index has: ", unread.message(),
                                     "; or say how many with --shards"));
  }

  absl::Status OpenInput() {
    YZ_ASSIGN_OR_RETURN(ingester_,
                        ingest::Ingester::Create({.inputs = options_.inputs,
                                                  .metadata = options_.metadata,
                                                  .max_file_bytes = options_.max_file_bytes},
                                                 files_));
    return absl::OkStatus();
  }

  absl::Status ReadArticles() {
    OrderedWorkers<ingest::IngestedArticle, AnalysedArticle> workers(
        options_.jobs,
        [this](const ingest::IngestedArticle& ingested) {
          AnalysedArticle analysed;
          analysed.record = MakeArticleRecord(ingested);
          if (extractor_ == nullptr) {
            analysed.found.analysis.sketch = SketchArticle(ingested.article);
          } else {
            analysed.found =
                cache_.Analyse(*extractor_, ingested.article, ingested.source_map, analysed.record);
          }
          return analysed;
        },
        [this](AnalysedArticle analysed) {
          cache_.Keep(analysed.found);
          ArticleAnalysis& analysis = analysed.found.analysis;
          reprints_.Add(analysed.record.article().name(), std::move(analysis.sketch));
          records_.push_back(std::move(analysed.record));
          resolver_.Add(std::move(analysis.knowledge));
          return absl::OkStatus();
        });
    YZ_RETURN_IF_ERROR(ingester_->Run([&](ingest::IngestedArticle ingested) {
      const ingest::IngestProgress& progress = ingester_->progress();
      progress_.Update("reading", (static_cast<double>(progress.files_done) + progress.file_share) /
                                      static_cast<double>(progress.files_total));
      if (IsRetracted(ingested)) return absl::OkStatus();
      return workers.Submit(std::move(ingested));
    }));
    return workers.Finish();
  }

  bool IsRetracted(const ingest::IngestedArticle& ingested) {
    const v1::Article& article = ingested.article;
    const store::RetractionMatch match = retractions_.Match(article);
    if (match == store::RetractionMatch::kNameOnly) {
      report_.named_as_retracted.push_back(
          absl::StrCat(article.name(), " (", article.external_id(), ")"));
    }
    if (match != store::RetractionMatch::kRetracted) return false;
    ++report_.retracted;
    retracted_names_.insert({article.name(), article.external_id(), article.source().path()});
    cache_.LeaveOut(MakeArticleRecord(ingested));
    return true;
  }

  void SetReprintGroups(const std::map<std::string, std::string>& groups) {
    for (store::v1::ArticleRecord& record : records_) {
      const auto group = groups.find(record.article().name());
      if (group == groups.end()) continue;
      record.set_reprint_group(group->second);
      if (group->second != record.article().name()) ++report_.reprints;
    }
  }

  absl::Status CheckInput() const {
    const int64_t skipped = report_.ingest.skipped();
    if (options_.strict && skipped > 0) {
      return absl::FailedPreconditionError(
          absl::StrCat("build with --strict: ", skipped,
                       " files or records were skipped; mend or remove them, or build without it"));
    }
    if (records_.empty() && report_.retracted > 0) {
      return absl::FailedPreconditionError(absl::StrCat(
          "build: every article of ", absl::StrJoin(options_.inputs, ", "), " is retracted (",
          report_.retracted,
          "); nothing is published. To serve none of them stop the servers and "
          "remove ",
          options_.index_directory,
          "; else give other input, or take articles in again with yinzheng-index retract --undo"));
    }
    if (records_.empty()) {
      return absl::FailedPreconditionError(
          absl::StrCat("build: ", absl::StrJoin(options_.inputs, ", "),
                       " holds no article; nothing is published"));
    }
    return absl::OkStatus();
  }

  absl::Status Verify(knowledge::Knowledge& knowledge) {
    progress_.Update("verifying", 0);
    std::vector<std::string> roots;
    for (const auto& [root, articles] : ingester_->articles_by_root()) roots.push_back(root);
    InputCache inputs(files_, std::move(roots));
    YZ_ASSIGN_OR_RETURN(report_.rejected, KeepVerified(records_, inputs, knowledge));
    return absl::OkStatus();
  }

  absl::Status CheckImports(const knowledge::Knowledge& knowledge) {
    if (imported_ == nullptr) return absl::OkStatus();
    report_.imports = ReportImports(*imported_, knowledge, retracted_names_);
    if (!options_.strict || report_.imports.clean()) return absl::OkStatus();
    stage_ = BuildStage::kInput;
    return absl::FailedPreconditionError(absl::StrCat(
        "build with --strict: ", report_.imports.problems.size(),
        " claims of facts files do not stand; mend or remove them, or build without it"));
  }

  // A rule gone wrong, or half of the input missing, shows as facts that are gone.
  absl::Status CheckLosses(const knowledge::Knowledge& knowledge) {
    if (!options_.max_lost_facts.has_value()) return absl::OkStatus();
    const store::GenerationDirectory directory(files_, options_.index_directory);
    const absl::StatusOr<std::string> current = directory.Current();
    if (absl::IsNotFound(current.status())) return absl::OkStatus();
    YZ_RETURN_IF_ERROR(current.status());
    const auto before = store::IndexSnapshot::Open({.directory = directory.PathOf(*current),
                                                    .analyzer_fingerprint = "",
                                                    .file_system = &files_});
    if (!before.ok()) {
      return absl::Status(before.status().code(),
                          absl::StrCat("compare facts for --max-lost-facts: ",
                                       before.status().message(), "; build once without the flag"));
    }
    // What is taken back on purpose is no loss.
    YZ_ASSIGN_OR_RETURN(const std::vector<std::string> held, retractions_.HeldBy(**before));
    YZ_ASSIGN_OR_RETURN(const FactDiff diff, CompareFacts(**before, knowledge.facts, kShownLosses,
                                                          {held.begin(), held.end()}));
    if (diff.LostPercent() <= *options_.max_lost_facts) return absl::OkStatus();
    report_.losses = diff.ToString();
    return absl::FailedPreconditionError(absl::StrFormat(
        "build with --max-lost-facts %g: %d of %d facts of generation %s are gone (%.2f%%); "
        "nothing is published. Look at them above, and build without the flag if that is right",
        *options_.max_lost_facts, diff.lost, diff.before, *current, diff.LostPercent()));
  }

  absl::Status WriteEntities(const knowledge::Knowledge& knowledge) {
    for (const v1::Entity& entity : knowledge.entities) {
      YZ_RETURN_IF_ERROR(writer_->AddEntity(entity));
    }
    return absl::OkStatus();
  }

  absl::Status WriteArticles(const knowledge::Knowledge& knowledge) {
    using Prepared = absl::StatusOr<store::PreparedArticle>;
    size_t written = 0;
    OrderedWorkers<store::v1::ArticleRecord, Prepared> workers(
        options_.jobs,
        [this](store::v1::ArticleRecord record) { return writer_->Prepare(std::move(record)); },
        [&](Prepared prepared) {
          progress_.Update("writing",
                           static_cast<double>(++written) / static_cast<double>(records_.size()));
          YZ_RETURN_IF_ERROR(prepared.status());
          return writer_->AddArticle(*std::move(prepared));
        });
    for (store::v1::ArticleRecord& record : records_) {
      const auto mentions = knowledge.mentions.find(record.article().name());
      if (mentions != knowledge.mentions.end()) SetMentions(mentions->second, record);
      YZ_RETURN_IF_ERROR(workers.Submit(std::move(record)));
    }
    return workers.Finish();
  }

  absl::Status WriteFacts(const knowledge::Knowledge& knowledge) {
    YZ_RETURN_IF_ERROR(writer_->EndArticles());
    size_t written = 0;
    for (const v1::Fact& fact : knowledge.facts) {
      progress_.Update(
          "facts", static_cast<double>(++written) / static_cast<double>(knowledge.facts.size()));
      YZ_RETURN_IF_ERROR(writer_->AddFact(fact));
    }
    return absl::OkStatus();
  }

  absl::Status Publish() {
    progress_.Update("publishing", 0);
    store::v1::Manifest manifest = Inputs();
    manifest.set_builder_version(ProgramVersion());
    for (const auto& [root, articles] : ingester_->articles_by_root()) {
      store::v1::ManifestSource* source = manifest.add_sources();
      source->set_root(root);
      source->set_articles(articles);
    }
    YZ_ASSIGN_OR_RETURN(report_.generation, writer_->Publish(manifest));
    cache_.Save();
    const store::GenerationDirectory directory(files_, options_.index_directory);
    YZ_ASSIGN_OR_RETURN(const store::v1::Manifest published,
                        directory.ReadManifest(report_.generation));
    report_.counts = published.counts();
    return absl::OkStatus();
  }

  const BuildOptions& options_;
  base::FileSystem& files_;
  const base::Clock* clock_;
  NoProgress no_progress_;
  Progress& progress_;
  BuildStage& stage_;
  BuildReport& report_;
  std::shared_ptr<const knowledge::KnowledgePack> pack_;      // Null if none is given.
  std::shared_ptr<const knowledge::ImportedFacts> imported_;  // Null if none are given.
  store::Retractions retractions_;
  absl::flat_hash_set<std::string> retracted_names_;  // What claims may call those left out.
  UpdateCache cache_;
  std::unique_ptr<ingest::Ingester> ingester_;
  const text::Segmenter* segmenter_ = nullptr;
  std::unique_ptr<text::Analyzer> analyzer_;
  std::unique_ptr<knowledge::ArticleExtractor> extractor_;  // Null if for search only.
  std::unique_ptr<store::GenerationWriter> writer_;
  std::vector<store::v1::ArticleRecord> records_;
  ReprintGroups reprints_;
  knowledge::KnowledgeResolver resolver_;
};

}  // namespace

BuildResult BuildIndex(const BuildOptions& options, const BuildEnvironment& environment) {
  BuildResult result;
  const base::Stopwatch stopwatch;
  result.status = Build(options, environment, result).Run();
  result.report.elapsed = stopwatch.Elapsed();
  if (environment.progress != nullptr) environment.progress->Done();
  return result;
}

std::string ProgramVersion() { return YINZHENG_VERSION; }

}  // namespace yinzheng::indexer
