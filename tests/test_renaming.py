"""Another id wherever it is named: nothing else changes, it can be undone, and old addresses lead on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.model.errors import UsageError
from build_tools.read.files import read_beside
from build_tools.read.seeds import read_seeds
from build_tools.renaming import plan_renaming
from tests.built import ROOT

FERRY = ROOT / "examples/the-ferry/seeds"
IDS = (
    "packet-carrow-by-road",
    "courier-salt-missing",
    "salt-without-account",
    "tonnes-340-or-430",
    "missing-salt",
    "audit-report",
    "sallowhithe",
)
"""Of each kind of thing one, and a source that others share wording with."""
DAY = "2032-01-01"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the invented archive's seeds."""
    return Path(shutil.copytree(FERRY, tmp_path_factory.mktemp("renamed") / "seeds"))


def _read_all(seeds: Path) -> dict[str, bytes]:
    return {p.relative_to(seeds).as_posix(): p.read_bytes() for p in seeds.rglob("*") if p.is_file()}


def _rename(seeds: Path, old: str, new: str, published: tuple[str, ...] = (), kind: str = "") -> int:
    listed = {address: n for n, address in enumerate(published, 1)}
    beside = read_beside(seeds)
    renaming = plan_renaming(seeds, old, new, published=listed, day=DAY, beside=beside, kind=kind)
    for path, text in renaming.files.items():
        path.unlink() if text is None else path.write_bytes(text.encode())
    return renaming.redirects


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=st.sampled_from(IDS), new=st.from_regex(r"[a-z]{3,8}(-[a-z0-9]{1,6}){0,2}", fullmatch=True))
def test_there_and_back_gives_the_same_bytes(seeds: Path, old: str, new: str) -> None:
    """For each kind of thing and any free id, whether its address was published or not."""
    published = (f"sources/{old}/", f"findings/{old}/", f"topics/{old}/", f"origins/{old}/")
    before = _read_all(seeds)
    _rename(seeds, old, new, published)
    assert _read_all(seeds) != before
    _rename(seeds, new, old, published)
    assert _read_all(seeds) == before


def test_published_addresses_lead_on(tmp_path: Path) -> None:
    """All pages of a source, and those of shared wording; a second renaming leads straight to the last."""
    seeds = Path(shutil.copytree(FERRY, tmp_path / "seeds"))
    old = "ellmarch-wire-salt"
    published = (
        f"sources/{old}/",
        f"sources/{old}/ledger/",
        "sources/other/",
        f"shared-wording/courier-salt-missing--{old}/",
    )
    assert _rename(seeds, old, "elm-one", published, "source") == 3
    assert _rename(seeds, "elm-one", "elm-two", published) == 0
    moved = {m.old: m.new for m in read_seeds(seeds).moved}
    assert moved[f"sources/{old}/"] == "sources/elm-two/"
    assert moved[f"sources/{old}/ledger/"] == "sources/elm-two/ledger/"
    pair = "courier-salt-missing"
    assert moved[f"shared-wording/{pair}--{old}/"] == f"shared-wording/{pair}--elm-two/"
    assert "sources/other/" not in moved


def test_only_what_names_it_changes(tmp_path: Path) -> None:
    """Prose that has the same words stays; an id that is taken, unknown or none is refused."""
    seeds = Path(shutil.copytree(FERRY, tmp_path / "seeds"))
    with pytest.raises(UsageError, match="already"):
        plan_renaming(seeds, "missing-salt", "night-crossings", published={}, day=DAY, beside={})
    with pytest.raises(UsageError, match="Nothing has"):
        plan_renaming(seeds, "nowhere", "somewhere", published={}, day=DAY, beside={})
    with pytest.raises(UsageError, match="hyphens"):
        plan_renaming(seeds, "missing-salt", "Missing Salt", published={}, day=DAY, beside={})
    before = (seeds / "findings.yml").read_text("utf-8").splitlines()
    _rename(seeds, "salt-without-account", "salt-no-account")
    after = (seeds / "findings.yml").read_text("utf-8").splitlines()
    assert len(before) == len(after)
    assert all("salt-no-account" in line for was, line in zip(before, after, strict=True) if was != line)


@pytest.mark.parametrize("kind", ["", "source", "origin"])
def test_a_source_and_the_origin_that_it_is_stay_one(tmp_path: Path, kind: str) -> None:
    """Parted, every statement that goes back to it would have an origin more; addresses of both lead on."""
    seeds = Path(shutil.copytree(FERRY, tmp_path / "seeds"))
    old, new = "lantern-night-crossings", "lantern-crossings"
    before = _read_all(seeds)
    assert _rename(seeds, old, new, (f"sources/{old}/", f"origins/{old}/"), kind) == 2
    material = read_seeds(seeds)
    assert new in {seed.record.slug for seed in material.seeds} & {origin.id for origin in material.origins}
    records = [seed.record for seed in material.seeds]
    links = {link.origin for record in records for c in record.claims for link in record.chain_of(c)}
    assert old not in links
    assert new in links
    assert _rename(seeds, new, old) == 0
    assert _read_all(seeds) == before


def test_what_several_things_are_called_is_asked(tmp_path: Path) -> None:
    """Things that only share a word: the message says how to go on, in good English."""
    seeds = Path(shutil.copytree(FERRY, tmp_path / "seeds"))
    _rename(seeds, "missing-salt", "audit-report")
    with pytest.raises(UsageError, match="is the id of a topic and an origin: say which, with --kind"):
        _rename(seeds, "audit-report", "report-of-auditors")
    _rename(seeds, "audit-report", "salt", kind="topic")
    assert "audit-report" in {origin.id for origin in read_seeds(seeds).origins}


def test_an_address_that_was_given_out_is_not_taken(tmp_path: Path) -> None:
    """It leads on, or tells what became of its page; the file, line and what to do are named."""
    seeds = Path(shutil.copytree(FERRY, tmp_path / "seeds"))
    _rename(seeds, "packet-carrow-by-road", "packet", ("sources/packet-carrow-by-road/",))
    with pytest.raises(UsageError, match=r"moved.yml:\d+: sources/packet-carrow-by-road/ was given out"):
        _rename(seeds, "hopper-ghost-ferry", "packet-carrow-by-road")
    (seeds / "moved.yml").write_text(
        '- old: sources/gone/\n  day: "2031-01-01"\n  reason: It was asked for.\n', "utf-8"
    )
    with pytest.raises(UsageError, match=r"moved.yml:1: sources/gone/ was given out"):
        _rename(seeds, "hopper-ghost-ferry", "gone")


def test_shared_wording_keeps_its_order(tmp_path: Path) -> None:
    """Left stands the slug that sorts first: a new name may turn a pair, and nothing is to be made anew."""
    seeds = Path(shutil.copytree(FERRY, tmp_path / "seeds"))
    was = {frozenset((p.left, p.right)): p for p in read_seeds(seeds).reuse}
    _rename(seeds, "ellmarch-wire-salt", "a-wire", kind="source")
    turned = {p.right: p for p in read_seeds(seeds).reuse}["courier-salt-missing"]
    before = was[frozenset(("courier-salt-missing", "ellmarch-wire-salt"))]
    assert (turned.left, turned.left_share, turned.right_share) == (
        "a-wire",
        before.right_share,
        before.left_share,
    )
    assert (before.direction.value, turned.direction.value) == ("right first", "left first")
    assert [(p.right, p.left, p.words) for p in before.passages] == [
        (p.left, p.right, p.words) for p in turned.passages
    ]
