"""Text + its annotations → Markdown with the annotations in place, the words untouched."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from build_tools.model.annotation import Annotation, Layer, Motivation
from build_tools.model.archive import Document
from build_tools.model.vocabulary import Entity
from build_tools.pages import render
from build_tools.pages.catalogue import Catalogue, entity_file
from build_tools.text.markdown import escape, visible

_SHOWN = {
    Motivation.IDENTIFYING: 0,
    Motivation.HEDGE: 1,
    Motivation.FIGURE: 2,
    Motivation.DATE: 3,
}
"""What is marked in prose; where marks overlap, the lower number wins, then the longer one."""

TIP = " · "
"""Between a name and who or what it is; overrides/assets/javascripts/previews.js parts them here."""

_TIPS = {Motivation.HEDGE: "hedge", Motivation.FIGURE: "figure", Motivation.DATE: "date"}


def passage_marks(document: Document, layer: Layer, passage: str) -> tuple[Annotation, ...]:
    """The annotations of one passage; of our own words only the names, as their hedges are our choice."""
    return tuple(
        a
        for a in document.annotations
        if a.target.layer is layer
        and a.target.passage == passage
        and (layer is Layer.CAPTURE or a.motivation is Motivation.IDENTIFYING)
    )


def marked(here: str, words: str, marks: Iterable[Annotation], catalogue: Catalogue) -> Markup:
    """The words with entities as links, and hedges, figures and dates as spans.

    An entity is linked once in a passage: the first mention is enough, and the page stays calm.
    """
    pieces: list[Markup] = []
    at, linked = 0, {here}
    for mark in _without_overlap(marks):
        pieces.append(between(words, at, mark.target.start))
        inner = words[mark.target.start : mark.target.end]
        entity = catalogue.entities.get(mark.value) if mark.motivation is Motivation.IDENTIFYING else None
        if entity is None:
            pieces.append(_plain(inner, mark))
        elif entity_file(entity) in linked:
            pieces.append(render.text(inner))
        else:
            linked.add(entity_file(entity))
            pieces.append(_entity(here, inner, entity))
        at = mark.target.end
    pieces.append(between(words, at, len(words)))
    return Markup().join(pieces)


def between(words: str, start: int, end: int) -> Markup:
    """The stretch between two marks, as it stands among the words around it."""
    before = words[start - 1] if start else "\n"
    after = words[end] if end < len(words) else "\n"
    return Markup(escape(words[start:end], visible(before)[-1], visible(after)[0]))  # noqa: S704 - escaped


def _plain(inner: str, mark: Annotation) -> Markup:
    tip = _TIPS.get(mark.motivation)
    return render.span(inner, tip) if tip else render.text(inner)


def _entity(here: str, inner: str, entity: Entity) -> Markup:
    tip = f"{entity.name}{TIP}{entity.description}"
    return render.link(here, inner, entity_file(entity), mark="entity", tip=tip)


def _without_overlap(marks: Iterable[Annotation]) -> list[Annotation]:
    shown = [m for m in marks if m.motivation in _SHOWN and m.target.end > m.target.start]
    shown.sort(key=lambda m: (_SHOWN[m.motivation], m.target.start - m.target.end, m.target.start))
    taken: list[Annotation] = []
    for mark in shown:
        if all(mark.target.end <= t.target.start or t.target.end <= mark.target.start for t in taken):
            taken.append(mark)
    return sorted(taken, key=lambda m: m.target.start)
