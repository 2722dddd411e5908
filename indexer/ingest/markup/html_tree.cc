// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_tree.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/markup/html_scanner.h"

namespace yinzheng::ingest {
namespace {

// Elements without an end tag, or whose end tag may be left out: they do not nest into each other.
constexpr auto kShallow = std::to_array<std::string_view>(
    {"area",   "base", "br", "col",   "embed",  "hr",    "img", "input", "link",  "meta",
     "p",      "li",   "dt", "dd",    "td",     "th",    "tr",  "thead", "tbody", "tfoot",
     "option", "rt",   "rp", "param", "source", "track", "wbr", "body",  "html",  "optgroup"});

bool IsShallow(std::string_view name) {
  return std::find(kShallow.begin(), kShallow.end(), name) != kShallow.end();
}

absl::Status TooMuch(std::string_view what, size_t limit) {
  return absl::ResourceExhaustedError(
      absl::StrCat(std::string(what), " more than ", limit, "; it is read without its structure"));
}

// Refuses what Gumbo would take long over.
absl::Status CheckLimits(std::u32string_view html) {
  if (html.size() > HtmlTree::kMaxSize) {
    return TooMuch("the page has characters", HtmlTree::kMaxSize);
  }
  HtmlScanner scanner(html);
  HtmlToken token;
  size_t depth = 0;
  while (scanner.Next(token)) {
    if (token.attributes > HtmlTree::kMaxAttributes) {
      return TooMuch("a tag has attributes", HtmlTree::kMaxAttributes);
    }
    if (token.kind == HtmlTokenKind::kStartTag && !IsShallow(token.name)) {
      if (++depth > HtmlTree::kMaxDepth) {
        return TooMuch("elements are nested", HtmlTree::kMaxDepth);
      }
    }
    if (token.kind == HtmlTokenKind::kEndTag && !IsShallow(token.name) && depth > 0) --depth;
  }
  return absl::OkStatus();
}

void* Allocate(void* memory, size_t size) {
  return static_cast<std::pmr::memory_resource*>(memory)->allocate(size, alignof(std::max_align_t));
}

void KeepAll(void*, void*) {}

const GumboNode* ParseInto(std::pmr::memory_resource& memory, std::string_view utf8) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Allocate;
  options.deallocator = &KeepAll;
  options.userdata = &memory;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, utf8.data(), utf8.size())->document;
}

bool IsElement(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

const GumboVector& Children(const GumboNode& node) {
  return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
}

text::Span SpanOf(const GumboElement& element, const Utf8Places& places) {
  const char* const base = places.utf8().data();
  const size_t begin = element.original_tag.length > 0
                           ? static_cast<size_t>(element.original_tag.data - base)
                           : element.start_pos.offset;
  size_t end = element.end_pos.offset;
  if (element.original_end_tag.length > 0) {
    end =
        static_cast<size_t>(element.original_end_tag.data - base) + element.original_end_tag.length;
  }
  const uint32_t first = places.Of(begin);
  return {first, std::max(first, places.Of(end))};
}

}  // namespace

absl::StatusOr<std::unique_ptr<HtmlTree>> HtmlTree::Parse(std::u32string_view html) {
  YZ_RETURN_IF_ERROR(CheckLimits(html));
  std::unique_ptr<HtmlTree> tree(new HtmlTree(html));
  tree->CollectElements(ParseInto(tree->memory_, tree->places_.utf8()));
  return tree;
}

std::string HtmlTree::TextOfFragment(std::string_view utf8) {
  std::array<std::byte, 16384> space;
  std::pmr::monotonic_buffer_resource memory(space.data(), space.size());
  // Text before the first character of a body would be taken for space between tags.
  const std::string page = absl::StrCat("<body>x", std::string(utf8));
  const GumboNode* node = ParseInto(memory, page);
  // The last child of the last child: html, body, text.
  while (node->type != GUMBO_NODE_TEXT) {
    if (node->type != GUMBO_NODE_DOCUMENT && !IsElement(*node)) return "";
    const GumboVector& children = Children(*node);
    if (children.length == 0) return "";
    node = static_cast<const GumboNode*>(children.data[children.length - 1]);
  }
  return std::string(node->v.text.text).substr(1);
}

void HtmlTree::CollectElements(const GumboNode* root) {
  struct Pending {
    const GumboNode* node;
    int parent;
  };
  std::vector<Pending> stack = {{root, kNoElement}};
  while (!stack.empty()) {
    const Pending next = stack.back();
    stack.pop_back();
    int self = kNoElement;
    if (IsElement(*next.node)) {
      self = static_cast<int>(elements_.size());
      const GumboElement& element = next.node->v.element;
      elements_.push_back({element.tag, SpanOf(element, places_), next.parent, next.node});
    }
    const GumboVector& children = Children(*next.node);
    for (unsigned i = children.length; i > 0; --i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i - 1]);
      if (IsElement(*child)) stack.push_back({child, self});
    }
  }
  // Elements that the page leaves out (<tbody>) reach as far as what they hold.
  for (size_t i = elements_.size(); i > 0; --i) {
    const HtmlElement& child = elements_[i - 1];
    if (child.parent == kNoElement) continue;
    HtmlElement& parent = elements_[static_cast<size_t>(child.parent)];
    if (parent.node->v.element.original_tag.length > 0) continue;
    parent.span = parent.span.empty() ? child.span : text::Cover(parent.span, child.span);
  }
}

std::string_view HtmlTree::Attribute(const HtmlElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlTree::HasAttribute(const HtmlElement& element, const char* name) {
  return gumbo_get_attribute(&element.node->v.element.attributes, name) != nullptr;
}

std::string HtmlTree::TextOf(const HtmlElement& element) {
  std::string text;
  const GumboVector& children = element.node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    const bool holds_text = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA ||
                            child->type == GUMBO_NODE_WHITESPACE;
    if (holds_text) text += child->v.text.text;
  }
  return text;
}

}  // namespace yinzheng::ingest
