# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""The clients: the generated stubs of all services over one channel."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

import grpc

from yinzheng.v1.article_service_pb2_grpc import ArticleServiceStub
from yinzheng.v1.check_service_pb2_grpc import CheckServiceStub
from yinzheng.v1.entity_service_pb2_grpc import EntityServiceStub
from yinzheng.v1.fact_service_pb2_grpc import FactServiceStub
from yinzheng.v1.index_service_pb2_grpc import IndexServiceStub
from yinzheng.v1.search_service_pb2_grpc import SearchServiceStub
from yinzheng_client.call_defaults import AsyncCallDefaults, SyncCallDefaults
from yinzheng_client.channel import Tls, channel_options

if TYPE_CHECKING:  # The asynchronous stubs are types alone: at run time one class serves both kinds of channel.
    from yinzheng.v1.article_service_pb2_grpc import ArticleServiceAsyncStub
    from yinzheng.v1.check_service_pb2_grpc import CheckServiceAsyncStub
    from yinzheng.v1.entity_service_pb2_grpc import EntityServiceAsyncStub
    from yinzheng.v1.fact_service_pb2_grpc import FactServiceAsyncStub
    from yinzheng.v1.index_service_pb2_grpc import IndexServiceAsyncStub
    from yinzheng.v1.search_service_pb2_grpc import SearchServiceAsyncStub

DEFAULT_ADDRESS = "127.0.0.1:50151"
DEFAULT_DEADLINE = 10.0


class Client:
    """Blocking client, safe to share between threads. Never fails to be made: a wrong address shows at the first call.

    Methods are those of the contract, by service: `client.search.Ask(v1.AskRequest(question=…))`. Each takes `timeout=` in seconds
    in place of the client's deadline, and raises YinzhengError.

    `address` is `host:port`, `unix:PATH` or another gRPC target, such as `dns:///name:port`, all of whose addresses take turns.
    `token` is sent with every call as `authorization: Bearer TOKEN`: without `tls` whoever is on the way can read it.
    """

    def __init__(
        self,
        address: str = DEFAULT_ADDRESS,
        *,
        deadline: float = DEFAULT_DEADLINE,
        tls: Tls | None = None,
        token: str | None = None,
    ):
        options = channel_options(tls)
        self._channel = (
            grpc.insecure_channel(address, options)
            if tls is None
            else grpc.secure_channel(address, tls.credentials(), options)
        )
        channel = grpc.intercept_channel(self._channel, SyncCallDefaults(deadline, token))
        self.search = SearchServiceStub(channel)
        self.article = ArticleServiceStub(channel)
        self.entity = EntityServiceStub(channel)
        self.fact = FactServiceStub(channel)
        self.check = CheckServiceStub(channel)
        self.index = IndexServiceStub(channel)

    def close(self) -> None:
        """Ends running calls and the connection."""
        self._channel.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class AsyncClient:
    """Client for asyncio with the options and methods of Client, each to be awaited. Make and use it in one event loop."""

    search: SearchServiceAsyncStub
    article: ArticleServiceAsyncStub
    entity: EntityServiceAsyncStub
    fact: FactServiceAsyncStub
    check: CheckServiceAsyncStub
    index: IndexServiceAsyncStub

    def __init__(
        self,
        address: str = DEFAULT_ADDRESS,
        *,
        deadline: float = DEFAULT_DEADLINE,
        tls: Tls | None = None,
        token: str | None = None,
    ):
        options = channel_options(tls)
        defaults = [AsyncCallDefaults(deadline, token)]
        self._channel = (
            grpc.aio.insecure_channel(address, options, interceptors=defaults)
            if tls is None
            else grpc.aio.secure_channel(address, tls.credentials(), options, interceptors=defaults)
        )
        self.search = SearchServiceStub(self._channel)
        self.article = ArticleServiceStub(self._channel)
        self.entity = EntityServiceStub(self._channel)
        self.fact = FactServiceStub(self._channel)
        self.check = CheckServiceStub(self._channel)
        self.index = IndexServiceStub(self._channel)

    async def close(self) -> None:
        """Ends running calls and the connection."""
        await self._channel.close()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
