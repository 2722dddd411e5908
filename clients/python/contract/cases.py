# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""Runs the cases of a folder through the client."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from google.protobuf import descriptor_pool, json_format, message_factory
from google.protobuf.message import Message

from contract.matching import mismatch
from yinzheng_client import Client, YinzhengError

Case = dict[str, Any]


def read_cases(folder: Path) -> Iterator[Case]:
    """All cases, file by file."""
    for file in sorted(folder.glob("*.json")):
        yield from json.loads(file.read_text(encoding="utf-8"))


def run_case(client: Client, case: Case) -> str | None:
    """Why the case failed; None where it passed."""
    variables: dict[str, str] = {}
    try:
        for step in case.get("first", []):
            answer = _send(client, step["method"], _replaced(step["request"], variables))
            for name, path in step["take"].items():
                variables[name] = _taken(answer, path)
    except (YinzhengError, LookupError, TypeError) as error:
        return f"a call before it: {error!r}"
    expected = _replaced(case["expect"], variables)
    try:
        answer = _send(client, case["method"], _replaced(case["request"], variables))
    except YinzhengError as error:
        return mismatch(
            {"reason": "", "metadata": {}, **expected},
            {"code": error.code().name, "reason": error.reason, "metadata": error.metadata},
            "error",
        )
    if expected["code"] != "OK":
        return f"answered, expected {expected['code']}"
    return mismatch(expected.get("response", {}), answer)


def _send(client: Client, method: str, request: Any) -> Any:
    service, _, name = method.removeprefix("yinzheng.v1.").partition("/")
    stub = getattr(client, service.removesuffix("Service").lower())
    descriptor = descriptor_pool.Default().FindMethodByName(f"yinzheng.v1.{service}.{name}")
    message: Message = message_factory.GetMessageClass(descriptor.input_type)()
    return json_format.MessageToDict(getattr(stub, name)(json_format.ParseDict(request, message)))


def _replaced(value: Any, variables: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(part, variables) for key, part in value.items()}
    if isinstance(value, list):
        return [_replaced(part, variables) for part in value]
    if isinstance(value, str):
        return re.sub(r"\$\{(\w+)\}", lambda match: variables[match[1]], value)
    return value


def _taken(answer: Any, path: str) -> str:
    for key in path.split("."):
        answer = answer[int(key)] if isinstance(answer, list) else answer[key]
    if not isinstance(answer, str):
        raise TypeError(f"{path} is {answer!r}, not a string")
    return answer
