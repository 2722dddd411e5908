// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { YinzhengError } from "yinzheng-client";

/** An error that the model can mend by asking otherwise. */
export class UnclearInput extends Error {
  constructor(message: string, readonly whatToDo: string) {
    super(message);
  }
}

const advice: Readonly<Record<string, string>> = {
  FIELD_REQUIRED: "Call the tool again with the field that is named.",
  FIELD_OUT_OF_RANGE: "Call the tool again with a value inside of the limits.",
  FIELD_MALFORMED: "Call the tool again with a value of the form that is named; names such as entities/… come from other results, unchanged.",
  FILTER_INVALID: "Correct the filter at the position that is named, or leave it out.",
  PAGE_TOKEN_INVALID: "Leave the page token out, or send the one of the last result with every other input the same.",
  PAGE_TOKEN_EXPIRED: "The record was renewed in between: start again without a page token.",
  RESOURCE_NOT_FOUND: "The record has nothing of that name. Look the name up with `entity`, or find it with `search` or `facts`.",
  INDEX_NOT_READY: "The server is starting: call the tool again in a moment.",
  INDEX_INCOMPATIBLE: "Tell the user that the index has to be built again for this server.",
  INDEX_CORRUPT: "Tell the user that the index is damaged and has to be restored or built again.",
  OVERLOADED: "The server is busy: call the tool again in a moment.",
  DEADLINE_EXCEEDED: "Ask for less: a smaller limit, or a shorter text.",
};

const adviceWithoutReason: Readonly<Record<string, string>> = {
  UNAVAILABLE: "Tell the user that no Yinzheng server answers at this address; it is started with yinzheng-server, or named with --server.",
  UNAUTHENTICATED: "Tell the user that the server wants a token: --token-file names the file that holds it.",
  PERMISSION_DENIED: "Tell the user that the token of this program does not allow this.",
  DEADLINE_EXCEEDED: "Ask for less: a smaller limit, or a shorter text.",
};

/** The result of a tool that failed: reason, what happened, what to do. Anything unexpected is thrown on. */
export function errorResult(error: unknown): CallToolResult {
  if (error instanceof UnclearInput) return failed("UNCLEAR_INPUT", error.message, error.whatToDo);
  if (!(error instanceof YinzhengError)) throw error;
  const about = Object.entries(error.metadata).map(([key, value]) => `${key}=${value}`).join(", ");
  const reason = error.reason || error.codeName;
  const whatToDo = (error.reason ? advice[error.reason] : adviceWithoutReason[error.codeName]) ??
    "Tell the user what happened; calling the tool again will not help.";
  return failed(about ? `${reason} (${about})` : reason, error.details, whatToDo);
}

function failed(reason: string, message: string, whatToDo: string): CallToolResult {
  const text = [`reason: ${reason}`, `message: ${message}`, `what to do: ${whatToDo}`].join("\n");
  return { isError: true, content: [{ type: "text", text }] };
}
