// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/generation_directory.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_layout.h"

namespace yinzheng::store {
namespace {

using base::AbslView;
using base::JoinPath;

constexpr std::string_view kGenerationPrefix = "gen-";
constexpr std::string_view kTemporaryPrefix = "tmp-";
constexpr std::string_view kCurrentFile = "CURRENT";

bool HasPrefix(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// Latest build first; equal times by id.
bool BuiltLater(const yinzheng::v1::GenerationInfo& a, const yinzheng::v1::GenerationInfo& b) {
  const auto key = [](const yinzheng::v1::GenerationInfo& info) {
    return std::make_tuple(-info.built().seconds(), -info.built().nanos(), info.generation().id());
  };
  return key(a) < key(b);
}

// Collects the first complaint instead of printing it.
class FirstError final : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& message) override {
    if (text_.empty()) text_ = absl::StrCat("line ", line + 1, ":", column + 1, ": ", message);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

absl::Status Damaged(const std::string& path, absl::string_view what) {
  return absl::DataLossError(
      absl::StrCat(path, ": ", what, "; restore the generation or build the index again"));
}

}  // namespace

yinzheng::v1::GenerationInfo GenerationInfoOf(const std::string& id, const v1::Manifest& manifest) {
  yinzheng::v1::GenerationInfo info;
  info.mutable_generation()->set_id(id);
  *info.mutable_built() = manifest.built();
  info.set_format_version(manifest.format_version());
  info.set_analyzer(manifest.analyzer());
  *info.mutable_counts() = manifest.counts();
  int64_t bytes = 0;
  for (const v1::ManifestFile* file : AllFiles(manifest)) bytes += file->size_bytes();
  info.set_size_bytes(bytes);
  return info;
}

absl::StatusOr<v1::Manifest> ReadManifestFile(base::FileSystem& files,
                                              const std::string& generation_directory) {
  const std::string path = JoinPath(generation_directory, kManifestFile);
  YZ_ASSIGN_OR_RETURN(const std::string text, files.ReadFile(path));
  v1::Manifest manifest;
  FirstError error;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  // A later format may have fields that are unknown here; its version says so and is refused by the
  // reader.
  parser.AllowUnknownField(true);
  if (!parser.ParseFromString(text, &manifest)) return Damaged(path, error.text());
  if (manifest.format_version() == 0) return Damaged(path, "it has no format_version");
  return manifest;
}

absl::Status CheckManifestFiles(base::FileSystem& files, const std::string& generation_directory,
                                const v1::Manifest& manifest, bool checksums) {
  for (const v1::ManifestFile* file : AllFiles(manifest)) {
    const std::string path = JoinPath(generation_directory, file->path());
    const absl::StatusOr<uint64_t> size = files.FileSize(path);
    if (!size.ok()) return Damaged(path, absl::StrCat("missing (", size.status().message(), ")"));
    if (*size != static_cast<uint64_t>(file->size_bytes())) {
      return Damaged(path, absl::StrCat("it has ", *size, " bytes and the manifest says ",
                                        file->size_bytes()));
    }
    if (!checksums) continue;
    YZ_ASSIGN_OR_RETURN(const std::string sha256, base::Sha256HexOfFile(path));
    if (sha256 != file->sha256()) return Damaged(path, "its checksum differs from the manifest's");
  }
  return absl::OkStatus();
}

GenerationDirectory::GenerationDirectory(base::FileSystem& files, std::string path)
    : files_(files), path_(std::move(path)) {}

std::string GenerationDirectory::PathOf(std::string_view generation) const {
  return JoinPath(path_, absl::StrCat(AbslView(kGenerationPrefix), AbslView(generation)));
}

absl::StatusOr<std::string> GenerationDirectory::Current() const {
  const std::string path = JoinPath(path_, kCurrentFile);
  absl::StatusOr<std::string> text = files_.ReadFile(path);
  if (absl::IsNotFound(text.status())) {
    return absl::NotFoundError(
        absl::StrCat("no index is published in ", path_, "; build one with yinzheng-index build"));
  }
  YZ_RETURN_IF_ERROR(text.status());
  absl::string_view line = absl::StripAsciiWhitespace(*text);
  if (!absl::ConsumePrefix(&line, AbslView(kGenerationPrefix)) || line.empty() ||
      line.find('/') != absl::string_view::npos) {
    return absl::DataLossError(
        absl::StrCat(path, ": \"", line, "\" names no generation; run yinzheng-index rollback"));
  }
  return std::string(line);
}

absl::StatusOr<std::vector<std::string>> GenerationDirectory::Ids() const {
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> names, files_.List(path_));
  std::vector<std::string> ids;
  for (const std::string& name : names) {
    if (HasPrefix(name, kGenerationPrefix) &&
        files_.Exists(JoinPath(JoinPath(path_, name), kManifestFile))) {
      ids.push_back(name.substr(kGenerationPrefix.size()));
    }
  }
  return ids;
}

absl::StatusOr<v1::Manifest> GenerationDirectory::ReadManifest(std::string_view generation) const {
  return ReadManifestFile(files_, PathOf(generation));
}

absl::StatusOr<std::vector<yinzheng::v1::GenerationInfo>> GenerationDirectory::List() const {
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> ids, Ids());
  const absl::StatusOr<std::string> current = Current();
  std::vector<yinzheng::v1::GenerationInfo> infos;
  for (const std::string& id : ids) {
    YZ_ASSIGN_OR_RETURN(const v1::Manifest manifest, ReadManifest(id));
    infos.push_back(GenerationInfoOf(id, manifest));
    infos.back().set_current(current.ok() && *current == id);
  }
  std::sort(infos.begin(), infos.end(), BuiltLater);
  return infos;
}

absl::StatusOr<std::string> GenerationDirectory::CreateTemporary(const DirectoryLock& lock) {
  YZ_RETURN_IF_ERROR(RemoveTemporaries(lock));
  const std::string path =
      JoinPath(path_, absl::StrCat(AbslView(kTemporaryPrefix), static_cast<int64_t>(::getpid())));
  YZ_RETURN_IF_ERROR(files_.CreateDirs(path));
  return path;
}

// Whoever holds the lock is the only one that builds, so what stands here is of programs that died.
absl::Status GenerationDirectory::RemoveTemporaries(const DirectoryLock&) {
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> names, files_.List(path_));
  for (const std::string& name : names) {
    YZ_ASSIGN_OR_RETURN(const bool remnant, IsRemnant(name));
    if (!remnant) continue;
    YZ_RETURN_IF_ERROR(files_.RemoveAll(JoinPath(path_, name)));
  }
  return absl::OkStatus();
}

// A manifest that cannot be looked at is not one that is missing. The generation that CURRENT names
// may be mended by hand.
absl::StatusOr<bool> GenerationDirectory::IsRemnant(const std::string& name) const {
  if (HasPrefix(name, kTemporaryPrefix)) return true;
  if (!HasPrefix(name, kGenerationPrefix)) return false;
  const std::string path = JoinPath(path_, name);
  if (!absl::IsNotFound(files_.FileSize(JoinPath(path, kManifestFile)).status())) return false;
  const absl::StatusOr<std::string> current = Current();
  if (!current.ok()) return absl::IsNotFound(current.status());
  return path != PathOf(*current);
}

absl::Status GenerationDirectory::Publish(const DirectoryLock& lock, const std::string& temporary,
                                          std::string_view id) {
  const std::string target = PathOf(id);
  if (files_.Exists(target)) {
    absl::Status there = CheckFiles(id, /*checksums=*/true);
    if (there.ok()) {
      YZ_RETURN_IF_ERROR(files_.RemoveAll(temporary));
      YZ_RETURN_IF_ERROR(files_.FsyncDir(path_));
      return SetCurrent(lock, id);
    }
    // Only a damaged generation may be replaced: anything else may be a passing fault.
    if (!absl::IsDataLoss(there) && !absl::IsNotFound(there)) return there;
  }
  YZ_RETURN_IF_ERROR(PutInPlace(temporary, target));
  return SetCurrent(lock, id);
}

// A damaged generation is moved aside, not removed, before the sound one takes its name: a crash in
// between leaves two renames to be repeated by the next build, and nothing that is served is
// deleted first.
absl::Status GenerationDirectory::PutInPlace(const std::string& temporary,
                                             const std::string& target) {
  const std::string aside = absl::StrCat(temporary, "-replaced");
  const bool replaces = files_.Exists(target);
  if (replaces) YZ_RETURN_IF_ERROR(files_.Rename(target, aside));
  YZ_RETURN_IF_ERROR(files_.Rename(temporary, target));
  YZ_RETURN_IF_ERROR(files_.FsyncDir(path_));
  return replaces ? files_.RemoveAll(aside) : absl::OkStatus();
}

absl::Status GenerationDirectory::SetCurrent(const DirectoryLock&, std::string_view id) {
  if (!files_.Exists(JoinPath(PathOf(id), kManifestFile))) {
    return absl::NotFoundError(absl::StrCat("no generation ", AbslView(id), " in ", path_));
  }
  const std::string fresh = JoinPath(path_, absl::StrCat(AbslView(kTemporaryPrefix), "CURRENT"));
  YZ_RETURN_IF_ERROR(
      files_.WriteFile(fresh, absl::StrCat(AbslView(kGenerationPrefix), AbslView(id), "\n")));
  YZ_RETURN_IF_ERROR(files_.Rename(fresh, JoinPath(path_, kCurrentFile)));
  return files_.FsyncDir(path_);
}

absl::StatusOr<std::string> GenerationDirectory::RollbackTarget(std::string_view id) const {
  if (!id.empty()) return std::string(id);
  YZ_ASSIGN_OR_RETURN(const std::vector<yinzheng::v1::GenerationInfo> infos, List());
  const auto current =
      std::find_if(infos.begin(), infos.end(), [](const auto& info) { return info.current(); });
  // Without a readable CURRENT the latest generation is the one to return to.
  const auto before = current == infos.end() ? infos.begin() : std::next(current);
  if (before != infos.end()) return before->generation().id();
  return absl::FailedPreconditionError(
      absl::StrCat("roll back ", path_, ": there is no generation before the current one"));
}

absl::StatusOr<std::string> GenerationDirectory::Rollback(const DirectoryLock& lock,
                                                          std::string_view id) {
  YZ_ASSIGN_OR_RETURN(std::string target, RollbackTarget(id));
  YZ_RETURN_IF_ERROR(SetCurrent(lock, target));
  return target;
}

absl::StatusOr<std::vector<std::string>> GenerationDirectory::Prune(const DirectoryLock&,
                                                                    size_t keep) {
  YZ_ASSIGN_OR_RETURN(const std::vector<yinzheng::v1::GenerationInfo> infos, List());
  std::vector<std::string> removed;
  size_t left = infos.size();
  for (auto info = infos.rbegin(); info != infos.rend() && left > keep; ++info) {
    if (info->current()) continue;
    YZ_ASSIGN_OR_RETURN(const bool gone, RemoveUnlessUsed(info->generation().id()));
    if (!gone) continue;
    removed.push_back(info->generation().id());
    --left;
  }
  if (!removed.empty()) YZ_RETURN_IF_ERROR(files_.FsyncDir(path_));
  return removed;
}

absl::StatusOr<bool> GenerationDirectory::Remove(const DirectoryLock&, std::string_view id) {
  const absl::StatusOr<std::string> current = Current();
  if (current.ok() && *current == id) return false;
  YZ_ASSIGN_OR_RETURN(const bool gone, RemoveUnlessUsed(std::string(id)));
  if (gone) YZ_RETURN_IF_ERROR(files_.FsyncDir(path_));
  return gone;
}

// Under another name first: half a generation without its manifest would be seen by nothing, and
// keep its text.
absl::Status GenerationDirectory::RemoveAside(const std::string& id) {
  const std::string aside =
      JoinPath(path_, absl::StrCat(AbslView(kTemporaryPrefix), "removed-", id));
  YZ_RETURN_IF_ERROR(files_.RemoveAll(aside));
  YZ_RETURN_IF_ERROR(files_.Rename(PathOf(id), aside));
  YZ_RETURN_IF_ERROR(files_.FsyncDir(path_));
  return files_.RemoveAll(aside);
}

absl::Status GenerationDirectory::CheckFiles(std::string_view generation, bool checksums) const {
  YZ_ASSIGN_OR_RETURN(const v1::Manifest manifest, ReadManifest(generation));
  return CheckManifestFiles(files_, PathOf(generation), manifest, checksums);
}

}  // namespace yinzheng::store
