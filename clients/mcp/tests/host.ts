// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Starts the program as an MCP host does: as a process, spoken to over its standard input and output.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { fileURLToPath } from "node:url";

export const program = fileURLToPath(new URL("../src/main.js", import.meta.url));

/** An MCP client of a program of its own, started with `args`. It checks structured results against the schemas that were listed. */
export async function connectHost(...args: string[]): Promise<Client> {
  const host = new Client({ name: "tests", version: "1" });
  await host.connect(new StdioClientTransport({ command: process.execPath, args: [program, ...args] }));
  await host.listTools();
  return host;
}

export async function callTool(host: Client, name: string, input: Record<string, unknown>): Promise<CallToolResult> {
  return await host.callTool({ name, arguments: input }) as CallToolResult;
}

export function textOf(result: CallToolResult): string {
  return result.content.map((block) => (block.type === "text" ? block.text : "")).join("");
}
