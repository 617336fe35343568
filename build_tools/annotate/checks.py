"""Seed + CleanText → faults, because a record that does not fit its capture must stop the build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.annotate.attributions import OUTSIDE, check_names
from build_tools.annotate.passages import Passage, resolves
from build_tools.annotate.quotations import locate, quoted
from build_tools.model.annotation import Annotation, Layer
from build_tools.model.clean import CleanText, Verdict
from build_tools.model.codes import fault
from build_tools.model.fault import Fault
from build_tools.model.material import Seed
from build_tools.model.record import Claim
from build_tools.text.fold import fold


def faults(
    seed: Seed, clean: CleanText | None, passages: Iterable[Passage], annotations: Iterable[Annotation]
) -> tuple[Fault, ...]:
    """Every disagreement between a record and its capture, and every selector that does not resolve."""
    texts = tuple(passages)
    against_capture = (*_count(seed, clean), *_claims(seed, clean, texts)) if clean else ()
    return (*against_capture, *check_names(seed, clean), *_selectors(seed, texts, annotations))


def _count(seed: Seed, clean: CleanText) -> Iterator[Fault]:
    written, found = seed.record.paragraphs, len(clean.body)
    if written != found:
        message = f"The record has {written} paragraphs, the capture {clean.file} has {found}."
        yield fault(seed.places, ("paragraphs",), "A102", message)


def _claims(seed: Seed, clean: CleanText, passages: tuple[Passage, ...]) -> Iterator[Fault]:
    captured = {p.id: p for p in passages if p.layer is Layer.CAPTURE}
    for index, claim in enumerate(seed.record.claims):
        if claim.passage not in captured and claim.passage != OUTSIDE:
            message = f"The capture has no passage “{claim.passage}”, which {claim.id} stands in."
            yield fault(seed.places, ("claims", index, "id"), "A104", message)
        elif claim.quotation and not _stands(claim, claim.quotation, clean, captured.get(claim.passage)):
            message = f"“{claim.quotation}” is not in {_where(claim)} of the capture {clean.file}."
            yield fault(seed.places, ("claims", index, "quotation"), "A101", message)


def _where(claim: Claim) -> str:
    return "the removed lines" if claim.passage == OUTSIDE else f"passage {claim.passage}"


def _stands(claim: Claim, quotation: str, clean: CleanText, passage: Passage | None) -> bool:
    if claim.passage != OUTSIDE:
        return passage is not None and locate(quotation, passage) is not None
    removed = (line.text for line in clean.lines if line.verdict is Verdict.REMOVED)
    return any(quoted(quotation).search(fold(text)) for text in removed)


def _selectors(
    seed: Seed, passages: tuple[Passage, ...], annotations: Iterable[Annotation]
) -> Iterator[Fault]:
    by_id = {(p.layer, p.id): p for p in passages}
    for annotation in annotations:
        target = annotation.target
        passage = by_id.get((target.layer, target.passage))
        if passage is None or not resolves(target, passage):
            message = f"“{target.exact}” is not at {target.start}–{target.end} of {target.passage}."
            yield fault(seed.places, (), "A103", message)
