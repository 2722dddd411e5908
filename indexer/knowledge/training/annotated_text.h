// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_TRAINING_ANNOTATED_TEXT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_TRAINING_ANNOTATED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/tagger/name_tag.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// A text whose names somebody has marked.
struct AnnotatedText {
  struct Name {
    text::Span span;  // code points of `text`
    NameClass name_class = NameClass::kPerson;
  };

  std::u32string text;
  std::vector<Name> names;  // in order, not overlapping
};

// Reads transcripts of read-out news, as AISHELL-NER writes them: an id, a space, and a clause with
// [persons], (places) and <organisations>. Such clauses have no punctuation; neighbours by one
// speaker are joined with commas, up to `clauses` of them, so that they look like print.
// InvalidArgument, naming the line, if brackets do not match.
absl::StatusOr<std::vector<AnnotatedText>> ReadTranscripts(std::string_view contents,
                                                           size_t clauses);

// Reads sentences of tokens, as Universal NER writes them: "# text = …" and a line for each token:
// number, token, B-PER I-LOC O …. Classes other than ours are read as no name. InvalidArgument,
// naming the line, if a token is not in its text.
absl::StatusOr<std::vector<AnnotatedText>> ReadTokenSentences(std::string_view contents);

// Reads the first `lines` lines of a file of JSON objects {"text","entities":[{"start","end",
// "type"}]}, offsets in code points, types PER, LOC and ORG (or longer words that begin so).
// InvalidArgument, naming the line, if one is something else.
absl::StatusOr<std::vector<AnnotatedText>> ReadJsonLines(std::string_view contents, size_t lines);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_TRAINING_ANNOTATED_TEXT_H_
