"""Annotated document → where a passage and its claims differ in numbers and dates: suggestions, never faults.

Only what a person would want to look at: nothing of passages without a claim, which an editor has left out on
purpose; nothing that a basis, a quotation or a note speaks of; nothing that may be said in words that are not
read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from build_tools.annotate.dates import choose_reference_day
from build_tools.annotate.figure_mentions import read_figures
from build_tools.annotate.target_passages import TargetPassage
from build_tools.model.annotation import Annotation, Layer, Motivation
from build_tools.model.archive import Document
from build_tools.model.codes import make_fault
from build_tools.model.edtf import Edtf
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Seed
from build_tools.model.packed_documents import select_captured
from build_tools.model.record import Claim, Figure, Record
from build_tools.text.language_files import load_all_languages, load_language
from build_tools.text.terminal import join_with_and, quote_value
from build_tools.text.words import split_words

_LEAST = 10
"""Of a number that must be in a claim: “two people said”, “one of the three” are told by the way."""
_COUNTED = 1
"""No number is looked for that is no larger: “a month” and “none” are seldom printed as numbers."""
_NEARLY = 7
"""Days before or after publication: such dates tell when something was said, as the record does already."""
_PRINTED = re.compile(r"\d(?:[\d.,'’\u00a0\u202f ]*\d)?")
"""A number in digits, however they are grouped."""


def compare_with_claims(seeds: Iterable[Seed], documents: Sequence[Document]) -> Iterator[Fault]:
    """What differs, at the claim that it concerns; nothing without the captured text."""
    by_slug = {seed.record.slug: seed for seed in seeds}
    for document in select_captured(documents):
        seed = by_slug.get(document.record.slug)
        if seed and document.clean:
            texts = {paragraph.id: paragraph.text for paragraph in document.clean.paragraphs}
            for side in _list_sides(document, texts):
                yield from _compare_figures(seed, side)
                yield from _compare_dates(seed, side)


@dataclass(frozen=True, slots=True)
class _Side:
    """A passage and what the record says of it."""

    passage: str
    text: str
    record: Record
    claims: tuple[tuple[int, Claim], ...]
    """With their places in the record."""
    printed: tuple[Annotation, ...]
    """What was found in the passage …"""
    told: tuple[Annotation, ...]
    """… and in its claims."""

    @property
    def place(self) -> Loc:
        """Its first claim."""
        return ("claims", self.claims[0][0], "id")

    @property
    def is_read(self) -> bool:
        """Whether number words and dates of its language are known."""
        return self.record.language.partition("-")[0] in load_all_languages()

    def is_mentioned(self, words: str) -> bool:
        """Whether a claim, its quotation or a note of the passage names something as it is printed."""
        said = [claim.text for _, claim in self.claims] + [claim.quotation or "" for _, claim in self.claims]
        said += [claim.note or "" for _, claim in self.claims]
        said += [note.text for note in self.record.notes if note.passage == self.passage]
        return any(words in text for text in said)


def _list_sides(document: Document, texts: Mapping[str, str]) -> Iterator[_Side]:
    """The passages that have claims and are at hand, each once."""
    record = document.record
    claims: dict[str, list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(record.claims):
        claims.setdefault(claim.passage, []).append((number, claim))
    found: dict[str, list[Annotation]] = {}
    told: dict[str, list[Annotation]] = {}
    for annotation in document.annotations:
        if annotation.motivation in (Motivation.FIGURE, Motivation.DATE):
            target = annotation.target
            if target.layer is Layer.CAPTURE:
                found.setdefault(target.passage, []).append(annotation)
            else:
                told.setdefault(target.passage.rpartition("c")[0], []).append(annotation)
    for passage, members in claims.items():
        if passage in texts:
            printed, in_claims = (tuple(side.get(passage, ())) for side in (found, told))
            yield _Side(passage, texts[passage], record, tuple(members), printed, in_claims)


def _compare_figures(seed: Seed, side: _Side) -> Iterator[Fault]:
    figures = [(n, k, figure) for n, claim in side.claims for k, figure in enumerate(claim.figures)]
    printed = _list_of(side.printed, Motivation.FIGURE)
    in_passage = {amount for annotation in printed for amount in _read_amounts(annotation.value)}
    # digits in groups: `1.500` and `1 500` are both 1500
    in_passage |= {Decimal(re.sub(r"\D", "", m[0])).normalize() for m in _PRINTED.finditer(side.text)}
    if side.is_read:
        for number, place, figure in figures:
            absent = [
                value for value in _list_values(figure) if not _may_be_printed(value, in_passage, figure)
            ]
            if absent and not _read_doubtful(side).issuperset(absent):
                claim = side.record.claims[number].id
                amounts = join_with_and(f"{amount:,f}" for amount in dict.fromkeys(absent))
                message = f"{claim} has {amounts}, which {side.passage} does not print."
                yield make_fault(seed.places, ("claims", number, "figures", place), "E206", message)
    told = {value for _, _, figure in figures for value in _list_values(figure)}
    told |= {amount for a in _list_of(side.told, Motivation.FIGURE) for amount in _read_amounts(a.value)}
    left = [
        a.target.exact for a in printed if _is_left(a.value, told) and not side.is_mentioned(a.target.exact)
    ]
    if left:
        message = f"No claim of {side.passage} has {_quote_all(left)}."
        yield make_fault(seed.places, side.place, "E207", message)


def _read_doubtful(side: _Side) -> set[Decimal]:
    """What numbers of the passage may mean that can be read in several ways; those are asked of apart."""
    passage = TargetPassage(Layer.CAPTURE, side.passage, side.text, side.record.language)
    found = read_figures(passage, choose_reference_day(side.record))
    return {reading.normalize() for number in found for reading in number.readings}


def _is_left(value: str, told: set[Decimal]) -> bool:
    """Whether a number as it was read is large enough to be told, exact, and told by nobody."""
    amounts = _read_amounts(value)
    vague = value.partition(" ")[0].endswith("+")
    return not vague and bool(amounts) and max(amounts) >= _LEAST and not told.intersection(amounts)


def _read_amounts(value: str) -> tuple[Decimal, ...]:
    """The numbers of `15000/20000`, `40 %`, `200+`."""
    parts = value.partition(" ")[0].rstrip("+").split("/")
    try:
        return tuple(Decimal(part).normalize() for part in parts)
    except InvalidOperation:
        return ()


def _list_values(figure: Figure) -> tuple[Decimal, ...]:
    given = (figure.value, *(figure.range or ()))
    return tuple(Decimal(str(number)).normalize() for number in given if number is not None)


def _may_be_printed(value: Decimal, printed: set[Decimal], figure: Figure) -> bool:
    """Whether a number is printed, or of a kind that is mostly told in other words."""
    if value <= _COUNTED or value in printed:
        return True
    # “a third” is 33 per cent, and “half” is 50
    return figure.unit.casefold().startswith(("per cent", "percent", "%")) or value % 1 != 0


def _compare_dates(seed: Seed, side: _Side) -> Iterator[Fault]:
    printed = _list_of(side.printed, Motivation.DATE)
    known = [Edtf.parse(annotation.value) for annotation in printed if annotation.value]
    dated = [(loc, date, basis) for n, claim in side.claims for loc, date, basis in _list_dates(n, claim)]
    # a date that cannot be told may be this one
    if side.is_read and len(known) == len(printed):
        for loc, date, basis in dated:
            if not (basis or _is_named(date, side) or any(_is_overlap(date, other) for other in known)):
                message = f"{side.passage} does not print {date}, and nothing says from what it is inferred."
                yield make_fault(seed.places, loc, "E208", message)
    told = [date for _, date, _ in dated]
    told += [Edtf.parse(a.value) for a in _list_of(side.told, Motivation.DATE) if a.value]
    left = [a.target.exact for a in printed if a.value and _is_date_left(a, told, side)]
    if left:
        yield make_fault(
            seed.places, side.place, "E209", f"No claim of {side.passage} has {_quote_all(left)}."
        )


def _list_dates(number: int, claim: Claim) -> Iterator[tuple[Loc, Edtf, str]]:
    """Place, date and basis of each date that a claim gives beside its sentence."""
    if claim.when:
        yield ("claims", number, "when"), claim.when, claim.when_basis or ""
    for place, figure in enumerate(claim.figures):
        if figure.as_of:
            loc = ("claims", number, "figures", place, "as_of")
            yield loc, figure.as_of, figure.inferred.get("as_of", "")


def _is_date_left(annotation: Annotation, told: Iterable[Edtf], side: _Side) -> bool:
    """Whether a date is printed in figures, not about the day of publication, and told by nobody."""
    if not any(sign.isdigit() for sign in annotation.target.exact) or side.is_mentioned(
        annotation.target.exact
    ):
        return False
    date, published = Edtf.parse(annotation.value), side.record.published.date
    first, last = published.span
    if (first - date.span[0]).days <= _NEARLY and (date.span[1] - last).days <= _NEARLY:
        return False
    return not any(_is_overlap(date, other) for other in told)


def _is_named(date: Edtf, side: _Side) -> bool:
    """Whether the passage has its year or the name of its month, though no date was read: *before May*."""
    words = set(split_words(side.text.casefold()))
    names = load_language(side.record.language).dates.months
    own = names[date.span[0].month - 1] if names else ()
    return str(date.span[0].year) in words or not words.isdisjoint(name.casefold() for name in own)


def _is_overlap(left: Edtf, right: Edtf) -> bool:
    return left.earliest <= right.latest and right.earliest <= left.latest


def _list_of(annotations: Iterable[Annotation], motivation: Motivation) -> list[Annotation]:
    return [annotation for annotation in annotations if annotation.motivation is motivation]


def _quote_all(words: Iterable[str]) -> str:
    return join_with_and(quote_value(" ".join(word.split())) for word in dict.fromkeys(words))
