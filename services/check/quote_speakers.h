// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_QUOTE_SPEAKERS_H_
#define YINZHENG_SERVICES_CHECK_QUOTE_SPEAKERS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/index_snapshot.h"
#include "yinzheng/v1/citation.pb.h"

namespace yinzheng::services {

// Puts on each of `places` (words of one article) the attribution that facts of the article record
// for the words there; leaves those without one alone.
absl::Status CreditSpeakers(const store::IndexSnapshot& snapshot,
                            const store::SearchControl& control, const std::string& article,
                            std::vector<v1::Citation>& places);

// Moves the places that are credited to `speaker` (any of the names of one entity, or a printed
// name) to the front, in order. Returns their number.
absl::StatusOr<size_t> PreferSpeaker(const store::EntityReader& entities,
                                     const std::string& speaker, std::vector<v1::Citation>& places);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_QUOTE_SPEAKERS_H_
