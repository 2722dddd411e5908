// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/index_snapshot.h"

#include <algorithm>
#include <filesystem>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/open_files.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/facet_table.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/name_order.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_layout.h"

namespace yinzheng::store {
namespace {

// Files that Xapian opens of a database that is read: postings, positions, data, and spellings or
// lists of terms.
constexpr size_t kFilesOfDatabase = 4;

std::string IdOfDirectory(const std::string& directory) {
  std::filesystem::path path(directory);
  if (!path.has_filename()) path = path.parent_path();
  const std::string name = path.filename().string();
  return std::string(absl::StripPrefix(name, "gen-"));
}

absl::Status CheckVersions(const std::string& directory, const v1::Manifest& manifest,
                           const std::string& fingerprint) {
  if (manifest.format_version() != kFormatVersion) {
    return absl::FailedPreconditionError(
        absl::StrCat("open ", directory, ": it has index format ", manifest.format_version(),
                     " and this program reads ", kFormatVersion,
                     "; build the index again, or run the version that built it (",
                     manifest.builder_version(), ")"));
  }
  if (!fingerprint.empty() && manifest.analyzer() != fingerprint) {
    return absl::FailedPreconditionError(absl::StrCat(
        "open ", directory, ": it was built with text analysis ", manifest.analyzer(),
        " and this program has ", fingerprint,
        "; build the index again with this program's dictionaries, or run the version that built "
        "it (",
        manifest.builder_version(), ")"));
  }
  return absl::OkStatus();
}

// A generation whose files are all there but do not open is damaged, whatever Xapian calls it.
absl::Status AsDataLoss(const absl::Status& status) {
  if (status.ok() || absl::IsResourceExhausted(status)) return status;
  return absl::DataLossError(
      absl::StrCat(status.message(), "; restore the generation or build the index again"));
}

// Now, rather than when all handles are first in use.
absl::Status CheckOpenFiles(const std::string& directory, size_t handles, size_t shards,
                            const ShardHosts& hosts) {
  size_t elsewhere = 0;  // A connection each.
  for (const ShardHost& host : hosts.hosts) {
    elsewhere += (host.passages.empty() ? 0 : 1) + (host.facts.empty() ? 0 : 1);
  }
  const size_t here = 3 + 2 * shards - elsewhere;  // Articles, entities and suggestions are whole.
  const size_t files = handles * (here * kFilesOfDatabase + elsewhere);
  if (files <= base::OpenFileLimit()) return absl::OkStatus();
  return absl::ResourceExhaustedError(absl::StrCat(
      "open ", directory, ": ", handles, " handles of ", here, " databases and ", elsewhere,
      " connections take ", files, " open files, and this process may have ", base::OpenFileLimit(),
      "; raise the limit (ulimit -n, LimitNOFILE of systemd), or build with fewer shards"));
}

size_t HandleCount(size_t wanted) {
  if (wanted > 0) return wanted;
  return std::max<size_t>(2, size_t{2} * std::thread::hardware_concurrency());
}

}  // namespace

class IndexSnapshot::Impl {
 public:
  Impl(std::string id, v1::Manifest manifest_message, GenerationUse use_of_files,
       std::unique_ptr<DatabasePool> database_pool)
      : generation(std::move(id)),
        manifest(std::move(manifest_message)),
        opened(absl::Now()),
        use(std::move(use_of_files)),
        pool(std::move(database_pool)),
        articles(*pool, order),
        passages(*pool, facets_of_articles),
        entities(*pool),
        facts(*pool),
        suggestions(*pool),
        corrections(*pool) {}

  const std::string generation;
  const v1::Manifest manifest;
  const absl::Time opened;
  GenerationUse use;
  std::unique_ptr<DatabasePool> pool;
  NameOrder order;
  FacetTable facets_of_articles;
  ArticleReader articles;
  PassageSearcher passages;
  EntityReader entities;
  FactReader facts;
  SuggestionReader suggestions;
  CorrectionReader corrections;
};

absl::StatusOr<std::shared_ptr<const IndexSnapshot>> IndexSnapshot::Open(
    const SnapshotOptions& options) {
  base::FileSystem& files =
      options.file_system == nullptr ? base::FileSystem::Real() : *options.file_system;
  YZ_ASSIGN_OR_RETURN(GenerationUse use, GenerationUse::Acquire(options.directory));
  YZ_ASSIGN_OR_RETURN(v1::Manifest manifest, ReadManifestFile(files, options.directory));
  YZ_RETURN_IF_ERROR(CheckVersions(options.directory, manifest, options.analyzer_fingerprint));
  YZ_RETURN_IF_ERROR(CheckShards(manifest, options.directory));
  YZ_RETURN_IF_ERROR(CheckShardHosts(manifest, options.shard_hosts));
  YZ_RETURN_IF_ERROR(CheckManifestFiles(files, options.directory,
                                        WithoutRemoteFiles(manifest, options.shard_hosts),
                                        /*checksums=*/false));
  const size_t handles = HandleCount(options.max_handles);
  YZ_RETURN_IF_ERROR(
      CheckOpenFiles(options.directory, handles, ShardCount(manifest), options.shard_hosts));
  absl::StatusOr<std::unique_ptr<DatabasePool>> pool =
      DatabasePool::Open({.directory = options.directory,
                          .manifest = manifest,
                          .max_handles = handles,
                          .shard_hosts = options.shard_hosts});
  YZ_RETURN_IF_ERROR(AsDataLoss(pool.status()));
  YZ_RETURN_IF_ERROR((*pool)->ConnectAll(options.allow_missing_shards));
  auto impl = std::make_unique<Impl>(IdOfDirectory(options.directory), std::move(manifest),
                                     std::move(use), *std::move(pool));
  return std::shared_ptr<const IndexSnapshot>(new IndexSnapshot(std::move(impl)));
}

IndexSnapshot::IndexSnapshot(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexSnapshot::~IndexSnapshot() = default;

const std::string& IndexSnapshot::generation() const { return impl_->generation; }
const v1::Manifest& IndexSnapshot::manifest() const { return impl_->manifest; }
absl::Time IndexSnapshot::opened() const { return impl_->opened; }
const ArticleReader& IndexSnapshot::articles() const { return impl_->articles; }
const PassageSearcher& IndexSnapshot::passages() const { return impl_->passages; }
const EntityReader& IndexSnapshot::entities() const { return impl_->entities; }
const FactReader& IndexSnapshot::facts() const { return impl_->facts; }
const SuggestionReader& IndexSnapshot::suggestions() const { return impl_->suggestions; }
const CorrectionReader& IndexSnapshot::corrections() const { return impl_->corrections; }

absl::Status IndexSnapshot::WarmUpLike(const IndexSnapshot& other) const {
  const bool ordered = other.impl_->order.IsRead();
  const std::vector<yinzheng::v1::FacetField> fields = other.FieldsInMemory();
  if (!ordered && fields.empty()) return absl::OkStatus();
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, impl_->pool->Acquire());
  return CatchXapian(absl::StrCat("warm up generation ", impl_->generation), [&]() -> absl::Status {
    if (ordered) impl_->order.Get(lease->articles);
    for (const yinzheng::v1::FacetField field : fields) {
      impl_->facets_of_articles.Column(field, *lease);
    }
    return absl::OkStatus();
  });
}

std::vector<yinzheng::v1::FacetField> IndexSnapshot::FieldsInMemory() const {
  return impl_->facets_of_articles.FieldsRead();
}

std::vector<ShardState> IndexSnapshot::Shards() const { return impl_->pool->Shards(); }
void IndexSnapshot::ProbeShards() const { impl_->pool->Probe(); }

yinzheng::v1::GenerationInfo IndexSnapshot::Info() const {
  return GenerationInfoOf(impl_->generation, impl_->manifest);
}

}  // namespace yinzheng::store
