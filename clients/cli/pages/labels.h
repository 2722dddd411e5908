// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_LABELS_H_
#define YINZHENG_CLIENTS_CLI_PAGES_LABELS_H_

#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"

namespace yinzheng::cli::pages {

// The words of a page itself, in the script of what it shows. They are data: pages/data/labels.tsv
// has a row for each key with both scripts. Values of enums have their own names as keys.
class Labels {
 public:
  // By the language of an article: Traditional for zh-Hant, zh-TW, zh-HK and zh-MO, else
  // Simplified.
  static const Labels& ForLanguage(std::string_view language);

  // The words for `key`; the key itself where the table has none, which a test forbids.
  std::string_view operator()(std::string_view key) const;

  // For the lang attribute: `zh-Hans` or `zh-Hant`.
  std::string_view language() const { return language_; }

 private:
  Labels(std::string_view language, size_t column);

  std::string_view language_;
  absl::flat_hash_map<std::string, std::string> words_;
};

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_LABELS_H_
