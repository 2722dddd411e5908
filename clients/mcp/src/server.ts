// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { YinzhengClient } from "yinzheng-client";
import { errorResult } from "./error_result.js";
import { annotations, outputSchema, toolResult, type Tool } from "./tool.js";
import { ask } from "./tools/ask.js";
import { check } from "./tools/check.js";
import { entity } from "./tools/entity.js";
import { facts } from "./tools/facts.js";
import { search } from "./tools/search.js";
import { timeline } from "./tools/timeline.js";
import { verifyQuotes } from "./tools/verify_quotes.js";

export const version = "0.1.0";

const instructions =
  "A record of Chinese articles with cited facts. Each statement in a result carries numbers such as [1] that refer to its list of citations; " +
  "hand them on with what you state, and quote only the words of `quote`. What the record does not have is not in it: say so. " +
  "Places count Unicode code points of the body of the article.";

/** The MCP server over a client of the service; connecting it to a transport is the caller's. */
export function createServer(client: YinzhengClient): McpServer {
  const server = new McpServer({ name: "yinzheng", title: "Yinzheng", version }, { instructions });
  const tools = [ask, search, entity, facts, timeline, check, verifyQuotes] as unknown as Tool[];
  for (const one of tools) {
    const { name, title, description, input, output } = one;
    server.registerTool(
      name,
      { title, description, inputSchema: input, outputSchema: outputSchema(output), annotations },
      (values: Record<string, unknown>) => toolResult(one, client, values).catch(errorResult),
    );
  }
  return server;
}
