// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// The tools over a server of the sample corpus, whose address is in YINZHENG_ADDRESS.
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { YinzhengClient, slice } from "yinzheng-client";
import { ArticleView } from "yinzheng-client/v1";
import type { CitationEntry } from "../src/citation_list.js";
import type { FactEntry } from "../src/fact_entry.js";
import { callTool, connectHost, textOf } from "./host.js";

const address = process.env.YINZHENG_ADDRESS;
if (!address) throw new Error("YINZHENG_ADDRESS names the server of the sample corpus");

let host: Client;
const client = new YinzhengClient({ address });
before(async () => {
  host = await connectHost("--server", address);
});
after(async () => {
  await host.close();
  client.close();
});

// Calls a tool that has to succeed and to cite, holds each citation against the article, and returns the fields.
async function cited<T>(name: string, input: Record<string, unknown>): Promise<T & { citations: CitationEntry[] }> {
  const result = await callTool(host, name, input);
  assert.equal(result.isError, undefined, textOf(result));
  const fields = result.structuredContent as T & { citations: CitationEntry[] };
  assert.notEqual(fields.citations.length, 0);
  for (const { number, quote, title, outlet, article, start, end } of fields.citations) {
    const { article: found } = await client.article.getArticle({ name: article, view: ArticleView.FULL });
    assert.equal(quote, slice(found!.body, { start, end }));
    assert.deepEqual([title, outlet], [found!.title, found!.outlet]);
    assert(textOf(result).includes(`[${number}]`) && textOf(result).includes(quote), `the text lacks citation ${number}`);
  }
  return fields;
}

const question = "量子院有多少全职科研人员？";
const said = "科技成果经过中试，转化和产业化的成功率可达80%";

test("lists the tools", async () => {
  const { tools } = await host.listTools();
  assert.deepEqual(tools.map((tool) => tool.name), ["ask", "search", "entity", "facts", "timeline", "check", "verify_quotes"]);
  for (const tool of tools) {
    assert(tool.description && tool.outputSchema?.required?.includes("citations"), tool.name);
    assert.equal(tool.annotations?.readOnlyHint, true);
  }
});

test("ask", async () => {
  const { answers, citations } = await cited<{ answers: FactEntry[] }>("ask", { question });
  assert.deepEqual([answers[0]!.amount, answers[0]!.unit, answers[0]!.subject], ["217", "名", "北京量子信息科学研究院"]);
  const first = citations.find(({ number }) => number === answers[0]!.citations[0])!;
  assert(first.quote.includes("217名"));
  assert.equal(first.outlet, "北京商报");
  assert.equal(first.speaker, "张硕");
});

test("ask without an answer", async () => {
  const result = await callTool(host, "ask", { question: "月亮上住着几只兔子？" });
  assert.equal(result.isError, undefined);
  assert.match(textOf(result), /No recorded fact answers/);
});

test("search", async () => {
  const { results, citations } = await cited<{ results: { title: string; passages: number[] }[] }>("search", { query: "数字贸易港", limit: 1 });
  assert.equal(results[0]!.title, "北京自貿區科技創新片區：海澱與昌平如何分工（文摘）");
  assert.deepEqual(results[0]!.passages, [1]);
  assert.equal(citations[0]!.published, "2021-01-16");
});

test("entity", async () => {
  const { candidates } = await cited<{ candidates: { display_name: string; is_match: boolean }[] }>("entity", { name: "量子院" });
  assert.deepEqual([candidates[0]!.display_name, candidates[0]!.is_match], ["北京量子信息科学研究院", true]);
});

test("facts of a subject by its name", async () => {
  const { facts } = await cited<{ facts: FactEntry[] }>("facts", { subject: "量子院", property: "全职科研人员" });
  assert.equal(facts[0]!.value, "217名");
});

test("facts page by page", async () => {
  const first = await cited<{ next_page_token: string; facts: FactEntry[] }>("facts", { kind: "RANK", limit: 2 });
  const second = await cited<{ facts: FactEntry[] }>("facts", { kind: "RANK", limit: 2, page_token: first.next_page_token });
  assert(second.facts.every(({ kind, name }) => kind === "RANK" && !first.facts.some((fact) => fact.name === name)));
});

test("timeline", async () => {
  const { series } = await cited<{ series: { unit: string; groups: { time: string; facts: FactEntry[] }[] }[] }>(
    "timeline", { subjects: ["北京"], property: "技术合同成交额" });
  assert.equal(series[0]!.unit, "元");
  assert.deepEqual([series[0]!.groups[0]!.time, series[0]!.groups[0]!.facts[0]!.amount], ["2022", "794750000000"]);
});

test("check", async () => {
  const { assertions } = await cited<{ assertions: { text: string; verdict: string; reason: string }[] }>(
    "check", { text: "𠮷市很远。量子院的全职科研人员为300名。" });
  const wrong = assertions.find(({ verdict }) => verdict === "CONTRADICTED")!;
  assert.deepEqual([wrong.text, wrong.reason], ["量子院的全职科研人员为300名。", "VALUE_DIFFERS"]);
});

test("verify_quotes", async () => {
  const { results } = await cited<{ results: { verdict: string; citations: number[] }[] }>(
    "verify_quotes", { quotes: [{ text: said }, { text: said, speaker: "于军" }, { text: "鳄鱼都住在月亮背面的湖里" }] });
  assert.deepEqual(results.map(({ verdict }) => verdict), ["VERBATIM", "OTHER_SPEAKER", "NOT_FOUND"]);
  assert.deepEqual(results[2]!.citations, []);
});

for (const [name, input, want] of [
  ["facts", { subject: "entities/00000000000000000000", property: "位于", article: "x" }, /^reason: FIELD_MALFORMED \(.*field=article/],
  ["timeline", { subjects: ["entities/00000000000000000000"] }, /^reason: RESOURCE_NOT_FOUND \(name=entities\/0+\)[^]*what to do: .*`entity`/],
  ["timeline", { subjects: ["鳄鱼大学"] }, /^reason: UNCLEAR_INPUT[^]*清华大学 entities\/[^]*what to do: /],
  ["search", { query: "北京", filter: "colour = 1" }, /^reason: FILTER_INVALID \(.*position=0[^]*what to do: Correct the filter/],
  ["facts", { limit: 0 }, /limit/],
] as const) {
  test(`${name} ${JSON.stringify(input)} says what to do`, async () => {
    const result = await callTool(host, name, input);
    assert.equal(result.isError, true);
    assert.match(textOf(result), want);
  });
}
