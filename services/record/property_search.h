// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_PROPERTY_SEARCH_H_
#define YINZHENG_SERVICES_RECORD_PROPERTY_SEARCH_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/fact_reader.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/generation.pb.h"

namespace yinzheng::services {

// The properties (by key) that somebody means who asks for `words`, where none is called so: those
// that hold them, among the facts of `subjects`, or of the whole index if there are none. At most
// 100. Costs a read of the subjects' facts (5,000 at most), or of the index's properties.
absl::StatusOr<std::vector<std::string>> PropertiesMeantBy(const std::string& words,
                                                           const std::vector<std::string>& subjects,
                                                           const store::FactReader& facts,
                                                           const store::SearchControl& control);

// The warning that `words` is no property and what was taken in its place: the properties of
// `found`, or any words.
enum class PropertyTaken { kProperties, kWords };
v1::Warning PropertyWarning(const std::string& words, PropertyTaken taken,
                            const std::vector<store::FactHit>& found);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_PROPERTY_SEARCH_H_
