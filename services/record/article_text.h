// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_ARTICLE_TEXT_H_
#define YINZHENG_SERVICES_RECORD_ARTICLE_TEXT_H_

#include <cstdint>
#include <optional>
#include <string>

#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/citation.pb.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::services {

// The body of one article with what it takes to cite it: every quotation that a service makes of
// its own (facts bring theirs) is made here, so that it equals the body by construction.
//
// Immutable and safe for concurrent use. Holds the body twice (UTF-8 and code points).
class ArticleText {
 public:
  explicit ArticleText(store::v1::ArticleRecord record);

  const v1::Article& article() const { return record_.article(); }
  const store::v1::ArticleRecord& record() const { return record_; }
  const std::u32string& body() const { return body_; }

  // The code points of `span` as UTF-8, cut at the end of the body.
  std::string Slice(const v1::TextSpan& span) const;

  // The place of `span` in the input file.
  v1::SourceSpan SourceOf(const v1::TextSpan& span) const;

  // The words at `span` as a citation, without attribution.
  v1::Citation Cite(const v1::TextSpan& span) const;

  // The index of the sentence that holds `position`; nullopt where none does (masked text).
  std::optional<int> SentenceAt(int32_t position) const;

 private:
  int64_t ByteOf(int32_t position, bool end) const;

  store::v1::ArticleRecord record_;
  std::u32string body_;
};

v1::TextSpan MakeSpan(int32_t start, int32_t end);

// The address of `quote` inside `uri` (a text fragment); empty if `uri` is empty.
std::string TextFragmentUri(const std::string& uri, const std::u32string& quote);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_ARTICLE_TEXT_H_
