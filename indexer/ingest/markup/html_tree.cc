// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_tree.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/markup/html_limits.h"

namespace yinzheng::ingest {
namespace {

// A page takes Gumbo this much memory, and so much more for each of its bytes; what needs more
// repeats open formatting elements in every paragraph.
constexpr size_t kMaxMemory = size_t{1} << 27;
constexpr size_t kMaxMemoryPerByte = 16;

// The memory of one parse. Gumbo cannot go on without memory and is C, which exceptions must not
// cross: beyond the limit the parse is left by a jump. Nothing is lost, all it holds lies here.
struct ParseMemory {
  std::pmr::memory_resource* resource = nullptr;
  size_t left = 0;
  std::jmp_buf exit = {};
};

void* Allocate(void* user, size_t size) {
  auto* const memory = static_cast<ParseMemory*>(user);
  // NOLINTNEXTLINE(cert-err52-cpp): no frame between holds anything to destroy.
  if (size > memory->left) std::longjmp(memory->exit, 1);
  memory->left -= size;
  return memory->resource->allocate(size, alignof(std::max_align_t));
}

void KeepAll(void*, void*) {}

// Null if the memory does not suffice.
const GumboNode* ParseWith(ParseMemory& memory, std::string_view utf8) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Allocate;
  options.deallocator = &KeepAll;
  options.userdata = &memory;
  options.max_errors = 0;
  // NOLINTNEXTLINE(cert-err52-cpp)
  if (setjmp(memory.exit) != 0) return nullptr;
  return gumbo_parse_with_options(&options, utf8.data(), utf8.size())->document;
}

const GumboNode* ParseInto(std::pmr::memory_resource& resource, std::string_view utf8) {
  ParseMemory memory;
  memory.resource = &resource;
  memory.left = kMaxMemory + utf8.size() * kMaxMemoryPerByte;
  return ParseWith(memory, utf8);
}

bool IsElement(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

const GumboVector& Children(const GumboNode& node) {
  return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
}

// Copies of a formatting element that Gumbo opens again further down: their tags are the
// original's.
bool IsClone(const GumboNode& node) {
  constexpr unsigned kCloned =
      GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED;
  return (static_cast<unsigned>(node.parse_flags) & kCloned) != 0;
}

// Empty: nowhere.
text::Span Join(text::Span a, text::Span b) {
  if (a.empty()) return b;
  return b.empty() ? a : text::Cover(a, b);
}

text::Span SpanOfText(const GumboText& text, const Utf8Places& places) {
  const size_t begin = places.ByteOf(text.original_text.data);
  if (begin == std::string::npos) return {};
  const size_t size = std::min(text.original_text.length, places.utf8().size() - begin);
  return {places.Of(begin), places.Of(begin + size)};
}

// From tag to tag, and the text directly inside: the end tag may stand before it.
text::Span SpanOf(const GumboNode& node, const Utf8Places& places) {
  const GumboElement& element = node.v.element;
  const char* const base = places.utf8().data();
  text::Span span{};
  if (!IsClone(node)) {
    const size_t begin = element.original_tag.length > 0
                             ? static_cast<size_t>(element.original_tag.data - base)
                             : element.start_pos.offset;
    size_t end = element.end_pos.offset;
    if (element.original_end_tag.length > 0) {
      end = static_cast<size_t>(element.original_end_tag.data - base) +
            element.original_end_tag.length;
    }
    const uint32_t first = places.Of(begin);
    span = {first, std::max(first, places.Of(end))};
  }
  const GumboVector& children = element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child->type == GUMBO_NODE_TEXT) span = Join(span, SpanOfText(child->v.text, places));
  }
  return span;
}

}  // namespace

absl::StatusOr<std::unique_ptr<HtmlTree>> HtmlTree::Parse(std::u32string_view html) {
  YZ_RETURN_IF_ERROR(CheckHtmlLimits(html, {kMaxSize, kMaxDepth, kMaxAttributes}));
  std::unique_ptr<HtmlTree> tree(new HtmlTree(html));
  const GumboNode* const root = ParseInto(tree->memory_, tree->places_.utf8());
  if (root == nullptr) {
    return TooMuchHtml("its elements take bytes",
                       kMaxMemory + tree->places_.utf8().size() * kMaxMemoryPerByte);
  }
  tree->CollectElements(root);
  return tree;
}

std::string HtmlTree::TextOfFragment(std::string_view utf8) {
  std::array<std::byte, 16384> space;
  std::pmr::monotonic_buffer_resource memory(space.data(), space.size());
  // Text before the first character of a body would be taken for space between tags.
  const std::string page = absl::StrCat("<body>x", std::string(utf8));
  const GumboNode* node = ParseInto(memory, page);
  if (node == nullptr) return "";
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
      elements_.push_back(
          {next.node->v.element.tag, SpanOf(*next.node, places_), next.parent, next.node});
    }
    const GumboVector& children = Children(*next.node);
    for (unsigned i = children.length; i > 0; --i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i - 1]);
      if (IsElement(*child)) stack.push_back({child, self});
    }
  }
  // Elements that the page leaves out (<tbody>), or whose end tag stands too early (</body>), reach
  // as far as what they hold.
  for (size_t i = elements_.size(); i > 0; --i) {
    const HtmlElement& child = elements_[i - 1];
    if (child.parent == kNoElement) continue;
    HtmlElement& parent = elements_[static_cast<size_t>(child.parent)];
    parent.span = Join(parent.span, child.span);
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
