// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_SITE_WRITER_H_
#define YINZHENG_CLIENTS_CLI_PAGES_SITE_WRITER_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "clients/cpp/client.h"

namespace yinzheng::cli::pages {

struct SiteOptions {
  std::string directory;
  // The most mentioned entities that get a page; without a limit all that are mentioned twice or
  // are the subject of a fact.
  int most_entities = 0;  // 0: no limit
  // Called before each page: what is written, its number, and how many there are of it.
  std::function<void(std::string_view what, size_t number, size_t count)> progress = nullptr;
};

// What was written.
struct SiteCounts {
  size_t articles = 0;
  size_t entities = 0;
  size_t left_out = 0;  // entities without a page
};

// Writes a site: index.html, articles/ID.html, entities/ID.html. The directory appears when all of
// it is written; nothing is left behind by a failure. Besides the page at hand it keeps in memory
// the lists of articles and entities, without bodies and facts.
absl::StatusOr<SiteCounts> WriteSite(const client::Client& client, const SiteOptions& options);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_SITE_WRITER_H_
