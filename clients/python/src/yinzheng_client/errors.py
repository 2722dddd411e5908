# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""Errors of the service, with the reason that programs decide by."""

from __future__ import annotations

from collections.abc import Iterable

import grpc
from google.protobuf.message import DecodeError
from google.rpc import error_details_pb2, status_pb2

DETAILS_KEY = "grpc-status-details-bin"


class YinzhengError(grpc.RpcError):
    """A call that failed. `except grpc.RpcError` catches it too.

    `reason` is one of `yinzheng.v1.ErrorReason` without `ERROR_REASON_`, for example `RESOURCE_NOT_FOUND`; empty where no server
    was reached. `metadata` says which field or name it is about; error_reason.proto has an example of each.
    """

    def __init__(self, code: grpc.StatusCode, message: str, reason: str = "", metadata: dict[str, str] | None = None):
        super().__init__(f"{code.name}{f' ({reason})' if reason else ''}: {message}")
        self._code = code
        self.message = message
        self.reason = reason
        self.metadata: dict[str, str] = metadata or {}

    def code(self) -> grpc.StatusCode:
        """The gRPC status code."""
        return self._code

    def details(self) -> str:
        """The message, under the name that gRPC gives it."""
        return self.message


def from_status(code: grpc.StatusCode, message: str | None, trailers: Iterable[tuple[str, str | bytes]] | None) -> YinzhengError:
    """The error that a status and the trailing metadata of a call describe."""
    info = _error_info(trailers or ())
    return YinzhengError(code, message or "", info.reason, dict(info.metadata))


def _error_info(trailers: Iterable[tuple[str, str | bytes]]) -> error_details_pb2.ErrorInfo:
    info = error_details_pb2.ErrorInfo()
    for key, value in trailers:
        if key != DETAILS_KEY or not isinstance(value, bytes):
            continue
        try:
            status = status_pb2.Status.FromString(value)
        except DecodeError:  # A proxy's own; the status code still says what happened.
            continue
        for detail in status.details:
            if detail.Unpack(info):
                return info
    return info
