"""Inputs of faults that users of other tools reported, beside the project → which of them come out right.

`python -m benchmarks.cases` prints each check that fails with what came instead. The inputs are invented, and
`expected.yml` beside them says what is right.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from benchmarks.cleaning import capture_of
from benchmarks.places import cases, missing
from build_tools.annotate.dates import find_dates
from build_tools.annotate.figure_mentions import find_figures
from build_tools.annotate.quotations import locate_quotation
from build_tools.annotate.target_passages import TargetPassage
from build_tools.capture import extract_text
from build_tools.clean import clean
from build_tools.clean.core import decode_text
from build_tools.description.page_description import describe_page
from build_tools.model.annotation import Layer
from build_tools.model.citation import Citation, Work
from build_tools.model.clean import CleanText, Kind
from build_tools.model.edtf import Edtf
from build_tools.read.seeds import read_all
from build_tools.text.citing.csl import write_csl_item
from build_tools.text.citing.names import parse_name
from build_tools.text.relative_dates import PublicationDay
from build_tools.text.written_dates import write_date

_TO_THE_MINUTE = 16
"""Characters of `2031-05-02T07:15`."""
_THURSDAY = PublicationDay(date(2031, 5, 15), 2031, 5)
"""On which the sentences are published."""


@dataclass(frozen=True, slots=True)
class Check:
    """One input, and what of it is wrong."""

    part: str
    name: str
    wrong: tuple[str, ...]
    """A line for each value that is another; none if all is right."""


def check_cases() -> Iterator[Check]:
    """Every check of `expected.yml`, in its order."""
    parts: dict[str, Any] = yaml.safe_load((cases() / "expected.yml").read_text(encoding="utf-8"))
    for part, named in parts.items():
        for name, expected in named.items():
            if part == "annotate":
                for title, sentence in expected.items():
                    yield Check(f"annotate {name}", title, tuple(_annotate(name, sentence)))
            else:
                yield Check(part, name, tuple(_CHECKED[part](name, expected)))


def _clean(name: str) -> CleanText:
    return clean(capture_of(name, (cases() / name).read_bytes()))


def _make_passage(place: str, text: str, language: str = "en") -> TargetPassage:
    return TargetPassage(Layer.CAPTURE, place, text, language, Kind.BODY)


def _clean_page(name: str, expected: dict[str, Any]) -> Iterator[str]:
    cleaned = _clean(name)
    body = [paragraph.text for paragraph in cleaned.body]
    if "body" in expected and not (
        len(body) == len(expected["body"])
        and all(text.startswith(start) for text, start in zip(body, expected["body"], strict=True))
    ):
        yield f"body {[text[:30] for text in body]}"
    headings = [p.text for p in cleaned.paragraphs if p.kind is Kind.CROSSHEAD]
    if "crossheads" in expected and not (
        len(headings) == len(expected["crossheads"])
        and all(text.startswith(start) for text, start in zip(headings, expected["crossheads"], strict=True))
    ):
        yield f"crossheads {headings}"
    yield from (f"a paragraph {text}" for text in expected.get("no_body_equal", ()) if text in body)
    kept = " ".join(paragraph.text for paragraph in cleaned.paragraphs)
    yield from (f"not kept: {text}" for text in expected.get("kept", ()) if text not in kept)
    yield from _describe(name, cleaned, expected)


def _describe(name: str, cleaned: CleanText, expected: dict[str, Any]) -> Iterator[str]:
    """Title, date and authors as a draft has them; of a date the zone is left aside."""
    text = extract_text(capture_of(name, (cases() / name).read_bytes()))
    page = decode_text(text).raw if text.markup else None
    described = describe_page(page, cleaned, date(2032, 1, 1), text.stated)
    day = described.published.value[:_TO_THE_MINUTE] if described.published else None
    fields = {"date": day, "title": described.title.value if described.title else None}
    for field, value in expected.get("fields", {}).items():
        if fields[field] != str(value):
            yield f"{field} {fields[field]}"
    authors = [author.value for author in described.authors]
    if authors != expected.get("authors", authors):
        yield f"authors {authors}"


def _annotate(language: str, expected: dict[str, Any]) -> Iterator[str]:
    passage = _make_passage("p1", expected["text"], language)
    for key, find in (("figures", find_figures), ("dates", find_dates)):
        mentions: Any = find(passage, _THURSDAY)
        found = [[passage.text[m.start : m.end], m.value] for m in mentions]
        if found != expected.get(key, found):
            yield f"{key} {found}"


def _part_name(_: str, expected: dict[str, Any]) -> Iterator[str]:
    name = parse_name(expected["printed"])
    if (name.family, name.given) != (expected["family"], expected["given"]):
        yield f"family {name.family}, given {name.given}"


def _read_date(_: str, expected: dict[str, Any]) -> Iterator[str]:
    try:
        when = Edtf.parse(expected["date"])
    except ValueError as refused:
        if not expected.get("refused"):
            yield str(refused)
        return
    if expected.get("refused"):
        yield f"accepted as {when}"
    if write_date(when) != expected.get("words", write_date(when)):
        yield f"words {write_date(when)}"
    cited = Citation("a", Work.REPORT, "A", (), "A", when, "")
    parts = write_csl_item(cited)["issued"].get("date-parts")
    if parts != expected.get("csl", parts):
        yield f"csl {parts}"


def _find_quotations(name: str, expected: dict[str, Any]) -> Iterator[str]:
    texts = {paragraph.id: paragraph.text for paragraph in _clean(name).paragraphs}
    for place, quotation in expected.items():
        if place != "report" and not (
            place in texts and locate_quotation(quotation, _make_passage(place, texts[place]))
        ):
            yield f"{place}: {quotation}"


def _read_records(_: str, name: str) -> Iterator[str]:
    """Each of the records is one that a person typed wrong: it has a fault that names it, but for a BOM."""
    named = {fault.path.rpartition("/")[2] for fault in read_all(cases() / name).faults}
    for path in sorted((cases() / name).glob("*.yml")):
        if path.name not in named and path.name != "e-bom.yml":
            yield f"no fault: {path.name}"


_CHECKED: dict[str, Callable[[str, Any], Iterator[str]]] = {
    "clean": _clean_page,
    "names": _part_name,
    "edtf": _read_date,
    "quotations": _find_quotations,
    "yaml": _read_records,
}


def measure() -> Iterator[str]:
    """Yield the lines of the table: how many are right, and what came instead for the others."""
    yield "Inputs of reported faults"
    if absent := list(missing(cases())):
        yield from absent
        return
    checks = list(check_cases())
    yield f"right: {sum(not check.wrong for check in checks)} of {len(checks)}"
    for check in checks:
        if check.wrong:
            yield f"  wrong: {check.part}: {check.name}: {'; '.join(check.wrong)}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
