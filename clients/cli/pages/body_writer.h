// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_BODY_WRITER_H_
#define YINZHENG_CLIENTS_CLI_PAGES_BODY_WRITER_H_

#include <string>
#include <vector>

#include "clients/cli/pages/article_marks.h"
#include "clients/cli/pages/body_blocks.h"
#include "clients/cli/pages/body_text.h"
#include "clients/cli/pages/html_writer.h"
#include "clients/cli/pages/labels.h"

namespace yinzheng::cli::pages {

// Writes blocks of a body with its marks: what holds values of facts as a link to their cards, what
// only belongs to quotations as a span, and the anchor of each fact where its value begins.
class BodyWriter {
 public:
  BodyWriter(const BodyText& body, const ArticleMarks& marks, const Labels& labels)
      : body_(body), marks_(marks), labels_(labels), anchored_(marks.facts.size(), false) {}

  void Write(const Block& block, HtmlWriter& html);

  // Whether the anchor of fact `i` has been written.
  bool anchored(size_t i) const { return anchored_[i]; }

 private:
  void WriteMasked(const Block& block, HtmlWriter& html);
  void WriteSegments(const Block& block, HtmlWriter& html);
  void WriteValues(const Segment& segment, HtmlWriter& html);
  // Facts of the segment that have no anchor yet; they have one from now on.
  std::vector<int> TakeUnanchored(const Segment& segment);

  const BodyText& body_;
  const ArticleMarks& marks_;
  const Labels& labels_;
  std::vector<bool> anchored_;
};

// `1 4`: numbers as the attributes data-q and data-f have them.
std::string NumberList(const std::vector<int>& numbers);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_BODY_WRITER_H_
