"""Seed → its earlier captures, cleaned, each with its ledger; what is told of them is held against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from build_tools.annotate.quotations import compile_quotation
from build_tools.clean import clean
from build_tools.exports.ledger_files import drop_captured_text
from build_tools.model.capture import Capture
from build_tools.model.capture_refs import EarlierCapture
from build_tools.model.clean import CleanText
from build_tools.model.codes import make_fault, make_fault_at
from build_tools.model.earlier_text import EarlierText
from build_tools.model.fault import Fault, Faults
from build_tools.model.material import Seed
from build_tools.model.passages import EARLIER
from build_tools.model.unreadable import UnreadableCapture
from build_tools.read.seed_captures import place_earlier_ledger
from build_tools.text.plain_letters import fold_plain
from build_tools.text.terminal import quote_value


def make_earlier_texts(seed: Seed) -> tuple[EarlierText, ...]:
    """Each earlier capture, the oldest first. Raises Faults where one cannot be read."""
    texts = []
    for at, (ref, (capture, committed)) in enumerate(zip(seed.record.earlier, seed.earlier, strict=True)):
        cleaned = _clean_earlier(seed, at, ref, capture) if capture else None
        fresh = replace(drop_captured_text(cleaned), file=ref.file) if cleaned else None
        texts.append(EarlierText(ref, cleaned, fresh or committed))
    return tuple(texts)


def _clean_earlier(seed: Seed, at: int, ref: EarlierCapture, capture: Capture) -> CleanText:
    language = seed.record.language.partition("-")[0]
    try:
        return clean(
            capture, language=language, encoding=ref.encoding, page=ref.page, overruling=ref.cleaning
        )
    except UnreadableCapture as refusal:
        message = f"{quote_value(capture.file)} {refusal.reason}"
        fault = make_fault(seed.places, ("earlier", at, "file"), refusal.code, message, refusal.remedy)
        raise Faults([fault]) from None


def name_earlier_ledger(seed: Seed, ref: EarlierCapture) -> str:
    """Where the ledger of an earlier capture is committed: beside the record."""
    return place_earlier_ledger(Path(seed.places.path), ref.sha256).as_posix()


def check_earlier_texts(seed: Seed, texts: tuple[EarlierText, ...]) -> Iterator[Fault]:
    """Ledgers that are not what cleaning gives, and quotations that none of the earlier captures has."""
    for text, (_, committed) in zip(texts, seed.earlier, strict=True):
        if text.clean and committed and committed != text.ledger:
            message = f"The ledger is not what cleaning {text.ref.file} gives."
            yield make_fault_at(name_earlier_ledger(seed, text.ref), 1, 1, "C111", message)
    if not texts or not all(text.clean for text in texts):
        return
    folded = [fold_plain(line.text) for text in texts if text.clean for line in text.clean.lines]
    for index, claim in enumerate(seed.record.claims):
        if claim.passage == EARLIER and claim.quotation:
            pattern = compile_quotation(claim.quotation)
            if not any(pattern.search(line) for line in folded):
                message = f"“{claim.quotation}” is in no earlier capture."
                yield make_fault(seed.places, ("claims", index, "quotation"), "A101", message)
