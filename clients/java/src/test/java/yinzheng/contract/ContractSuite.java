// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.contract;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import yinzheng.client.YinzhengClient;

/** Runs the contract suite with the Java client: ADDRESS CASES_DIR GOLDEN_DIR. Closes with a line {@code N passed, N failed}. */
public final class ContractSuite {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private int passed;
  private int failed;

  private ContractSuite() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: ContractSuite ADDRESS CASES_DIR GOLDEN_DIR");
      System.exit(2);
    }
    ContractSuite suite = new ContractSuite();
    try (YinzhengClient yinzheng = YinzhengClient.builder().address(arguments[0]).build()) {
      for (ContractCase entry : ContractCase.readAll(Path.of(arguments[1]))) {
        suite.check(entry.name(), () -> entry.run(yinzheng));
      }
      for (GoldenResource resource : GoldenResource.readAll(Path.of(arguments[2]))) {
        suite.check("golden " + resource.name() + ": bytes to JSON", resource::checkBytesToJson);
        suite.check("golden " + resource.name() + ": JSON to bytes", resource::checkJsonToBytes);
        suite.check("golden " + resource.name() + ": unknown fields are kept", resource::checkUnknownFields);
      }
      suite.check("citations are slices of their articles", () -> CitationSlices.check(yinzheng));
    }
    OUT.printf("%d passed, %d failed%n", suite.passed, suite.failed);
    System.exit(suite.failed == 0 ? 0 : 1);
  }

  /** Counts a check, and says what was wrong. Whatever it throws is a failure of this check alone. */
  private void check(String name, Check check) {
    try {
      check.run();
      passed++;
    } catch (Exception | AssertionError e) {
      failed++;
      OUT.printf("FAILED %s: %s%n", name, e.getMessage() == null ? e : e.getMessage());
    }
  }

  private interface Check {
    void run() throws Exception;
  }
}
