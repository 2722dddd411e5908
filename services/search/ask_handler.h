// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_ASK_HANDLER_H_
#define YINZHENG_SERVICES_SEARCH_ASK_HANDLER_H_

#include "absl/status/statusor.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/query_compiler.h"
#include "indexer/text/analyzer.h"
#include "services/record/snapshot_access.h"
#include "services/record/value_comparison.h"
#include "services/request/request_context.h"
#include "services/search/answer_ranker.h"
#include "services/search/question_reader.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {

// Answers one plain question from what is recorded, as SearchService.Ask promises: facts first,
// then the entities it names, the passages that speak of it and their sentences that may answer.
// It composes no sentences.
//
// Thread-safe; borrows index manager, compiler, analyzer, question reader and comparison.
class AskHandler {
 public:
  AskHandler(const store::IndexManager& index, const store::QueryCompiler& compiler,
             const text::Analyzer& analyzer, const QuestionReader& reader,
             const ValueComparison& values)
      : index_(index), compiler_(compiler), analyzer_(analyzer), reader_(reader), values_(values) {}

  absl::StatusOr<v1::AskResponse> Ask(const RequestContext& context,
                                      const v1::AskRequest& request) const;

 private:
  // A question as it was sent and as it was read, and how many of each kind it may have.
  struct Asked {
    const std::string& text;
    const Question& question;
    size_t limit;
    const store::SearchControl& control;
  };
  // The articles whose passages speak of it; returns the sentences of these.
  absl::StatusOr<std::vector<SentenceCandidate>> AddPassages(const store::IndexSnapshot& snapshot,
                                                             const RequestContext& context,
                                                             const Asked& asked,
                                                             v1::AskResponse& response) const;
  // The facts to `candidates`, whose sentences are there.
  absl::Status AddFacts(const store::IndexSnapshot& snapshot, const Asked& asked,
                        AnswerCandidates& candidates) const;

  const store::IndexManager& index_;
  const store::QueryCompiler& compiler_;
  const text::Analyzer& analyzer_;
  const QuestionReader& reader_;
  const ValueComparison& values_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_ASK_HANDLER_H_
