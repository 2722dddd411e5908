// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { FactKind, Modality, Polarity, Quantity_Modifier, type Fact } from "yinzheng-client/v1";
import { z } from "zod";
import { marks, type CitationList } from "./citation_list.js";

export const factShape = z.object({
  name: z.string().describe("name of the fact in the record"),
  subject: z.string().describe("what it is about"),
  subject_entity: z.string().describe("entities/… of the subject, for `facts` and `timeline`; empty where it is none"),
  property: z.string(),
  kind: z.enum(["QUANTITY", "DATE", "RANK", "RELATION", "ATTRIBUTE", "QUOTATION", "UNSPECIFIED"]),
  value: z.string().describe("the value as the article prints it"),
  amount: z.string().describe("for quantities the number as a plain decimal, scale words multiplied out; else empty"),
  unit: z.string(),
  hedge: z.string().describe("how the text hedges the amount: EXACT, APPROX, NEARLY, MORE_THAN, AT_LEAST, LESS_THAN, AT_MOST, RANGE; else empty"),
  time: z.string().describe("when it holds, EDTF; empty where nothing says"),
  modality: z.string().describe("ASSERTED, PLANNED (announced or expected, not yet so) or ESTIMATED"),
  denied: z.boolean().describe("true where the text says that it is not so"),
  confidence: z.number().describe("estimated chance that the fact was read rightly, 0 to 1"),
  citations: z.array(z.int()).describe("numbers in the list of citations"),
});

export type FactEntry = z.infer<typeof factShape>;

/** A fact as a result shows it; its citations go to the list. */
export function factEntry(fact: Fact, list: CitationList): FactEntry {
  const quantity = fact.value.case === "quantity" ? fact.value.value : undefined;
  return {
    name: fact.name,
    subject: fact.subject?.displayName ?? "",
    subject_entity: fact.subject?.entity ?? "",
    property: fact.property,
    kind: factKind(fact),
    value: valueText(fact.value),
    amount: quantity ? [quantity.amount, quantity.upperAmount].filter(Boolean).join("–") : "",
    unit: quantity?.unit ?? "",
    hedge: quantity ? Quantity_Modifier[quantity.modifier] : "",
    time: fact.time?.edtf ?? "",
    modality: Modality[fact.modality],
    denied: fact.polarity === Polarity.NEGATIVE,
    confidence: fact.confidence,
    citations: list.addAll(fact.citations),
  };
}

/** A fact in one line. */
export function factLine(entry: FactEntry): string {
  const remarks = [
    entry.time,
    entry.hedge && entry.hedge !== "EXACT" ? entry.hedge : "",
    entry.modality === "ASSERTED" ? "" : entry.modality,
    entry.denied ? "DENIED" : "",
  ].filter(Boolean);
  const note = remarks.length > 0 ? ` (${remarks.join(", ")})` : "";
  return `${entry.subject} · ${entry.property}：${entry.value}${note} ${marks(entry.citations)}`;
}

function factKind(fact: Fact): FactEntry["kind"] {
  if (fact.value.case === "text") return fact.property === "言论" ? "QUOTATION" : "ATTRIBUTE";
  const kinds = { quantity: FactKind.QUANTITY, date: FactKind.DATE, rank: FactKind.RANK, entity: FactKind.RELATION };
  return fact.value.case ? (FactKind[kinds[fact.value.case]] as FactEntry["kind"]) : "UNSPECIFIED";
}

function valueText(value: Fact["value"]): string {
  switch (value.case) {
    case "quantity": return value.value.text;
    case "date": return value.value.text ? `${value.value.text} = ${value.value.edtf}` : value.value.edtf;
    case "rank": return [`第${value.value.rank}`, value.value.scope, value.value.list].filter(Boolean).join(" ");
    case "entity": return value.value.displayName;
    case "text": return value.value;
    default: return "";
  }
}
