// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Documents by name, and what is in them. Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_DOCUMENT_LOOKUP_H_
#define YINZHENG_INDEXER_STORE_DOCUMENT_LOOKUP_H_

#include <google/protobuf/message_lite.h>
#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/document_codec.h"
#include "indexer/store/search_types.h"

namespace yinzheng::store {

// The document that `term` names; nullopt where there is none.
std::optional<Xapian::docid> FindDocument(const Xapian::Database& database,
                                          const std::string& term);

// kNotFound for a name that the index does not have.
absl::Status NoSuchResource(std::string_view name);

// The message that a document holds. kDataLoss.
template <typename Message>
absl::StatusOr<Message> ParseDocument(const Xapian::Document& document) {
  Message message;
  YZ_ASSIGN_OR_RETURN(const std::string data, Decompress(document.get_data()));
  if (message.ParseFromString(data)) return message;
  return absl::DataLossError(absl::StrCat("document ", document.get_docid(),
                                          " of the index holds no ", message.GetTypeName(),
                                          "; restore the generation or build the index again"));
}

// The message of the document with this id (kName). kNotFound says `name`.
template <typename Message>
absl::StatusOr<Message> LookUp(const Xapian::Database& database, const std::string& term,
                               std::string_view name) {
  const std::optional<Xapian::docid> found = FindDocument(database, term);
  if (!found) return NoSuchResource(name);
  return ParseDocument<Message>(database.get_document(*found));
}

// Calls `visit` with every document, in the order of names, until it returns an error.
absl::Status VisitByName(const Xapian::Database& database,
                         const std::function<absl::Status(const Xapian::Document&)>& visit);

// kDeadlineExceeded or kCancelled if it is time to stop.
absl::Status CheckControl(const SearchControl& control);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DOCUMENT_LOOKUP_H_
