// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What tells a writer that a document of the last generation can stay as it is: digests of all that
// its terms and values are made of, and of its data. Places in the source are data alone, so that
// an article that moves in its file keeps its terms. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_CONTENT_KEYS_H_
#define YINZHENG_INDEXER_STORE_CONTENT_KEYS_H_

#include <string>
#include <string_view>

#include "indexer/store/documents.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::store {

struct ContentKeys {
  std::string terms;
  std::string data;
};

// `data` is the message, serialized, in each case. Numbers of articles and groups are not covered.
// The record is changed on the way and is as before in the end.
ContentKeys KeysOf(v1::ArticleRecord& record, std::string_view data);
ContentKeys KeysOf(const yinzheng::v1::Entity& entity, std::string_view data);
// A fact is found by every name that `entities` give to those that it speaks of. The key of its
// terms is made by TermsKeyOf, which costs a copy and is needed only if that of its data differs.
std::string DataKeyOf(const yinzheng::v1::Fact& fact, const KnownEntities& entities,
                      std::string_view data);
std::string TermsKeyOf(const yinzheng::v1::Fact& fact, const KnownEntities& entities);

// KnownEntity::key for these names.
std::string KeyOfNames(const std::vector<std::string>& names);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_CONTENT_KEYS_H_
