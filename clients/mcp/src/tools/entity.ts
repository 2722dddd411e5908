// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { AliasKind, EntityType, type EntityCandidate } from "yinzheng-client/v1";
import { z } from "zod";
import { marks, type CitationList } from "../citation_list.js";
import { tool } from "../tool.js";

const candidateShape = z.object({
  entity: z.string().describe("entities/…, for `facts` and `timeline`"),
  display_name: z.string(),
  type: z.string(),
  is_match: z.boolean().describe("true for at most one: it may be taken without asking"),
  score: z.number(),
  why_not: z.string().describe("why it is not the match; empty where it is"),
  other_names: z.array(z.object({ name: z.string(), kind: z.string() })),
  description: z.string().describe("what it is, in the words of an article; empty where no sentence says so"),
  mentions: z.int(),
  citations: z.array(z.int()).describe("where the description, else the name, stands"),
});

export const entity = tool({
  name: "entity",
  title: "Look up an entity",
  description:
    "Finds people, organisations, places, projects and policies of the record by any of their names: full, short, either script, " +
    "English, pinyin or initials.",
  input: {
    name: z.string().min(1).max(200),
    context: z.string().max(2000).default("").describe("the sentence that the name comes from: tells apart entities that share it"),
    limit: z.int().min(1).max(50).default(5),
  },
  output: {
    candidates: z.array(candidateShape).describe("best first"),
    nearest: z.array(z.object({ entity: z.string(), display_name: z.string() })).describe("where there are no candidates: names near it"),
  },
  async run(client, { name, context, limit }, list) {
    const { results } = await client.entity.lookupEntities({ queries: { q: { name, context, limit } } });
    const candidates = (results.q?.candidates ?? []).flatMap((candidate) => entry(candidate, list));
    const nearest = (results.q?.nearest ?? []).map((near) => ({ entity: near.entity, display_name: near.displayName }));
    const lines = candidates.map(line);
    if (candidates.length === 0) {
      lines.push(`No entity of the record is called 「${name}」. Near it: ${nearest.map((near) => near.display_name).join("、") || "nothing"}`);
    }
    return { lines, fields: { candidates, nearest } };
  },
});

function entry({ entity: found, match, score, reason }: EntityCandidate, list: CitationList): z.infer<typeof candidateShape>[] {
  if (!found) return [];
  const others = found.aliases.filter((alias) => alias.kind !== AliasKind.CANONICAL);
  return [{
    entity: found.name,
    display_name: found.displayName,
    type: EntityType[found.type],
    is_match: match,
    score,
    why_not: reason,
    other_names: others.map((alias) => ({ name: alias.text, kind: AliasKind[alias.kind] })),
    description: found.description,
    mentions: found.mentionCount,
    citations: list.add(found.descriptionCitation ?? found.aliases[0]?.citation),
  }];
}

function line(one: z.infer<typeof candidateShape>): string {
  const names = one.other_names.length > 0 ? `; also ${one.other_names.map(({ name }) => name).join("、")}` : "";
  const doubt = one.is_match ? "" : `; not taken without asking: ${one.why_not}`;
  const what = one.description && `; ${one.description}`;
  return `${one.display_name} ${one.entity} (${one.type}, ${one.mentions} mentions${names}${doubt})${what} ${marks(one.citations)}`;
}
