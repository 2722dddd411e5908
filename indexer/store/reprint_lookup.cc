// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/reprint_lookup.h"

#include <string>
#include <utility>

#include "indexer/store/schema.h"
#include "indexer/store/terms.h"

namespace yinzheng::store {

int ReprintGroupSize(const Xapian::Database& articles, std::string_view group) {
  if (group.empty()) return 0;
  return static_cast<int>(articles.get_termfreq(Term(prefix::kReprint, IdPart(group))));
}

std::vector<yinzheng::v1::Reprint> ReprintsOf(const Xapian::Database& articles,
                                              std::string_view group, std::string_view article,
                                              size_t limit) {
  std::vector<yinzheng::v1::Reprint> reprints;
  if (group.empty()) return reprints;
  Xapian::Enquire enquire(articles);
  enquire.set_query(Xapian::Query(Term(prefix::kReprint, IdPart(group))));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot::kOldestFirst, /*reverse=*/false);
  const Xapian::MSet members = enquire.get_mset(0, static_cast<Xapian::doccount>(limit) + 1);
  for (auto member = members.begin(); member != members.end(); ++member) {
    const Xapian::Document document = member.get_document();
    std::string name = document.get_value(slot::kTieBreak);
    if (name == article || reprints.size() == limit) continue;
    yinzheng::v1::Reprint& reprint = reprints.emplace_back();
    reprint.set_article(std::move(name));
    reprint.set_outlet(document.get_value(slot::kOutlet));
    reprint.set_published(document.get_value(slot::kEarliest));
  }
  return reprints;
}

}  // namespace yinzheng::store
