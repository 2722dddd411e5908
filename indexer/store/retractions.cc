// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/retractions.h"

#include <algorithm>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/article_visit.h"

namespace yinzheng::store {
namespace {

constexpr char kFile[] = "RETRACTED";
constexpr char kFresh[] = "tmp-RETRACTED";
constexpr char kCollection[] = "articles/";
constexpr size_t kFields = 5;

bool IsName(absl::string_view text) {
  return absl::StartsWith(text, kCollection) && text.size() > sizeof(kCollection) - 1 &&
         text.find_first_of("\t\n") == absl::string_view::npos;
}

absl::StatusOr<Retraction> ReadLine(const std::string& line) {
  const std::vector<std::string> fields = absl::StrSplit(line, '\t');
  Retraction retraction;
  std::string error;
  if (fields.size() == kFields && IsName(fields[0]) &&
      absl::ParseTime(absl::RFC3339_full, fields[1], &retraction.time, &error) &&
      absl::CUnescape(fields[2], &retraction.source_id)) {
    retraction.article = fields[0];
    retraction.body_sha256 = fields[3];
    retraction.reason = fields[4];
    return retraction;
  }
  return absl::DataLossError(
      "is no article, time, id, digest and reason with tabs between; mend it by hand or restore "
      "the file");
}

std::string LineOf(const Retraction& entry) {
  return absl::StrCat(entry.article, "\t",
                      absl::FormatTime(absl::RFC3339_full, entry.time, absl::UTCTimeZone()), "\t",
                      absl::Utf8SafeCEscape(entry.source_id), "\t", entry.body_sha256, "\t",
                      entry.reason, "\n");
}

bool IsCalled(const Retraction& entry, std::string_view name_or_id) {
  return entry.article == name_or_id || (!entry.source_id.empty() && entry.source_id == name_or_id);
}

RetractionMatch MatchOf(const Retraction& entry, const yinzheng::v1::Article& article,
                        const std::string& source_id) {
  const bool text = !entry.body_sha256.empty() && entry.body_sha256 == article.body_sha256();
  const bool id = !entry.source_id.empty() && entry.source_id == source_id;
  if (text || id) return RetractionMatch::kRetracted;
  if (entry.article != article.name()) return RetractionMatch::kNone;
  return entry.body_sha256.empty() ? RetractionMatch::kRetracted : RetractionMatch::kNameOnly;
}

}  // namespace

std::string SourceIdOf(const yinzheng::v1::Article& article) {
  const std::string& id = article.external_id();
  const std::string& path = article.source().path();
  if (id == path || absl::StartsWith(id, absl::StrCat(path, "#"))) return "";
  return id;
}

absl::StatusOr<Retractions> Retractions::Read(const base::FileSystem& files,
                                              const std::string& index_directory) {
  Retractions retractions;
  const std::string path = base::JoinPath(index_directory, kFile);
  const absl::StatusOr<std::string> contents = files.ReadFile(path);
  if (absl::IsNotFound(contents.status())) return retractions;
  YZ_RETURN_IF_ERROR(contents.status());
  size_t number = 0;
  for (const std::string& line : std::vector<std::string>(absl::StrSplit(*contents, '\n'))) {
    ++number;
    if (line.empty()) continue;
    absl::StatusOr<Retraction> retraction = ReadLine(line);
    if (!retraction.ok()) {
      return absl::DataLossError(
          absl::StrCat("read ", path, ": line ", number, " ", retraction.status().message()));
    }
    retractions.entries_.push_back(*std::move(retraction));
  }
  return retractions;
}

RetractionMatch Retractions::Match(const yinzheng::v1::Article& article) const {
  const std::string source_id = SourceIdOf(article);
  RetractionMatch match = RetractionMatch::kNone;
  for (const Retraction& entry : entries_) {
    match = std::max(match, MatchOf(entry, article, source_id));
  }
  return match;
}

std::string Retractions::Digest() const {
  if (entries_.empty()) return "";
  std::vector<std::string> keys;
  for (const Retraction& entry : entries_) {
    keys.push_back(absl::StrCat(entry.article, "\t", absl::Utf8SafeCEscape(entry.source_id), "\t",
                                entry.body_sha256));
  }
  std::sort(keys.begin(), keys.end());
  base::Sha256 digest;
  for (const std::string& key : keys) digest.UpdateField(key);
  return digest.FinishHex();
}

absl::Status Retractions::Add(Retraction retraction) {
  if (!IsName(retraction.article)) {
    return absl::InvalidArgumentError(absl::StrCat(
        "retract ", retraction.article, ": an article has a name such as articles/3f2a"));
  }
  if (retraction.reason.find_first_of("\t\n") != std::string::npos) {
    return absl::InvalidArgumentError(
        absl::StrCat("retract ", retraction.article, ": the reason must be one line without tabs"));
  }
  std::erase_if(entries_, [&](const Retraction& entry) {
    return entry.article == retraction.article && entry.body_sha256 == retraction.body_sha256;
  });
  entries_.push_back(std::move(retraction));
  return absl::OkStatus();
}

bool Retractions::Names(std::string_view name_or_id) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const Retraction& entry) { return IsCalled(entry, name_or_id); });
}

bool Retractions::Remove(std::string_view name_or_id) {
  return std::erase_if(entries_,
                       [&](const Retraction& entry) { return IsCalled(entry, name_or_id); }) > 0;
}

absl::Status Retractions::Write(const DirectoryLock&, base::FileSystem& files,
                                const std::string& index_directory) const {
  std::string contents;
  for (const Retraction& entry : entries_) contents += LineOf(entry);
  const std::string fresh = base::JoinPath(index_directory, kFresh);
  YZ_RETURN_IF_ERROR(files.WriteFile(fresh, contents));
  YZ_RETURN_IF_ERROR(files.Rename(fresh, base::JoinPath(index_directory, kFile)));
  return files.FsyncDir(index_directory);
}

absl::StatusOr<std::vector<std::string>> Retractions::HeldBy(const IndexSnapshot& snapshot) const {
  std::vector<std::string> held;
  if (entries_.empty()) return held;
  YZ_RETURN_IF_ERROR(VisitArticlesBasic(snapshot, [&](const yinzheng::v1::Article& article) {
    if (Match(article) == RetractionMatch::kRetracted) held.push_back(article.name());
  }));
  return held;
}

}  // namespace yinzheng::store
