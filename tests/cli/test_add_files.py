"""Which files `archive add` takes, and under which names: none is lost elsewhere, none taken unasked."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from build_tools.cli import main
from tests.archives import ARTICLE, write_archive


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of one record as the working folder."""
    monkeypatch.chdir(write_archive(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    "names",
    [
        ("cap.txt", "CAP.TXT", "Cap.txt"), ("caf\u00e9.txt", "cafe\u0301.txt", "CAF\u00c9.txt"),
        ("aux.txt", "AUX .txt"), ("stra\u00dfe.txt", "STRASSE.txt"), ("a.txt", "A.html"),
    ],
)  # fmt: skip
def test_no_two_files_are_one_on_another_system(here: Path, names: tuple[str, ...]) -> None:
    """Where case and the way of writing marks are none, a clone keeps one record of the two, in silence."""
    for number, name in enumerate(names):
        folder = here / f"in-{number}"
        folder.mkdir()
        (folder / name).write_text(ARTICLE.replace("mill", f"dam {number}"))
        assert main(["add", str(folder / name)]) == 0
    laid = [path.name for path in (here / "seeds").iterdir()]
    folded = [unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()) for name in laid]
    assert len(set(folded)) == len(laid)
    assert len(list((here / "seeds").glob("*.yml"))) == len(names) + 1


def test_of_a_folder_only_what_lies_in_it_is_taken(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may come from somebody else, with links to any file of the keeper’s; what is not taken is told."""
    folder = here / "in"
    folder.mkdir()
    (here / "secret.txt").write_text(ARTICLE.replace("mill", "secret dam"))
    (here / "elsewhere").mkdir()
    (here / "elsewhere/page.txt").write_text(ARTICLE.replace("mill", "other dam"))
    (folder / "page.txt").write_text(ARTICLE.replace("mill", "dam"))
    for name, target in (
        ("inside.txt", "page.txt"), ("out.txt", "../secret.txt"), ("far.txt", str(here / "secret.txt")),
        ("dangling.txt", "nowhere"), ("circle.txt", "circle.txt"), ("folder", "../elsewhere"),
    ):  # fmt: skip
        (folder / name).symlink_to(target)
    os.mkfifo(folder / "pipe.txt")
    assert main(["add", "in"]) == 0
    told = capsys.readouterr()
    passed = sorted(line.partition(" ")[0] for line in told.err.splitlines() if "passed over" in line)
    assert passed == [
        f"in/{name}" for name in ("circle.txt", "dangling.txt", "far.txt", "folder", "out.txt", "pipe.txt")
    ]
    assert len(told.out.splitlines()) == 1  # the link in the folder has the same bytes
    assert not any(b"secret" in path.read_bytes() for path in (here / "seeds").glob("*.*"))
    # what is named by itself is meant
    assert main(["add", "in/out.txt"]) == 0
