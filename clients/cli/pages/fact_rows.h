// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_FACT_ROWS_H_
#define YINZHENG_CLIENTS_CLI_PAGES_FACT_ROWS_H_

#include <string>

#include "absl/container/flat_hash_set.h"
#include "clients/cli/pages/html_writer.h"
#include "clients/cli/pages/page_context.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::cli::pages {

// Writes facts as rows of a list: what is stated on the left, the words that prove it on the right.
// A row has the anchor of its fact, the first row where a page shows a fact twice.
class FactRows {
 public:
  explicit FactRows(const PageContext& context) : context_(context) {}

  struct Options {
    int number = 0;              // of the point in a chart; 0 for none
    bool names_subject = false;  // begins with subject and property
    bool conflicting = false;
  };
  void Write(HtmlWriter& html, const v1::Fact& fact, const Options& options);

  // Whether a row of this fact has been written.
  bool Has(const v1::Fact& fact) const { return written_.contains(fact.name()); }

 private:
  void WriteHead(HtmlWriter& html, const v1::Fact& fact, const Options& options);
  void WriteProof(HtmlWriter& html, const v1::Fact& fact, const v1::Citation& citation);

  const PageContext& context_;
  absl::flat_hash_set<std::string> written_;
};

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_FACT_ROWS_H_
