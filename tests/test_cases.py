"""Inputs of faults that users of other tools reported: each comes out right, or is named here as wrong."""

from __future__ import annotations

import pytest

from benchmarks.cases import Check, check_cases
from benchmarks.places import cases

AWAITED = {
    "Islandora#1754 decade",
    "better-bibtex#860",
}
"""Those that are wrong today. One that comes right must leave this list, or its test fails."""

CHECKS = list(check_cases()) if (cases() / "expected.yml").is_file() else []


@pytest.mark.cases
@pytest.mark.skipif(not CHECKS, reason="the cases are not at hand (ARCHIVE_CASES)")
@pytest.mark.parametrize("check", [pytest.param(check, id=f"{check.part}: {check.name}") for check in CHECKS])
def test_inputs_of_reported_faults(check: Check) -> None:
    """What other tools were reported to get wrong is right here."""
    if check.name in AWAITED:
        assert check.wrong, f"{check.name} is right now: take it out of the list"
        pytest.xfail("; ".join(check.wrong))
    assert not check.wrong


@pytest.mark.cases
@pytest.mark.skipif(not CHECKS, reason="the cases are not at hand (ARCHIVE_CASES)")
def test_every_check_is_there() -> None:
    """A check that reads nothing is no check."""
    assert len(CHECKS) == 71
    assert not AWAITED - {check.name for check in CHECKS}
