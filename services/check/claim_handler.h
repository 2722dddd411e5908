// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_CLAIM_HANDLER_H_
#define YINZHENG_SERVICES_CHECK_CLAIM_HANDLER_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/article_extractor.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/query_compiler.h"
#include "services/check/claim_judge.h"
#include "services/check/claim_reader.h"
#include "services/record/record_rules.h"
#include "services/record/subject_facts.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/check_service.pb.h"

namespace yinzheng::services {

// Reads texts that are no articles and holds what they state against the record, as CheckService
// promises of CheckClaim and AnalyzeText. Quotations are QuoteHandler's.
//
// Thread-safe; borrows index manager, compiler, extractor and rules.
class ClaimHandler {
 public:
  ClaimHandler(const store::IndexManager& index, const store::QueryCompiler& compiler,
               const knowledge::ArticleExtractor& extractor, const RecordRules& rules)
      : index_(index),
        compiler_(compiler),
        extractor_(extractor),
        reader_(extractor, rules.rewordings),
        judge_(rules) {}

  absl::StatusOr<v1::CheckClaimResponse> CheckClaim(const RequestContext& context,
                                                    const v1::CheckClaimRequest& request) const;
  absl::StatusOr<v1::AnalyzeTextResponse> AnalyzeText(const RequestContext& context,
                                                      const v1::AnalyzeTextRequest& request) const;

 private:
  // Facts by subject, for the length of a request.
  using SubjectRecords = std::map<std::string, FactsAbout>;

  absl::StatusOr<std::vector<v1::Fact>> FindEvidence(const store::IndexSnapshot& snapshot,
                                                     const RequestContext& context,
                                                     const Claim& claim,
                                                     SubjectRecords& records) const;

  const store::IndexManager& index_;
  const store::QueryCompiler& compiler_;
  const knowledge::ArticleExtractor& extractor_;
  ClaimReader reader_;
  ClaimJudge judge_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_CLAIM_HANDLER_H_
