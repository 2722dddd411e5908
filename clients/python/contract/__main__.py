# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
"""Runs the contract suite: python -m contract ADDRESS CASES_DIR GOLDEN_DIR."""

import sys
from pathlib import Path

import yinzheng.v1
from contract.cases import read_cases, run_case
from contract.resources import golden_failures, slice_failure
from yinzheng_client import Client


def main(address: str, cases: str, golden: str) -> int:
    results: list[tuple[str, str | None]] = []
    with Client(address) as client:
        results += [(case["name"], run_case(client, case)) for case in read_cases(Path(cases))]
        if not results:
            sys.exit(f"no cases in {cases}")
        results += golden_failures(Path(golden))
        results.append(("slices", slice_failure(client)))
    print(f"generated code: {Path(yinzheng.v1.__file__).parent}")
    for name, failure in results:
        if failure is not None:
            print(f"FAILED {name}: {failure}")
    failed = sum(failure is not None for _, failure in results)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
