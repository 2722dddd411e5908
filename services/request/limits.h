// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_REQUEST_LIMITS_H_
#define YINZHENG_SERVICES_REQUEST_LIMITS_H_

#include <cstdint>

// Every limit of the contract in one place, as the protos state it. Lengths are code points. A
// limit protects the service (work and memory of one request), never the quality of an answer.
namespace yinzheng::services {

// A page size: what 0 means, and what more is reduced to.
struct PageLimit {
  int32_t default_size;
  int32_t max_size;
};

inline constexpr PageLimit kSearchPage{10, 100};
inline constexpr PageLimit kSuggestPage{10, 50};
inline constexpr PageLimit kSimilarPage{10, 100};
inline constexpr PageLimit kArticlePageBasic{50, 1000};
inline constexpr PageLimit kArticlePageFull{50, 50};  // bodies: a page must fit into one message
inline constexpr PageLimit kEntityPage{50, 500};
inline constexpr PageLimit kFactPage{20, 500};
inline constexpr PageLimit kConflictPage{20, 100};
inline constexpr PageLimit kLookupCandidates{5, 50};
inline constexpr PageLimit kAskResults{5, 20};
inline constexpr PageLimit kPassagesPerArticle{1, 10};
// Passages that a search counts, without facets and with them.
inline constexpr PageLimit kCountLimit{100, 10000};
inline constexpr PageLimit kFacetCountLimit{1000, 10000};

inline constexpr int32_t kMaxQueryLength = 1000;
inline constexpr int32_t kMaxPrefixLength = 100;
inline constexpr int32_t kMaxNameLength = 200;
inline constexpr int32_t kMaxLookupContextLength = 2000;
inline constexpr int32_t kMaxQuestionLength = 500;
inline constexpr int32_t kMaxTextLength = 20000;
inline constexpr int32_t kMaxQuoteLength = 2000;
inline constexpr int32_t kMaxContextBudget = 2000;
inline constexpr double kMinHalfLifeDays = 1;
inline constexpr double kMaxHalfLifeDays = 36500;
inline constexpr int32_t kMaxBatch = 100;
inline constexpr int32_t kMaxQuotes = 50;
inline constexpr int32_t kMaxFacets = 5;
inline constexpr int32_t kMaxFactFacets = 9;
inline constexpr int32_t kMaxTimelineSubjects = 20;
// Longest page token read; ours are far shorter.
inline constexpr int32_t kMaxPageTokenBytes = 1024;
// Largest message taken or sent, in bytes (gRPC's default for receiving).
inline constexpr int32_t kMaxMessageBytes = 4 << 20;

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_REQUEST_LIMITS_H_
