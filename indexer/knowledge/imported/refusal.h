// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_REFUSAL_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_REFUSAL_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace yinzheng::knowledge {

// What of an imported statement does not stand. The names are stable: FORMAT, ARTICLE, QUOTE …;
// docs/imported-facts.md says what each means and what to do.
enum class RefusalCode {
  kFormat,       // the line itself
  kArticle,      // no article, or several, of that name
  kQuote,        // the words are not the article's, too long, or masked
  kSpan,         // the words are, but not there, or at several places
  kValue,        // the words do not state that value
  kSubject,      // they state it of something else
  kTime,         // as of another time
  kModality,     // planned or estimated, not asserted, or the reverse
  kPolarity,     // denied, or not
  kAttribution,  // said by somebody else
  kQualifier,    // narrowed by words that are not there
};

// FORMAT, ARTICLE …
std::string_view NameOf(RefusalCode code);

// `words` for a reason: at most 120 code points, with … for what is left out. Claims are as long as
// their writers like.
std::string Brief(std::string_view words);

// kInvalidArgument with the message "CODE: reason". The reason says what was claimed and what the
// text has there, both Brief; line breaks in it become spaces.
absl::Status Refused(RefusalCode code, std::string_view reason);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_REFUSAL_H_
