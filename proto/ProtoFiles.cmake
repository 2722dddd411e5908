# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# Every .proto that is compiled, in one plain list.
file(GLOB_RECURSE YINZHENG_PROTOS CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} yinzheng/*.proto)
set(YINZHENG_SERVICE_PROTOS ${YINZHENG_PROTOS})
list(FILTER YINZHENG_SERVICE_PROTOS INCLUDE REGEX "_service\\.proto$")
set(GOOGLE_PROTOS google/rpc/code.proto google/rpc/error_details.proto google/rpc/status.proto)
set(ALL_PROTOS ${YINZHENG_PROTOS} ${GOOGLE_PROTOS})
