"""Record as written → faults that no single field shows: order, numbering, anchors, quotations, rights."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from build_tools.model.base import CLAIM_ID, MOST_PARAGRAPHS, PASSAGE_ID
from build_tools.model.codes import make_fault
from build_tools.model.edtf import parse_edtf
from build_tools.model.fault import Fault
from build_tools.model.material import Loc
from build_tools.model.passages import PassageUnit, order_passage, parse_body_passage
from build_tools.read.references import walk_path, walk_words
from build_tools.read.yaml_tree import Tree
from build_tools.text.terminal import did_you_mean, quote_value
from build_tools.text.words import QUOTATION_WORDS, is_too_long, split_words

# their own, since pydantic keeps what it compiles of them, and claims are taken apart here
_CLAIM, _PASSAGE = re.compile(CLAIM_ID), re.compile(PASSAGE_ID)
ANCHORED = (
    "notes.*.passage",
    "retells.*.changes.*.passage",
    "rights.passages.*",
    "chains.*.*.passage",
    "claims.*.chain.*.passage",
    "claims.*.printed.*.passage",
)
"""Where a record names a passage, claims beside."""
_LINKS = ("chains.*.*", "claims.*.chain.*", "claims.*.printed.*")

ReadingPlace = tuple[int, tuple[int, ...], int]
"""Where a claim stands in reading order: part of the page, numbers of the passage, its own number."""


def check_record(tree: Tree) -> Iterator[Fault]:
    """Every fault of one record that needs more than one of its fields, or more than a field's form."""
    for rule in _RULES:
        yield from rule(tree)


def _parse_place(claim: str) -> tuple[str, ReadingPlace] | None:
    match = _CLAIM.fullmatch(claim)
    if match is None:
        return None
    return match[1], (*order_passage(match[1]), int(match[2]))


def _check_numbering(tree: Tree) -> Iterator[Fault]:
    """Ids once, in reading order, without a gap."""
    seen: dict[str, Loc] = {}
    highest: ReadingPlace = (0, (), 0)
    ids = {claim for _, claim in walk_words(tree.value, "claims.*.id")}
    for loc, claim in walk_words(tree.value, "claims.*.id"):
        placed = _parse_place(claim)
        if placed is None:
            continue
        passage, place = placed
        if claim in seen:
            line = tree.places.at(seen[claim])[0]
            yield make_fault(
                tree.places, loc, "R114", f"The claim {quote_value(claim)} stands on line {line} already."
            )
            continue
        seen[claim] = loc
        # within a passage any order will do: a claim that was parted from another has a later number
        if place[:2] < highest[:2]:
            yield make_fault(
                tree.places, loc, "R115", f"The claim {quote_value(claim)} stands after a later one."
            )
        if place[2] > 1 and f"{passage}c{place[2] - 1}" not in ids:
            message = f"The claim {quote_value(claim)} has no {passage}c{place[2] - 1} before it."
            yield make_fault(tree.places, loc, "R116", message)
        highest = max(highest, place)


def _check_anchors(tree: Tree) -> Iterator[Fault]:
    """Every passage of the record's unit, and within the article."""
    fields = tree.value if isinstance(tree.value, dict) else {}
    last, unit = fields.get("paragraphs"), fields.get("passages", PassageUnit.PARAGRAPHS)
    if not isinstance(unit, str) or unit not in set(PassageUnit):
        return
    # `true` is an int in Python; other units are counted, but not numbered by that count
    most = last if isinstance(last, int) and not isinstance(last, bool) else MOST_PARAGRAPHS
    named = [(loc, claim, _CLAIM.fullmatch(claim)) for loc, claim in walk_words(tree.value, "claims.*.id")]
    for path in ANCHORED:
        named += [(loc, word, _PASSAGE.fullmatch(word)) for loc, word in walk_words(tree.value, path)]
    for loc, word, match in named:
        body = parse_body_passage(match[1]) if match else None
        if body and body.unit != unit:
            message = f"{quote_value(word)} is of {body.unit}, and the record's passages are {unit}."
            yield make_fault(tree.places, loc, "R125", message)
        elif body and body.unit is PassageUnit.PARAGRAPHS and body.numbers[0] > most:
            message = f"{quote_value(word)} is beyond the last paragraph, p{most}."
            yield make_fault(tree.places, loc, "R117", message)


def _check_quotations(tree: Tree) -> Iterator[Fault]:
    """The source's own words: quotations, and names by which it says whom it has something from."""
    named = (name_in_link for path in _LINKS for name_in_link in _list_names(tree, path))
    for loc, quoted in (*walk_words(tree.value, "claims.*.quotation"), *named):
        if is_too_long(quoted):
            noun = "quotation" if loc[-1] == "quotation" else "name"
            message = f"The {noun} has {len(split_words(quoted))} words; {QUOTATION_WORDS} are the most."
            yield make_fault(tree.places, loc, "R118", message)


def _list_names(tree: Tree, path: str) -> Iterator[tuple[Loc, str]]:
    """Place and words of what each link's passage is said to name it by: `named`, or else `who`."""
    for loc, link in walk_path(tree.value, path):
        if isinstance(link, dict) and "passage" in link:
            field = "named" if "named" in link else "who"
            if isinstance(name := link.get(field), str):
                yield (*loc, field), name


def _check_chains(tree: Tree) -> Iterator[Fault]:
    """Named chains are there, and are used."""
    defined = {str(loc[1]) for loc, _ in walk_path(tree.value, "chains.*")}
    used = set()
    for loc, name in walk_words(tree.value, "claims.*.chain"):
        used.add(name)
        if name not in defined:
            message = f"{quote_value(name)} is not one of this record's chains."
            yield make_fault(tree.places, loc, "R119", message, did_you_mean(name, defined))
    for name in sorted(defined - used):
        yield make_fault(
            tree.key_places, ("chains", name), "R121", f"No claim uses the chain {quote_value(name)}."
        )


def _check_rights(tree: Tree) -> Iterator[Fault]:
    for loc, rights in walk_path(tree.value, "rights"):
        if not isinstance(rights, dict) or rights.get("publish") not in ("full", "excerpt"):
            continue
        # the other statements that may stand here, of rightsstatements.org, permit nothing
        licence = re.match(r"https?://creativecommons\.org/", str(rights.get("statement")))
        if not licence and not rights.get("note"):
            message = f"`publish: {rights['publish']}` without an open licence or a permission."
            yield make_fault(tree.places, (*loc, "publish"), "R120", message)


def _check_excerpts(tree: Tree) -> Iterator[Fault]:
    """An excerpt says of what; nothing else does."""
    for loc, rights in walk_path(tree.value, "rights"):
        if not isinstance(rights, dict):
            continue
        excerpt, named = rights.get("publish") == "excerpt", bool(rights.get("passages"))
        if excerpt and not named:
            message = "`publish: excerpt` names no passage."
            yield make_fault(tree.places, (*loc, "publish"), "R123", message)
        if named and not excerpt:
            message = "`passages` without `publish: excerpt`."
            yield make_fault(tree.places, (*loc, "passages"), "R123", message)


def _check_notes(tree: Tree) -> Iterator[Fault]:
    """A note speaks of statements of its own passage."""
    ids = {claim for _, claim in walk_words(tree.value, "claims.*.id")}
    passages = dict(walk_words(tree.value, "notes.*.passage"))
    for loc, claim in walk_words(tree.value, "notes.*.claims.*"):
        placed = _parse_place(claim)
        passage = passages.get((*loc[:2], "passage"))
        if placed and passage and (claim not in ids or placed[0] != passage):
            message = f"{quote_value(claim)} is not a claim of {passage}."
            there = {known for known in ids if (place := _parse_place(known)) and place[0] == passage}
            yield make_fault(tree.places, loc, "R122", message, did_you_mean(claim, there))


def _check_order_of_dates(tree: Tree) -> Iterator[Fault]:
    """Nothing is captured or added before it was published, however doubtful the dates are."""
    published = [date for _, text in walk_words(tree.value, "published.date") if (date := parse_edtf(text))]
    for path, verb in _LATER:
        for loc, text in walk_words(tree.value, path):
            later = parse_edtf(text)
            if published and later and later.latest < published[0].earliest:
                message = f"It was {verb} {later}, and published {published[0]}."
                yield make_fault(tree.places, loc, "R124", message)


_LATER = (("capture.taken", "captured"), ("added", "added"))
"""Where a date stands that follows publication, and what was done then."""


def _check_decided_claims(tree: Tree) -> Iterator[Fault]:
    """What a new capture left open of a claim has been decided."""
    for loc, words in walk_words(tree.value, "claims.*.decide"):
        yield make_fault(tree.places, loc, "R128", f"This claim is not settled: {quote_value(words)}.")


_RULES: tuple[Callable[[Tree], Iterator[Fault]], ...] = (
    _check_numbering,
    _check_anchors,
    _check_quotations,
    _check_chains,
    _check_rights,
    _check_excerpts,
    _check_notes,
    _check_order_of_dates,
    _check_decided_claims,
)
