// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_SITE_INDEX_PAGE_H_
#define YINZHENG_CLIENTS_CLI_PAGES_SITE_INDEX_PAGE_H_

#include <string>
#include <vector>

#include "clients/cli/pages/page_context.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/entity_ref.pb.h"
#include "yinzheng/v1/index_service.pb.h"

namespace yinzheng::cli::pages {

// An entity as the index of a site lists it: the rest of it is read again for its page.
struct ListedEntity {
  v1::EntityRef ref;
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  int mentions = 0;
};

// What a site holds.
struct SiteContents {
  v1::GenerationInfo index;
  std::vector<v1::Article> articles;  // without bodies
  std::vector<ListedEntity> entities;
  int left_out = 0;  // entities without a page
};

// index.html: counts, articles by date (latest first, undated last), entities by mentions.
std::string SiteIndexPage(const SiteContents& contents, const PageContext& context);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_SITE_INDEX_PAGE_H_
