// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_NAME_SCANNER_H_
#define YINZHENG_SERVICES_RECORD_NAME_SCANNER_H_

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/entity_reader.h"
#include "indexer/text/span.h"

namespace yinzheng::services {

// A name of the index that stands in a text.
struct FoundName {
  text::Span span;  // code points of the text
  store::NamedEntity named;
};

// The names of entities that stand in `text`, longest first from the left, none overlapping
// another: how questions and claims find what they speak of without reading the language. Of
// several entities with one name the most mentioned one is taken. Names of one character are not
// looked for, nor any of more than 24. One lookup for each place, more only where a name may begin.
absl::StatusOr<std::vector<FoundName>> FindNames(const store::EntityReader& entities,
                                                 std::u32string_view text);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_NAME_SCANNER_H_
