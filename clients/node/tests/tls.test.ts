// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { ServerCredentials, status } from "@grpc/grpc-js";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { YinzhengClient, type TlsFiles } from "../src/index.js";
import { FakeServer } from "../src/testing.js";
import { SearchService } from "../src/v1.js";

// An authority, and certificates of a server and a client that it signed.
const folder = mkdtempSync(join(tmpdir(), "yinzheng-tls-"));
const path = (name: string) => join(folder, name);
const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

function issue(name: string): void {
  openssl("req", ...newKey, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
  openssl("x509", "-req", "-in", `${name}.csr`, "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "2",
    "-extfile", "names.txt", "-out", `${name}.pem`);
}

before(() => {
  writeFileSync(path("names.txt"), "subjectAltName=DNS:records.test,IP:127.0.0.1\n");
  openssl("req", "-x509", ...newKey, "-keyout", "root.key", "-out", "root.pem", "-subj", "/CN=root", "-days", "2");
  issue("server");
  issue("client");
});
after(() => rmSync(folder, { recursive: true }));

async function serve(wantsClients: boolean): Promise<FakeServer> {
  const pair = { private_key: readFileSync(path("server.key")), cert_chain: readFileSync(path("server.pem")) };
  const fake = await FakeServer.start(ServerCredentials.createSsl(readFileSync(path("root.pem")), [pair], wantsClients));
  fake.on(SearchService.method.ask, {});
  return fake;
}

async function ask(fake: FakeServer, tls: TlsFiles): Promise<void> {
  const client = new YinzhengClient({ address: fake.address, tls });
  try {
    await client.search.ask({ question: "？" });
  } finally {
    client.close();
  }
}

test("trusts the given root alone", async () => {
  const fake = await serve(false);
  await ask(fake, { rootCertificates: path("root.pem") });
  await ask(fake, { rootCertificates: path("root.pem"), serverName: "records.test" });
  await assert.rejects(ask(fake, { rootCertificates: path("root.pem"), serverName: "elsewhere.test" }), { code: status.UNAVAILABLE });
  await assert.rejects(ask(fake, {}), { code: status.UNAVAILABLE });
  fake.stop();
});

test("shows its certificate", async () => {
  const fake = await serve(true);
  const known = { rootCertificates: path("root.pem"), certificate: path("client.pem"), key: path("client.key") };
  await ask(fake, known);
  await assert.rejects(ask(fake, { rootCertificates: path("root.pem") }), { code: status.UNAVAILABLE });
  fake.stop();
});

test("a certificate goes with its key", () => {
  assert.throws(() => new YinzhengClient({ tls: { certificate: path("client.pem") } }), /go together/);
});
