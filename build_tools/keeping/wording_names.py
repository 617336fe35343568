"""The committed shared wording → the same after a source has another slug, or is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.exports.reuse_json import write_reuse_json
from build_tools.model.passages import order_passage
from build_tools.model.reuse import Aligned, Direction, Reuse
from build_tools.read.wording_file import read_wording

_TURNED = {Direction.FORWARD: Direction.BACKWARD, Direction.BACKWARD: Direction.FORWARD}


def rename_in_wording(source: str, old: str, new: str) -> str:
    """With another slug: which of two stands left is their order by name, so some pairs are turned."""
    pairs, _ = read_wording("", source, None)
    if not any(old in (pair.left, pair.right) for pair in pairs):
        return source
    renamed = (_rename_pair(pair, old, new) for pair in pairs)
    return _write_pairs(renamed)


def drop_from_wording(source: str, slug: str) -> str:
    """Without the pairs of a source."""
    pairs, _ = read_wording("", source, None)
    kept = [pair for pair in pairs if slug not in (pair.left, pair.right)]
    return source if len(kept) == len(pairs) else _write_pairs(kept)


def _write_pairs(pairs: Iterable[Reuse]) -> str:
    return write_reuse_json(sorted(pairs, key=lambda pair: (pair.left, pair.right)))


def _rename_pair(pair: Reuse, old: str, new: str) -> Reuse:
    left, right = (new if slug == old else slug for slug in (pair.left, pair.right))
    renamed = pair.model_copy(update={"left": left, "right": right})
    return renamed if left < right else _turn_pair(renamed)


def _turn_pair(pair: Reuse) -> Reuse:
    return Reuse(
        left=pair.right,
        right=pair.left,
        direction=_TURNED.get(pair.direction, pair.direction),
        words=pair.words,
        left_share=pair.right_share,
        right_share=pair.left_share,
        passages=tuple(_turn_passages(pair.passages)),
    )


def _turn_passages(passages: Iterable[Aligned]) -> Iterator[Aligned]:
    turned = (
        aligned.model_copy(update={"left": aligned.right, "right": aligned.left}) for aligned in passages
    )
    # in order of the source that stands left now
    yield from sorted(turned, key=lambda aligned: (order_passage(aligned.left), order_passage(aligned.right)))
