// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import yinzheng.v1.TextSpan;

/** Cuts spans out of texts. Spans count code points, strings of Java count UTF-16 units: never use a span's numbers as indexes. */
public final class TextSlices {
  private TextSlices() {}

  /** The part of {@code body} that {@code span} covers; a span that reaches past the end is cut there. */
  public static String slice(String body, TextSpan span) {
    int begin = offset(body, 0, span.getStart());
    return body.substring(begin, offset(body, begin, span.getEnd() - span.getStart()));
  }

  private static int offset(String text, int from, int codePoints) {
    // There are at least as many units as code points, so this many code points are there if they are counted.
    if (codePoints > text.length() - from || codePoints > text.codePointCount(from, text.length())) {
      return text.length();
    }
    return text.offsetByCodePoints(from, codePoints);
  }
}
