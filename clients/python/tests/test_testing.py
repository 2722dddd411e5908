# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""The fake tells a test that asks for what does not exist."""

import grpc
import pytest

from yinzheng_client import Client, YinzhengError, v1
from yinzheng_client.testing import FakeServer


def test_methods_without_a_reply_are_unimplemented() -> None:
    with FakeServer() as fake, Client(fake.address) as client, pytest.raises(YinzhengError) as caught:
        client.search.Suggest(v1.SuggestRequest(prefix="d"))
    assert caught.value.code() is grpc.StatusCode.UNIMPLEMENTED
    assert "SearchService/Suggest" in caught.value.message


def test_replies_fit_the_contract() -> None:
    fake = FakeServer()
    with pytest.raises(ValueError, match="SearchService/Query"):
        fake.on("SearchService/Query", v1.SearchResponse())
    with pytest.raises(TypeError, match="SearchResponse, not with AskResponse"):
        fake.on("SearchService/Search", v1.AskResponse())
