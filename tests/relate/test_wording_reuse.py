"""Shared wording: what is found in real and in invented texts, and that nothing else is."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from benchmarks import reuse as benchmark
from build_tools import pipeline
from build_tools.exports.reuse_json import write_reuse_json
from build_tools.model.archive import Document, Edition
from build_tools.model.edtf import Edtf
from build_tools.model.fault import Faults
from build_tools.model.reuse import Direction
from build_tools.pipeline import PipelineSettings
from build_tools.relate.reuse_candidates import FINGERPRINT_CROWD
from build_tools.relate.wording_reuse import find_direction, find_reuse, find_reuse_among, renew_reuse
from tests.built import ROOT
from tests.relate.texts import FAIR, LEVEE, MILL, document, two_captures

HNGN, GDC = "hngn-prisoners-for-freedom", "gdc-inmates-for-freedom"

ROWS = {
    ("p2", "p1"): 0.70,
    ("p3", "p3"): 0.49,
    ("p3", "standfirst"): 0.44,
    ("p3", "p2"): 0.19,
    ("p4", "p4"): 0.54,
    ("p4", "p5"): 0.27,
    ("p5", "p5"): 0.56,
    ("p6", "p6"): 0.78,
    ("p7", "p7"): 0.55,
}
"""Passages of the two reports that a comparison by hand found, with the ratio that it gave."""


def described(seeds: Path, captures: Path | None) -> tuple[Document, ...]:
    """The documents of a folder, captures and all."""
    return tuple(pipeline.assemble_archive(PipelineSettings(seeds, captures, Edition.READING)).documents)


@pytest.fixture(scope="module")
def real(captures: Path) -> tuple[Document, ...]:
    """The five reports with their captures."""
    return described(ROOT / "seeds", captures)


def test_the_passages_of_the_first_sources(real: tuple[Document, ...]) -> None:
    """All nine rows of the comparison by hand, and no other passage and no other pair of the ten.

    That comparison parted words otherwise (`75,000` was one), hence the tolerance.
    """
    (pair,) = find_reuse(real)
    assert (pair.left, pair.right) == (GDC, HNGN)
    found = {(p.right, p.left): p.ratio for p in pair.passages}
    assert found == {row: pytest.approx(ratio, abs=0.03) for row, ratio in ROWS.items()}
    assert {(p.right, p.left): p.longest for p in pair.passages}["p6", "p6"] == 18
    assert pair.direction is Direction.BACKWARD


def test_chance_is_not_shared_wording(real: tuple[Document, ...]) -> None:
    """Five common words in a row, and the same facts in other words, make no pair."""
    named = {"dagens-20000-prisoners", "moscow-times-20000-defendants", "economic-globe-replenish-forces"}
    assert not find_reuse(d for d in real if d.record.slug in named)


def test_the_committed_wording_is_what_the_captures_give(real: tuple[Document, ...]) -> None:
    """A clone without the captures shows what the keeper sees."""
    written = (ROOT / "seeds/reuse.json").read_text("utf-8")
    assert write_reuse_json(find_reuse(real)) == written


def test_the_invented_archive() -> None:
    """The near-verbatim copy is found with its cuts, a retelling as far as it keeps words, no translation."""
    seeds = ROOT / "examples/the-ferry/seeds"
    copy, retold = find_reuse(described(seeds, None))
    assert (copy.left, copy.right) == ("courier-salt-missing", "ellmarch-wire-salt")
    assert copy.direction is Direction.BACKWARD
    assert [(p.left, p.right) for p in copy.passages] == [
        ("p1", "p1"), ("p2", "p2"), ("p3", "p3"), ("p5", "p4"), ("p6", "p5"), ("p7", "p6"), ("p8", "p7"),
    ]  # fmt: skip
    assert copy.left_share > copy.right_share > 0.75
    assert (retold.left, retold.right) == ("ellmarch-wire-salt", "open-weir-what-we-know")
    assert retold.right_share < 0.1
    assert write_reuse_json((copy, retold)) == (seeds / "reuse.json").read_text("utf-8")


def test_a_short_passage_inside_different_reports() -> None:
    """Nine words in a row are found wherever they stand; eight are not."""
    nine = " ".join(MILL.split()[:9])
    eight = " ".join(MILL.split()[:8])
    long = f"{FAIR} {LEVEE}"
    (pair,) = find_reuse(
        [document("one", FAIR, f"{long} {nine}"), document("two", f"{nine} but not in May", "Rain.")]
    )
    assert [(p.left, p.right, p.longest) for p in pair.passages] == [("p2", "p1", 9)]
    assert not find_reuse(
        [document("one", FAIR, f"{long} {eight}"), document("two", f"{eight} but not in May")]
    )


def test_a_run_over_the_end_of_a_paragraph() -> None:
    """Where one report breaks a sentence over two paragraphs, both are aligned with the whole."""
    words = MILL.split()
    (pair,) = find_reuse([document("one", MILL), document("two", " ".join(words[:6]), " ".join(words[6:]))])
    assert [(p.left, p.right) for p in pair.passages] == [("p1", "p1"), ("p1", "p2")]
    assert (pair.left_share, pair.right_share) == (1.0, 1.0)


def test_a_reworded_passage() -> None:
    """A paragraph is found although no nine words in a row were left as they were."""
    edited = MILL.replace("old mill", "ancient mill")
    assert edited != MILL
    (pair,) = find_reuse([document("one", MILL, LEVEE), document("two", FAIR, edited)])
    assert pair.passages[0].ratio > 0.9


def test_a_share_is_nothing_or_all_only_where_it_is() -> None:
    """Three digits say less than one word of thousands."""
    long = " ".join(map("".join, product("bdfgklmnprstv", repeat=3)))
    (pair,) = find_reuse([document("one", long), document("two", f"{long} weir")])
    assert (pair.left_share, pair.right_share) == (1.0, 0.999)


def test_typography_and_case_are_no_difference() -> None:
    """Straight and curved apostrophes, dashes and capitals are the same words."""
    one = "It wasn't the miller's flour - the “old” miller said so on the first day of May"
    other = 'IT WASN’T THE MILLER’S FLOUR — THE "OLD" MILLER SAID SO ON THE FIRST DAY OF MAY'
    (pair,) = find_reuse([document("one", one), document("two", other)])
    assert (pair.passages[0].ratio, pair.left_share) == (1.0, 1.0)


def test_titles_are_compared_and_counted_apart() -> None:
    """A title that both have is a passage, but no part of the paragraphs' share."""
    left = document("one", FAIR, title=MILL)
    (pair,) = find_reuse([left, document("two", LEVEE, title=MILL)])
    assert [(p.left, p.right) for p in pair.passages] == [("title", "title")]
    assert (pair.left_share, pair.right_share) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("2031-05-01", "2031-05-02", Direction.FORWARD),
        ("2031-05-02T08:00", "2031-05-01T23:00", Direction.BACKWARD),
        ("2031-05-01T08:00", "2031-05-01T23:00", Direction.UNKNOWN),
        ("2031-05", "2031-05-31", Direction.UNKNOWN),
        ("2031-05", "2031-06-01", Direction.FORWARD),
        ("2031-05-01/2031-05-09", "2031-05-10", Direction.FORWARD),
        ("2031-05-01~", "2031-05-10", Direction.UNKNOWN),
        ("2031-05-01", "2031-06-10?", Direction.UNKNOWN),
        ("../2031-05-01", "2031-05-02", Direction.FORWARD),
    ],
)
def test_direction(left: str, right: str, told: Direction) -> None:
    """A direction is told only where no reading of the dates turns it round."""
    assert find_direction(Edtf.parse(left), Edtf.parse(right)) is told


def test_a_crowd_is_paired_with_its_first() -> None:
    """A dispatch printed by very many is compared with the earliest of them, not each with each."""
    many = 3 * FINGERPRINT_CROWD
    printed = [document(f"paper-{n:02}", MILL, f"Paper {n} adds.", day="2031-05-01") for n in range(many)]
    found = find_reuse(printed)
    assert len(found) == many - 1
    assert {pair.left for pair in found} == {"paper-00"}


def test_planted_passages_are_found() -> None:
    """Among words and formulas as a language has them, all copied passages and most edited ones are found.

    The floors are those of `python -m benchmarks.reuse`, which has more documents.
    """
    planted = benchmark.invent(400)
    found = {
        (int(p.left[1:]), int(p.right[1:])) for p in find_reuse_among(benchmark.texts(planted.documents))
    }
    assert planted.verbatim <= found
    assert len(planted.edited & found) >= 0.9 * len(planted.edited)


def test_the_result_does_not_depend_on_the_run_of_the_program() -> None:
    """Python's own hashing differs from run to run; fingerprints do not."""
    script = (
        "from tests.relate.texts import document; from build_tools.text.shingles import *;"
        f"print(list(list_fingerprints(Numbering().number_words(even_words({MILL!r})))))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_what_is_not_at_hand_stays_as_committed() -> None:
    """A keeper with some of the captures loses no pair of the others."""
    absent = Document(document("two", MILL).record, None, None, ())
    (pair,) = find_reuse([document("one", MILL), document("two", MILL)])
    assert renew_reuse([document("one", MILL), absent], [pair]) == (pair,)
    assert renew_reuse([document("one", FAIR), document("two", MILL)], [pair]) == ()


def test_no_word_is_kept(real: tuple[Document, ...]) -> None:
    """The committed file has addresses, numbers and slugs, nothing else."""

    def strings(value: object) -> set[str]:
        if isinstance(value, dict):
            return set().union(*map(strings, value.values()))
        if isinstance(value, list):
            return set().union(*map(strings, value))
        return {value} if isinstance(value, str) else set()

    allowed = {d.record.slug for d in real} | {d.value for d in Direction}
    kept = strings(json.loads((ROOT / "seeds/reuse.json").read_text("utf-8"))) - allowed
    assert all(passage == "standfirst" or passage[1:].isdigit() for passage in kept)


def test_stale_wording_is_told_and_renewed(tmp_path: Path) -> None:
    """Captures that share more than is committed stop the build until the file is written anew."""
    settings = PipelineSettings(two_captures(tmp_path))
    with pytest.raises(Faults) as caught:
        pipeline.assemble_archive(settings)
    (fault,) = caught.value.faults
    assert (fault.code, Path(fault.path).name) == ("C113", "reuse.json")
    assert "archive reuse --write" in fault.remedy
    assert fault in pipeline.check_material(settings)
    file = settings.seeds / "reuse.json"
    file.write_text("{")
    pairs = pipeline.compare_sources(settings)
    file.write_text(write_reuse_json(pairs))
    assert pipeline.assemble_archive(settings).reuse == pairs
    assert pairs
    for capture in settings.seeds.glob("*.txt"):
        capture.unlink()
    assert pipeline.assemble_archive(settings).reuse == pairs
