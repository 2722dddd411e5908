// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_HTML_LIMITS_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_HTML_LIMITS_H_

#include <cstddef>
#include <string_view>

#include "absl/status/status.h"

namespace yinzheng::ingest {

// Pages beyond these take Gumbo unreasonable time.
struct HtmlLimits {
  size_t characters = 0;
  size_t depth = 0;       // Of elements inside each other.
  size_t attributes = 0;  // Of one tag.
};

// kResourceExhausted, naming the limit, for pages beyond one. An estimate on the safe side: Gumbo
// nests sound pages as deep as this counts, and no page much deeper. Linear in the page, but for
// unclosed elements, of which it looks at `depth` for each tag at most.
absl::Status CheckHtmlLimits(std::u32string_view html, const HtmlLimits& limits);

// The status for a page that is beyond `limit` in `what`.
absl::Status TooMuchHtml(std::string_view what, size_t limit);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_HTML_LIMITS_H_
