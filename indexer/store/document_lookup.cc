// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/document_lookup.h"

#include "absl/time/clock.h"
#include "indexer/store/schema.h"

namespace yinzheng::store {

std::optional<Xapian::docid> FindDocument(const Xapian::Database& database,
                                          const std::string& term) {
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return *posting;
}

absl::Status NoSuchResource(std::string_view name) {
  return absl::NotFoundError(absl::StrCat("there is no ", base::AbslView(name), " in this index"));
}

absl::Status VisitByName(const Xapian::Database& database,
                         const std::function<absl::Status(const Xapian::Document&)>& visit) {
  const std::string names(prefix::kName);
  for (auto term = database.allterms_begin(names); term != database.allterms_end(names); ++term) {
    const std::optional<Xapian::docid> found = FindDocument(database, *term);
    if (found) YZ_RETURN_IF_ERROR(visit(database.get_document(*found)));
  }
  return absl::OkStatus();
}

absl::Status CheckControl(const SearchControl& control) {
  if (control.cancelled && control.cancelled()) {
    return absl::CancelledError("the search was cancelled by its caller");
  }
  if (control.deadline != absl::InfiniteFuture() && absl::Now() >= control.deadline) {
    return absl::DeadlineExceededError("the deadline passed before the search was done");
  }
  return absl::OkStatus();
}

}  // namespace yinzheng::store
