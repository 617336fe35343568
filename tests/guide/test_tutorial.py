"""The tutorial, followed to the letter: every command is run, and what it promises is there."""

from __future__ import annotations

import re
from pathlib import Path

from tests.built import ROOT
from tests.guide.literate import list_steps
from tests.guide.player import Player

PAGE = ROOT / "guide/docs/tutorial/first-archive.md"


def test_the_tutorial_works(tmp_path: Path) -> None:
    """From nothing to a site: no step fails, each message is told, each file to be opened is there."""
    markdown = PAGE.read_text("utf-8")
    player = Player(tmp_path)
    player.follow(list_steps(markdown))
    assert "archive verify" in player.done
    opened = re.findall(r"`(site/[^`]+\.html)`", markdown)
    assert [name for name in opened if not (player.folder / name).is_file()] == []
