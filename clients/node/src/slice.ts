// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

/**
 * The part of a body that a span of the contract covers. Spans count code points, strings of JavaScript UTF-16 units: a character
 * beyond the basic plane (𠮷) is one of the former and two of the latter. Throws RangeError where the body ends before the span.
 */
export function slice(body: string, span: { readonly start: number; readonly end: number }): string {
  const start = advance(body, 0, span.start);
  return body.slice(start, advance(body, start, span.end - span.start));
}

// The index in units that is `codePoints` further on than `from`.
function advance(text: string, from: number, codePoints: number): number {
  let index = from;
  for (let left = codePoints; left > 0; --left) {
    const codePoint = text.codePointAt(index);
    if (codePoint === undefined) throw new RangeError("the text is shorter than the span: is the article's view FULL?");
    index += codePoint > 0xffff ? 2 : 1;
  }
  return index;
}
