// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package client

import v1 "yinzheng/client/yinzheng/v1"

// Slice gives the part of body that span covers. Spans count code points, strings of Go count bytes: never use the numbers of a span
// as indexes of a string. A span that reaches past the end is cut there. Its time grows with span.End.
func Slice(body string, span *v1.TextSpan) string {
	begin := skip(body, int(span.GetStart()))
	return body[begin : begin+skip(body[begin:], int(span.GetEnd()-span.GetStart()))]
}

// skip gives the offset of the code point that has count others before it.
func skip(text string, count int) int {
	for offset := range text {
		if count <= 0 {
			return offset
		}
		count--
	}
	return len(text)
}
