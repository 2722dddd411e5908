# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# Every .proto that is compiled; a test compares this with what is on disk.
set(YINZHENG_SERVICE_PROTOS
    yinzheng/v1/article_service.proto
    yinzheng/v1/check_service.proto
    yinzheng/v1/entity_service.proto
    yinzheng/v1/fact_service.proto
    yinzheng/v1/index_service.proto
    yinzheng/v1/search_service.proto)
set(YINZHENG_PROTOS
    yinzheng/config/v1/server_config.proto
    yinzheng/pack/v1/knowledge_pack.proto
    yinzheng/store/v1/cache.proto
    yinzheng/store/v1/export.proto
    yinzheng/store/v1/manifest.proto
    yinzheng/store/v1/records.proto
    yinzheng/store/v1/stored_article.proto
    yinzheng/v1/article.proto
    yinzheng/v1/citation.proto
    yinzheng/v1/entity.proto
    yinzheng/v1/entity_ref.proto
    yinzheng/v1/error_reason.proto
    yinzheng/v1/fact.proto
    yinzheng/v1/generation.proto
    yinzheng/v1/text.proto
    ${YINZHENG_SERVICE_PROTOS})
set(GOOGLE_PROTOS google/rpc/code.proto google/rpc/error_details.proto google/rpc/status.proto)
set(ALL_PROTOS ${YINZHENG_PROTOS} ${GOOGLE_PROTOS})
