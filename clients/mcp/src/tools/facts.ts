// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { FactKind } from "yinzheng-client/v1";
import { z } from "zod";
import { entityInput, entityName } from "../entity_name.js";
import { factEntry, factLine, factShape } from "../fact_entry.js";
import { tool } from "../tool.js";

const day = z.iso.date();
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

export const facts = tool({
  name: "facts",
  title: "Find facts",
  description:
    "Finds recorded facts by words, by subject and property, or by value and time, each with the words that prove it. A fact whose modality is " +
    "PLANNED was announced or expected and is not yet so.",
  input: {
    query: z.string().max(1000).default("").describe("words to find in subject, property, value or quotation"),
    subject: entityInput.optional(),
    property: z.string().default("").describe("for example 全职科研人员; words of it are enough"),
    kind: z.enum(["QUANTITY", "DATE", "RANK", "RELATION", "ATTRIBUTE", "QUOTATION"]).optional(),
    speaker: z.string().default("").describe("who said it: a name or entities/…"),
    article: z.string().default("").describe("articles/… that it is cited from"),
    min_amount: decimal.optional(),
    max_amount: decimal.optional(),
    unit: z.string().default("").describe("for example 家 or 亿元; with an amount, units of the same kind are converted"),
    earliest: day.optional().describe("not before this day"),
    latest: day.optional().describe("not after this day"),
    limit: z.int().min(1).max(100).default(10),
    page_token: z.string().default("").describe("next_page_token of the last result, every other input the same"),
  },
  output: {
    facts: z.array(factShape),
    total: z.int(),
    next_page_token: z.string().describe("empty on the last page"),
    warnings: z.array(z.string()),
  },
  async run(client, input, list) {
    const { query, property, speaker, article, unit } = input;
    const response = await client.fact.searchFacts({
      query, property, speaker, article, unit,
      subject: input.subject === undefined ? "" : await entityName(client, input.subject),
      kinds: input.kind ? [FactKind[input.kind]] : [],
      minAmount: input.min_amount ?? "",
      maxAmount: input.max_amount ?? "",
      earliest: input.earliest ?? "",
      latest: input.latest ?? "",
      pageSize: input.limit,
      pageToken: input.page_token,
    });
    const found = response.facts.map((fact) => factEntry(fact, list));
    const warnings = response.warnings.map(({ message }) => message);
    const lines = [`${response.totalSize} facts, ${found.length} here.`, ...found.map(factLine)];
    lines.push(...warnings.map((warning) => `Note: ${warning}`));
    return { lines, fields: { facts: found, total: response.totalSize, next_page_token: response.nextPageToken, warnings } };
  },
});
