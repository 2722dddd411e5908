# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""Asks a question, looks up an entity and prints a fact with its citation: quickstart.py [ADDRESS]."""

import sys

from yinzheng_client import Client, v1

with Client(*sys.argv[1:2]) as client:
    answer = client.search.Ask(v1.AskRequest(question="量子院有多少全职科研人员？"))
    print("answers:", [a.fact.quantity.text or a.fact.text for a in answer.answers])

    found = client.entity.LookupEntities(v1.LookupEntitiesRequest(queries={"q": v1.EntityQuery(name="量子院")}))
    entity = found.results["q"].candidates[0].entity
    print("entity:", entity.display_name, entity.name)

    facts = client.fact.SearchFacts(v1.SearchFactsRequest(subject=entity.name, property="全职科研人员")).facts
    for fact in facts:
        citation = fact.citations[0]
        print("fact:", fact.subject.display_name, fact.property, fact.quantity.text)
        print(f"  「{citation.quote}」 {citation.outlet}《{citation.title}》 {citation.article} {citation.span.start}-{citation.span.end}")
