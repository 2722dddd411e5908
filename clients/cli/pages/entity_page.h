// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_ENTITY_PAGE_H_
#define YINZHENG_CLIENTS_CLI_PAGES_ENTITY_PAGE_H_

#include <string>
#include <vector>

#include "clients/cli/pages/page_context.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/entity_service.pb.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::cli::pages {

// An article that mentions an entity: how often, and the sentence that does so first.
struct MentioningArticle {
  v1::Citation first;
  int count = 0;
};

// What the page of an entity shows.
struct EntityRecord {
  v1::Entity entity;
  std::vector<v1::Fact> facts;                // of which it is the subject
  std::vector<v1::TimelineSeries> timelines;  // of its properties with several times
  std::vector<v1::RelatedEntity> related;     // in both directions
  std::vector<MentioningArticle> articles;
};

// The page of an entity: names, description, facts by property (with a chart where a property has
// several times), relations, and the articles that mention it.
std::string EntityPage(const EntityRecord& record, const PageContext& context);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_ENTITY_PAGE_H_
