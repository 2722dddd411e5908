// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package main

import (
	"context"
	"errors"
	"fmt"

	"yinzheng/client"
	v1 "yinzheng/client/yinzheng/v1"
)

// checkSlices cuts every citation of some facts out of its article and holds it against the quote.
func checkSlices(ctx context.Context, yinzheng *client.Client) error {
	found, err := yinzheng.Fact.SearchFacts(ctx, &v1.SearchFactsRequest{Query: "2024年", PageSize: 20})
	if err != nil {
		return err
	}
	bodies := map[string]string{}
	for _, fact := range found.Facts {
		for _, citation := range fact.Citations {
			body, err := bodyOf(ctx, yinzheng, citation.Article, bodies)
			if err != nil {
				return err
			}
			if got := client.Slice(body, citation.Span); got != citation.Quote {
				return fmt.Errorf("%s of %s is %q, the quote is %q", citation.Span, citation.Article, got, citation.Quote)
			}
		}
	}
	if len(bodies) == 0 {
		return errors.New("no fact was found, so no citation was checked")
	}
	return nil
}

func bodyOf(ctx context.Context, yinzheng *client.Client, article string, bodies map[string]string) (string, error) {
	if body, known := bodies[article]; known {
		return body, nil
	}
	response, err := yinzheng.Article.GetArticle(ctx, &v1.GetArticleRequest{Name: article, View: v1.ArticleView_ARTICLE_VIEW_FULL})
	if err != nil {
		return "", err
	}
	bodies[article] = response.Article.Body
	return response.Article.Body, nil
}
