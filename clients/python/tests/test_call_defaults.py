# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""What every call gets."""

from threading import Event

import grpc
import pytest

from yinzheng_client import AsyncClient, Client, YinzhengError, v1
from yinzheng_client.testing import FakeServer

ASK = "SearchService/Ask"
QUESTION = v1.AskRequest(question="岛上有几座灯塔？")


def test_answers_and_token() -> None:
    answer = v1.AskResponse(answers=[v1.Answer(fact=v1.Fact(name="facts/1", text="三座"))])
    with FakeServer() as fake, Client(fake.address, token="s3cret") as client:
        fake.on(ASK, answer)
        assert client.search.Ask(QUESTION) == answer
        client.search.Ask(QUESTION, metadata=(("x-trace", "7"),))
        assert fake.requests(ASK, v1.AskRequest) == [QUESTION, QUESTION]
        assert [sent["authorization"] for sent in fake.metadata(ASK)] == ["Bearer s3cret"] * 2
        assert fake.metadata(ASK)[1]["x-trace"] == "7"


async def test_answers_and_token_of_awaited_calls() -> None:
    with FakeServer() as fake:
        fake.on(ASK, v1.AskResponse(recorded_properties=["灯塔数"]))
        async with AsyncClient(fake.address, token="s3cret") as client:
            assert (await client.search.Ask(QUESTION)).recorded_properties == ["灯塔数"]
            await client.search.Ask(QUESTION, metadata=grpc.aio.Metadata(("x-trace", "7")))
        assert [sent["authorization"] for sent in fake.metadata(ASK)] == ["Bearer s3cret"] * 2
        assert fake.metadata(ASK)[1]["x-trace"] == "7"


def test_no_token_unless_given() -> None:
    with FakeServer() as fake, Client(fake.address) as client:
        fake.on(ASK, v1.AskResponse())
        client.search.Ask(QUESTION)
        assert "authorization" not in fake.metadata(ASK)[0]


@pytest.mark.parametrize("timeout", [None, 0.2])
def test_deadline_of_the_client_and_of_a_call(timeout: float | None) -> None:
    done = Event()

    def wait_for_the_end(_: v1.AskRequest) -> v1.AskResponse:
        done.wait()
        return v1.AskResponse()

    with FakeServer() as fake, Client(fake.address, deadline=0.2 if timeout is None else 600) as client:
        fake.on(ASK, wait_for_the_end)
        with pytest.raises(YinzhengError) as caught:
            client.search.Ask(QUESTION, timeout=timeout)
        done.set()
    assert caught.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED


async def test_deadline_of_awaited_calls() -> None:
    done = Event()

    def wait_for_the_end(_: v1.AskRequest) -> v1.AskResponse:
        done.wait()
        return v1.AskResponse()

    with FakeServer() as fake:
        fake.on(ASK, wait_for_the_end)
        async with AsyncClient(fake.address, deadline=0.2) as client:
            with pytest.raises(YinzhengError) as caught:
                await client.search.Ask(QUESTION)
        done.set()
    assert caught.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED


def test_futures_do_not_block() -> None:
    asked = Event()

    def wait_until_asked(_: v1.AskRequest) -> v1.AskResponse:
        asked.wait()
        return v1.AskResponse(recorded_properties=["灯塔数"])

    with FakeServer() as fake, Client(fake.address, token="s3cret") as client:
        fake.on(ASK, wait_until_asked)
        future = client.search.Ask.future(QUESTION)
        asked.set()
        assert future.result().recorded_properties == ["灯塔数"]
        assert fake.metadata(ASK)[0]["authorization"] == "Bearer s3cret"
