// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/timeline_handler.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/status_macros.h"
#include "services/fact/timeline.h"
#include "services/record/property_search.h"
#include "services/record/snapshot_access.h"
#include "services/record/subject_facts.h"
#include "services/request/limits.h"
#include "services/request/text_limits.h"

namespace yinzheng::services {
namespace {

// Suggestions that a person still reads.
constexpr int kMaxOthers = 10;
constexpr size_t kMaxEventsAtSite = 1000;

absl::StatusOr<v1::Entity> ReadSubject(const store::IndexSnapshot& snapshot,
                                       const std::string& name) {
  YZ_RETURN_IF_ERROR(CheckResourceName("subjects", name, "entities"));
  absl::StatusOr<v1::Entity> entity = snapshot.entities().Get(name);
  if (!entity.ok()) {
    return NamingResource(entity.status(), name, "LookupEntities finds entities by name");
  }
  return entity;
}

// What a timeline follows, and what else it might.
struct Followed {
  std::vector<std::string> subjects;
  std::vector<std::string> sites;  // those of them that things come to; cities and persons are none
  std::vector<v1::EntityRef> others;
};

struct Asked {
  const std::string& subject;
  bool with_parts = false;
};

// Looks a subject up and adds its parts and what is named like it.
absl::Status Follow(const store::IndexSnapshot& snapshot, const store::SearchControl& control,
                    const PartRelations& relations, const Asked& asked, Followed& followed) {
  YZ_ASSIGN_OR_RETURN(const v1::Entity subject, ReadSubject(snapshot, asked.subject));
  YZ_ASSIGN_OR_RETURN(const std::vector<v1::EntityRef> parts,
                      PartsOf(relations, snapshot.facts(), control, subject));
  YZ_ASSIGN_OR_RETURN(const std::vector<v1::EntityRef> alike,
                      NamedAlike(snapshot.entities(), subject));
  if (relations.IsSite(subject)) followed.sites.push_back(asked.subject);
  for (const v1::EntityRef& part : parts) {
    if (asked.with_parts) followed.subjects.push_back(part.entity());
  }
  followed.others.insert(followed.others.end(), parts.begin(), parts.end());
  followed.others.insert(followed.others.end(), alike.begin(), alike.end());
  return absl::OkStatus();
}

// Parts, then entities of like names, without those that are followed.
void SuggestOthers(const Followed& followed, v1::GetTimelineResponse& response) {
  std::set<std::string> known(followed.subjects.begin(), followed.subjects.end());
  for (const v1::EntityRef& other : followed.others) {
    if (response.possibly_same_size() == kMaxOthers) break;
    if (known.insert(other.entity()).second) *response.add_possibly_same() = other;
  }
}

// The facts of one property, or of those that hold its words if none is called so; all facts if it
// is empty.
absl::StatusOr<std::vector<v1::Fact>> FactsOfProperty(const store::IndexSnapshot& snapshot,
                                                      const store::SearchControl& control,
                                                      const std::vector<std::string>& subjects,
                                                      const std::string& property) {
  std::vector<std::string> properties;
  if (!property.empty()) properties = {property};
  YZ_ASSIGN_OR_RETURN(std::vector<v1::Fact> facts,
                      FactsOfSubjects(snapshot.facts(), control, subjects, properties));
  if (!facts.empty() || property.empty()) return facts;
  YZ_ASSIGN_OR_RETURN(properties, PropertiesMeantBy(property, subjects, snapshot.facts(), control));
  if (properties.empty()) return facts;
  return FactsOfSubjects(snapshot.facts(), control, subjects, properties);
}

// Adds what others did at a site: 某所于2020年迁入某园 is an event of the park as well. Each fact
// once.
absl::Status AddEventsAt(const store::IndexSnapshot& snapshot, const store::SearchControl& control,
                         const std::vector<std::string>& sites, std::vector<v1::Fact>& facts) {
  std::set<std::string> known;
  for (const v1::Fact& fact : facts) known.insert(fact.name());
  for (const std::string& site : sites) {
    store::FactQuery query;
    query.object = site;
    query.kinds = {v1::FACT_KIND_RELATION};
    query.page = {0, kMaxEventsAtSite};
    query.control = control;
    YZ_ASSIGN_OR_RETURN(store::Listed<store::FactHit> found, snapshot.facts().Search(query));
    for (store::FactHit& hit : found.items) {
      if (!IsSureRelation(hit.fact)) continue;
      if (known.insert(hit.fact.name()).second) facts.push_back(std::move(hit.fact));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::GetTimelineResponse> TimelineHandler::GetTimeline(
    const RequestContext& context, const v1::GetTimelineRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckBatchSize("subjects", request.subjects_size(), kMaxTimelineSubjects));
  YZ_RETURN_IF_ERROR(CheckOptionalText("property", request.property(), kMaxNameLength));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  const std::vector<std::string> asked(request.subjects().begin(), request.subjects().end());
  const bool chronicle = request.property().empty();

  Followed followed{asked, {}, {}};
  for (const std::string& name : asked) {
    YZ_RETURN_IF_ERROR(context.Check());
    YZ_RETURN_IF_ERROR(Follow(*snapshot, ControlOf(context), parts_, {name, chronicle}, followed));
  }

  YZ_ASSIGN_OR_RETURN(
      std::vector<v1::Fact> facts,
      FactsOfProperty(*snapshot, ControlOf(context), followed.subjects, request.property()));
  if (chronicle) {
    YZ_RETURN_IF_ERROR(AddEventsAt(*snapshot, ControlOf(context), followed.sites, facts));
  }
  std::vector<v1::TimelineSeries> series = chronicle ? BuildChronicle(rules_, std::move(facts))
                                                     : BuildTimeline(rules_, std::move(facts));
  v1::GetTimelineResponse response;
  for (v1::TimelineSeries& one : series) {
    if (request.latest_only()) KeepLatest(one);
    *response.add_series() = std::move(one);
  }
  SuggestOthers(followed, response);
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::ListConflictsResponse> TimelineHandler::ListConflicts(
    const RequestContext& context, const v1::ListConflictsRequest& request) const {
  if (!request.subject().empty()) {
    YZ_RETURN_IF_ERROR(CheckResourceName("subject", request.subject(), "entities"));
  }
  YZ_ASSIGN_OR_RETURN(const PageStart start, StartPage(index_, request, kConflictPage));
  std::vector<v1::Conflict> of_subject;
  const std::vector<v1::Conflict>* all = &of_subject;
  SharedConflicts shared;
  if (request.subject().empty()) {
    YZ_ASSIGN_OR_RETURN(shared, conflicts_.Of(*start.snapshot, context));
    all = shared.get();
  } else {
    YZ_RETURN_IF_ERROR(ReadSubject(*start.snapshot, request.subject()).status());
    YZ_ASSIGN_OR_RETURN(
        const std::vector<v1::Fact> facts,
        FactsOfSubjects(start.snapshot->facts(), ControlOf(context), {request.subject()}, {}));
    of_subject = FindConflicts(rules_, facts);
  }
  v1::ListConflictsResponse response;
  for (size_t i = start.page.offset; i < all->size(); ++i) {
    if (i - start.page.offset >= start.page.limit) break;
    *response.add_conflicts() = (*all)[i];
  }
  response.set_total_size(static_cast<int32_t>(all->size()));
  response.set_next_page_token(
      NextPageToken(start, request, static_cast<size_t>(response.conflicts_size()), all->size()));
  *response.mutable_generation() = StampOf(*start.snapshot);
  return response;
}

}  // namespace yinzheng::services
