// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Client of Yinzheng: cited facts, entities and full-text search over Chinese articles.
export { YinzhengClient, type Calls, type CallOptions } from "./client.js";
export type { ClientOptions, TlsFiles } from "./channel.js";
export { YinzhengError } from "./errors.js";
export { slice } from "./slice.js";
