"""Bad input: every code has a case, every case gives its lines, and nothing is reported one at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.exports.fault_reports import write_faults_as_text
from build_tools.model.codes import CODES, GROUPS, find_code
from build_tools.model.fault import Faults, Severity
from build_tools.read import files, read_all, read_seeds
from tests.built import ROOT
from tests.read.cases import BAD, Case, lay_out, read_case

CASES = sorted(BAD.glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[Path, str], None]
) -> None:
    """A broken seeds folder gives exactly the lines of its case, the case's own code among them.

    As if its few records were many, whose values are held as bytes; everywhere else they are few.
    """
    monkeypatch.setattr(files, "FEW", 0)
    case = read_case(path)
    monkeypatch.chdir(tmp_path)
    captures = lay_out(case, tmp_path)
    reading = read_all(Path("seeds"), captures)
    golden(path, case.head + write_faults_as_text(reading.faults))
    assert path.stem.partition("_")[0] in {fault.code for fault in reading.faults}
    errors = [fault for fault in reading.faults if fault.severity is Severity.ERROR]
    assert (reading.material is None) == bool(errors)


def test_every_code_has_a_case() -> None:
    """A code without a case might never be given, or at a wrong place."""
    cased = {path.stem.partition("_")[0] for path in CASES}
    elsewhere = "".join(p.read_text("utf-8") for p in (ROOT / "tests").rglob("test_*.py"))
    missing = [c.code for c in CODES if c.code not in cased and f'"{c.code}"' not in elsewhere]
    assert not missing


def test_codes_are_in_order_and_in_a_group() -> None:
    """The table is sorted by group and number, each code once, so that the page can be looked through."""
    order = [(list(GROUPS).index(entry.code[0]), entry.code) for entry in CODES]
    assert order == sorted(set(order))


def test_every_code_that_is_given_is_in_the_table() -> None:
    """No module makes up a code of its own."""
    for path in (ROOT / "build_tools").rglob("*.py"):
        for code in re.findall(r'"([KYRVECALNS]\d{3})"', path.read_text("utf-8")):
            assert find_code(code).remedy


def test_all_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults of syntax, shape, references, order and captures, in seven files, come in one go, sorted."""
    monkeypatch.chdir(tmp_path)
    together = ("Y106_syntax", "Y105_control", "R105_value", "R116_gap", "V104_source", "C101_other_capture")
    steps = [step for name in together for step in read_case(BAD / f"{name}.txt").steps]
    lay_out(Case("", tuple(steps), ""), tmp_path)
    with pytest.raises(Faults) as raised:
        read_seeds(Path("seeds"))
    faults = raised.value.faults
    assert {"Y106", "Y105", "R105", "R116", "V104", "C101"} <= {fault.code for fault in faults}
    assert len({fault.path for fault in faults}) >= 7
    assert list(faults) == sorted(faults)


def test_sound_records_outlast_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record without a fault is there for later stages although its neighbour is broken."""
    monkeypatch.chdir(tmp_path)
    lay_out(read_case(BAD / "R117_beyond.txt"), tmp_path)
    reading = read_all(Path("seeds"))
    assert reading.material is None
    assert [seed.record.slug for seed in reading.sound.seeds] == ["mail-boat"]


def test_what_documents_are_made_from_is_forgotten_after() -> None:
    """Records and all else stay; a name that several of them say is one string."""
    reading = read_all(ROOT / "examples" / "the-ferry" / "seeds")
    left = reading.forget_texts()
    assert left.material == left.sound
    assert left.faults == reading.faults
    assert [seed.record for seed in left.sound.seeds] == [seed.record for seed in reading.sound.seeds]
    assert {(seed.source, seed.ledger, seed.earlier) for seed in left.sound.seeds} == {("", None, ())}
    topics = [topic for s in left.sound.seeds for claim in s.record.claims for topic in claim.topics]
    assert len({id(topic) for topic in topics}) == len(set(topics)) < len(topics)
