// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/article_words.h"

#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/store/document_codec.h"
#include "yinzheng/store/v1/cache.pb.h"

namespace yinzheng::store {

absl::StatusOr<std::string> PackWords(const ArticleTerms& article) {
  v1::ArticleWords words;
  for (const std::string& word : article.title_words) words.add_title_words(word);
  for (const PhraseRun& run : article.phrase_runs) {
    words.add_runs(run.key);
    words.add_printed(run.printed == run.key ? "" : run.printed);
  }
  return CompressAlone(words.SerializeAsString());
}

absl::Status UnpackWords(const std::string& packed, ArticleTerms& article) {
  YZ_ASSIGN_OR_RETURN(const std::string bytes, Decompress(packed));
  v1::ArticleWords words;
  if (!words.ParseFromString(bytes) || words.runs_size() != words.printed_size()) {
    return absl::DataLossError("the cached words of an article are damaged");
  }
  article.title_words.assign(words.title_words().begin(), words.title_words().end());
  article.phrase_runs.clear();
  article.phrase_runs.reserve(static_cast<size_t>(words.runs_size()));
  for (int i = 0; i < words.runs_size(); ++i) {
    const std::string& printed = words.printed(i);
    article.phrase_runs.push_back({words.runs(i), printed.empty() ? words.runs(i) : printed});
  }
  return absl::OkStatus();
}

}  // namespace yinzheng::store
