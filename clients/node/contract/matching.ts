// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// What a case expects of an answer: see tests/contract/cases/README.md.
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The first place where `actual` does not match `expected`; undefined where it does. */
export function mismatch(expected: Json, actual: Json | undefined, path = "response"): string | undefined {
  if (Array.isArray(expected)) return arrayMismatch(expected, actual, path);
  if (expected !== null && typeof expected === "object") return objectMismatch(expected, actual, path);
  return actual === expected ? undefined : `${path} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;
}

function objectMismatch(expected: { [key: string]: Json }, actual: Json | undefined, path: string): string | undefined {
  if (actual === null || typeof actual !== "object" || Array.isArray(actual)) {
    return `${path} is ${JSON.stringify(actual)}, expected an object`;
  }
  for (const [key, value] of Object.entries(expected)) {
    const found = value === null
      ? key in actual ? `${path}.${key} is ${JSON.stringify(actual[key])}, expected none` : undefined
      : mismatch(value, actual[key], `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}

function arrayMismatch(expected: Json[], actual: Json | undefined, path: string): string | undefined {
  if (!Array.isArray(actual) || actual.length < expected.length) {
    return `${path} is ${JSON.stringify(actual)}, expected ${expected.length} elements or more`;
  }
  for (const [index, value] of expected.entries()) {
    const found = mismatch(value, actual[index], `${path}.${index}`);
    if (found) return found;
  }
  return undefined;
}
