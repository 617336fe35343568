"""Claims + passages → where each quotation stands, because a quotation is word for word or it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.annotate.passages import Passage, select
from build_tools.annotate.reading import Reading
from build_tools.model.annotation import Annotation, Layer, Motivation, Selector
from build_tools.text.fold import fold


def quotations(reading: Reading) -> Iterator[Annotation]:
    """One annotation for each quotation found in its passage; `checks` reports those that are not."""
    for claim in reading.record.claims:
        found = locate(claim.quotation, claim.passage, reading.passages) if claim.quotation else None
        if found:
            yield Annotation(Motivation.QUOTING, claim.id, found, "editor")


def locate(quotation: str, passage: str, passages: Iterable[Passage]) -> Selector | None:
    """The first place of a quotation in a passage of the capture; typography apart, word for word."""
    for candidate in passages:
        if (candidate.layer, candidate.id) == (Layer.CAPTURE, passage) and (
            match := quoted(quotation).search(candidate.folded)
        ):
            return select(candidate, *match.span())
    return None


def quoted(quotation: str) -> re.Pattern[str]:
    """A pattern for folded text: the quotation as whole words; any white space is white space."""
    spelt = r"\s+".join(map(re.escape, fold(quotation).split()))
    return re.compile(rf"(?<!\w){spelt}(?!\w)" if quotation[:1].isalnum() else rf"{spelt}(?!\w)")
