// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_TESTING_SERVED_INDEX_H_
#define YINZHENG_SERVICES_RECORD_TESTING_SERVED_INDEX_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "gtest/gtest.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/testing/temp_index.h"
#include "services/record/record_rules.h"

namespace yinzheng::services {

// A small real index with a manager that serves it, and what handlers borrow beside it. Not for
// production code.
//
//   ServedIndex index;
//   index.content().AddArticle(…);
//   index.Publish();
//   EntityHandler handler(index.manager());
class ServedIndex {
 public:
  ServedIndex() : manager_(Options(content_.path())) {}

  store::testing::TempIndex& content() { return content_; }
  store::IndexManager& manager() { return manager_; }

  // Publishes everything added so far and serves it; fails the test if that is not possible.
  void Publish() {
    const absl::Status published = content_.Publish().status();
    ASSERT_TRUE(published.ok()) << published;
    const absl::Status polled = manager_.Poll().status();
    ASSERT_TRUE(polled.ok()) << polled;
  }

  static const store::QueryCompiler& Compiler() {
    static const auto* const kCompiler =
        store::QueryCompiler::Create(store::testing::SharedAnalyzer(),
                                     store::testing::SharedSegmenter())
            ->release();
    return *kCompiler;
  }
  static const RecordRules& Rules() {
    static const auto* const kRules = new RecordRules(*RecordRules::Create());
    return *kRules;
  }

 private:
  static store::IndexManagerOptions Options(const std::string& directory) {
    store::IndexManagerOptions options;
    options.index_directory = directory;
    options.analyzer_fingerprint = store::testing::SharedAnalyzer().Fingerprint();
    return options;
  }

  store::testing::TempIndex content_;
  store::IndexManager manager_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_TESTING_SERVED_INDEX_H_
