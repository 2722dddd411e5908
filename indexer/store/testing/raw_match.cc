// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/testing/raw_match.h"

#include <xapian.h>

#include <utility>

#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/schema.h"
#include "indexer/store/xapian_query.h"
#include "indexer/store/xapian_status.h"

namespace yinzheng::store::testing {

struct RawMatcher::State {
  State(std::unique_ptr<DatabasePool> opened, DatabasePool::Lease taken)
      : pool(std::move(opened)), lease(std::move(taken)) {}

  std::unique_ptr<DatabasePool> pool;
  DatabasePool::Lease lease;
  Xapian::Query query;
  Xapian::doccount check_at_least = 0;  // Above 0: facets are counted.
};

RawMatcher::RawMatcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
RawMatcher::~RawMatcher() = default;

absl::StatusOr<std::unique_ptr<RawMatcher>> RawMatcher::Open(
    const std::string& generation_directory) {
  YZ_ASSIGN_OR_RETURN(v1::Manifest manifest,
                      ReadManifestFile(base::FileSystem::Real(), generation_directory));
  YZ_ASSIGN_OR_RETURN(
      std::unique_ptr<DatabasePool> pool,
      DatabasePool::Open({.directory = generation_directory, .manifest = std::move(manifest)}));
  YZ_ASSIGN_OR_RETURN(DatabasePool::Lease lease, pool->Acquire());
  auto state = std::make_unique<State>(std::move(pool), std::move(lease));
  return std::unique_ptr<RawMatcher>(new RawMatcher(std::move(state)));
}

absl::Status RawMatcher::Prepare(const PassageSearch& search) {
  return CatchXapian("prepare a raw match", [&]() -> absl::Status {
    DatabaseHandles& handles = *state_->lease;
    YZ_ASSIGN_OR_RETURN(const Xapian::Query filter,
                        FilterToXapian(search.filter, QueryTarget::kPassages, handles));
    state_->query = Restricted(ToXapian(search.query, QueryTarget::kPassages, handles), filter);
    state_->check_at_least =
        search.facets.empty() ? 0 : static_cast<Xapian::doccount>(search.count_limit);
    return absl::OkStatus();
  });
}

absl::StatusOr<size_t> RawMatcher::Match() {
  return CatchXapian("run a raw match", [&]() -> absl::StatusOr<size_t> {
    Xapian::Enquire enquire(state_->lease->passages);
    Xapian::ValueCountMatchSpy spy(slot::kArticleNumber);
    enquire.set_query(state_->query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
    if (state_->check_at_least > 0) enquire.add_matchspy(&spy);
    constexpr Xapian::doccount kResults = 10;
    const Xapian::MSet matches = enquire.get_mset(0, kResults, state_->check_at_least);
    size_t bytes = 0;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      bytes += match.get_document().get_data().size();
    }
    return bytes;
  });
}

}  // namespace yinzheng::store::testing
