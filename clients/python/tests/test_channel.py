# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""Retries and TLS."""

from pathlib import Path

import grpc
import pytest
import trustme

from yinzheng_client import AsyncClient, Client, Tls, YinzhengError, v1
from yinzheng_client.testing import FakeServer

NOT_READY = YinzhengError(grpc.StatusCode.UNAVAILABLE, "no index is open yet", "INDEX_NOT_READY")


def test_unavailable_is_tried_again() -> None:
    with FakeServer() as fake, Client(fake.address) as client:
        attempts: list[v1.AskRequest] = []

        def third_time_lucky(request: v1.AskRequest) -> v1.AskResponse:
            attempts.append(request)
            if len(attempts) < 3:
                raise NOT_READY
            return v1.AskResponse(recorded_properties=["灯塔数"])

        fake.on("SearchService/Ask", third_time_lucky)
        assert client.search.Ask(v1.AskRequest(question="？")).recorded_properties == ["灯塔数"]
        assert len(attempts) == 3


def test_gives_up_after_four_attempts() -> None:
    with FakeServer() as fake, Client(fake.address) as client:
        fake.on("SearchService/Ask", NOT_READY)
        with pytest.raises(YinzhengError) as caught:
            client.search.Ask(v1.AskRequest(question="？"))
        assert caught.value.reason == "INDEX_NOT_READY"
        assert len(fake.requests("SearchService/Ask", v1.AskRequest)) == 4


def test_other_errors_and_reloads_are_not_tried_again() -> None:
    overloaded = YinzhengError(grpc.StatusCode.RESOURCE_EXHAUSTED, "busy", "OVERLOADED")
    with FakeServer() as fake, Client(fake.address) as client:
        fake.on("SearchService/Ask", overloaded)
        fake.on("IndexService/ReloadIndex", NOT_READY)
        with pytest.raises(YinzhengError, match="OVERLOADED"):
            client.search.Ask(v1.AskRequest(question="？"))
        with pytest.raises(YinzhengError, match="INDEX_NOT_READY"):
            client.index.ReloadIndex(v1.ReloadIndexRequest())
        assert len(fake.requests("SearchService/Ask", v1.AskRequest)) == 1
        assert len(fake.requests("IndexService/ReloadIndex", v1.ReloadIndexRequest)) == 1


def test_servers_take_turns() -> None:
    with FakeServer() as one, FakeServer() as other, Client(f"ipv4:{one.address},{other.address}") as client:
        for fake in (one, other):
            fake.on("SearchService/Ask", v1.AskResponse())
        for _ in range(1000):  # The first calls go to whichever is connected first.
            client.search.Ask(v1.AskRequest(question="？"))
            if all(fake.requests("SearchService/Ask", v1.AskRequest) for fake in (one, other)):
                return
    pytest.fail("one server got every call")


def test_no_server_is_unavailable(tmp_path: Path) -> None:
    with Client(f"unix:{tmp_path}/none") as client, pytest.raises(YinzhengError) as caught:
        client.index.GetIndexStatus(v1.GetIndexStatusRequest())
    assert (caught.value.code(), caught.value.reason) == (grpc.StatusCode.UNAVAILABLE, "")


class Certificates:
    """An authority, a server's certificate for localhost and a client's, as files."""

    def __init__(self, folder: Path):
        authority = trustme.CA()
        server, client = authority.issue_cert("localhost"), authority.issue_cert("a-client")
        self.root = folder / "root.pem"
        self.certificate = folder / "client.pem"
        self.key = folder / "client.key"
        authority.cert_pem.write_to_path(str(self.root))
        client.cert_chain_pems[0].write_to_path(str(self.certificate))
        client.private_key_pem.write_to_path(str(self.key))
        pair = [(server.private_key_pem.bytes(), server.cert_chain_pems[0].bytes())]
        self.server = grpc.ssl_server_credentials(pair)
        self.mutual = grpc.ssl_server_credentials(pair, self.root.read_bytes(), require_client_auth=True)


def test_tls(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path)
    fake = FakeServer()
    fake.on("SearchService/Ask", v1.AskResponse())
    address = fake.secure(certificates.server)
    by_number = address.replace("localhost", "127.0.0.1")
    named = Client(by_number, tls=Tls(certificates.root, server_name="localhost"))
    nameless = Client(by_number, tls=Tls(certificates.root))
    with fake, Client(address, tls=Tls(certificates.root)) as trusting, Client(address, tls=Tls()) as wary, named, nameless:
        for client in (trusting, named):
            client.search.Ask(v1.AskRequest(question="？"))
        for client in (wary, nameless):
            with pytest.raises(YinzhengError) as caught:
                client.search.Ask(v1.AskRequest(question="？"))
            assert caught.value.code() is grpc.StatusCode.UNAVAILABLE


async def test_mutual_tls(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path)
    fake = FakeServer()
    fake.on("SearchService/Ask", v1.AskResponse())
    address = fake.secure(certificates.mutual)
    known = Tls(certificates.root, certificates.certificate, certificates.key)
    with fake, Client(address, tls=known) as client, Client(address, tls=Tls(certificates.root)) as stranger:
        client.search.Ask(v1.AskRequest(question="？"))
        async with AsyncClient(address, tls=known) as awaited:
            await awaited.search.Ask(v1.AskRequest(question="？"))
        with pytest.raises(YinzhengError) as caught:
            stranger.search.Ask(v1.AskRequest(question="？"))
    assert caught.value.code() is grpc.StatusCode.UNAVAILABLE


def test_certificate_without_key(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="go together"):
        Client("localhost:1", tls=Tls(certificate=tmp_path / "client.pem"))
