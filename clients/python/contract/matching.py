# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""What a case expects of an answer: see tests/contract/cases/README.md."""

from __future__ import annotations

from typing import Any


def mismatch(expected: Any, actual: Any, path: str = "response") -> str | None:
    """The first place where `actual` does not match `expected`; None where it does."""
    if isinstance(expected, dict):
        return _object_mismatch(expected, actual, path)
    if isinstance(expected, list):
        return _array_mismatch(expected, actual, path)
    # True == 1 in Python, and not in JSON.
    if isinstance(expected, bool) is not isinstance(actual, bool) or expected != actual:
        return f"{path} is {actual!r}, expected {expected!r}"
    return None


def _object_mismatch(expected: dict[str, Any], actual: Any, path: str) -> str | None:
    if not isinstance(actual, dict):
        return f"{path} is {actual!r}, expected an object"
    for key, value in expected.items():
        if value is None:
            if key in actual:
                return f"{path}.{key} is {actual[key]!r}, expected none"
        elif key not in actual:
            return f"{path}.{key} is missing, expected {value!r}"
        elif found := mismatch(value, actual[key], f"{path}.{key}"):
            return found
    return None


def _array_mismatch(expected: list[Any], actual: Any, path: str) -> str | None:
    if not isinstance(actual, list) or len(actual) < len(expected):
        return f"{path} is {actual!r}, expected {len(expected)} elements or more"
    for index, value in enumerate(expected):
        if found := mismatch(value, actual[index], f"{path}.{index}"):
            return found
    return None
