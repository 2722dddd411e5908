// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The front door of this folder: input paths to articles, in a fixed order, one file in memory at a
// time.
//
//   IngestOptions options{.inputs = {"corpus/"}};
//   YZ_ASSIGN_OR_RETURN(auto ingester, Ingester::Create(options, base::FileSystem::Real()));
//   YZ_RETURN_IF_ERROR(ingester->Run([&](IngestedArticle article) { … return absl::OkStatus(); }));
//   std::cerr << ingester->report().ToString();

#ifndef YINZHENG_INDEXER_INGEST_INGESTER_H_
#define YINZHENG_INDEXER_INGEST_INGESTER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/ingest/article_factory.h"
#include "indexer/ingest/ingest_report.h"
#include "indexer/ingest/ingested_article.h"
#include "indexer/ingest/input_files.h"
#include "indexer/ingest/metadata.h"

namespace yinzheng::ingest {

struct IngestOptions {
  // Files and folders, read in this order.
  std::vector<std::string> inputs;
  // JSONL file of metadata.h; empty for none.
  std::string metadata;
  // Larger files, after decompression, are skipped. At most 1 GiB.
  size_t max_file_bytes = size_t{1} << 29;
};

// How far a run has come, in files.
struct IngestProgress {
  int64_t files_done = 0;
  int64_t files_total = 0;
  double file_share = 0;  // Of the file at hand, 0 to 1.
};

// Not thread-safe. Run once.
class Ingester {
 public:
  // Takes an article; an error ends the run with that error.
  using Sink = std::function<absl::Status(IngestedArticle)>;

  // Lists the input and reads metadata and rules. kNotFound if an input or the metadata file does
  // not exist, kInvalidArgument for metadata that cannot be read. `files` is borrowed.
  static absl::StatusOr<std::unique_ptr<Ingester>> Create(IngestOptions options,
                                                          const base::FileSystem& files);

  // Reads every file and hands its articles to `sink`, always in the same order. What cannot be
  // read is reported and skipped, never an error.
  absl::Status Run(const Sink& sink);

  const IngestReport& report() const { return report_; }
  const IngestProgress& progress() const { return progress_; }

  // Input roots with the number of articles handed on from each, in order.
  const std::map<std::string, int64_t>& articles_by_root() const { return articles_by_root_; }

 private:
  Ingester(IngestOptions options, const base::FileSystem& files)
      : options_(std::move(options)), files_(files) {}

  absl::StatusOr<std::string> ReadContents(const InputFile& file) const;
  absl::Status ReadFile(const InputFile& file, const Sink& sink);
  absl::Status ReadPage(const InputFile& file, const std::string& contents, const Sink& sink);
  PageStories ReadStories(const InputFile& file, const SourceFile& source,
                          const text::DecodedText& decoded) const;
  absl::Status ReadJsonl(const InputFile& file, const std::string& contents, const Sink& sink);
  absl::Status ReadRecord(const InputFile& file, const SourceFile& source, const RecordLine& line,
                          const Sink& sink);
  absl::Status HandOn(const InputFile& file, bool first_story, IngestedArticle ingested,
                      const Sink& sink);
  void NoteId(const InputFile& file, const v1::Article& article);
  void CountRepairs(const InputFile& file, int64_t record, size_t places);

  IngestOptions options_;
  const base::FileSystem& files_;
  std::unique_ptr<ArticleFactory> factory_;
  MetadataTable metadata_;
  std::vector<InputFile> inputs_;
  IngestReport report_;
  IngestProgress progress_;
  std::map<std::string, int64_t> articles_by_root_;
  std::map<std::string, std::string> ids_;  // External id -> where it was seen first.
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_INGESTER_H_
