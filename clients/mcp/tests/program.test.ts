// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// How the program is started and ends, against a server that answers what the test says.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { FakeServer } from "yinzheng-client/testing";
import { SearchService } from "yinzheng-client/v1";
import { callTool, connectHost, program, textOf } from "./host.js";

const folder = mkdtempSync(join(tmpdir(), "yinzheng-mcp-"));
const { ask } = SearchService.method;
let fake: FakeServer;
before(async () => {
  fake = await FakeServer.start();
  fake.on(ask, {});
});
after(() => {
  fake.stop();
  rmSync(folder, { recursive: true });
});

test("sends the token of the file", async () => {
  const file = join(folder, "token");
  writeFileSync(file, "s3cret\n");
  const host = await connectHost("--server", fake.address, "--token-file", file);
  assert.equal((await callTool(host, "ask", { question: "？" })).isError, undefined);
  assert.equal(fake.metadata(ask).at(-1)!.authorization, "Bearer s3cret");
  await host.close();
});

test("speaks TLS with --ca", async () => {
  const ca = join(folder, "ca.pem");
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=ca",
    "-keyout", join(folder, "ca.key"), "-out", ca], { stdio: "pipe" });
  const asked = fake.requests(ask).length;
  const host = await connectHost("--server", fake.address, "--ca", ca);
  const result = await callTool(host, "ask", { question: "？" });
  assert.equal(result.isError, true, "a server without TLS was spoken to");
  assert.equal(fake.requests(ask).length, asked);
  await host.close();
});

test("without a server the tool says so", async () => {
  const host = await connectHost("--server", `unix:${join(folder, "none")}`);
  const result = await callTool(host, "ask", { question: "？" });
  assert.equal(result.isError, true);
  assert.match(textOf(result), /^reason: UNAVAILABLE[^]*what to do: Tell the user that no Yinzheng server answers/);
  await host.close();
});

test("ends with its input", async () => {
  const started = spawn(process.execPath, [program, "--server", fake.address], { stdio: ["pipe", "ignore", "inherit"] });
  started.stdin!.end();
  assert.deepEqual(await once(started, "exit"), [0, null]);
});

test("ends without a word where its host no longer reads", async () => {
  const started = spawn(process.execPath, [program, "--server", fake.address], { stdio: ["pipe", "pipe", "pipe"] });
  started.stdout!.destroy();
  let complaint = "";
  started.stderr!.setEncoding("utf8").on("data", (text: string) => { complaint += text; });
  // The host's end of the input stays open: only what the program writes can tell it that nobody reads.
  const request = { jsonrpc: "2.0", id: 1, method: "ping" };
  started.stdin!.write(`${JSON.stringify(request)}\n`);
  assert.deepEqual(await once(started, "close"), [0, null]);
  assert.equal(complaint, "");
});

for (const [args, status, want] of [
  [["--help"], 0, /^Usage: yinzheng-mcp/],
  [["--sever", "x"], 2, /^yinzheng-mcp: .*--sever/],
  [["--token-file", join(folder, "absent")], 2, /^yinzheng-mcp: ENOENT.*absent/],
] as const) {
  test(`${args[0]} ends with ${status}`, () => {
    const ended = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
    assert.equal(ended.status, status);
    assert.match(status === 0 ? ended.stdout : ended.stderr, want);
  });
}
