// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_BODY_BLOCKS_H_
#define YINZHENG_CLIENTS_CLI_PAGES_BODY_BLOCKS_H_

#include <string_view>
#include <vector>

#include "clients/cli/pages/body_text.h"
#include "google/protobuf/repeated_field.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::cli::pages {

// What a block of a body is shown as.
enum class BlockKind {
  kParagraph,
  kHeading,  // one short line without an end of a sentence
  kByline,   // one short line that names reporters, editors or the source
  kTitle,    // the headline, where the body begins with it
  kMasked,   // furniture; Block::mask says which
};

// A paragraph of a body as printed, without the blanks around it. Line breaks inside of it are hard
// wraps, to be dropped for display.
struct Block {
  int start = 0;
  int end = 0;
  BlockKind kind = BlockKind::kParagraph;
  v1::MaskKind mask = v1::MASK_KIND_UNSPECIFIED;
};

// The paragraphs of a body, in order. A line ends one, unless the text is wrapped by hand (most
// lines equally long, and short enough to be lines of print): then only a line that stops early
// does, an empty one, or an indented one after it. This is display: citations count in the body
// itself.
std::vector<Block> BodyBlocks(const BodyText& body,
                              const google::protobuf::RepeatedPtrField<v1::Mask>& masks,
                              std::string_view title);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_BODY_BLOCKS_H_
