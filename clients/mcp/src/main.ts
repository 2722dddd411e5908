#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { YinzhengClient, type ClientOptions } from "yinzheng-client";
import { createServer, version } from "./server.js";

const usage = `Usage: yinzheng-mcp [OPTIONS]

An MCP server on standard input and output that answers from a Yinzheng server.

  --server ADDRESS    host:port or unix:PATH of the Yinzheng server; default 127.0.0.1:50151
  --token-file FILE   holds the token to send; use it with --ca, or anyone on the way can read it
  --ca FILE           speaks TLS and trusts the certificates in this PEM file
  --help, --version
`;

function options(): ClientOptions | undefined {
  const { values } = parseArgs({
    options: {
      server: { type: "string" }, "token-file": { type: "string" }, ca: { type: "string" },
      help: { type: "boolean" }, version: { type: "boolean" },
    },
  });
  if (values.help || values.version) {
    process.stdout.write(values.help ? usage : `${version}\n`);
    return undefined;
  }
  return {
    ...(values.server && { address: values.server }),
    ...(values["token-file"] && { token: readFileSync(values["token-file"], "utf8").trim() }),
    ...(values.ca && { tls: { rootCertificates: values.ca } }),
  };
}

// Standard output belongs to the protocol: whatever is for people goes to standard error.
function connect(): YinzhengClient | undefined {
  try {
    const found = options();
    return found && new YinzhengClient(found);
  } catch (error) {
    process.stderr.write(`yinzheng-mcp: ${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

const client = connect();
if (client) {
  const server = createServer(client);
  server.server.onclose = () => client.close();
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    // The host went away while it was answered: nobody is left to be told.
    process.exit();
  });
  await server.connect(new StdioServerTransport());
}
