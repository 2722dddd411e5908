// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Every message, enum and service of `yinzheng.v1` in one module, so that callers need not know which file declares which.
export * from "./generated/yinzheng/v1/article_pb.js";
export * from "./generated/yinzheng/v1/article_service_pb.js";
export * from "./generated/yinzheng/v1/check_service_pb.js";
export * from "./generated/yinzheng/v1/citation_pb.js";
export * from "./generated/yinzheng/v1/entity_pb.js";
export * from "./generated/yinzheng/v1/entity_ref_pb.js";
export * from "./generated/yinzheng/v1/entity_service_pb.js";
export * from "./generated/yinzheng/v1/error_reason_pb.js";
export * from "./generated/yinzheng/v1/fact_pb.js";
export * from "./generated/yinzheng/v1/fact_service_pb.js";
export * from "./generated/yinzheng/v1/generation_pb.js";
export * from "./generated/yinzheng/v1/index_service_pb.js";
export * from "./generated/yinzheng/v1/search_service_pb.js";
export * from "./generated/yinzheng/v1/text_pb.js";
