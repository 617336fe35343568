"""What a report changed of an origin → what a reader sees of it, the same on the pages of both."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.outside import Evidence
from build_tools.model.record import Change, Retelling
from build_tools.text.attribution_words import tell_extent_seen
from build_tools.text.labels import name_change


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One change."""

    passage: str
    kind: str
    text: str
    """What was changed, by whom if not by the source, and how much of that text was seen."""
    evidence: tuple[Evidence, ...]


def show_changes(retelling: Retelling, index: Index) -> tuple[ShownChange, ...]:
    """The changes in their order."""
    return tuple(_show_change(change, index) for change in retelling.changes)


def _show_change(change: Change, index: Index) -> ShownChange:
    words = [change.text]
    if change.by:
        maker = index.origins.get(change.by)
        words.append(f"Changed on the way, by {maker.publisher if maker else change.by}.")
    if change.seen:
        words.append(f"Of the text that it is laid at: {tell_extent_seen(change.seen)}.")
    return ShownChange(change.passage, name_change(change.kind), " ".join(words), change.evidence)
