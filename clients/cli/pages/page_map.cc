// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/page_map.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"

namespace yinzheng::cli::pages {
namespace {

std::string SafeName(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) || c == '-') {
      name += c;
    } else {
      absl::StrAppendFormat(&name, "_%02X", byte);
    }
  }
  return name;
}

// `articles/0d02` -> its two parts; the first is empty where there is no slash.
std::pair<std::string_view, std::string_view> Parts(std::string_view resource) {
  const size_t slash = resource.find('/');
  if (slash == std::string_view::npos) return {"", resource};
  return {resource.substr(0, slash), resource.substr(slash + 1)};
}

}  // namespace

std::string PageFile(std::string_view resource) {
  const auto [collection, id] = Parts(resource);
  return absl::StrCat(SafeName(collection), collection.empty() ? "" : "/", SafeName(id), ".html");
}

std::string FactAnchor(std::string_view fact) {
  return absl::StrCat("fact-", SafeName(Parts(fact).second));
}

Href FactLink(std::string_view fact) { return Href::Local(absl::StrCat("#", FactAnchor(fact))); }

bool PageMap::Has(std::string_view resource) const {
  return pages_.contains(absl::string_view(resource.data(), resource.size()));
}

std::optional<Href> PageMap::Link(std::string_view resource, std::string_view fact) const {
  if (!Has(resource)) return std::nullopt;
  const std::string anchor = fact.empty() ? "" : absl::StrCat("#", FactAnchor(fact));
  return Href::Local(absl::StrCat("../", PageFile(resource), anchor));
}

std::optional<Href> PageMap::LinkFromIndex(std::string_view resource) const {
  if (!Has(resource)) return std::nullopt;
  return Href::Local(PageFile(resource));
}

std::optional<Href> PageMap::Index() const {
  if (pages_.empty()) return std::nullopt;
  return Href::Local("../index.html");
}

}  // namespace yinzheng::cli::pages
