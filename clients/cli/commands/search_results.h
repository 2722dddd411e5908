// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_COMMANDS_SEARCH_RESULTS_H_
#define YINZHENG_CLIENTS_CLI_COMMANDS_SEARCH_RESULTS_H_

#include <ostream>
#include <string>

#include "clients/cli/style.h"
#include "clients/cli/table.h"
#include "google/protobuf/repeated_field.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::cli {

// One result: the article, then its passages with what matched.
void PrintSearchResult(const v1::SearchResult& result, const Style& style, std::ostream& out);

// All results, facets, other spellings and totals.
void PrintSearchResponse(const v1::SearchResponse& response, const Style& style, std::ostream& out);

// A line with the other spellings proposed; nothing where there are none.
void PrintDidYouMean(const google::protobuf::RepeatedPtrField<std::string>& proposals,
                     const Style& style, std::ostream& out);

// One row a result, with its best passage.
Table SearchTable(const google::protobuf::RepeatedPtrField<v1::SearchResult>& results);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_COMMANDS_SEARCH_RESULTS_H_
