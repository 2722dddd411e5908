// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Character references of HTML (&nbsp; &#20013; &#x4e2d;), as Gumbo knows them. Markdown has the
// same.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_HTML_REFERENCES_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_HTML_REFERENCES_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace yinzheng::ingest {

// Remembers what it has read: a page repeats the same few. Not safe for concurrent use.
class HtmlReferences {
 public:
  struct Reference {
    char32_t code_point = 0;
    uint32_t size = 0;  // How many characters of the text spell it; 0 if it is plain text.
  };

  // The reference that `text` begins with. `text` begins with &. References to two code points are
  // mathematical signs and left as they are printed.
  Reference Read(std::u32string_view text);

 private:
  std::map<std::string, Reference, std::less<>> known_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_HTML_REFERENCES_H_
