// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// The contract suite fails where it should.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mismatch, type Json } from "../contract/matching.js";

const actual: Json = { a: [{ n: 1, s: "x", extra: true }, {}], b: false };

test("matches", () => {
  const matching: Json[] = [{}, { a: [] }, { a: [{}] }, { a: [{ n: 1.0, s: "x" }], b: false, c: null }];
  for (const expected of matching) assert.equal(mismatch(expected, actual), undefined);
});

const different: [Json, RegExp][] = [
  [{ c: 1 }, /response\.c is undefined/],
  [{ b: null }, /response\.b is false, expected none/],
  [{ b: 0 }, /response\.b is false/],
  [{ a: [{ n: "1" }] }, /response\.a\.0\.n is 1/],
  [{ a: [{}, {}, {}] }, /3 elements or more/],
  [{ a: {} }, /expected an object/],
];
for (const [expected, where] of different) {
  test(`mismatch of ${JSON.stringify(expected)}`, () => assert.match(mismatch(expected, actual) ?? "", where));
}
