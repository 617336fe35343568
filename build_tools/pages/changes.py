"""What a report changed of an origin → what a reader sees of it, the same on the pages of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.outside import Evidence, Extent
from build_tools.model.record import Change, Retelling
from build_tools.text.attribution_words import tell_text_seen
from build_tools.text.labels import name_change


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One change."""

    passage: str
    kind: str
    text: str
    """What was changed, by whom if not by the source; how much of that text was seen, if not as of all."""
    evidence: tuple[Evidence, ...]


def show_changes(retelling: Retelling, index: Index) -> tuple[ShownChange, ...]:
    """The changes in their order."""
    common = _find_common_extents(retelling.changes)
    return tuple(_show_change(change, common.get(change.by), index) for change in retelling.changes)


def tell_changes_seen(retelling: Retelling, index: Index) -> str:
    """How much was seen of the texts that most changes are laid at: once, and not with each change."""
    words = []
    for by, extent in _find_common_extents(retelling.changes).items():
        text = f"{_name_maker(by, index)}’s text" if by else "the text that it retells"
        alike = all(change.seen == extent for change in retelling.changes if change.by == by)
        words.append(f"{tell_text_seen(extent, text)}{'' if alike else ', where nothing else is said'}.")
    return " ".join(words)


def _find_common_extents(changes: Iterable[Change]) -> dict[str | None, Extent]:
    """By who made the change: what holds for most of these, where it is known of all."""
    common: dict[str | None, Extent] = {}
    by_maker: dict[str | None, list[Extent | None]] = {}
    for change in changes:
        by_maker.setdefault(change.by, []).append(change.seen)
    for by, extents in by_maker.items():
        extent, number = Counter(extents).most_common(1)[0]
        if extent and number > 1 and None not in extents:
            common[by] = extent
    return common


def _name_maker(by: str, index: Index) -> str:
    maker = index.origins.get(by)
    return maker.publisher if maker else by


def _show_change(change: Change, common: Extent | None, index: Index) -> ShownChange:
    words = [change.text]
    if change.by:
        words.append(f"Changed on the way, by {_name_maker(change.by, index)}.")
    if change.seen and change.seen is not common:
        words.append(f"{tell_text_seen(change.seen, 'the earlier text')}.")
    return ShownChange(change.passage, name_change(change.kind), " ".join(words), change.evidence)
