"""Passages that are times, pages or messages: addresses of the same kind from record to built page."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from build_tools.clean import clean
from build_tools.cli import main
from build_tools.model.capture import Capture
from tests.site.tiny import archive, claim, record

VTT = b"""WEBVTT

00:00:04.000 --> 00:00:08.000
The ferry to Ostry has stopped because of the ice.

00:12:31.000 --> 00:12:38.000
Two hundred people live on the island.
"""


def described(*claims: dict[str, Any]) -> dict[str, Any]:
    """A record of the transcript."""
    capture = {"file": "talk.vtt", "sha256": hashlib.sha256(VTT).hexdigest(), "bytes": len(VTT)}
    return {**record(VTT), "capture": capture, "passages": "times", "claims": list(claims)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a source that is a transcript."""
    folder = tmp_path_factory.mktemp("units")
    config = archive(
        folder,
        described(
            claim("t00-00-04c1", "No boat has gone since the ice came.", quotation="because of the ice"),
            claim("t00-12-31c1", "Some 200 islanders live there.", kind="figure"),
            claim("t00-12-31c2", "They live on an island."),
        ),
    )
    (folder / "seeds" / "talk.vtt").write_bytes(VTT)
    (folder / "seeds" / "ferry.txt").unlink(missing_ok=True)
    for ledger in (folder / "seeds").glob("*.ledger.json"):
        ledger.unlink()
    assert main(["ledgers", "--config", str(config)]) == 0
    assert main(["build", "--config", str(config)]) == 0
    return folder / "site" / "sources" / "pier-post-ferry"


def test_a_time_is_an_anchor(built: Path) -> None:
    """Of the passage and of each claim, with the time as its name."""
    page = (built / "index.html").read_text("utf-8")
    assert 'id="t00-12-31"' in page
    assert 'id="t00-12-31c2"' in page
    assert ">00:12:31</a>" in page
    assert "at *:*:*" in page


def test_citations_say_the_time(built: Path) -> None:
    """As they say the paragraph elsewhere."""
    cited = "".join(file.read_text("utf-8") for file in built.rglob("*.html"))
    assert "at 00:12:31" in cited


def test_the_plain_form_says_the_same(built: Path) -> None:
    """A reader of Markdown has the times as well."""
    assert "00:12:31" in (built / "index.md").read_text("utf-8")


def test_a_passage_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the capture at hand, as for paragraphs."""
    wrong = described(claim("t00-00-05c1", "No boat has gone."), claim("p1c1", "Nor will one."))
    config = archive(tmp_path, wrong)
    (tmp_path / "seeds" / "talk.vtt").write_bytes(VTT)
    assert main(["check", "--config", str(config)]) == 1
    told = capsys.readouterr()
    assert "R125" in told.out + told.err
    assert clean(Capture("talk.vtt", VTT, "")).body[1].id == "t00-12-31"
