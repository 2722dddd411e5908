# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""What every call gets: a deadline, the token, errors with their reason."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

import grpc

from yinzheng_client.errors import from_status


class CallDetails(NamedTuple):
    """The fields of grpc.ClientCallDetails, which gRPC reads by name."""

    method: str
    timeout: float | None
    metadata: Any
    credentials: grpc.CallCredentials | None
    wait_for_ready: bool | None
    compression: Any


class _CallDefaults:
    def __init__(self, deadline: float, token: str | None):
        self._deadline = deadline
        self._metadata = [] if token is None else [("authorization", f"Bearer {token}")]

    def _with_defaults(self, details: Any) -> CallDetails:
        return CallDetails(
            details.method,
            self._deadline if details.timeout is None else details.timeout,
            # aio hands over a grpc.aio.Metadata and wants one back, which type() keeps.
            self._joined(details.metadata),
            details.credentials,
            details.wait_for_ready,
            getattr(details, "compression", None),
        )

    def _joined(self, metadata: Any) -> Any:
        entries = [*(metadata or ()), *self._metadata]
        return grpc.aio.Metadata(*entries) if isinstance(metadata, grpc.aio.Metadata) else entries


class SyncCallDefaults(_CallDefaults, grpc.UnaryUnaryClientInterceptor):
    """For grpc.intercept_channel."""

    def intercept_unary_unary(self, continuation: Any, client_call_details: Any, request: Any) -> Any:
        call = continuation(self._with_defaults(client_call_details), request)
        if not call.done():  # `Method.future(…)`: whoever asked for it waits, and gets gRPC's own error.
            return call
        error = call.exception()
        if isinstance(error, grpc.RpcError):
            status = cast(grpc.Call, error)
            raise from_status(status.code(), status.details(), status.trailing_metadata()) from error
        return call


class AsyncCallDefaults(_CallDefaults, grpc.aio.UnaryUnaryClientInterceptor):
    """For grpc.aio channels."""

    async def intercept_unary_unary(self, continuation: Any, client_call_details: Any, request: Any) -> Any:
        call = await continuation(self._with_defaults(client_call_details), request)
        try:
            await call
        except grpc.aio.AioRpcError as error:
            raise from_status(error.code(), error.details(), cast(Any, error.trailing_metadata())) from error
        return call
