// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { QuoteVerdict } from "yinzheng-client/v1";
import { z } from "zod";
import { marks } from "../citation_list.js";
import { tool } from "../tool.js";

export const verifyQuotes = tool({
  name: "verify_quotes",
  title: "Verify quotations",
  description:
    "Says of each quotation whether it stands in the record word for word, in either script, and who said it. ALTERED and " +
    "OTHER_SPEAKER are not to be used as they are.",
  input: {
    quotes: z.array(z.object({
      text: z.string().min(1).max(2000).describe("the words, without quotation marks around them"),
      speaker: z.string().default("").describe("who is said to have said it; default: anybody"),
    })).min(1).max(50),
  },
  output: {
    results: z.array(z.object({
      text: z.string(),
      verdict: z.enum(["VERBATIM", "VERBATIM_FOLDED", "ALTERED", "OTHER_SPEAKER", "NOT_FOUND", "UNSPECIFIED"]),
      differences: z.array(z.string()).describe("what was changed or left out"),
      citations: z.array(z.int()).describe("where it stands, or the nearest place for ALTERED"),
    })).describe("in the order asked"),
  },
  async run(client, { quotes }, list) {
    const response = await client.check.verifyQuotes({ quotes });
    const results = response.results.map(({ verdict, differences, citations }, index) => ({
      text: quotes[index]?.text ?? "",
      verdict: QuoteVerdict[verdict] as keyof typeof QuoteVerdict,
      differences,
      citations: list.addAll(citations),
    }));
    const lines = results.map((one) => [`${one.verdict}: 「${one.text}」`, ...one.differences, marks(one.citations)].filter(Boolean).join(" "));
    return { lines, fields: { results } };
  },
});
