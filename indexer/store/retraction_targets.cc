// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/retraction_targets.h"

#include <xapian.h>

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/article_visit.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/reprint_lookup.h"
#include "indexer/store/schema.h"
#include "indexer/store/xapian_status.h"

namespace yinzheng::store {
namespace {

using yinzheng::v1::Article;

constexpr size_t kMostReprints = 1000;

bool IsName(const std::string& given) { return absl::StartsWith(given, "articles/"); }

// The current one first, then the latest; those without a readable manifest last.
absl::StatusOr<std::vector<std::string>> InOrder(const GenerationDirectory& directory) {
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> ids, directory.Ids());
  const absl::StatusOr<std::string> current = directory.Current();
  std::vector<std::tuple<bool, int64_t, std::string>> order;
  for (const std::string& id : ids) {
    const absl::StatusOr<v1::Manifest> manifest = directory.ReadManifest(id);
    const bool is_current = current.ok() && *current == id;
    order.emplace_back(is_current, manifest.ok() ? manifest->built().seconds() : 0, id);
  }
  std::sort(order.rbegin(), order.rend());
  std::vector<std::string> sorted;
  for (auto& [is_current, built, id] : order) sorted.push_back(std::move(id));
  return sorted;
}

// One generation, looked through for what is still wanted.
class Search {
 public:
  Search(const IndexSnapshot& snapshot, std::string directory)
      : snapshot_(snapshot), directory_(std::move(directory)) {}

  // Moves what is here from `wanted` to `found`.
  absl::Status Run(std::vector<std::string>& wanted, std::vector<RetractionTarget>& found) const {
    std::vector<Article> articles;
    for (const std::string& given : wanted) {
      if (!IsName(given)) continue;
      const auto article = snapshot_.articles().GetArticleBasic(given);
      if (absl::IsNotFound(article.status())) continue;
      YZ_RETURN_IF_ERROR(article.status());
      articles.push_back(*article);
    }
    if (!std::all_of(wanted.begin(), wanted.end(), IsName)) {
      YZ_RETURN_IF_ERROR(VisitArticlesBasic(snapshot_, [&](const Article& article) {
        if (IsIn(article.external_id(), wanted)) articles.push_back(article);
      }));
    }
    for (const Article& article : articles) {
      found.push_back(TargetOf(article));
      std::erase_if(wanted, [&](const std::string& given) {
        return given == article.name() || given == article.external_id();
      });
    }
    return absl::OkStatus();
  }

 private:
  static bool IsIn(const std::string& id, const std::vector<std::string>& wanted) {
    return std::find(wanted.begin(), wanted.end(), id) != wanted.end();
  }

  RetractionTarget TargetOf(const Article& article) const {
    RetractionTarget target;
    target.retraction.article = article.name();
    target.retraction.source_id = SourceIdOf(article);
    target.retraction.body_sha256 = article.body_sha256();
    target.title = article.title();
    target.generation = snapshot_.generation();
    const auto record = snapshot_.articles().GetArticle(article.name());
    if (record.ok()) target.reprints = Reprints(record->reprint_group(), article.name());
    return target;
  }

  std::vector<yinzheng::v1::Reprint> Reprints(const std::string& group,
                                              const std::string& article) const {
    using Found = absl::StatusOr<std::vector<yinzheng::v1::Reprint>>;
    Found found = CatchXapian(absl::StrCat("find reprints of ", article), [&]() -> Found {
      const Xapian::Database articles(base::JoinPath(directory_, kArticlesDirectory));
      return ReprintsOf(articles, group, article, kMostReprints);
    });
    return found.ok() ? *std::move(found) : std::vector<yinzheng::v1::Reprint>();
  }

  const IndexSnapshot& snapshot_;
  const std::string directory_;
};

}  // namespace

absl::StatusOr<RetractionTargets> FindRetractionTargets(base::FileSystem& files,
                                                        const std::string& index_directory,
                                                        const std::vector<std::string>& given) {
  const GenerationDirectory directory(files, index_directory);
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> ids, InOrder(directory));
  RetractionTargets result;
  std::vector<std::string> wanted = given;
  for (const std::string& id : ids) {
    if (wanted.empty()) break;
    const auto snapshot = IndexSnapshot::Open({.directory = directory.PathOf(id),
                                               .analyzer_fingerprint = "",
                                               .max_handles = 1,
                                               .file_system = &files});
    absl::Status searched = snapshot.status();
    if (searched.ok()) {
      searched = Search(**snapshot, directory.PathOf(id)).Run(wanted, result.targets);
    }
    if (!searched.ok()) result.unreadable.push_back({id, searched});
  }
  result.unknown = std::move(wanted);
  return result;
}

}  // namespace yinzheng::store
