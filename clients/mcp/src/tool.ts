// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import type { CallToolResult, ToolAnnotations } from "@modelcontextprotocol/sdk/types.js";
import type { YinzhengClient } from "yinzheng-client";
import { z } from "zod";
import { citationShape, CitationList } from "./citation_list.js";

type Shape = Record<string, z.ZodType>;
type Values<S extends Shape> = z.infer<z.ZodObject<S>>;

/** What a tool found: the lines that a model reads, and the same as fields. Its citations are added by `toolResult`. */
export interface Finding<O extends Shape> {
  lines: string[];
  fields: Values<O>;
}

/** One tool: what it is called, takes and gives, and how it asks the service. */
export interface Tool<I extends Shape = Shape, O extends Shape = Shape> {
  name: string;
  title: string;
  description: string;
  input: I;
  output: O;
  run(client: YinzhengClient, input: Values<I>, list: CitationList): Promise<Finding<O>>;
}

/** Only lets the compiler find out what `run` takes and gives. */
export function tool<I extends Shape, O extends Shape>(definition: Tool<I, O>): Tool<I, O> {
  return definition;
}

// Every tool reads, and the same question has the same answer until the index is built anew.
export const annotations: ToolAnnotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

export function outputSchema(output: Shape): Shape {
  return { ...output, citations: z.array(citationShape).describe("every place that is cited") };
}

export async function toolResult(definition: Tool, client: YinzhengClient, input: Values<Shape>): Promise<CallToolResult> {
  const list = new CitationList();
  const { lines, fields } = await definition.run(client, input, list);
  const text = [...lines, ...(list.entries.length > 0 ? ["", ...list.lines()] : [])].join("\n");
  return { content: [{ type: "text", text }], structuredContent: { ...fields, citations: list.entries } };
}
