# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""Errors keep the reason of the service."""

import grpc
import pytest
from google.rpc import status_pb2

from yinzheng_client import AsyncClient, Client, YinzhengError, v1
from yinzheng_client.errors import DETAILS_KEY, from_status
from yinzheng_client.testing import FakeServer

MISSING = YinzhengError(
    grpc.StatusCode.NOT_FOUND, "find articles/42: none", "RESOURCE_NOT_FOUND", {"name": "articles/42"}
)


def assert_is_missing(error: YinzhengError) -> None:
    assert error.code() is grpc.StatusCode.NOT_FOUND
    assert error.details() == "find articles/42: none"
    assert (error.reason, error.metadata) == ("RESOURCE_NOT_FOUND", {"name": "articles/42"})
    assert str(error) == "NOT_FOUND (RESOURCE_NOT_FOUND): find articles/42: none"


def test_reason_and_metadata() -> None:
    with FakeServer() as fake, Client(fake.address) as client:
        fake.on("ArticleService/GetArticle", MISSING)
        with pytest.raises(YinzhengError) as caught:
            client.article.GetArticle(v1.GetArticleRequest(name="articles/42"))
    assert_is_missing(caught.value)
    assert isinstance(caught.value, grpc.RpcError)


async def test_reason_and_metadata_of_awaited_calls() -> None:
    with FakeServer() as fake:
        fake.on("ArticleService/GetArticle", MISSING)
        async with AsyncClient(fake.address) as client:
            with pytest.raises(YinzhengError) as caught:
                await client.article.GetArticle(v1.GetArticleRequest(name="articles/42"))
    assert_is_missing(caught.value)


@pytest.mark.parametrize("details", [b"\xff\xff", b"", status_pb2.Status(code=5, message="no details").SerializeToString()])
def test_details_of_others_are_no_reason(details: bytes) -> None:
    error = from_status(grpc.StatusCode.NOT_FOUND, None, [("x", "y"), (DETAILS_KEY, details)])
    assert (error.reason, error.metadata, error.message) == ("", {}, "")
