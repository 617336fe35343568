"""What tests of commands share: the wheel, an environment that has it, and a copy of the invented archive."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.built import ROOT
from tests.cli.wheels import build_wheel, install_wheel

FERRY = ROOT / "examples/the-ferry"


@pytest.fixture(scope="session")
def wheel(shared_folder: Path) -> Path:
    """The wheel of the tree as it stands."""
    return build_wheel(shared_folder / "wheel")


@pytest.fixture(scope="session")
def bare(wheel: Path, shared_folder: Path) -> Path:
    """The programs of an environment that has the wheel and the libraries, and no checkout."""
    return install_wheel(shared_folder / "elsewhere", wheel)


@pytest.fixture
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented archive as the working folder; no git."""
    shutil.copytree(FERRY, tmp_path / "ferry")
    config = tmp_path / "ferry/mkdocs.yml"
    written = config.read_text("utf-8").replace("../../mkdocs.yml", str(ROOT / "mkdocs.yml"))
    config.write_text(written, "utf-8")
    monkeypatch.chdir(tmp_path / "ferry")
    return tmp_path / "ferry"
