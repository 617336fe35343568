"""`archive recapture`: the record goes with its page; every claim is carried over, or asked about."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.cli import main
from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.pages.render import render_page
from build_tools.pages.source import make_source_page
from build_tools.pipeline import PipelineSettings
from build_tools.read.seeds import read_seeds
from build_tools.site.verify import guard_archive
from tests.built import ROOT

FERRY = ROOT / "examples/the-ferry"
SLUG = "courier-salt-missing"
CAME = "The harbour office has asked all carters to show their way bills before Friday noon."


@pytest.fixture(autouse=True)
def again(ferry: Path) -> None:
    """A new capture of one page, beside the archive."""
    lines = (ferry / "seeds/05-courier.txt").read_text("cp1252").split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("Some 340 tonnes"))
    lines[first + 1 : first + 1] = ["", CAME]
    kept = [
        line.replace("some 1,200 tonnes", "1,250 tonnes in all") for line in lines if "Police in" not in line
    ]
    (ferry.parent / "again.txt").write_text("\n".join(kept), "cp1252")


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file of the archive."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def recapture(*options: str) -> int:
    """The command, on the new capture."""
    return main(
        ["recapture", SLUG, "../again.txt", "--encoding", "cp1252", "--taken", "2019-04-15", *options]
    )


def settle(ferry: Path) -> Archive:
    """What a person does then: decides on each claim, and compares the wording anew. The archive."""
    record = ferry / "seeds/05-courier.yml"
    lines = record.read_text("utf-8").split("\n")
    record.write_text("\n".join(line for line in lines if "decide:" not in line), "utf-8")
    assert main(["reuse", "--write"]) == 0
    return pipeline.assemble_archive(PipelineSettings(ferry / "seeds"))


def test_claims_go_with_their_passages(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the record and in all that names them; what is not as it was is a fault until it is decided."""
    before = next(s for s in read_seeds(ferry / "seeds").seeds if s.record.slug == SLUG).record
    assert recapture() == 0
    told = capsys.readouterr().out
    assert "8 passages; 5 renumbered, 1 reworded, 1 gone, 1 new" in told
    assert main(["check"]) == 1
    faults = capsys.readouterr().out
    assert faults.count(": R128 ") == 3
    archive = settle(ferry)
    record = next(d.record for d in archive.documents if d.record.slug == SLUG)
    earlier = record.earlier[0]
    assert before.capture is not None
    assert (earlier.sha256, str(earlier.taken)) == (before.capture.sha256, "2019-03-15")
    assert earlier.became == {"p2": "p3", "p3": "p4", "p4": "p5", "p5": "p6", "p6": "p7"}
    assert (earlier.reworded, earlier.gone, earlier.new) == (("p2",), ("p7",), ("p2",))
    assert earlier.claims == {"p7c1": "earlierc1"}
    texts = {claim.text: claim.id for claim in record.claims}
    for claim in before.claims:
        passage, number = claim.id.rpartition("c")[::2]
        now = earlier.claims.get(claim.id) or f"{earlier.became.get(passage, passage)}c{number}"
        assert texts[claim.text] == now
    named = {ref for finding in archive.findings for ref in finding.claims if ref.slug == SLUG}
    assert named <= {statement.ref for statement in archive.statements.values()}


def test_both_captures_stay_accounted_for(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each has its ledger, which adds up; a changed byte of the earlier one is found, no word of it leaks."""
    assert recapture() == 0
    settle(ferry)
    ledgers = {
        path.name: json.loads(path.read_text("utf-8")) for path in (ferry / "seeds").glob("05-*.ledger.json")
    }
    assert sorted(ledgers) == ["05-courier.8c491eb8.ledger.json", "05-courier.ledger.json"]
    assert all(ledger["lines"][-1]["end"] == ledger["bytes"] for ledger in ledgers.values())
    archive = pipeline.assemble_archive(PipelineSettings(ferry / "seeds"))
    guard = guard_archive(archive)
    assert hashlib.sha256((ferry / "seeds/05-courier.txt").read_bytes()).hexdigest() in guard.files
    assert any("bought some 1" in run for run in guard.runs)
    capture = ferry / "seeds/05-courier.txt"
    capture.write_bytes(capture.read_bytes().replace(b"Police", b"Polish"))
    assert main(["check"]) == 1
    assert re.search(r"seeds/05-courier\.yml:[0-9]+:[0-9]+: C101 ", capsys.readouterr().out)


def test_readers_learn_what_changed_and_old_addresses_work(ferry: Path) -> None:
    """Counts and places for everybody, words for the keeper; what a number meant before stands beside it."""
    assert recapture() == 0
    archive = settle(ferry)
    page = render_page(make_source_page(Index(archive), SLUG))
    assert "1 passage went: ¶\u00a07 of that capture." in page.markdown
    assert "¶\u00a02 was what is" in page.markdown
    assert CAME not in page.markdown
    before = read_seeds(FERRY / "seeds")
    claims = next(s for s in before.seeds if s.record.slug == SLUG).record.claims
    assert {claim.id for claim in claims} | {f"p{n}" for n in range(1, 9)} <= {*page.anchors}
    reading = pipeline.assemble_archive(PipelineSettings(ferry / "seeds", edition=Edition.READING))
    words = render_page(make_source_page(Index(reading), SLUG)).markdown
    assert CAME.rsplit(maxsplit=1)[-1] in words
    assert "out: some" in words
    assert "in: in all" in words
    news = {(entry.act.value, entry.id) for entry in Index(archive).news["all"]}
    assert ("captured again", SLUG) in news


def test_a_third_capture_follows_the_second(ferry: Path) -> None:
    """Back to the first text: what was gone is new, and addresses of the first capture are followed on."""
    assert recapture() == 0
    settle(ferry)
    first = (ferry / "seeds/05-courier.txt").read_text("cp1252")
    (ferry.parent / "third.txt").write_text(first + "\nPrinted on paper.\n", "cp1252")
    assert main(["recapture", SLUG, "../third.txt", "--encoding", "cp1252"]) == 0
    archive = settle(ferry)
    record = next(d.record for d in archive.documents if d.record.slug == SLUG)
    assert len(record.earlier) == 2
    assert record.earlier[1].new == ("p7",)
    assert {claim.id for claim in record.claims} >= {"p2c1", "p6c2", "earlierc1"}
    page = render_page(make_source_page(Index(archive), SLUG))
    assert "captured 3 times" in page.markdown


def test_nothing_is_written_where_it_cannot_be_done(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A preview, the same bytes, another page, no capture to compare with, an unknown source."""
    was = read_files(ferry)
    assert recapture("--dry-run") == 0
    assert main(["recapture", SLUG, "seeds/05-courier.txt"]) == 2
    (ferry.parent / "other.txt").write_text(
        "A title\n\nNothing that stood there before, and some more words.\n"
    )
    assert main(["recapture", SLUG, "../other.txt"]) == 2
    assert main(["recapture", "no-such-report", "../again.txt"]) == 2
    told = capsys.readouterr().err
    for words in ("nothing was written", "already", "is it the same page?", "There is no source"):
        assert words in told
    assert read_files(ferry) == was
    (ferry / "seeds/05-courier.txt").unlink()
    assert recapture() == 2
    assert "not at hand" in capsys.readouterr().err
