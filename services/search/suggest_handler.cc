// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/suggest_handler.h"

#include <string>
#include <utility>
#include <vector>

#include "indexer/base/status_macros.h"
#include "indexer/store/name_key.h"
#include "indexer/text/unicode.h"
#include "services/record/snapshot_access.h"
#include "services/request/limits.h"
#include "services/request/page_token.h"
#include "services/request/text_limits.h"
#include "services/search/did_you_mean.h"

namespace yinzheng::services {
namespace {

v1::SuggestionMatch MatchOf(text::TypedFit fit) {
  switch (fit) {
    case text::TypedFit::kExact:
      return v1::SUGGESTION_MATCH_PREFIX;
    case text::TypedFit::kPinyin:
      return v1::SUGGESTION_MATCH_PINYIN;
    case text::TypedFit::kInitials:
      return v1::SUGGESTION_MATCH_INITIALS;
    case text::TypedFit::kMixed:
      return v1::SUGGESTION_MATCH_MIXED;
    case text::TypedFit::kNone:
      break;
  }
  return v1::SUGGESTION_MATCH_UNSPECIFIED;
}

void SetSuggestion(store::FoundSuggestion found, v1::Suggestion& suggestion) {
  suggestion.set_text(std::move(*found.record.mutable_text()));
  suggestion.set_kind(found.record.kind());
  suggestion.set_resource(std::move(*found.record.mutable_resource()));
  suggestion.set_match(MatchOf(found.fit));
  suggestion.set_count(found.record.count());
  suggestion.mutable_matched()->set_start(static_cast<int32_t>(found.matched.begin));
  suggestion.mutable_matched()->set_end(static_cast<int32_t>(found.matched.end));
}

}  // namespace

absl::StatusOr<v1::SuggestResponse> SuggestHandler::Suggest(
    const RequestContext& context, const v1::SuggestRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckRequiredText("prefix", request.prefix(), kMaxPrefixLength));
  YZ_ASSIGN_OR_RETURN(const int32_t limit, ReadPageSize(request.limit(), kSuggestPage, "limit"));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::SuggestResponse response;
  const text::TypedName typed(text::DecodeUtf8(store::NameKey(request.prefix())), rules_.reader);
  YZ_ASSIGN_OR_RETURN(
      std::vector<store::FoundSuggestion> found,
      snapshot->suggestions().Complete(typed, rules_.reader, static_cast<size_t>(limit)));
  for (store::FoundSuggestion& suggestion : found) {
    SetSuggestion(std::move(suggestion), *response.add_suggestions());
  }
  if (found.empty()) {
    YZ_RETURN_IF_ERROR(context.Check());
    YZ_ASSIGN_OR_RETURN(std::vector<std::string> meant,
                        snapshot->corrections().ForBeginning(typed, rules_, kMaxProposals));
    for (std::string& text : meant) response.add_did_you_mean(std::move(text));
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

}  // namespace yinzheng::services
