// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Checks that every runner makes besides the cases: golden resources, and slices.
import { fromBinary, fromJson, toBinary, toJson, type DescMessage } from "@bufbuild/protobuf";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { slice, type YinzhengClient } from "../src/index.js";
import {
  ArticleSchema, ArticleView, EntitySchema, FactSchema, MentionSchema, PassageSchema, SearchResponseSchema,
} from "../src/v1.js";

export type Result = readonly [name: string, failure: string | undefined];

const goldenTypes: ReadonlyMap<string, DescMessage> = new Map<string, DescMessage>([
  ["article", ArticleSchema],
  ["entity", EntitySchema],
  ["fact", FactSchema],
  ["mention", MentionSchema],
  ["passage", PassageSchema],
  ["search_response", SearchResponseSchema],
]);

// Field 1000, length-delimited, "new": what a later version of the contract might send.
const unknownField = Buffer.from("c23e036e6577", "hex");

export function goldenResults(folder: string): Result[] {
  const names = readdirSync(folder).filter((file) => file.endsWith(".json")).map((file) => basename(file, ".json"));
  const unknown = names.filter((name) => !goldenTypes.has(name)).map((name): Result => [`golden_${name}`, "has no type here"]);
  return [...unknown, ...[...goldenTypes].map(([name, type]): Result => [`golden_${name}`, goldenFailure(join(folder, name), type)])];
}

function goldenFailure(path: string, type: DescMessage): string | undefined {
  const expected = JSON.parse(readFileSync(`${path}.json`, "utf8"));
  const wire = Buffer.from(readFileSync(`${path}.hex`, "utf8").replace(/\s/g, ""), "hex");
  const decoded = toJson(type, fromBinary(type, wire));
  if (!isDeepStrictEqual(decoded, expected)) return `decoded to ${JSON.stringify(decoded)}`;
  const encoded = Buffer.from(toBinary(type, fromJson(type, expected)));
  if (!encoded.equals(wire)) return `encoded to ${encoded.toString("hex")}`;
  const newer = Buffer.concat([wire, unknownField]);
  return newer.equals(toBinary(type, fromBinary(type, newer))) ? undefined : "lost a field that it does not know";
}

export async function sliceFailure(client: YinzhengClient): Promise<string | undefined> {
  const { facts } = await client.fact.searchFacts({ query: "2024年", pageSize: 20 });
  const citations = facts.flatMap((fact) => fact.citations);
  if (citations.length === 0) return "found no fact to check";
  const names = [...new Set(citations.map((citation) => citation.article))];
  const { articles } = await client.article.batchGetArticles({ names, view: ArticleView.FULL });
  const bodies = new Map(articles.map((article) => [article.name, article.body]));
  for (const { article, quote, span } of citations) {
    const found = slice(bodies.get(article)!, span!);
    if (found !== quote) return `${article} ${span!.start}-${span!.end} is ${found}, not ${quote}`;
  }
  return undefined;
}
