// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/ingester.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/gzip.h"
#include "indexer/ingest/jsonl_lines.h"
#include "indexer/ingest/markup/html_charset.h"
#include "indexer/text/decoding.h"

namespace yinzheng::ingest {
namespace {

constexpr size_t kMaxFileBytes = size_t{1} << 30;

std::string Message(const absl::Status& status) { return std::string(status.message()); }

}  // namespace

absl::StatusOr<std::unique_ptr<Ingester>> Ingester::Create(IngestOptions options,
                                                           const base::FileSystem& files) {
  options.max_file_bytes = std::min(options.max_file_bytes, kMaxFileBytes);
  std::unique_ptr<Ingester> ingester(new Ingester(std::move(options), files));
  YZ_ASSIGN_OR_RETURN(ingester->factory_, ArticleFactory::Create());
  const std::string& metadata = ingester->options_.metadata;
  if (!metadata.empty()) {
    YZ_ASSIGN_OR_RETURN(const std::string contents, files.ReadFile(metadata));
    YZ_ASSIGN_OR_RETURN(ingester->metadata_, MetadataTable::Parse(contents, metadata));
  }
  YZ_ASSIGN_OR_RETURN(ingester->inputs_,
                      ListInputFiles(files, ingester->options_.inputs, ingester->report_));
  ingester->progress_.files_total = static_cast<int64_t>(ingester->inputs_.size());
  return ingester;
}

absl::Status Ingester::Run(const Sink& sink) {
  for (const InputFile& file : inputs_) {
    YZ_RETURN_IF_ERROR(ReadFile(file, sink));
    ++progress_.files_done;
    progress_.file_share = 0;
  }
  for (const std::string& line : metadata_.Unused()) {
    report_.Warn({options_.metadata, 0, absl::StrCat(line, " matches no input")});
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> Ingester::ReadContents(const InputFile& file) const {
  YZ_ASSIGN_OR_RETURN(const uint64_t size, files_.FileSize(file.path));
  if (size > options_.max_file_bytes) {
    return absl::ResourceExhaustedError(
        absl::StrCat("its ", size, " bytes are more than the limit of ", options_.max_file_bytes));
  }
  YZ_ASSIGN_OR_RETURN(std::string contents, files_.ReadFile(file.path));
  if (!file.gzip) return contents;
  return Gunzip(contents, options_.max_file_bytes);
}

absl::Status Ingester::ReadFile(const InputFile& file, const Sink& sink) {
  const absl::StatusOr<std::string> contents = ReadContents(file);
  if (!contents.ok()) {
    report_.Skip({file.relative, 0, Message(contents.status())});
    return absl::OkStatus();
  }
  if (contents->empty()) {
    report_.Skip({file.relative, 0, "empty"});
    return absl::OkStatus();
  }
  if (file.format == FileFormat::kJsonl) return ReadJsonl(file, *contents, sink);
  return ReadPage(file, *contents, sink);
}

PageStories Ingester::ReadStories(const InputFile& file, const SourceFile& source,
                                  const text::DecodedText& decoded) const {
  switch (file.format) {
    case FileFormat::kHtml:
      return factory_->FromHtml(source, decoded);
    case FileFormat::kMarkdown:
      return factory_->FromMarkdown(source, decoded);
    default:
      return {factory_->FromText(source, decoded), {}};
  }
}

absl::Status Ingester::ReadPage(const InputFile& file, const std::string& contents,
                                const Sink& sink) {
  const absl::StatusOr<text::DecodedText> decoded =
      file.format == FileFormat::kHtml ? DecodeHtml(contents) : text::DecodeText(contents);
  if (!decoded.ok()) {
    report_.Skip({file.relative, 0, Message(decoded.status())});
    return absl::OkStatus();
  }
  const SourceFile source{file.relative, base::Sha256Hex(contents)};
  PageStories stories = ReadStories(file, source, *decoded);
  for (const std::string& warning : stories.warnings) report_.Warn({file.relative, 0, warning});
  if (stories.articles.empty()) {
    report_.Skip({file.relative, 0, "holds no text"});
    return absl::OkStatus();
  }
  ++report_.files;
  report_.split_files += stories.articles.size() > 1 ? 1 : 0;
  CountRepairs(file, 0, decoded->repaired);
  bool first = true;
  for (IngestedArticle& story : stories.articles) {
    YZ_RETURN_IF_ERROR(HandOn(file, std::exchange(first, false), std::move(story), sink));
  }
  return absl::OkStatus();
}

absl::Status Ingester::ReadJsonl(const InputFile& file, const std::string& contents,
                                 const Sink& sink) {
  const absl::StatusOr<std::vector<RecordLine>> lines = SplitRecords(contents);
  if (!lines.ok()) {
    report_.Skip({file.relative, 0, Message(lines.status())});
    return absl::OkStatus();
  }
  ++report_.files;
  const SourceFile source{file.relative, base::Sha256Hex(contents)};
  for (const RecordLine& line : *lines) {
    YZ_RETURN_IF_ERROR(ReadRecord(file, source, line, sink));
    progress_.file_share = static_cast<double>(line.offset) / static_cast<double>(contents.size());
  }
  return absl::OkStatus();
}

absl::Status Ingester::ReadRecord(const InputFile& file, const SourceFile& source,
                                  const RecordLine& line, const Sink& sink) {
  absl::StatusOr<JsonlRecord> record = factory_->FromJsonl(source, line);
  if (!record.ok()) {
    report_.Skip({file.relative, line.number, Message(record.status())});
    return absl::OkStatus();
  }
  for (const std::string& warning : record->warnings) {
    report_.Warn({file.relative, line.number, warning});
  }
  CountRepairs(file, line.number, record->repaired);
  return HandOn(file, line.number == 1, std::move(record->ingested), sink);
}

absl::Status Ingester::HandOn(const InputFile& file, bool first_story, IngestedArticle ingested,
                              const Sink& sink) {
  v1::Article& article = ingested.article;
  metadata_.Apply(file.relative, first_story, article);
  NoteId(file, article);
  ++report_.articles;
  if (!article.has_published()) {
    report_.Undated({article.external_id(), article.source().record(),
                     "neither the text nor metadata says when it was published"});
  }
  report_.inferred_dates += article.published().basis() == v1::DATE_BASIS_INFERRED ? 1 : 0;
  report_.masked += article.masks().empty() ? 0 : 1;
  ++articles_by_root_[file.root];
  return sink(std::move(ingested));
}

void Ingester::NoteId(const InputFile& file, const v1::Article& article) {
  const int64_t record = article.source().record();
  std::string place = IngestNotice{file.relative, record, "here"}.ToString();
  const auto [seen, added] = ids_.try_emplace(article.external_id(), std::move(place));
  if (added) return;
  report_.Warn({file.relative, record,
                absl::StrCat("id \"", article.external_id(), "\" occurs before: ", seen->second)});
}

void Ingester::CountRepairs(const InputFile& file, int64_t record, size_t places) {
  if (places == 0) return;
  report_.repaired_places += static_cast<int64_t>(places);
  report_.Repair(
      {file.relative, record, absl::StrCat(places, " ill-formed places are read as U+FFFD")});
}

}  // namespace yinzheng::ingest
