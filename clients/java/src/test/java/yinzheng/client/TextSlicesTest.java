// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yinzheng.v1.TextSpan;

class TextSlicesTest {
  @ParameterizedTest
  @CsvSource({"0,2,量子", "2,4,𠮷a", "4,9,院", "3,3,''", "5,6,''", "9,12,''", "0,5,量子𠮷a院", "0,6,量子𠮷a院"})
  void countsCodePoints(int start, int end, String want) {
    assertEquals(want, TextSlices.slice("量子𠮷a院", TextSpan.newBuilder().setStart(start).setEnd(end).build()));
  }
}
