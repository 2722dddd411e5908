// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package client_test

import (
	"testing"

	"yinzheng/client"
	v1 "yinzheng/client/yinzheng/v1"
)

func TestSliceCountsCodePoints(t *testing.T) {
	for _, row := range []struct {
		start, end int32
		want       string
	}{
		{0, 2, "量子"}, {2, 4, "𠮷a"}, {4, 9, "院"}, {3, 3, ""}, {5, 6, ""}, {9, 12, ""}, {0, 5, "量子𠮷a院"},
	} {
		if got := client.Slice("量子𠮷a院", &v1.TextSpan{Start: row.start, End: row.end}); got != row.want {
			t.Errorf("%d–%d: got %q, want %q", row.start, row.end, got, row.want)
		}
	}
	if got := client.Slice("量子", nil); got != "" {
		t.Errorf("no span: got %q", got)
	}
}
