// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/fact_handler.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/decimal.h"
#include "services/record/amount_ranges.h"
#include "services/record/day_interval.h"
#include "services/record/property_search.h"
#include "services/record/property_summaries.h"
#include "services/record/snapshot_access.h"
#include "services/record/subject_facts.h"
#include "services/record/warnings.h"
#include "services/request/error_info.h"
#include "services/request/limits.h"
#include "services/request/text_limits.h"

namespace yinzheng::services {
namespace {

constexpr std::string_view kHint = "SearchFacts gives the names that exist";

absl::Status CheckOptionalName(std::string_view field, const std::string& name,
                               std::string_view collection) {
  return name.empty() ? absl::OkStatus() : CheckResourceName(field, name, collection);
}

absl::Status CheckOptionalAmount(std::string_view field, const std::string& amount) {
  if (amount.empty() || text::Decimal::Parse(amount).has_value()) return absl::OkStatus();
  return FieldMalformed(field, amount, "a plain decimal such as 28200 or -0.5");
}

absl::Status CheckFacets(const v1::SearchFactsRequest& request) {
  if (request.facets_size() > kMaxFactFacets) {
    return FieldOutOfRange("facets.size", absl::StrCat(request.facets_size()),
                           absl::StrCat("at most ", kMaxFactFacets));
  }
  std::set<int> seen;
  for (const int facet : request.facets()) {
    if (facet == v1::FACT_FACET_FIELD_UNSPECIFIED || !v1::FactFacetField_IsValid(facet)) {
      return FieldMalformed("facets", absl::StrCat(facet),
                            "the number or name of a FactFacetField other than UNSPECIFIED");
    }
    if (!seen.insert(facet).second) {
      return FieldMalformed("facets",
                            v1::FactFacetField_Name(static_cast<v1::FactFacetField>(facet)),
                            "each field once");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckRequest(const v1::SearchFactsRequest& request) {
  YZ_RETURN_IF_ERROR(CheckOptionalText("query", request.query(), kMaxQueryLength));
  YZ_RETURN_IF_ERROR(CheckOptionalText("property", request.property(), kMaxNameLength));
  YZ_RETURN_IF_ERROR(CheckOptionalText("speaker", request.speaker(), kMaxNameLength));
  YZ_RETURN_IF_ERROR(CheckOptionalText("unit", request.unit(), kMaxNameLength));
  YZ_RETURN_IF_ERROR(CheckOptionalName("subject", request.subject(), "entities"));
  YZ_RETURN_IF_ERROR(CheckOptionalName("article", request.article(), "articles"));
  YZ_RETURN_IF_ERROR(CheckOptionalAmount("min_amount", request.min_amount()));
  YZ_RETURN_IF_ERROR(CheckOptionalAmount("max_amount", request.max_amount()));
  YZ_RETURN_IF_ERROR(CheckFacets(request));
  YZ_RETURN_IF_ERROR(ParseDay("earliest", request.earliest()).status());
  return ParseDay("latest", request.latest()).status();
}

// The request as the store asks it, without page and control.
absl::StatusOr<store::FactQuery> MakeQuery(const store::QueryCompiler& compiler,
                                           const ValueComparison& values,
                                           const v1::SearchFactsRequest& request) {
  store::FactQuery query;
  YZ_ASSIGN_OR_RETURN(query.filter, ReadFilter(request.filter(), store::FactFilterFields()));
  if (!request.query().empty()) query.text = compiler.CompileWords(request.query());
  if (!request.subject().empty()) query.subjects = {request.subject()};
  if (!request.property().empty()) query.properties = {request.property()};
  for (const int kind : request.kinds()) {
    if (kind != v1::FACT_KIND_UNSPECIFIED) query.kinds.push_back(static_cast<v1::FactKind>(kind));
  }
  query.article = request.article();
  query.speaker = request.speaker();
  query.amounts = AmountRanges(values, request.unit(), request.min_amount(), request.max_amount());
  query.earliest = request.earliest();
  query.latest = request.latest();
  query.modality = request.modality();
  query.origin = request.origin();
  for (const int facet : request.facets()) {
    query.facets.push_back(static_cast<v1::FactFacetField>(facet));
  }
  return query;
}

absl::StatusOr<v1::Fact> ReadFact(const store::IndexSnapshot& snapshot, std::string_view field,
                                  const std::string& name) {
  YZ_RETURN_IF_ERROR(CheckResourceName(field, name, "facts"));
  absl::StatusOr<v1::Fact> fact = snapshot.facts().Get(name);
  if (!fact.ok()) return NamingResource(fact.status(), name, kHint);
  return fact;
}

}  // namespace

absl::StatusOr<v1::SearchFactsResponse> FactHandler::SearchFacts(
    const RequestContext& context, const v1::SearchFactsRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckRequest(request));
  YZ_ASSIGN_OR_RETURN(store::FactQuery query, MakeQuery(compiler_, values_, request));
  YZ_ASSIGN_OR_RETURN(const PageStart start, StartPage(index_, request, kFactPage));
  query.page = start.page;
  query.count_limit = store::kCountAll;
  query.control = ControlOf(context, request.allow_partial_results());
  v1::SearchFactsResponse response;
  YZ_ASSIGN_OR_RETURN(store::FoundFacts found,
                      SearchByProperty(*start.snapshot, request, query, response));
  for (store::FactHit& hit : found.items) *response.add_facts() = std::move(hit.fact);
  for (v1::FactFacet& facet : found.facets) *response.add_facets() = std::move(facet);
  response.set_total_size(static_cast<int32_t>(found.total));
  response.set_next_page_token(NextPageToken(start, request, found.items.size(), found.total));
  for (const v1::Warning& warning : query.text.warnings) *response.add_warnings() = warning;
  if (auto reduced = ReducedWarning("page_size", request.page_size(), kFactPage)) {
    *response.add_warnings() = *std::move(reduced);
  }
  TellMissing(query.control, response);
  *response.mutable_generation() = StampOf(*start.snapshot);
  return response;
}

// People ask for 科研人员 where the property is 全职科研人员数. What no property is called is
// looked for in properties, then as words; a warning says so.
absl::StatusOr<store::FoundFacts> FactHandler::SearchByProperty(
    const store::IndexSnapshot& snapshot, const v1::SearchFactsRequest& request,
    store::FactQuery& query, v1::SearchFactsResponse& response) const {
  YZ_ASSIGN_OR_RETURN(store::FoundFacts found, snapshot.facts().Search(query));
  if (found.total > 0 || request.property().empty()) return found;
  YZ_ASSIGN_OR_RETURN(query.properties, PropertiesMeantBy(request.property(), query.subjects,
                                                          snapshot.facts(), query.control));
  if (!query.properties.empty()) {
    YZ_ASSIGN_OR_RETURN(found, snapshot.facts().Search(query));
  }
  PropertyTaken taken = PropertyTaken::kProperties;
  if (found.total == 0) {
    taken = PropertyTaken::kWords;
    query.properties.clear();
    query.text = compiler_.CompileWords(absl::StrCat(request.query(), " ", request.property()));
    YZ_ASSIGN_OR_RETURN(found, snapshot.facts().Search(query));
  }
  if (found.total > 0) {
    *response.add_warnings() = PropertyWarning(request.property(), taken, found.items);
  }
  return found;
}

absl::StatusOr<v1::GetFactResponse> FactHandler::GetFact(const RequestContext& /*context*/,
                                                         const v1::GetFactRequest& request) const {
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::GetFactResponse response;
  YZ_ASSIGN_OR_RETURN(*response.mutable_fact(), ReadFact(*snapshot, "name", request.name()));
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::BatchGetFactsResponse> FactHandler::BatchGetFacts(
    const RequestContext& context, const v1::BatchGetFactsRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckBatchSize("names", request.names_size(), kMaxBatch));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::BatchGetFactsResponse response;
  for (const std::string& name : request.names()) {
    YZ_RETURN_IF_ERROR(context.Check());
    YZ_ASSIGN_OR_RETURN(*response.add_facts(), ReadFact(*snapshot, "names", name));
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::ListPropertiesResponse> FactHandler::ListProperties(
    const RequestContext& context, const v1::ListPropertiesRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckResourceName("subject", request.subject(), "entities"));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  YZ_RETURN_IF_ERROR(NamingResource(snapshot->entities().Get(request.subject()).status(),
                                    request.subject(), "LookupEntities finds entities by name"));
  YZ_ASSIGN_OR_RETURN(
      const std::vector<v1::Fact> facts,
      FactsOfSubjects(snapshot->facts(), ControlOf(context), {request.subject()}, {}));
  v1::ListPropertiesResponse response;
  for (v1::PropertySummary& summary : SummariseProperties(facts)) {
    *response.add_properties() = std::move(summary);
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

}  // namespace yinzheng::services
