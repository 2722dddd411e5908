// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_PAGE_MAP_H_
#define YINZHENG_CLIENTS_CLI_PAGES_PAGE_MAP_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_set.h"
#include "clients/cli/pages/html_writer.h"

namespace yinzheng::cli::pages {

// `articles/0d02` -> `articles/0d02.html`: the file of a resource in a site. Characters that a file
// name should not have become `_` and their hexadecimal value, so that no name leaves its folder.
std::string PageFile(std::string_view resource);

// `facts/5ce5` -> `fact-5ce5`: the anchor of a fact, on every page that shows it. Stable as the
// name of the fact is: the same in every build that states it.
std::string FactAnchor(std::string_view fact);

// Which resources have pages, and the links between them. A page on its own knows no other: then
// there are only links inside of it. Links are relative, so a site works from any folder or server.
class PageMap {
 public:
  void Add(std::string_view resource) { pages_.emplace(resource); }
  bool Has(std::string_view resource) const;

  // From a page of a resource (they all stand in a folder of the site) to another; nullopt where
  // there is no such page. `fact` is the name of a fact to go to, or empty.
  std::optional<Href> Link(std::string_view resource, std::string_view fact = "") const;
  // From the index of the site.
  std::optional<Href> LinkFromIndex(std::string_view resource) const;
  // From a page of a resource to the index of the site; nullopt for a page on its own.
  std::optional<Href> Index() const;

 private:
  absl::flat_hash_set<std::string> pages_;
};

// To a fact on the same page.
Href FactLink(std::string_view fact);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_PAGE_MAP_H_
