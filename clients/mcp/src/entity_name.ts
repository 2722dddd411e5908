// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import type { YinzhengClient } from "yinzheng-client";
import { z } from "zod";
import { UnclearInput } from "./error_result.js";

export const entityInput = z.string().min(1).describe("entities/… from another result, or a name in either script, short or full");

/** The `entities/…` that is meant. A name counts if the record is sure whose it is. */
export async function entityName(client: YinzhengClient, nameOrResource: string): Promise<string> {
  if (nameOrResource.startsWith("entities/")) return nameOrResource;
  const { results } = await client.entity.lookupEntities({ queries: { q: { name: nameOrResource } } });
  const candidates = results.q?.candidates ?? [];
  const match = candidates.find((candidate) => candidate.match)?.entity;
  if (match) return match.name;
  const others = candidates.length > 0
    ? candidates.flatMap(({ entity }) => (entity ? [`${entity.displayName} ${entity.name}`] : []))
    : (results.q?.nearest ?? []).map((near) => `${near.displayName} ${near.entity}`);
  throw new UnclearInput(
    `「${nameOrResource}」 is not the name of one entity. Near it: ${others.join("; ") || "nothing"}.`,
    "Call the tool again with the entities/… that is meant, or ask the user which; `entity` tells more about each.",
  );
}
