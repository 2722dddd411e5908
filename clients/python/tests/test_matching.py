# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""The contract suite fails where it should."""

from typing import Any

import pytest

from contract.matching import mismatch

ACTUAL = {"a": [{"n": 1, "s": "x", "extra": True}, {}], "b": False}


@pytest.mark.parametrize(
    "expected", [{}, {"a": []}, {"a": [{}]}, {"a": [{"n": 1.0, "s": "x"}], "b": False, "c": None}]
)
def test_matches(expected: Any) -> None:
    assert mismatch(expected, ACTUAL) is None


@pytest.mark.parametrize(
    ("expected", "where"),
    [
        ({"c": 1}, "response.c is missing"),
        ({"b": None}, "response.b is False, expected none"),
        ({"b": 0}, "response.b is False"),
        ({"a": [{"n": True}]}, "response.a.0.n is 1"),
        ({"a": [{"n": "1"}]}, "response.a.0.n is 1"),
        ({"a": [{}, {}, {}]}, "3 elements or more"),
        ({"a": {}}, "expected an object"),
    ],
)
def test_mismatches(expected: Any, where: str) -> None:
    assert where in (mismatch(expected, ACTUAL) or "")
