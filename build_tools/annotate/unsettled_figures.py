"""Captured text + record → the figures that nobody can be sure of, because they are asked and not guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from build_tools.annotate.dates import choose_reference_day, find_dates
from build_tools.annotate.figure_mentions import read_figures
from build_tools.annotate.number_mention import Doubt, NumberMention
from build_tools.annotate.target_passages import DIGEST_LANGUAGE, TargetPassage, list_target_passages
from build_tools.model.annotation import Layer
from build_tools.model.archive import Document
from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Seed
from build_tools.model.packed_documents import select_captured
from build_tools.model.record import Claim, Figure, Record
from build_tools.text.relative_dates import UNPUBLISHED


@dataclass(frozen=True, slots=True)
class UnsettledFigure:
    """A figure that is left, as it is printed in its passage."""

    passage: str
    printed: str
    doubt: Doubt


def ask_of_figures(seeds: Iterable[Seed], documents: Sequence[Document]) -> tuple[Fault, ...]:
    """A question for each figure that is in doubt and that the record does not settle; sorted by place."""
    by_slug = {seed.record.slug: seed for seed in seeds}
    asked = ((by_slug.get(document.record.slug), document) for document in select_captured(documents))
    return tuple(sorted(fault for seed, document in asked if seed for fault in _ask_of(seed, document)))


def _ask_of(seed: Seed, document: Document) -> Iterator[Fault]:
    for figure in find_unsettled(document):
        message = f"“{figure.printed}” in {figure.passage} is left: {figure.doubt.value}"
        yield make_fault(seed.places, _choose_place(seed.record, figure.passage), "E205", message)


def _choose_place(record: Record, passage: str) -> Loc:
    """The first claim of the passage, else where the record counts them."""
    claims = (n for n, claim in enumerate(record.claims) if claim.passage == passage)
    first = next(claims, None)
    return ("paragraphs",) if first is None else ("claims", first, "id")


def find_unsettled(document: Document) -> tuple[UnsettledFigure, ...]:
    """In reading order, each once in its passage; none without the captured text.

    A claim of the passage settles one by a figure that is one of its readings, by its date, or by naming it
    in its text or quotation as it is printed; a note on the passage settles it by naming it.
    """
    record = document.record
    published = choose_reference_day(record)
    found: dict[UnsettledFigure, None] = {}
    for passage in list_target_passages(record, document.clean):
        if passage.layer is Layer.CAPTURE:
            for number in read_figures(passage, published):
                if number.doubt and not _is_settled(record, passage, number):
                    figure = UnsettledFigure(passage.id, _find_printed(passage, number), number.doubt)
                    found[figure] = None
    return tuple(found)


def _find_printed(passage: TargetPassage, number: NumberMention) -> str:
    return " ".join(passage.plain.text[number.start : number.end].split())


def _is_settled(record: Record, passage: TargetPassage, number: NumberMention) -> bool:
    printed = _find_printed(passage, number)
    claims = [claim for claim in record.claims if claim.passage == passage.id]
    words = [note.text for note in record.notes if note.passage == passage.id]
    words += [text for claim in claims for text in (claim.text, claim.quotation or "")]
    if any(printed in text for text in words):
        return True
    if any(_list_values(figure) & set(number.readings) for claim in claims for figure in claim.figures):
        return True
    dates = [value for claim in claims for value in _list_dates(claim)]
    return any(part in value for part in _list_date_parts(printed, number) for value in dates)


def _list_values(figure: Figure) -> set[Decimal]:
    return {Decimal(str(number)) for number in (figure.value, *(figure.range or ())) if number is not None}


def _list_dates(claim: Claim) -> Iterator[str]:
    """All dates of a claim, as EDTF."""
    yield from (str(date) for date in (claim.when, *(f.as_of for f in claim.figures)) if date is not None)
    digest = TargetPassage(Layer.DIGEST, claim.id, claim.text, DIGEST_LANGUAGE)
    yield from (mention.value for mention in find_dates(digest, UNPUBLISHED))


def _list_date_parts(printed: str, number: NumberMention) -> tuple[str, ...]:
    """What a date has in EDTF that is one of the readings."""
    if number.doubt is Doubt.YEAR:
        return tuple(str(reading) for reading in number.readings)
    if number.doubt is not Doubt.DAY:
        return ()
    first, second = (part.zfill(2) for part in printed.split("/"))
    return f"-{first}-{second}", f"-{second}-{first}"
