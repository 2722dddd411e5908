// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import assert from "node:assert/strict";
import { test } from "node:test";
import { slice } from "../src/index.js";

const body = "𠮷市有三十家店，𠮷市有灯塔。";

for (const [start, end, want] of [
  [0, 0, ""],
  [0, 2, "𠮷市"],
  [1, 3, "市有"],
  [8, 10, "𠮷市"],
  [13, 14, "。"],
  [0, 14, body],
] as const) {
  test(`code points ${start} to ${end}`, () => assert.equal(slice(body, { start, end }), want));
}

test("a span beyond the body", () => {
  assert.throws(() => slice(body, { start: 12, end: 15 }), RangeError);
  assert.throws(() => slice("", { start: 1, end: 1 }), /FULL/);
});
