"""Many copies of one report: what is told of each has a bound, by `add`, in its draft and by `check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.cli.known_captures import MOST_ALIKE
from tests.archives import ARTICLE, write_archive

COPIES = 12
ADDRESS = '<link rel="canonical" href="https://bugle.example/river">'
PAGE = "<html><head>{head}<title>River floods</title></head><body><article>{text}</article></body></html>"


def _write_copies(folder: Path, *, address: str) -> None:
    """One article on many pages, each with a sentence of its own."""
    folder.mkdir()
    for number in range(COPIES):
        paragraphs = (*ARTICLE.split("\n\n"), f"Page {number} says that three boats came at {number}.")
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        (folder / f"{number:02}.html").write_text(PAGE.format(head=address, text=text), encoding="utf-8")


@pytest.mark.parametrize("address", ["", ADDRESS], ids=["by words", "by address"])
def test_the_most_alike_are_named_and_the_rest_counted(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tenth copy names no more than the fifth, and says how many more there are."""
    monkeypatch.chdir(write_archive(tmp_path))
    _write_copies(tmp_path / "in", address=address)
    assert main(["add", "in"]) == 0
    told = capsys.readouterr().err.splitlines()
    for number in range(COPIES):
        record = f"seeds/{number:02}.yml"
        named = [line for line in told if line.startswith(f"{record}: seeds/")]
        drafted = (tmp_path / record).read_text("utf-8").splitlines()
        comments = [line for line in drafted if line.startswith("# decide: ")]
        assert (len(named), len(comments)) == (min(number, MOST_ALIKE),) * 2
        rest = number - MOST_ALIKE
        for lines, start in ((told, f"{record}: "), (drafted, "# ")):
            counted = [line for line in lines if line.startswith(f"{start}{rest} further record")]
            assert len(counted) == (rest > 0)


def test_a_check_of_many_copies_tells_of_each_as_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No record is told of together with each of the others."""
    monkeypatch.chdir(write_archive(tmp_path))
    _write_copies(tmp_path / "in", address=ADDRESS)
    assert main(["add", "in"]) == 0
    capsys.readouterr()
    main(["check"])
    told = capsys.readouterr().out.splitlines()
    lengths = {sum(line.startswith(f"seeds/{n:02}.yml:") for line in told) for n in range(1, COPIES)}
    assert len(lengths) == 1, told
    assert max(map(len, told)) < 400
