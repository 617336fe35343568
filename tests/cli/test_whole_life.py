"""An archive's whole life: begun by the wheel, mended by what is said, published, corrected, renamed, taken out.

The reports and what is written about them are the tutorial's, with the slips that are in it and more.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.built import ROOT
from tests.cli.obedient import Keeper
from tests.cli.wheels import NAME, make_environment, run
from tests.guide.literate import list_steps
from tests.guide.player import Player, run_archive

TUTORIAL = ROOT / "guide/docs/tutorial/first-archive.md"
AGENCY, PAPER, RADIO = "ostermoor-loses-its-bees", "silence-in-the-hives", "vet-counts-dead-hives"
COPIED = "The maker of the dressing, Halvor Seeds, did not answer questions by evening."
"""Ten words in a row of the capture, where the tutorial has words of its own."""
SENTENCES = {
    "text": "Nobody at Halvor Seeds had replied when the agency went to print.",
    "summary": "A report.",
}
ERRATUM = """errata:
- day: 2021-05-20
  stood: The count was called that of the council.
  stands: It is that of the beekeepers’ association.
  why: A slip of ours.
  by: the editor
"""


def archive(folder: Path, *words: str, ends: int = 0) -> str:
    """What the command tells; fails where it ends otherwise."""
    code, told = run_archive(folder, *words)
    assert code == ends, f"archive {' '.join(words)} ended with {code}\n{told}"
    return told


def read_page(folder: Path, address: str) -> str:
    """A page of the built site."""
    return (folder / "site" / address / "index.html").read_text("utf-8")


def build(folder: Path) -> None:
    """The site, and proof of it."""
    archive(folder, "build", "--strict")
    assert "no faults" in archive(folder, "verify")


def commit(folder: Path, words: str) -> None:
    """What lies there goes into git; captures never do."""
    who = ("-c", "user.name=Keeper", "-c", "user.email=keeper@example.org")
    for command in (("add", "."), (*who, "commit", "--quiet", "--message", words)):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)


def begin(folder: Path, bare: Path) -> Path:
    """The wheel's own command begins it; three captures become drafts, with the tutorial's words and slips."""
    run(folder, bare / NAME, "new", "bees", "--title", "The Bees of Ostermoor")
    player = Player(folder / "bees")
    (player.folder / "seeds/first-report.yml").unlink()
    steps = [step for step in list_steps(TUTORIAL.read_text("utf-8")) if step.kind in {"save", "fill"}]
    # who publishes is not written into the vocabulary: the check has to say so
    player.follow(step for step in steps if step.names[0].startswith("../saved"))
    archive(player.folder, "add", "../saved")
    kept = ("topics", "origins", "findings", "moor-press.yml", "ostermoor-post", "radio-tarn")
    player.follow(s for s in steps if s.names[0].startswith("seeds/") and any(k in s.names[0] for k in kept))
    record = player.folder / "seeds/moor-press.yml"
    own = "Halvor Seeds, which makes it, had given no answer by the evening."
    assert own in record.read_text("utf-8")
    record.write_text(record.read_text("utf-8").replace(own, COPIED), "utf-8")
    return player.folder


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, bare: Path) -> tuple[Path, str]:
    """The archive, mended by nothing but messages, built, its addresses given out; and what was told."""
    folder = begin(tmp_path_factory.mktemp("life"), bare)
    keeper = Keeper(folder, lambda *words: run_archive(folder, *words)[1], SENTENCES)
    told = keeper.mend_until_sound()
    archive(folder, "ledgers")
    archive(folder, "reuse", "--write")
    build(folder)
    archive(folder, "addresses", "--publish")
    commit(folder, "Published")
    return folder, told


def test_slips_are_mended_by_their_messages(published: tuple[Path, str]) -> None:
    """Names, a misspelt topic, a quotation that is none, a copied sentence, drafts: each was told, and is gone."""
    folder, told = published
    for code in ("V102", "V101", "A101", "L101", "R126"):
        assert f" {code} " in told, code
    assert "error" not in archive(folder, "check")
    assert "1 independent origin" in archive(folder, "explain", "four-hundred-colonies")


def test_the_wheel_finds_the_site_sound(published: tuple[Path, str], bare: Path) -> None:
    """What this process built, the installed program verifies."""
    folder, _ = published
    command = [bare / "archive", "verify"]
    told = subprocess.run(
        command, cwd=folder, env=make_environment(), capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
