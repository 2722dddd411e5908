// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/query_combination.h"

#include <utility>

namespace yinzheng::store {
namespace {

// Puts what stands in `node` under a parent of `kind`.
void Wrap(QueryNodeKind kind, QueryNode& node) {
  QueryNode parent;
  parent.kind = kind;
  parent.span = node.span;
  parent.children.push_back(std::move(node));
  node = std::move(parent);
}

void Require(QueryNode& node) {
  if (node.kind == QueryNodeKind::kWords) Wrap(QueryNodeKind::kMust, node);
}

bool IsSide(const QueryNode& node) {
  return node.kind == QueryNodeKind::kWords || node.kind == QueryNodeKind::kPhrase ||
         node.kind == QueryNodeKind::kPrefix;
}

void Append(QueryNode node, QueryNode& parent) {
  parent.span.end = node.span.end;
  parent.children.push_back(std::move(node));
}

}  // namespace

void JoinOr(QueryNode node, std::vector<QueryNode>& siblings) {
  QueryNode& last = siblings.back();
  if (last.kind != QueryNodeKind::kOr) Wrap(QueryNodeKind::kOr, last);
  Append(std::move(node), last);
}

void JoinAnd(QueryNode node, std::vector<QueryNode>& siblings) {
  Require(siblings.back());
  Require(node);
  siblings.push_back(std::move(node));
}

bool JoinNear(QueryNode node, uint32_t distance, size_t max_sides,
              std::vector<QueryNode>& siblings) {
  QueryNode& whole = siblings.back();
  QueryNode& last = whole.kind == QueryNodeKind::kOr ? whole.children.back() : whole;
  const bool goes_on = last.kind == QueryNodeKind::kNear && last.distance == distance &&
                       last.children.size() < max_sides;
  if (!IsSide(node) || (!goes_on && !IsSide(last))) {
    JoinAnd(std::move(node), siblings);
    return false;
  }
  if (!goes_on) {
    Wrap(QueryNodeKind::kNear, last);
    last.distance = distance;
  }
  whole.span.end = node.span.end;
  Append(std::move(node), last);
  return true;
}

}  // namespace yinzheng::store
