// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.examples;

import yinzheng.client.YinzhengClient;
import yinzheng.v1.AskRequest;
import yinzheng.v1.Citation;
import yinzheng.v1.EntityQuery;
import yinzheng.v1.LookupEntitiesRequest;

/** Asks a question, looks up a name and prints facts with the words that prove them. */
public final class Quickstart {
  private Quickstart() {}

  public static void main(String[] arguments) {
    String address = System.getenv().getOrDefault("YINZHENG_ADDRESS", "127.0.0.1:50151");
    try (YinzhengClient yinzheng = YinzhengClient.builder().address(address).build()) {
      var asked = yinzheng.search().ask(AskRequest.newBuilder().setQuestion("量子院有多少全职科研人员？").build());
      for (var answer : asked.getAnswersList()) {
        var fact = answer.getFact();
        Citation citation = fact.getCitations(0);
        System.out.printf(
            "%s · %s：%s%n", fact.getSubject().getDisplayName(), fact.getProperty(), fact.getQuantity().getText());
        System.out.printf("    “%s” — %s《%s》%n", citation.getQuote(), citation.getOutlet(), citation.getTitle());
      }
      var query = EntityQuery.newBuilder().setName("懷柔科學城").build();
      var found = yinzheng.entity().lookupEntities(LookupEntitiesRequest.newBuilder().putQueries("q", query).build());
      for (var candidate : found.getResultsOrThrow("q").getCandidatesList()) {
        var entity = candidate.getEntity();
        System.out.printf("%s  %s  %.2f%n", entity.getDisplayName(), entity.getName(), candidate.getScore());
      }
    }
  }
}
