// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_ENTITY_ENTITY_HANDLER_H_
#define YINZHENG_SERVICES_ENTITY_ENTITY_HANDLER_H_

#include "absl/status/statusor.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/query_compiler.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/entity_service.pb.h"

namespace yinzheng::services {

// Entities by any of their names, where they are mentioned and what they are related to, as
// EntityService promises. It does not search texts and does not judge facts.
//
// Thread-safe; borrows the index manager, the reader of pinyin and the compiler of queries.
class EntityHandler {
 public:
  EntityHandler(const store::IndexManager& index, const text::PinyinReader& pinyin,
                const store::QueryCompiler& compiler)
      : index_(index), pinyin_(pinyin), compiler_(compiler) {}

  absl::StatusOr<v1::LookupEntitiesResponse> LookupEntities(
      const RequestContext& context, const v1::LookupEntitiesRequest& request) const;
  absl::StatusOr<v1::GetEntityResponse> GetEntity(const RequestContext& context,
                                                  const v1::GetEntityRequest& request) const;
  absl::StatusOr<v1::ListEntitiesResponse> ListEntities(
      const RequestContext& context, const v1::ListEntitiesRequest& request) const;
  absl::StatusOr<v1::ListMentionsResponse> ListMentions(
      const RequestContext& context, const v1::ListMentionsRequest& request) const;
  absl::StatusOr<v1::ListRelatedEntitiesResponse> ListRelatedEntities(
      const RequestContext& context, const v1::ListRelatedEntitiesRequest& request) const;

 private:
  const store::IndexManager& index_;
  const text::PinyinReader& pinyin_;
  const store::QueryCompiler& compiler_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_ENTITY_ENTITY_HANDLER_H_
