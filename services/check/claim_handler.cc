// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/claim_handler.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "services/record/day_interval.h"
#include "services/record/entity_lookup.h"
#include "services/record/snapshot_access.h"
#include "services/record/warnings.h"
#include "services/request/error_info.h"
#include "services/request/limits.h"
#include "services/request/text_limits.h"

namespace yinzheng::services {
namespace {

// Facts found by the words of a claim that are held against it.
constexpr size_t kTextEvidence = 50;

// How the text was read, without what only the reading itself needs.
v1::Fact ReadingOf(const Claim& claim) {
  v1::Fact reading = claim.fact;
  reading.clear_name();
  reading.clear_citations();
  reading.clear_independent_sources();
  return reading;
}

absl::Status TieMentions(const store::EntityReader& entities, v1::AnalyzeTextResponse& response) {
  std::map<std::string, std::optional<v1::Entity>> known;
  for (v1::AnalyzedMention& mention : *response.mutable_mentions()) {
    auto [entry, added] = known.try_emplace(mention.text());
    if (added) {
      YZ_ASSIGN_OR_RETURN(entry->second, ResolveEntity(entities, mention.text()));
    }
    if (!entry->second.has_value()) continue;
    mention.mutable_entity()->set_entity(entry->second->name());
    mention.mutable_entity()->set_display_name(entry->second->display_name());
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::CheckClaimResponse> ClaimHandler::CheckClaim(
    const RequestContext& context, const v1::CheckClaimRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckRequiredText("text", request.text(), kMaxTextLength));
  YZ_RETURN_IF_ERROR(ParseDay("reference_date", request.reference_date()).status());
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  std::optional<Phase> phase(std::in_place, context, "read");
  YZ_ASSIGN_OR_RETURN(const std::vector<Claim> claims,
                      reader_.Read(request.text(), request.reference_date(), snapshot->entities()));
  YZ_RETURN_IF_ERROR(context.Check());
  v1::CheckClaimResponse response;
  SubjectRecords records;
  for (const Claim& claim : claims) {
    YZ_RETURN_IF_ERROR(context.Check());
    phase.emplace(context, "evidence");
    YZ_ASSIGN_OR_RETURN(const std::vector<v1::Fact> evidence,
                        FindEvidence(*snapshot, context, claim, records));
    phase.emplace(context, "judge");
    v1::Assertion& assertion = *response.add_assertions();
    *assertion.mutable_span() = claim.span;
    *assertion.mutable_reading() = ReadingOf(claim);
    judge_.Judge(claim, evidence, assertion);
  }
  phase.reset();
  if (claims.empty()) {
    *response.add_warnings() = MakeWarning(
        v1::WARNING_CODE_IGNORED, "no statement that could be checked was found in the text", "");
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::AnalyzeTextResponse> ClaimHandler::AnalyzeText(
    const RequestContext& /*context*/, const v1::AnalyzeTextRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckRequiredText("text", request.text(), kMaxTextLength));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  absl::StatusOr<v1::AnalyzeTextResponse> response =
      extractor_.Analyze(request.text(), request.reference_date());
  if (!response.ok()) {
    if (response.status().code() != absl::StatusCode::kInvalidArgument) return response.status();
    return FieldMalformed("reference_date", request.reference_date(),
                          "a day such as 2024-02-29, or EDTF such as 2024-02");
  }
  YZ_RETURN_IF_ERROR(TieMentions(snapshot->entities(), *response));
  *response->mutable_generation() = StampOf(*snapshot);
  return response;
}

// What is recorded of the subject with the same kind of value, and facts in like words of other
// subjects. A draft speaks of few subjects; one with few facts is read once.
absl::StatusOr<std::vector<v1::Fact>> ClaimHandler::FindEvidence(
    const store::IndexSnapshot& snapshot, const RequestContext& context, const Claim& claim,
    SubjectRecords& records) const {
  const store::SearchControl control = ControlOf(context);
  const v1::FactKind kind = KindOf(claim.fact);
  const std::string& subject = claim.fact.subject().entity();
  // A statement in words may have been recorded as a plan with a date.
  const auto comparable = [&claim, kind](const v1::Fact& fact) {
    return KindOf(fact) == kind ||
           (claim.fact.has_text() && fact.modality() == v1::MODALITY_PLANNED);
  };
  store::FactQuery query;
  query.text = compiler_.CompileWords(
      absl::StrCat(claim.fact.subject().display_name(), " ", claim.fact.property(), " ",
                   claim.fact.has_quantity() ? claim.fact.quantity().text() : claim.fact.text()));
  std::vector<v1::Fact> evidence;
  if (!subject.empty()) {
    const auto [known, added] = records.try_emplace(subject);
    // Of a subject with few facts all were read, whatever the claim that asked first.
    if (added || !known->second.complete) {
      const store::CompiledQuery words =
          compiler_.CompileWords(absl::StrCat(claim.sought.words, " ", claim.fact.property()));
      YZ_ASSIGN_OR_RETURN(known->second,
                          FactsOfSubjectsAbout(snapshot.facts(), control, {subject}, words));
    }
    std::copy_if(known->second.facts.begin(), known->second.facts.end(),
                 std::back_inserter(evidence), comparable);
  }
  query.kinds = {kind};
  query.page = {0, kTextEvidence};
  query.control = control;
  YZ_ASSIGN_OR_RETURN(store::Listed<store::FactHit> found, snapshot.facts().Search(query));
  for (store::FactHit& hit : found.items) evidence.push_back(std::move(hit.fact));
  return evidence;
}

}  // namespace yinzheng::services
