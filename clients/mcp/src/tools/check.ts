// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { slice } from "yinzheng-client";
import { Verdict, VerdictReason } from "yinzheng-client/v1";
import { z } from "zod";
import { factEntry, factLine, factShape } from "../fact_entry.js";
import { tool } from "../tool.js";

export const check = tool({
  name: "check",
  title: "Check a draft",
  description:
    "Holds a sentence or a draft in Chinese against the record, assertion by assertion. NOT_FOUND means that the record says " +
    "nothing, not that it is false.",
  input: {
    text: z.string().min(1).max(20_000),
    reference_date: z.iso.date().optional().describe("day that 去年 and 目前 of the text are read against"),
  },
  output: {
    assertions: z.array(z.object({
      text: z.string().describe("the part of the text"),
      start: z.int(), end: z.int(),
      verdict: z.enum(["SUPPORTED", "CONTRADICTED", "AMBIGUOUS", "NOT_FOUND", "UNSPECIFIED"]),
      reason: z.string().describe("what differs, such as VALUE_DIFFERS; empty where nothing does"),
      explanation: z.string(),
      facts: z.array(factShape).describe("the deciding facts"),
    })),
    warnings: z.array(z.string()),
  },
  async run(client, { text, reference_date = "" }, list) {
    const response = await client.check.checkClaim({ text, referenceDate: reference_date });
    const assertions = response.assertions.map(({ span = { start: 0, end: 0 }, verdict, reason, explanation, facts }) => ({
      text: slice(text, span),
      start: span.start,
      end: span.end,
      verdict: Verdict[verdict] as keyof typeof Verdict,
      reason: reason === VerdictReason.UNSPECIFIED ? "" : VerdictReason[reason],
      explanation,
      facts: facts.map((fact) => factEntry(fact, list)),
    }));
    const warnings = response.warnings.map(({ message }) => message);
    const lines = assertions.flatMap((one) => [
      `${[one.verdict, one.reason].filter(Boolean).join(" ")}: 「${one.text}」 ${one.explanation}`,
      ...one.facts.map((fact) => `  ${factLine(fact)}`),
    ]);
    lines.push(...warnings.map((warning) => `Note: ${warning}`));
    return { lines, fields: { assertions, warnings } };
  },
});
