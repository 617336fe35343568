"""Elements → which words of their classes are believed: one that would take more prose than stays is not.

Page builders call every block of the page `widget`, and subscribers' sites call every paragraph but the first
`paywall`. Each such element holds little; all of them together hold the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from build_tools.clean.elements import Element
from build_tools.clean.thresholds import THRESHOLDS

_MAY_BE_MOST = frozenset({"comment_form", "consent", "related_link"})
"""Zones that do hold more prose than short articles."""
_FRAME = frozenset({"head", "nav", "footer", "aside", "noscript", "select", "button", "hidden"})
"""Elements whose prose does not stay, whatever the words of classes are worth."""


def drop_false_words(elements: Sequence[Element], shares: Sequence[float]) -> None:
    """Take back what a word claims of its elements where together they hold more prose than words would stay.

    `shares`: the prose of each element, as a share of the page's words, in the order of their opening.
    """
    false: set[str] = set()
    held = _weigh_words(elements, shares)
    while word := _find_false_word(held, false):
        false.add(word)
    for element in elements:
        if not false.isdisjoint(element.named):
            element.named = {word: zone for word, zone in element.named.items() if word not in false}


def _weigh_words(
    elements: Sequence[Element], shares: Sequence[float]
) -> dict[frozenset[str], tuple[int, int]]:
    """Return words and words of prose by what claims them; what does not stay in any case is left out."""
    covering: dict[int, frozenset[str] | None] = {}
    held: dict[frozenset[str], tuple[int, int]] = {}
    for element, share in zip(elements, shares, strict=True):
        above = covering.get(id(element.parent), frozenset())
        inside = None if _is_surely_removed(element, share) else above
        # what a large element is called is not believed anyway
        if inside is not None and share <= THRESHOLDS.zone_share:
            inside = inside.union(element.named)
        covering[id(element)] = inside
        if inside is not None:
            words, before = held.get(inside, (0, 0))
            held[inside] = words + element.words, before + element.alone
    return held


def _is_surely_removed(element: Element, share: float) -> bool:
    return not _FRAME.isdisjoint(element.own) or (
        share <= THRESHOLDS.comments_share
        and not element.headed
        and not _MAY_BE_MOST.isdisjoint(element.named.values())
    )


def _find_false_word(held: Mapping[frozenset[str], tuple[int, int]], false: set[str]) -> str | None:
    """The word that alone claims most prose, if that is more than the words that no word claims."""
    alone: Counter[str] = Counter()
    stays = 0
    for claimed, (words, prose) in held.items():
        left = claimed - false
        if not left:
            stays += words
        elif len(left) == 1:
            alone[next(iter(left))] += prose
    word, most = max(alone.items(), key=lambda pair: (pair[1], pair[0]), default=("", stays))
    return word if most > stays else None
