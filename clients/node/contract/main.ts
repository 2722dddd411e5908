// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Runs the contract suite: main.js ADDRESS CASES_DIR GOLDEN_DIR.
import { YinzhengClient } from "../src/index.js";
import { readCases, runCase } from "./cases.js";
import { goldenResults, sliceFailure, type Result } from "./resources.js";

const [address, cases, golden] = process.argv.slice(2);
if (!address || !cases || !golden) throw new TypeError("usage: main.js ADDRESS CASES_DIR GOLDEN_DIR");

const client = new YinzhengClient({ address });
const results: Result[] = [];
for (const one of readCases(cases)) results.push([one.name, await runCase(client, one)]);
if (results.length === 0) throw new Error(`no cases in ${cases}`);
results.push(...goldenResults(golden), ["slices", await sliceFailure(client)]);
client.close();

const failures = results.filter(([, failure]) => failure !== undefined);
for (const [name, failure] of failures) console.log(`FAILED ${name}: ${failure}`);
console.log(`${results.length - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
