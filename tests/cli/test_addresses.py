"""`archive addresses --publish`: a list that is published brings back no name that was taken out."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.cli import main
from tests.archives import write_archive


def test_a_site_older_than_the_private_list_is_not_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The build failed because of the name, so the last good site still has it, and no message has."""
    folder = write_archive(tmp_path)
    page = folder / "site/people/mira-tollen/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<!doctype html>", "utf-8")
    monkeypatch.chdir(folder)
    private = "- {names: [Mira Tollen], role: a mother, reason: asked, day: 2031-06-01}\n"
    (folder / "seeds/private-names.yml").write_text(private, "utf-8")
    assert main(["addresses", "--publish"]) == 2
    told = capsys.readouterr()
    assert "Run `archive build` first" in told.err
    assert "tollen" not in f"{told.out}{told.err}".casefold()
    assert not (folder / "addresses.txt").exists()
    (folder / "seeds/private-names.yml").unlink()
    assert main(["addresses", "--publish"]) == 0
    assert "people/mira-tollen/" in (folder / "addresses.txt").read_text("utf-8")
