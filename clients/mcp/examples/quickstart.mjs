// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Speaks to the program as a host does: lists its tools, asks a question and prints a fact with its citation: node quickstart.mjs [ADDRESS].
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../build/src/main.js", import.meta.url));
const address = process.argv[2] ?? "127.0.0.1:50151";
const host = new Client({ name: "quickstart", version: "1" });
await host.connect(new StdioClientTransport({ command: process.execPath, args: [program, "--server", address] }));

const { tools } = await host.listTools();
console.log("tools:", tools.map(({ name }) => name).join(" "));

const result = await host.callTool({ name: "ask", arguments: { question: "量子院有多少全职科研人员？", limit: 1 } });
for (const { text } of result.content) console.log(text);
if (!result.isError) {
  const { answers: [fact], citations } = result.structuredContent;
  const cited = citations.find(({ number }) => number === fact.citations[0]);
  console.log("fact:", fact.subject, fact.property, fact.amount, fact.unit);
  console.log(`  「${cited.quote}」 ${cited.outlet}《${cited.title}》 ${cited.article} ${cited.start}-${cited.end}`);
}
await host.close();
process.exitCode = result.isError ? 1 : 0;
