// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { SearchOrder, type SearchResult } from "yinzheng-client/v1";
import { z } from "zod";
import { marks, type CitationList } from "../citation_list.js";
import { tool } from "../tool.js";

export const search = tool({
  name: "search",
  title: "Search articles",
  description:
    "Full-text search over the articles of the record, in either script: the best passages of each article, as printed. The query takes words, " +
    '"phrases", -exclusion, OR, title:, outlet:, author:, date:2023-01..2023-07.',
  input: {
    query: z.string().min(1).max(1000),
    filter: z.string().default("")
      .describe('for example published >= "2023-01-01" AND outlet = "新京报"; fields outlet, author, language, published, entity'),
    newest_first: z.boolean().default(false),
    passages_per_article: z.int().min(1).max(10).default(1),
    limit: z.int().min(1).max(100).default(5).describe("articles at most"),
  },
  output: {
    results: z.array(z.object({
      article: z.string(), title: z.string(), outlet: z.string(), published: z.string(), uri: z.string(),
      passages: z.array(z.int()).describe("numbers in the list of citations: each is a passage of the article"),
    })),
    total: z.int().describe("matching articles; a lower bound unless total_is_exact"),
    total_is_exact: z.boolean(),
    did_you_mean: z.array(z.string()),
    warnings: z.array(z.string()).describe("what of the query was understood only in part"),
  },
  async run(client, { query, filter, newest_first, passages_per_article, limit }, list) {
    const response = await client.search.search({
      query, filter, passagesPerArticle: passages_per_article, pageSize: limit,
      order: newest_first ? SearchOrder.NEWEST : SearchOrder.RELEVANCE,
    });
    const results = response.results.map((result) => entry(result, list));
    const warnings = response.warnings.map(({ message }) => message);
    const total = response.stats?.totalArticles ?? 0;
    const total_is_exact = response.stats?.totalIsExact ?? false;
    const lines = [`${total_is_exact ? "" : "At least "}${total} articles match.`];
    lines.push(...results.map((one) => `${one.title || one.article} — ${one.outlet} ${one.published} ${marks(one.passages)}`));
    lines.push(...warnings.map((warning) => `Note: ${warning}`));
    if (response.didYouMean.length > 0) lines.push(`Did you mean: ${response.didYouMean.join(", ")}`);
    return { lines, fields: { results, total, total_is_exact, did_you_mean: response.didYouMean, warnings } };
  },
});

function entry({ article, passages }: SearchResult, list: CitationList) {
  const { name = "", title = "", outlet = "", published, uri = "" } = article ?? {};
  const cited = passages.flatMap(({ passage }) =>
    list.add(passage && { article: name, title, outlet, published, uri, quote: passage.text, span: passage.span }));
  return { article: name, title, outlet, published: published?.edtf ?? "", uri, passages: cited };
}
