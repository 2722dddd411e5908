// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { EntityType, QuestionType } from "yinzheng-client/v1";
import { z } from "zod";
import { marks } from "../citation_list.js";
import { factEntry, factLine, factShape } from "../fact_entry.js";
import { tool } from "../tool.js";

export const ask = tool({
  name: "ask",
  title: "Ask the record",
  description:
    "Answers one plain question in Chinese from the record, with facts that are cited word for word. Try this first. Without answers, " +
    "read the sentences that may hold one, or the properties that are recorded.",
  input: {
    question: z.string().min(1).max(500).describe("one question in Chinese, either script"),
    reference_date: z.string().optional().describe("YYYY-MM-DD that 去年 and 目前 are read against; default: they are not resolved"),
    limit: z.int().min(1).max(20).default(5).describe("facts, entities and sentences of each kind at most"),
  },
  output: {
    question_type: z.string().describe("what the question was understood to ask for"),
    answers: z.array(factShape.extend({ score: z.number().describe("how well it fits, 0 to 1") })),
    sentences: z.array(z.object({ citations: z.array(z.int()), score: z.number() })).describe("sentences that may answer; read them first"),
    entities: z.array(z.object({ entity: z.string(), display_name: z.string(), type: z.string() })).describe("what the question is about"),
    recorded_properties: z.array(z.string()).describe("where no fact answers: what is recorded of the subjects"),
  },
  async run(client, { question, reference_date = "", limit }, list) {
    const response = await client.search.ask({ question, referenceDate: reference_date, limit });
    const answers = response.answers.flatMap(({ fact, score }) => (fact ? [{ ...factEntry(fact, list), score }] : []));
    const sentences = response.sentences.map(({ citation, score }) => ({ citations: list.add(citation), score }));
    const entities = response.entities.map(({ name, displayName, type }) => ({
      entity: name, display_name: displayName, type: EntityType[type],
    }));
    const recorded_properties = response.recordedProperties;
    const lines = answers.length > 0 ? answers.map(factLine) : ["No recorded fact answers the question."];
    if (sentences.length > 0) lines.push(`Sentences that may answer: ${marks(sentences.flatMap(({ citations }) => citations))}`);
    if (entities.length > 0) lines.push(`About: ${entities.map((one) => `${one.display_name} ${one.entity}`).join("; ")}`);
    if (recorded_properties.length > 0) lines.push(`Recorded of it: ${recorded_properties.join("、")}`);
    const question_type = QuestionType[response.reading?.type ?? QuestionType.UNSPECIFIED];
    return { lines, fields: { question_type, answers, sentences, entities, recorded_properties } };
  },
});
