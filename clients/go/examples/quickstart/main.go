// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Quickstart asks a question, looks up a name and prints a fact with the words that prove it.
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"yinzheng/client"
	v1 "yinzheng/client/yinzheng/v1"
)

func main() {
	ctx := context.Background()
	yinzheng, err := client.New(client.Options{Address: os.Getenv("YINZHENG_ADDRESS")})
	check(err)
	defer yinzheng.Close()

	asked, err := yinzheng.Search.Ask(ctx, &v1.AskRequest{Question: "量子院有多少全职科研人员？"})
	check(err)
	for _, answer := range asked.Answers {
		fact, citation := answer.Fact, answer.Fact.Citations[0]
		fmt.Printf("%s · %s：%s\n", fact.Subject.DisplayName, fact.Property, fact.GetQuantity().GetText())
		fmt.Printf("    “%s” — %s《%s》\n", citation.Quote, citation.Outlet, citation.Title)
	}

	found, err := yinzheng.Entity.LookupEntities(ctx, &v1.LookupEntitiesRequest{
		Queries: map[string]*v1.EntityQuery{"q": {Name: "懷柔科學城"}},
	})
	check(err)
	for _, candidate := range found.Results["q"].Candidates {
		fmt.Printf("%s  %s  %.2f\n", candidate.Entity.DisplayName, candidate.Entity.Name, candidate.Score)
	}
}

func check(err error) {
	if err != nil {
		log.Fatalf("%v %s", err, client.ReasonOf(err))
	}
}
