// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import type { Citation } from "yinzheng-client/v1";
import { z } from "zod";

export const citationShape = z.object({
  number: z.int().describe("what [1], [2] … in the text and `citations` of other fields refer to"),
  quote: z.string().describe("the words of the article, exactly as printed"),
  title: z.string().describe("title of the article; empty where it has none"),
  outlet: z.string().describe("who published it; empty where unknown"),
  published: z.string().describe("date of publication, EDTF; empty where unknown"),
  uri: z.string().describe("link to the quote; empty where the article has no address"),
  article: z.string().describe("name of the article in the record"),
  start: z.int().describe("first code point of the quote in the body of the article, counted from 0"),
  end: z.int().describe("one past its last code point"),
  speaker: z.string().describe("who said it, where the article only hands it on; else empty"),
});

export type CitationEntry = z.infer<typeof citationShape>;

/** What is read of a citation; passages of a search have as much. */
type Cited = Pick<Citation, "article" | "quote" | "title" | "outlet" | "uri"> &
  { [K in "span" | "published" | "attribution"]?: Citation[K] | undefined };

/** What a result cites, each place once, numbered from 1. */
export class CitationList {
  readonly entries: CitationEntry[] = [];

  /** The number of a citation, or none for a message that is not set. */
  add(citation: Cited | undefined): number[] {
    if (!citation?.span) return [];
    const { article, quote, title, outlet, published, uri, attribution, span: { start, end } } = citation;
    const same = this.entries.find((entry) => entry.article === article && entry.start === start && entry.end === end);
    if (same) return [same.number];
    const number = this.entries.length + 1;
    const speaker = attribution?.speaker?.displayName ?? "";
    this.entries.push({ number, quote, title, outlet, published: published?.edtf ?? "", uri, article, start, end, speaker });
    return [number];
  }

  addAll(citations: readonly Cited[]): number[] {
    return citations.flatMap((citation) => this.add(citation));
  }

  /** The list as it closes a text. */
  lines(): string[] {
    return this.entries.map((entry) => {
      const said = entry.speaker && `${entry.speaker}：`;
      const where = [`${entry.outlet}《${entry.title}》`, entry.published, entry.uri, `${entry.article}:${entry.start}-${entry.end}`];
      return `[${entry.number}] ${said}「${entry.quote}」 — ${where.filter(Boolean).join(" ")}`;
    });
  }
}

/** The numbers as they stand in a text: [1][2]. */
export function marks(numbers: readonly number[]): string {
  return numbers.map((number) => `[${number}]`).join("");
}
