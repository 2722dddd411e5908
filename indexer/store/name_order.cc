// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/name_order.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/store/schema.h"

namespace yinzheng::store {

std::shared_ptr<const NameOrder::Order> NameOrder::Get(const Xapian::Database& articles) {
  base::MutexLock lock(mutex_);
  if (order_ != nullptr) return order_;
  std::vector<std::pair<std::string, Xapian::docid>> names;
  names.reserve(articles.get_doccount());
  for (auto value = articles.valuestream_begin(slot::kTieBreak);
       value != articles.valuestream_end(slot::kTieBreak); ++value) {
    names.emplace_back(*value, value.get_docid());
  }
  std::sort(names.begin(), names.end());
  auto order = std::make_shared<Order>();
  order->by_rank.reserve(names.size());
  order->rank_of.resize(articles.get_lastdocid() + 1);
  for (const auto& [name, document] : names) {
    order->rank_of[document] = static_cast<uint32_t>(order->by_rank.size());
    order->by_rank.push_back(document);
  }
  order_ = std::move(order);
  return order_;
}

bool NameOrder::IsRead() {
  base::MutexLock lock(mutex_);
  return order_ != nullptr;
}

}  // namespace yinzheng::store
