"""Shared wording as committed (`reuse.json`) → Reuse, because a clone without the captures shows it too.

The file is made by a command and holds no text: counts, shares and addresses of passages only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.model.passages import PassageUnit, parse_body_passage
from build_tools.model.reuse import Reuse
from build_tools.read.json_file import CommittedJson, find_places, read_json_file
from build_tools.text.terminal import did_you_mean, quote_value

Paragraphs = Mapping[str, int | None]
"""Slug of each source → how many paragraphs its record says it has; None where that cannot be told."""


class _File(CommittedJson):
    pairs: tuple[Reuse, ...]


def read_wording(
    path: str, source: str, sources: Paragraphs | None
) -> tuple[tuple[Reuse, ...], tuple[Fault, ...]]:
    """The pairs, if all are whole and between known sources; else faults.

    `sources` is None where a record cannot be read, so that no name can be called unknown.
    """
    committed, misfits = read_json_file(path, source, _File, "C112")
    if committed is None:
        return (), misfits
    pairs = committed.pairs
    wrong = list(_find_wrong(pairs, sources))
    places = find_places(path, source) if wrong else Places(path)
    faults = tuple(make_fault(places, loc, code, *words) for loc, code, *words in wrong)
    return (() if faults else pairs), faults


WrongPair = tuple[Loc, str, str, str]
"""Place, code, message, remedy."""


def _find_wrong(pairs: Sequence[Reuse], sources: Paragraphs | None) -> Iterator[WrongPair]:
    before = ("", "")
    for at, pair in enumerate(pairs):
        if pair.left >= pair.right:
            message = f"{pair.right} should be the left one: the slug that sorts first."
            yield ("pairs", at, "left"), "C112", message, ""
        if (pair.left, pair.right) <= before:
            message = f"The pair {pair.left}, {pair.right} is out of order, or stands twice."
            yield ("pairs", at), "C112", message, ""
        before = (pair.left, pair.right)
        if sources is not None:
            yield from _check_names(("pairs", at), pair, sources)


def _check_names(loc: Loc, pair: Reuse, sources: Paragraphs) -> Iterator[WrongPair]:
    for side, slug in (("left", pair.left), ("right", pair.right)):
        if slug not in sources:
            message = f"There is no source {quote_value(slug)}."
            yield (*loc, side), "V104", message, did_you_mean(slug, sources)
            continue
        most = sources[slug]
        for n, aligned in enumerate(pair.passages):
            passage = aligned.left if side == "left" else aligned.right
            body = parse_body_passage(passage)
            if most is not None and body and body.unit is PassageUnit.PARAGRAPHS and body.numbers[0] > most:
                message = f"{slug} has no {passage}: its last paragraph is p{most}."
                yield (*loc, "passages", n, side), "C112", message, ""
