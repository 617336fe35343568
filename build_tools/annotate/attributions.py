"""Seed + passages → faults for links that claim to be stated and are not, because a ground must be true.

Where the capture is at hand its passage is searched for the name. A clone without it holds the record against
the committed ledger, in which the names that were found stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.annotate.quotations import compile_quotation
from build_tools.model.attribution import Link, PrintedLink
from build_tools.model.clean import CleanText, Verdict
from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Seed
from build_tools.model.passages import EARLIER
from build_tools.model.record import Record
from build_tools.text.plain_letters import fold_plain

OUTSIDE = "outside"
"""The passage of what stands on the page but not in the article."""
ELSEWHERE = (OUTSIDE, EARLIER)
"""Passages that the cleaned text of the capture has not."""


def find_named(record: Record, clean: CleanText) -> tuple[tuple[str, str], ...]:
    """Passages with the words that name a link in them, if they do; sorted, each once. A ledger's proof."""
    said = {(passage, words) for _, passage, words in _list_links(record)}
    # to fold all of a long text takes long, and few records have such links
    texts = _gather_texts(clean) if said else {}
    return tuple(
        sorted((passage, words) for passage, words in said if _is_named(words, texts.get(passage, "")))
    )


def check_names(seed: Seed, clean: CleanText | None) -> Iterator[Fault]:
    """A fault for every link whose name does not stand in the passage that it gives."""
    if clean is None and (seed.ledger is None or seed.record.capture is None):
        return
    links = tuple(_list_links(seed.record))
    texts = _gather_texts(clean) if clean and links else {}
    proven = frozenset(seed.ledger.named) if seed.ledger else frozenset()
    for loc, passage, words in links:
        if clean and not _is_named(words, texts.get(passage, "")):
            message = f"“{words}” is not in {_name(passage)} of the capture {clean.file}."
            yield make_fault(seed.places, loc, "A105", message)
        elif clean is None and (passage, words) not in proven:
            message = f"The ledger does not show that “{words}” is in {_name(passage)}."
            yield make_fault(seed.places, loc, "A106", message)


def _list_links(record: Record) -> Iterator[tuple[Loc, str, str]]:
    """The place in the record, the passage and the words of every link that the source is said to show."""
    for name, chain in record.chains.items():
        yield from _list_stated(chain, ("chains", name))
    for index, claim in enumerate(record.claims):
        if not isinstance(claim.chain, str):
            yield from _list_stated(claim.chain, ("claims", index, "chain"))
        yield from _list_stated(claim.printed or (), ("claims", index, "printed"))


def _list_stated(links: Iterable[Link | PrintedLink], loc: Loc) -> Iterator[tuple[Loc, str, str]]:
    for index, link in enumerate(links):
        # what stood in an earlier capture is held against that, where it is at hand
        if link.passage and link.passage != EARLIER:
            yield (*loc, index, "passage"), link.passage, link.printed_name


def _gather_texts(clean: CleanText) -> dict[str, str]:
    """Folded captured text by passage; what was removed counts as outside the article."""
    removed = (line.text for line in clean.lines if line.verdict is Verdict.REMOVED)
    return {OUTSIDE: fold_plain("\n".join(removed)), **{p.id: fold_plain(p.text) for p in clean.paragraphs}}


def _is_named(words: str, text: str) -> bool:
    # in any letter case: “the activists” opens a sentence as often as it stands inside one
    return bool(compile_quotation(words.casefold()).search(text.casefold()))


def _name(passage: str) -> str:
    return "the removed lines" if passage == OUTSIDE else f"passage {passage}"
