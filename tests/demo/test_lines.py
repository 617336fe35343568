"""Cleaning against the hand-labelled lines of the demonstration's captures."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import pytest

from build_tools.clean import clean
from build_tools.model.capture import Capture
from build_tools.model.clean import CleanText, Kind, Verdict
from tests.demo import DEMO, SEEDS, expected

LABELS = expected("lines")
FILES = sorted(LABELS)


@cache
def cleaned(file: str) -> CleanText:
    """A capture of the demonstration after cleaning."""
    content = (SEEDS / file).read_bytes()
    return clean(Capture(file, content, hashlib.sha256(content).hexdigest()))


def kinds(label: str | list[str]) -> set[str]:
    """The kinds that a label allows."""
    return {label} if isinstance(label, str) else set(label)


@pytest.mark.parametrize("file", FILES)
def test_every_line_is_what_a_person_calls_it(file: str) -> None:
    """No line of these captures is too odd to be labelled: none is left out of the count."""
    labels: dict[int, Any] = LABELS[file]["lines"]
    lines = cleaned(file).lines
    wrong = [(x.n, x.kind.value, x.rule, x.text) for x in lines if x.kind not in kinds(labels[x.n])]
    assert [x.n for x in lines] == list(labels)
    assert not wrong


@pytest.mark.parametrize("file", FILES)
def test_paragraphs_are_counted_as_a_person_counts_them(file: str) -> None:
    """Anchors and claims stand on the numbers of paragraphs."""
    assert len(cleaned(file).body) == LABELS[file]["paragraphs"]


@pytest.mark.parametrize("file", FILES)
def test_the_text_is_decoded_as_it_was_meant(file: str) -> None:
    """A code page guessed wrong changes letters in silence."""
    content = (SEEDS / file).read_bytes()
    meant = [line.strip() for line in content.decode(LABELS[file]["encoding"]).splitlines()]
    assert [line.text for line in cleaned(file).lines] == meant
    assert cleaned(file).undecodable == 0


@pytest.mark.parametrize("file", [*FILES, "04-ruckus.html"])
def test_the_ledger_adds_up_to_the_capture(file: str) -> None:
    """Every byte is accounted for, in order, without gap or overlap."""
    content = (SEEDS / file).read_bytes()
    assert b"".join(content[x.start : x.end] for x in cleaned(file).lines) == content


def test_lines_broken_at_a_margin_are_joined() -> None:
    """A paragraph over three lines is one paragraph, and the ledger says which lines made it."""
    first = cleaned("09-radio-vell.txt").body[0]
    verdicts = {x.n: x.verdict for x in cleaned("09-radio-vell.txt").lines}
    assert first.lines == (8, 9, 10)
    assert [verdicts[n] for n in first.lines] == [Verdict.KEPT, Verdict.JOINED, Verdict.JOINED]
    assert first.text.endswith("a police spokeswoman told the agency.")


def test_a_page_gives_its_article_and_nothing_else() -> None:
    """Scripts, comments, boxes, menus and bars of an HTML page are not paragraphs."""
    article = (DEMO / "expected" / "04-ruckus.body.txt").read_text(encoding="utf-8").strip()
    assert [p.text for p in cleaned("04-ruckus.html").body] == article.split("\n\n")


def test_titles_are_found_and_none_is_made_up() -> None:
    """The blog post was captured without its title; the others begin with menus and bars."""
    titles = {f: [p.text for p in cleaned(f).paragraphs if p.kind is Kind.TITLE] for f in FILES}
    assert titles.pop("07-planks.txt") == []
    assert {f: len(found) for f, found in titles.items()} == dict.fromkeys(titles, 1)
