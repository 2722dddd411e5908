// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Runs the cases of a folder through the client.
import { fromJson, toJson, type JsonValue, type MessageShape } from "@bufbuild/protobuf";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { YinzhengError, type YinzhengClient } from "../src/index.js";
import { unaryMethods, type UnaryMethod } from "../src/method_definition.js";
import { ArticleService, CheckService, EntityService, FactService, IndexService, SearchService } from "../src/v1.js";
import { mismatch, type Json } from "./matching.js";

interface Step {
  method: string;
  request: Json;
  take: Record<string, string>;
}

export interface Case {
  name: string;
  method: string;
  first?: Step[];
  request: Json;
  expect: { code: string; response?: Json; reason?: string; metadata?: Json };
}

type Call = (request: MessageShape<UnaryMethod["input"]>) => Promise<MessageShape<UnaryMethod["output"]>>;

export function readCases(folder: string): Case[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
  return files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Case[]);
}

/** Why the case failed; undefined where it passed. */
export async function runCase(client: YinzhengClient, { method, first = [], request, expect }: Case): Promise<string | undefined> {
  const variables = new Map<string, string>();
  try {
    for (const step of first) {
      const answer = await send(client, step.method, replaced(step.request, variables));
      for (const [name, path] of Object.entries(step.take)) variables.set(name, taken(answer, path));
    }
  } catch (error) {
    return `a call before it: ${error}`;
  }
  const expected = replaced(expect, variables) as unknown as Case["expect"];
  let answer: JsonValue;
  try {
    answer = await send(client, method, replaced(request, variables));
  } catch (error) {
    if (!(error instanceof YinzhengError)) throw error;
    const actual = { code: error.codeName, reason: error.reason, metadata: { ...error.metadata } };
    return mismatch({ reason: "", metadata: {}, ...expected } as Json, actual, "error");
  }
  if (expected.code !== "OK") return `answered, expected ${expected.code}`;
  return mismatch(expected.response ?? {}, answer as Json);
}

async function send(client: YinzhengClient, method: string, request: Json): Promise<JsonValue> {
  const [call, descriptor] = found(client, method);
  const response = await call(fromJson(descriptor.input, request as JsonValue));
  return toJson(descriptor.output, response);
}

function found(client: YinzhengClient, name: string): [Call, UnaryMethod] {
  const services = [
    [SearchService, client.search], [ArticleService, client.article], [EntityService, client.entity],
    [FactService, client.fact], [CheckService, client.check], [IndexService, client.index],
  ] as const;
  for (const [service, calls] of services) {
    for (const method of unaryMethods(service)) {
      if (`${service.typeName}/${method.name}` === name) return [(calls as unknown as Record<string, Call>)[method.localName]!, method];
    }
  }
  throw new TypeError(`the client has no method ${name}`);
}

function replaced(value: unknown, variables: Map<string, string>): Json {
  if (Array.isArray(value)) return value.map((part) => replaced(part, variables));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, variables)]));
  }
  if (typeof value !== "string") return value as Json;
  return value.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const text = variables.get(name);
    if (text === undefined) throw new TypeError(`nothing was taken as ${name}`);
    return text;
  });
}

function taken(answer: unknown, path: string): string {
  const value = path.split(".").reduce((part, key) => (part as Record<string, unknown> | undefined)?.[key], answer);
  if (typeof value !== "string") throw new TypeError(`${path} is ${JSON.stringify(value)}, not a string`);
  return value;
}
