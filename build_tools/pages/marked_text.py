"""Text + its annotations → the text in pieces with the annotations in place, the words untouched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from build_tools.model.annotation import Annotation, Layer, Motivation
from build_tools.model.archive import Document
from build_tools.model.rendered import TIP_SEPARATOR
from build_tools.model.vocabulary import Entity
from build_tools.pages.addresses import entity_address
from build_tools.pages.inline import Inline, RichText

_SHOWN = {
    Motivation.IDENTIFYING: 0,
    Motivation.HEDGE: 1,
    Motivation.FIGURE: 2,
    Motivation.DATE: 3,
}
"""What is marked in prose; where marks overlap, the lower number wins, then the longer one."""

_TIPS = {Motivation.HEDGE: "hedge", Motivation.FIGURE: "figure", Motivation.DATE: "date"}

PassageMarks = Mapping[tuple[Layer, str], tuple[Annotation, ...]]
"""By layer and passage."""


def group_marks(document: Document) -> PassageMarks:
    """Annotations that are shown; of our own words only the names, as their hedges are our choice."""
    marks_of: dict[tuple[Layer, str], list[Annotation]] = {}
    for annotation in document.annotations:
        target = annotation.target
        if target.layer is Layer.CAPTURE or annotation.motivation is Motivation.IDENTIFYING:
            marks_of.setdefault((target.layer, target.passage), []).append(annotation)
    return {place: tuple(marks) for place, marks in marks_of.items()}


def mark_text(here: str, words: str, marks: Sequence[Annotation], entities: Mapping[str, Entity]) -> RichText:
    """The words with entities as links, and hedges, figures and dates set apart.

    An entity is linked once in a passage: the first mention is enough, and the page stays calm.
    """
    if not marks:
        return (Inline(words),) if words else ()
    pieces: list[Inline] = []
    # as if the page’s own subject were linked already: no page links to itself
    at, linked = 0, {here}
    for mark in _without_overlap(marks):
        pieces.append(Inline(words[at : mark.target.start]))
        inner = words[mark.target.start : mark.target.end]
        entity = entities.get(mark.value) if mark.motivation is Motivation.IDENTIFYING else None
        address = entity_address(entity) if entity else ""
        if entity is None:
            pieces.append(Inline(inner, mark=_TIPS.get(mark.motivation, "")))
        elif address in linked:
            pieces.append(Inline(inner))
        else:
            linked.add(address)
            tip = f"{entity.name}{TIP_SEPARATOR}{entity.description}"
            pieces.append(Inline(inner, address=address, mark="entity", tip=tip))
        at = mark.target.end
    pieces.append(Inline(words[at:]))
    return tuple(piece for piece in pieces if piece.words)


def _without_overlap(marks: Iterable[Annotation]) -> list[Annotation]:
    shown = [m for m in marks if m.motivation in _SHOWN and m.target.end > m.target.start]
    # start less end: the longer first
    shown.sort(key=lambda m: (_SHOWN[m.motivation], m.target.start - m.target.end, m.target.start))
    taken: list[Annotation] = []
    starts: list[int] = []
    for mark in shown:
        # they stand in order and do not overlap: only its neighbours can be in a mark's way
        place = bisect_left(starts, mark.target.start)
        is_free = place == 0 or taken[place - 1].target.end <= mark.target.start
        if is_free and (place == len(taken) or mark.target.end <= starts[place]):
            taken.insert(place, mark)
            starts.insert(place, mark.target.start)
    return taken
