"""Claims + passages → where each quotation stands, because a quotation is word for word or it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.annotate.annotation_input import AnnotationInput
from build_tools.annotate.target_passages import TargetPassage, select_span
from build_tools.model.annotation import Annotation, Layer, Motivation, Selector
from build_tools.text.plain_letters import fold_plain


def annotate_quotations(reading: AnnotationInput) -> Iterator[Annotation]:
    """One annotation for each quotation found in its passage; `checks` reports those that are not."""
    captured = {p.id: p for p in reading.passages if p.layer is Layer.CAPTURE}
    for claim in reading.record.claims:
        passage = captured.get(claim.passage) if claim.quotation else None
        if passage and claim.quotation and (selector := locate_quotation(claim.quotation, passage)):
            yield Annotation(Motivation.QUOTING, claim.id, selector, "editor")


def locate_quotation(quotation: str, passage: TargetPassage) -> Selector | None:
    """The first place of a quotation in a passage; typography apart, word for word."""
    # an expression is tried at each word; whether a word stands there at all is told a hundred times sooner
    if not all(word in passage.folded for word in fold_plain(quotation).split()):
        return None
    match = compile_quotation(quotation).search(passage.folded)
    return select_span(passage, *match.span()) if match else None


def compile_quotation(quotation: str) -> re.Pattern[str]:
    """A pattern for folded text: the quotation as whole words; any white space is white space."""
    # a quotation that opens with a mark may stand right behind a word
    words = fold_plain(quotation).split()
    # nothing is given back: no word begins with white space
    spelt = r"\s++".join(map(re.escape, words))
    opens_with_word = bool(words) and words[0][0].isalnum()
    return re.compile(rf"(?<!\w){spelt}(?!\w)" if opens_with_word else rf"{spelt}(?!\w)")
