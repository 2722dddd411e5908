// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a page says of itself outside of its text: <title>, <meta>, JSON-LD and <link> of HTML, the
// front matter of Markdown. Plain values; which of them an article takes is decided where its text
// is read too.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_PAGE_FIELDS_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_PAGE_FIELDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yinzheng/v1/article.pb.h"

namespace yinzheng::ingest {

// All strings are UTF-8, trimmed; empty where the page says nothing.
struct StoryFields {
  std::string title;
  std::string outlet;
  std::vector<std::string> authors;
  std::string published;  // EDTF or ISO 8601 with a time.
  bool sure = false;      // `published` is called the day of publication, not just some date.
  std::string uri;
};

// What a <time> of the page gives, and where in the file it stands (code points).
struct PageTime {
  uint32_t place = 0;
  std::string value;
};

struct PageFields {
  StoryFields page;
  std::string document_title;        // With the names of site and section behind it.
  std::string language;              // As the page gives it.
  std::vector<StoryFields> stories;  // One by one (JSON-LD).
  std::vector<PageTime> times;       // Those that do not say what they are the time of.
};

// Fills the empty fields of `fields` from `other`.
void AddMissing(const StoryFields& other, StoryFields& fields);

// Takes what `fields` says into an article that is read from the text: its date, with basis
// METADATA, where the page prints none, or one more than a day later while `fields` is sure of it;
// title, outlet, authors and address where the text gives none. Dates that cannot be read are
// passed over.
void ApplyFields(const StoryFields& fields, v1::Article& article);

// The tag itself if it is one of a language other than Chinese, which a text's own characters tell
// better (language.h).
std::string LanguageOfTag(std::string_view tag);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_PAGE_FIELDS_H_
