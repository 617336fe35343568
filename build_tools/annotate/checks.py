"""Seed + CleanText → faults, because a record that does not fit its capture must stop the build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from build_tools.annotate.attributions import ELSEWHERE, OUTSIDE, check_names
from build_tools.annotate.quotations import compile_quotation, locate_quotation
from build_tools.annotate.target_passages import TargetPassage, is_resolved
from build_tools.model.annotation import MOST_MARKS, Annotation, Layer, Motivation
from build_tools.model.clean import CleanText, Verdict
from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Seed
from build_tools.model.passages import EARLIER
from build_tools.model.record import Claim
from build_tools.text.plain_letters import fold_plain

_PLURALS: Final[Mapping[Motivation, str]] = MappingProxyType(
    {
        Motivation.IDENTIFYING: "the names",
        Motivation.CLASSIFYING: "the topics",
        Motivation.FIGURE: "the numbers",
        Motivation.DATE: "the dates",
        Motivation.HEDGE: "the hedges",
        Motivation.QUOTING: "the quotations",
    }
)


def check_against_capture(
    seed: Seed, clean: CleanText | None, passages: Iterable[TargetPassage], annotations: Iterable[Annotation]
) -> tuple[Fault, ...]:
    """Every disagreement between a record and its capture, and every selector that does not resolve."""
    texts = tuple(passages)
    ledger = clean or seed.ledger
    counted = tuple(_check_count(seed, ledger)) if ledger else ()
    claims = tuple(_check_claims(seed, clean, texts) if clean else _check_passages(seed))
    return (*counted, *claims, *check_names(seed, clean), *_check_selectors(seed, texts, annotations))


def find_crowded_marks(seed: Seed, annotations: Collection[Annotation]) -> Iterator[Fault]:
    """A warning for each kind of annotation of which a capture has as many as are made at most."""
    if len(annotations) < MOST_MARKS:
        return
    captured = Layer.CAPTURE
    counted = Counter(a.motivation for a in annotations if a.target.layer is captured)
    for motivation, number in sorted(counted.items()):
        if number >= MOST_MARKS:
            message = f"Of {_PLURALS[motivation]} in it, the first {MOST_MARKS} are marked and no others."
            yield make_fault(seed.places, ("capture",), "A107", message)


def _check_count(seed: Seed, clean: CleanText) -> Iterator[Fault]:
    written, counted = seed.record.paragraphs, len(clean.body)
    if written != counted:
        message = f"The record has {written} paragraphs, the capture {clean.file} has {counted}."
        yield make_fault(seed.places, ("paragraphs",), "A102", message)


def _check_passages(seed: Seed) -> Iterator[Fault]:
    """The same where only the committed ledger is at hand, which names the passages without their text."""
    known = {paragraph.id for paragraph in seed.ledger.paragraphs} if seed.ledger else None
    for index, claim in enumerate(seed.record.claims):
        if known is not None and claim.passage not in known and claim.passage not in ELSEWHERE:
            message = f"The capture's ledger has no passage “{claim.passage}”, which {claim.id} stands in."
            yield make_fault(seed.places, ("claims", index, "id"), "A104", message)


def _check_claims(seed: Seed, clean: CleanText, passages: tuple[TargetPassage, ...]) -> Iterator[Fault]:
    captured = {p.id: p for p in passages if p.layer is Layer.CAPTURE}
    for index, claim in enumerate(seed.record.claims):
        if claim.passage not in captured and claim.passage not in ELSEWHERE:
            message = f"The capture has no passage “{claim.passage}”, which {claim.id} stands in."
            yield make_fault(seed.places, ("claims", index, "id"), "A104", message)
        elif (
            claim.quotation
            and claim.passage != EARLIER
            and not _is_quotation_found(claim, claim.quotation, clean, captured.get(claim.passage))
        ):
            place = "the removed lines" if claim.passage == OUTSIDE else f"passage {claim.passage}"
            message = f"“{claim.quotation}” is not in {place} of the capture {clean.file}."
            yield make_fault(seed.places, ("claims", index, "quotation"), "A101", message)


def _is_quotation_found(
    claim: Claim, quotation: str, clean: CleanText, passage: TargetPassage | None
) -> bool:
    if claim.passage != OUTSIDE:
        return passage is not None and locate_quotation(quotation, passage) is not None
    removed = (line.text for line in clean.lines if line.verdict is Verdict.REMOVED)
    return any(compile_quotation(quotation).search(fold_plain(text)) for text in removed)


def _check_selectors(
    seed: Seed, passages: tuple[TargetPassage, ...], annotations: Iterable[Annotation]
) -> Iterator[Fault]:
    by_id = {(p.layer, p.id): p for p in passages}
    for annotation in annotations:
        target = annotation.target
        passage = by_id.get((target.layer, target.passage))
        if passage is None or not is_resolved(target, passage):
            message = f"“{target.exact}” is not at {target.start}–{target.end} of {target.passage}."
            yield make_fault(seed.places, (), "A103", message)
