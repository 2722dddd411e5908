# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""Checks that every runner makes besides the cases: golden resources, and slices."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from google.protobuf import json_format
from google.protobuf.message import Message

from yinzheng_client import Client, v1

GOLDEN_TYPES: dict[str, type[Message]] = {
    "article": v1.Article,
    "entity": v1.Entity,
    "fact": v1.Fact,
    "mention": v1.Mention,
    "passage": v1.Passage,
    "search_response": v1.SearchResponse,
}

# Field 1000, length-delimited, "new": what a later version of the contract might send.
UNKNOWN_FIELD = bytes.fromhex("c23e036e6577")


def golden_failures(folder: Path) -> Iterator[tuple[str, str | None]]:
    """Name of each check with why it failed, None where it passed."""
    files = sorted(folder.glob("*.json"))
    if {file.stem for file in files} != set(GOLDEN_TYPES):
        yield "golden_files", f"found {[file.stem for file in files]}, know {sorted(GOLDEN_TYPES)}"
    for file in files:
        if file.stem in GOLDEN_TYPES:
            yield f"golden_{file.stem}", _golden_failure(file, GOLDEN_TYPES[file.stem])


def _golden_failure(file: Path, kind: type[Message]) -> str | None:
    expected = json.loads(file.read_text(encoding="utf-8"))
    wire = bytes.fromhex(file.with_suffix(".hex").read_text(encoding="ascii"))
    if (actual := json_format.MessageToDict(kind.FromString(wire))) != expected:
        return f"decoded to {actual}"
    parsed = json_format.ParseDict(expected, kind())
    if (encoded := parsed.SerializeToString(deterministic=True)) != wire:
        return f"encoded to {encoded.hex()}"
    if kind.FromString(wire + UNKNOWN_FIELD).SerializeToString() != wire + UNKNOWN_FIELD:
        return "lost a field that it does not know"
    return None


def slice_failure(client: Client) -> str | None:
    """Whether the body at the span of each citation is its quote. Strings of Python count code points, so [start:end] does."""
    facts = client.fact.SearchFacts(v1.SearchFactsRequest(query="2024年", page_size=20)).facts
    citations = [citation for fact in facts for citation in fact.citations]
    if not citations:
        return "found no fact to check"
    names = sorted({citation.article for citation in citations})
    request = v1.BatchGetArticlesRequest(names=names, view=v1.ARTICLE_VIEW_FULL)
    bodies = {article.name: article.body for article in client.article.BatchGetArticles(request).articles}
    for citation in citations:
        found = bodies[citation.article][citation.span.start : citation.span.end]
        if found != citation.quote:
            return f"{citation.article} {citation.span.start}-{citation.span.end} is {found!r}, not {citation.quote!r}"
    return None
