// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Decoding of HTML files, which may say themselves how they are encoded.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_HTML_CHARSET_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_HTML_CHARSET_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "indexer/text/decoding.h"

namespace yinzheng::ingest {

// Byte order mark, else valid UTF-8 whatever the page says (pages are converted and keep their
// <meta>), else the charset of <meta> or <?xml?>, else detection. Errors of text::DecodeText.
absl::StatusOr<text::DecodedText> DecodeHtml(std::string_view bytes);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_HTML_CHARSET_H_
