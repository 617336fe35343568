"""What tests of commands share: the wheel, and an environment that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.wheels import build_wheel, install_wheel


@pytest.fixture(scope="session")
def wheel(shared_folder: Path) -> Path:
    """The wheel of the tree as it stands."""
    return build_wheel(shared_folder / "wheel")


@pytest.fixture(scope="session")
def bare(wheel: Path, shared_folder: Path) -> Path:
    """The programs of an environment that has the wheel and the libraries, and no checkout."""
    return install_wheel(shared_folder / "elsewhere", wheel)
