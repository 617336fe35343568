"""Facts of a catalogue are no captured text, wherever a build repeats them; nine words of a capture are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.model.clean import CleanText, Kind, Line, Paragraph, Verdict
from build_tools.text.copied_words import CatalogueFacts, find_repeated_runs, make_leak_guard
from tests.archives import write_archive

_BODY = (
    "The ferry at {town} that had crossed the river for ninety years stopped on Friday with 200 aboard.",
    "The council of {town} said that the hull was no longer safe, and that it had no money for another one.",
    "Farmers on the left bank now have to drive forty kilometres to the bridge, which many cannot do.",
)
_AUTHORS = "Ilse Brandt, Otto Karr, Marta Vell, Anselm Dorn and Petra Tern"


def _write_page(town: str) -> str:
    """A page in which facts of a catalogue stand beside one another as our own pages have them."""
    title = f"Old ferry at {town} stops for good after ninety years on the river"
    address = (
        f"https://courier.example/news/region/old-ferry-at-{town.lower()}-stops-for-good-after-ninety-years"
    )
    # title and outlet, title and the link past the menu, byline and day, address and title, in both orders
    facts = f"{title} The Vell Courier|{title} Skip to content|{address} {title}|{title} {address}"
    facts += f"|By {_AUTHORS} 2 May 2021 The Vell Courier"
    lines = "".join(f"<p>{line}</p>" for line in facts.split("|"))
    body = "".join(f"<p>{paragraph.format(town=town)}</p>" for paragraph in _BODY)
    return (
        f'<!doctype html><html lang="en"><head><title>{title} - The Vell Courier</title>'
        f'<link rel="canonical" href="{address}"><meta property="og:site_name" content="The Vell Courier">'
        '<meta property="article:published_time" content="2021-05-02"></head>'
        f"<body><nav>{lines}</nav><article><h1>{title}</h1>{body}</article><footer>{lines}</footer></body></html>"
    )


def _finish(record: Path, claims: str = "claims: []") -> None:
    """A draft, with its catalogue facts and no more."""
    text = re.sub(r"(?m)^draft: .*\n", "", record.read_text("utf-8"))
    text = re.sub(r"(?m)^summary:.*", "summary: One report of one ferry.", text)
    text = re.sub(r"(?m)^authors:.*", f'authors: ["{_AUTHORS}"]', text)
    record.write_text(re.sub(r"(?m)^claims: \[\]", claims, text), "utf-8")


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of records that are catalogue facts alone, with their captures."""
    monkeypatch.chdir(write_archive(tmp_path))
    monkeypatch.setenv("ARCHIVE_SITE_URL", "https://archive.example/")
    (tmp_path / "in").mkdir()
    for town in ("Brackmere", "Sorrel", "Dorn"):
        (tmp_path / f"in/{town}.html").write_text(_write_page(town), "utf-8")
    assert main(["add", "in"]) == 0
    entities = tmp_path / "seeds/vocabulary/entities.yml"
    outlet = "- {id: the-vell-courier, name: The Vell Courier, kind: organisation, type: a, description: b}\n"
    entities.write_text(entities.read_text("utf-8") + outlet, "utf-8")
    for town in ("Brackmere", "Sorrel", "Dorn"):
        _finish(tmp_path / f"seeds/{town}.yml")
    main(["reuse", "--write"])
    return tmp_path


def test_catalogue_facts_are_no_captured_text_in_any_order(
    beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Records of facts alone are built; a claim that copies is told once, at its line, before anything is."""
    assert main(["build"]) == 0, capsys.readouterr().err
    copied = " ".join(_BODY[1].format(town="Dorn").split()[3:12])
    claim = f"claims:\n  - id: p2c1\n    text: As {copied}\n    kind: event\n    said_by: x\n    wording: y"
    record = beside / "seeds/Dorn.yml"
    record.write_text(record.read_text("utf-8").replace("claims: []", claim), "utf-8")
    line = record.read_text("utf-8").splitlines().index(f"    text: As {copied}") + 1
    capsys.readouterr()
    for command in (["build"], ["check"]):
        assert main(command) == 1
        told = "".join(capsys.readouterr())
        assert re.findall(r"(?m)^(\S+):(\d+):(\d+): L101", told) == [("seeds/Dorn.yml", str(line), "11")]


def test_words_copied_elsewhere_are_told_where_they_were_written(
    beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a page written by hand: by file, line and column of the words."""
    copied = _BODY[2].format(town="Dorn")
    (beside / "docs/more.md").write_text(f"# More\n\nSo it is.\nOf them: {copied}\n", "utf-8")
    assert main(["build"]) == 1
    told = re.findall(r"(?m)^(\S+:\d+:\d+): L101", capsys.readouterr().err)
    assert told == ["docs/more.md:4:10"]


TITLE, OUTLET = "Old ferry at Dorn stops for good", "The Vell Courier"
_FACTS = CatalogueFacts(
    (TITLE, OUTLET, "Ilse Brandt"), {"a": (TITLE, "https://courier.example/a-ferry-stops-at-dorn")}
)


def _guard(captured: str) -> CleanText:
    line = Line(1, 0, 0, Verdict.KEPT, Kind.BODY, "test", captured)
    return CleanText(
        "a.txt", "0" * 64, 0, "utf-8", 0, (), (line,), (Paragraph("p1", Kind.BODY, captured, (1,)),)
    )


@pytest.mark.parametrize(
    ("text", "is_leak"),
    [
        (f"{TITLE} {OUTLET}", False),
        (f"{OUTLET} {TITLE} skip to", False),
        (f"{OUTLET} Ilse Brandt {TITLE} https://courier.example/a-ferry-stops-at-dorn {OUTLET}", False),
        # cut, as in a list
        ("ferry at Dorn stops for good Ilse Brandt the Vell Courier", False),
        # a name within a sentence parts nothing, and a fact beside nine words hides none of them
        ("people of the Vell Courier were told on the left bank", True),
        (f"{TITLE} and nobody on the bank was told of it before", True),
        (f"nobody on the bank was told of it {OUTLET}", False),
    ],
)
def test_facts_are_taken_out_of_a_run(text: str, is_leak: bool) -> None:
    """Whole or cut, in any order; what is left is a leak if it is nine words."""
    guard = make_leak_guard({"a": _guard(f"one {text} two")}, (), _FACTS)
    assert bool([*find_repeated_runs(f"x {text} y", guard)]) == is_leak
