// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import type { TimelineGroup } from "yinzheng-client/v1";
import { z } from "zod";
import type { CitationList } from "../citation_list.js";
import { entityInput, entityName } from "../entity_name.js";
import { factEntry, factLine, factShape } from "../fact_entry.js";
import { tool } from "../tool.js";

const groupShape = z.object({
  time: z.string().describe("EDTF; empty where nothing gives a time"),
  conflicting: z.boolean().describe("another group of the same time says otherwise: show both"),
  facts: z.array(factShape).describe("facts that agree, most precise first"),
});

export const timeline = tool({
  name: "timeline",
  title: "Follow over time",
  description:
    "Follows one property of one or more entities over time, or all dated events of them where no property is given. Plans are kept " +
    "apart from what was or is.",
  input: {
    subjects: z.array(entityInput).min(1).max(20),
    property: z.string().default("").describe("for example 技术合同成交额; empty follows all dated events"),
    latest_only: z.boolean().default(false),
  },
  output: {
    series: z.array(z.object({
      subject: z.string(), property: z.string(), unit: z.string(),
      groups: z.array(groupShape).describe("what was or is, earliest first; undated last"),
      plans: z.array(groupShape).describe("what is planned or expected"),
    })),
    possibly_same: z.array(z.object({ entity: z.string(), display_name: z.string() })).describe("entities that may be the same or belong to it"),
  },
  async run(client, { subjects, property, latest_only }, list) {
    const names = await Promise.all(subjects.map((subject) => entityName(client, subject)));
    const response = await client.fact.getTimeline({ subjects: names, property, latestOnly: latest_only });
    const series = response.series.map((one) => ({
      subject: one.subject?.displayName ?? "",
      property: one.property,
      unit: one.unit,
      groups: one.groups.map((group) => entry(group, list)),
      plans: one.plans.map((group) => entry(group, list)),
    }));
    const possibly_same = response.possiblySame.map((same) => ({ entity: same.entity, display_name: same.displayName }));
    const lines = series.flatMap((one) => [
      [one.subject, one.property, one.unit].filter(Boolean).join(" · "),
      ...one.groups.flatMap(groupLines),
      ...one.plans.flatMap((group) => groupLines(group).map((line) => `plan: ${line}`)),
    ]);
    if (series.length === 0) lines.push("Nothing dated is recorded.");
    return { lines, fields: { series, possibly_same } };
  },
});

function entry({ time, conflicting, facts }: TimelineGroup, list: CitationList): z.infer<typeof groupShape> {
  return { time: time?.edtf ?? "", conflicting, facts: facts.map((fact) => factEntry(fact, list)) };
}

function groupLines({ time, conflicting, facts }: z.infer<typeof groupShape>): string[] {
  return facts.map((fact) => `${time || "undated"}${conflicting ? " (conflicting)" : ""}: ${factLine(fact)}`);
}
