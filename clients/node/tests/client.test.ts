// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// What every call gets, against a server that answers what the test says.
import { Metadata, status } from "@grpc/grpc-js";
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { YinzhengClient, YinzhengError } from "../src/index.js";
import { detailsKey, fromServiceError } from "../src/errors.js";
import { FakeServer } from "../src/testing.js";
import { ArticleService, IndexService, SearchService } from "../src/v1.js";

const { ask } = SearchService.method;
const question = "岛上有几座灯塔？";
const notReady = new YinzhengError(status.UNAVAILABLE, "no index is open yet", "INDEX_NOT_READY");

let fake: FakeServer;
let client: YinzhengClient;
function connect(options: { token?: string; deadlineMs?: number } = {}): void {
  client?.close();
  client = new YinzhengClient({ address: fake.address, ...options });
}
beforeEach(async () => {
  fake?.stop();
  fake = await FakeServer.start();
  connect();
});
after(() => {
  client.close();
  fake.stop();
});

test("answers", async () => {
  fake.on(ask, ({ question }) => ({ recordedProperties: [question] }));
  assert.deepEqual((await client.search.ask({ question })).recordedProperties, [question]);
  assert.equal(fake.requests(ask)[0]!.question, question);
  assert.equal(fake.metadata(ask)[0]!.authorization, undefined);
});

test("token and metadata of a call", async () => {
  connect({ token: "s3cret" });
  fake.on(ask, {});
  await client.search.ask({ question }, { metadata: { "x-trace": "7" } });
  assert.equal(fake.metadata(ask)[0]!.authorization, "Bearer s3cret");
  assert.equal(fake.metadata(ask)[0]!["x-trace"], "7");
});

test("reason and metadata of errors", async () => {
  fake.on(ArticleService.method.getArticle,
    new YinzhengError(status.NOT_FOUND, "find articles/42: none", "RESOURCE_NOT_FOUND", { name: "articles/42" }));
  await assert.rejects(client.article.getArticle({ name: "articles/42" }), (error) => {
    assert(error instanceof YinzhengError);
    assert.equal(error.code, status.NOT_FOUND);
    assert.equal(error.message, "NOT_FOUND (RESOURCE_NOT_FOUND): find articles/42: none");
    assert.deepEqual([error.reason, { ...error.metadata }], ["RESOURCE_NOT_FOUND", { name: "articles/42" }]);
    return true;
  });
});

test("details that are not the service's are no reason", () => {
  const metadata = new Metadata();
  metadata.set(detailsKey, Buffer.from([0xff]));
  const error = fromServiceError(Object.assign(new Error("x"), { code: status.INTERNAL, details: "x", metadata }));
  assert.deepEqual([error.codeName, error.reason], ["INTERNAL", ""]);
});

test("unavailable is tried again", async () => {
  let attempts = 0;
  fake.on(ask, () => {
    if (++attempts < 3) throw notReady;
    return { recordedProperties: ["灯塔数"] };
  });
  assert.deepEqual((await client.search.ask({ question })).recordedProperties, ["灯塔数"]);
  assert.equal(attempts, 3);
});

test("gives up after four attempts", async () => {
  fake.on(ask, notReady);
  await assert.rejects(client.search.ask({ question }), { reason: "INDEX_NOT_READY" });
  assert.equal(fake.requests(ask).length, 4);
});

test("other errors and reloads are not tried again", async () => {
  fake.on(ask, new YinzhengError(status.RESOURCE_EXHAUSTED, "busy", "OVERLOADED"));
  fake.on(IndexService.method.reloadIndex, notReady);
  await assert.rejects(client.search.ask({ question }), { reason: "OVERLOADED" });
  await assert.rejects(client.index.reloadIndex({}), { reason: "INDEX_NOT_READY" });
  assert.equal(fake.requests(ask).length, 1);
  assert.equal(fake.requests(IndexService.method.reloadIndex).length, 1);
});

test("servers take turns", async () => {
  const other = await FakeServer.start();
  const both = new YinzhengClient({ address: `ipv4:${fake.address},${other.address}` });
  fake.on(ask, {});
  other.on(ask, {});
  let calls = 0; // The first go to whichever is connected first.
  while (calls++ < 1000 && !(fake.requests(ask).length > 0 && other.requests(ask).length > 0)) await both.search.ask({ question });
  both.close();
  other.stop();
  assert(calls < 1000, "one server got every call");
});

const never = () => new Promise<never>(() => {});

test("deadline of the client and of a call", async () => {
  fake.on(ask, never);
  await assert.rejects(client.search.ask({ question }, { deadlineMs: 100 }), { code: status.DEADLINE_EXCEEDED });
  connect({ deadlineMs: 100 });
  await assert.rejects(client.search.ask({ question }), { code: status.DEADLINE_EXCEEDED });
});

test("an abort cancels", async () => {
  const abort = new AbortController();
  fake.on(ask, () => {
    abort.abort();
    return never();
  });
  await assert.rejects(client.search.ask({ question }, { signal: abort.signal }), { code: status.CANCELLED });
  await assert.rejects(client.search.ask({ question }, { signal: abort.signal }), { name: "AbortError" });
});

test("methods without a reply are unimplemented", async () => {
  await assert.rejects(client.search.suggest({ prefix: "d" }), { code: status.UNIMPLEMENTED, details: /SearchService\/Suggest/ });
});
