// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.contract;

import java.util.HashMap;
import java.util.Map;
import yinzheng.client.TextSlices;
import yinzheng.client.YinzhengClient;
import yinzheng.v1.ArticleView;
import yinzheng.v1.Citation;
import yinzheng.v1.Fact;
import yinzheng.v1.GetArticleRequest;
import yinzheng.v1.SearchFactsRequest;

/** Cuts every citation of some facts out of its article and holds it against the quote. */
final class CitationSlices {
  private CitationSlices() {}

  static void check(YinzhengClient yinzheng) {
    Map<String, String> bodies = new HashMap<>();
    SearchFactsRequest request = SearchFactsRequest.newBuilder().setQuery("2024年").setPageSize(20).build();
    for (Fact fact : yinzheng.fact().searchFacts(request).getFactsList()) {
      for (Citation citation : fact.getCitationsList()) {
        String body = bodies.computeIfAbsent(citation.getArticle(), article -> body(yinzheng, article));
        String got = TextSlices.slice(body, citation.getSpan());
        if (!got.equals(citation.getQuote())) {
          throw new AssertionError(citation.getArticle() + " has " + got + ", the quote is " + citation.getQuote());
        }
      }
    }
    if (bodies.isEmpty()) {
      throw new AssertionError("no fact was found, so no citation was checked");
    }
  }

  private static String body(YinzhengClient yinzheng, String article) {
    GetArticleRequest request = GetArticleRequest.newBuilder().setName(article).setView(ArticleView.ARTICLE_VIEW_FULL).build();
    return yinzheng.article().getArticle(request).getArticle().getBody();
  }
}
