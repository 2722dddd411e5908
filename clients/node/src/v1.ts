// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Every message, enum and service of `yinzheng.v1`.
export * from "./generated/v1.js";
