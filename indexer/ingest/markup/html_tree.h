// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The elements of an HTML page as Gumbo nests them (HTML5, broken markup included), with their
// places. For what belongs to what; which characters are text is html_text's business.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_HTML_TREE_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_HTML_TREE_H_

#include <gumbo.h>

#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/ingest/markup/utf8_places.h"
#include "indexer/text/span.h"

namespace yinzheng::ingest {

inline constexpr int kNoElement = -1;

struct HtmlElement {
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  text::Span span;          // Code points of the page, tags included.
  int parent = kNoElement;  // Index of elements(), less than its own.
  const GumboNode* node = nullptr;
};

// Immutable. Not movable: Gumbo points into it.
class HtmlTree {
 public:
  // kResourceExhausted for pages that would take unreasonable time or memory: deeper than
  // kMaxDepth, larger than kMaxSize, with tags of more than kMaxAttributes, or whose broken
  // nesting multiplies their elements. They can be read without a tree.
  static constexpr size_t kMaxDepth = 1000;
  static constexpr size_t kMaxSize = size_t{1} << 25;
  static constexpr size_t kMaxAttributes = 1000;
  static absl::StatusOr<std::unique_ptr<HtmlTree>> Parse(std::u32string_view html);

  // The text of a short piece of HTML without tags, in UTF-8.
  static std::string TextOfFragment(std::string_view utf8);

  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  // In the order of their start tags.
  const std::vector<HtmlElement>& elements() const { return elements_; }

  // The value of an attribute; empty if the element has none.
  static std::string_view Attribute(const HtmlElement& element, const char* name);
  static bool HasAttribute(const HtmlElement& element, const char* name);

  // The characters directly inside an element, references decoded: of titles and scripts all.
  static std::string TextOf(const HtmlElement& element);

 private:
  explicit HtmlTree(std::u32string_view html) : places_(html) {}
  void CollectElements(const GumboNode* root);

  Utf8Places places_;
  // Gumbo frees its nodes by recursion, which deep pages turn into a crash: the memory goes at
  // once instead.
  std::pmr::monotonic_buffer_resource memory_;
  std::vector<HtmlElement> elements_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_HTML_TREE_H_
