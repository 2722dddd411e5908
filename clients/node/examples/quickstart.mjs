// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Asks a question, looks up an entity and prints a fact with its citation: node quickstart.mjs [ADDRESS].
import { YinzhengClient } from "yinzheng-client";

const client = new YinzhengClient({ address: process.argv[2] ?? "127.0.0.1:50151" });

const { answers } = await client.search.ask({ question: "量子院有多少全职科研人员？" });
console.log("answers:", answers.map(({ fact }) => fact.value.value.text ?? fact.value.value));

const { results } = await client.entity.lookupEntities({ queries: { q: { name: "量子院" } } });
const { entity } = results.q.candidates[0];
console.log("entity:", entity.displayName, entity.name);

const { facts } = await client.fact.searchFacts({ subject: entity.name, property: "全职科研人员" });
for (const { subject, property, value, citations: [citation] } of facts) {
  console.log("fact:", subject.displayName, property, value.value.text);
  console.log(`  「${citation.quote}」 ${citation.outlet}《${citation.title}》 ${citation.article} ${citation.span.start}-${citation.span.end}`);
}
client.close();
