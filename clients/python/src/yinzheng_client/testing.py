# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""A server for tests of programs that use this client: it answers with what the test gave it, over a real connection."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, TypeVar

import grpc
from google.protobuf import descriptor_pool, message_factory
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message
from google.rpc import error_details_pb2, status_pb2

from yinzheng_client import v1
from yinzheng_client.errors import DETAILS_KEY, YinzhengError

Reply = Message | YinzhengError | Callable[[Any], Message]
_Request = TypeVar("_Request", bound=Message)

# Importing v1 is what puts the contract into the pool of descriptors.
_CONTRACT = v1.__name__


class FakeServer:
    """Serves canned replies on a free port of 127.0.0.1. Methods that were given none answer UNIMPLEMENTED.

    with FakeServer() as fake, Client(fake.address) as client:
        fake.on("SearchService/Ask", v1.AskResponse())
        client.search.Ask(v1.AskRequest(question="？"))
        assert fake.requests("SearchService/Ask", v1.AskRequest)[0].question == "？"
    """

    def __init__(self) -> None:
        self._replies: dict[str, Reply] = {}
        self._calls: list[tuple[str, Message, dict[str, str | bytes]]] = []
        self._server = grpc.server(ThreadPoolExecutor(max_workers=4))
        self._server.add_generic_rpc_handlers([_Router(self._reply)])
        self.address = f"127.0.0.1:{self._server.add_insecure_port('127.0.0.1:0')}"

    def secure(self, credentials: grpc.ServerCredentials) -> str:
        """Listens with TLS as well, and returns that address (`localhost:PORT`). Before the server starts."""
        return f"localhost:{self._server.add_secure_port('localhost:0', credentials)}"

    def on(self, method: str, reply: Reply) -> None:
        """Sets the reply to `Service/Method`: a response, an error, or a function of the request that returns or raises one."""
        descriptor = _method(method)
        if isinstance(reply, Message) and reply.DESCRIPTOR is not descriptor.output_type:
            raise TypeError(f"{method} answers with {descriptor.output_type.name}, not with {reply.DESCRIPTOR.name}")
        self._replies[method] = reply

    def requests(self, method: str, _: type[_Request]) -> list[_Request]:
        """The requests that came for `Service/Method`, in their order; the second argument is their type."""
        return [request for name, request, _ in self._calls if name == method]  # type: ignore[misc]

    def metadata(self, method: str) -> list[dict[str, str | bytes]]:
        """The metadata of those requests."""
        return [metadata for name, _, metadata in self._calls if name == method]

    def __enter__(self) -> FakeServer:
        self._server.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.stop(None).wait()

    def _reply(self, method: str, request: Message, context: grpc.ServicerContext) -> Message:
        metadata = {key: value for key, value in context.invocation_metadata()}
        self._calls.append((method, request, metadata))
        reply = self._replies.get(method)
        if reply is None:
            context.abort(grpc.StatusCode.UNIMPLEMENTED, f"the test gave no reply for {method}")
        try:
            if isinstance(reply, YinzhengError):
                raise reply
            return reply if isinstance(reply, Message) else reply(request)
        except YinzhengError as error:
            context.set_trailing_metadata(((DETAILS_KEY, _status(error).SerializeToString()),))
            context.abort(error.code(), error.message)


class _Router(grpc.GenericRpcHandler):
    def __init__(self, reply: Callable[[str, Message, grpc.ServicerContext], Message]):
        self._reply = reply

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[Any, Any] | None:
        name = handler_call_details.method.removeprefix("/yinzheng.v1.")
        try:
            descriptor = _method(name)
        except ValueError:
            return None
        return grpc.unary_unary_rpc_method_handler(
            lambda request, context: self._reply(name, request, context),
            request_deserializer=message_factory.GetMessageClass(descriptor.input_type).FromString,
            response_serializer=lambda message: message.SerializeToString(),
        )


def _method(name: str) -> MethodDescriptor:
    service, _, method = name.partition("/")
    try:
        return descriptor_pool.Default().FindMethodByName(f"yinzheng.v1.{service}.{method}")
    except KeyError:
        raise ValueError(f"no method {name} in yinzheng.v1; write Service/Method, such as SearchService/Ask") from None


def _status(error: YinzhengError) -> status_pb2.Status:
    status = status_pb2.Status(code=error.code().value[0], message=error.message)
    info = error_details_pb2.ErrorInfo(reason=error.reason, domain="yinzheng", metadata=error.metadata)
    status.details.add().Pack(info)
    return status
