"""Inputs of faults that users of other tools reported: each comes out right."""

from __future__ import annotations

import pytest

from benchmarks.cases import Check, check_cases
from benchmarks.places import cases

CHECKS = list(check_cases()) if (cases() / "expected.yml").is_file() else []


@pytest.mark.cases
@pytest.mark.skipif(not CHECKS, reason="the cases are not at hand (ARCHIVE_CASES)")
@pytest.mark.parametrize("check", [pytest.param(check, id=f"{check.part}: {check.name}") for check in CHECKS])
def test_inputs_of_reported_faults(check: Check) -> None:
    """What other tools were reported to get wrong is right here."""
    assert not check.wrong


@pytest.mark.cases
@pytest.mark.skipif(not CHECKS, reason="the cases are not at hand (ARCHIVE_CASES)")
def test_every_check_is_there() -> None:
    """A check that reads nothing is no check."""
    assert len(CHECKS) == 71
