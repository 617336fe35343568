"""Elements → zones: what each is by its tag, what its class claims and the page's prose lets one believe."""

# ruff: noqa: SIM905 - tables of words read as words

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from build_tools.clean.chrome_phrases import ChromeTable
from build_tools.clean.elements import Element
from build_tools.clean.markup import is_shadow_root
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.zone_evidence import drop_false_words

# parts of a class name: `relatedLinks`, `related-links` and `RELATED_links` have the same
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# their classes describe the whole page (`with-sidebar`), no part of it
_UNMARKED = frozenset({"html", "body", "main", "article"})
_SURE = frozenset(
    ("nav head script style noscript select option button title figcaption h1 blockquote pre table").split()
)
"""Elements that are what their name says, however much they hold; whole pages are wrapped in the others."""
_LONG = frozenset({"comment_form", "consent"})
"""Zones that may hold more than half of a page’s prose."""
_NOT_MAIN = frozenset({"comment_form", "consent", "nav", "footer", "aside", "related_link"})
_FRAME = frozenset({"nav", "footer", "aside", "noscript", "select"})
"""Elements whose prose does not count as the page's."""
_LEAVES = frozenset({"p", "li", "blockquote", "td"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def name_zones(tag: str, attributes: Mapping[str, str], words: ChromeTable) -> frozenset[str]:
    """Name the zones that an element is, by its tag or because it is hidden."""
    zones = {tag} & words.zone_tags
    if is_shadow_root(tag, attributes):
        zones.discard(tag)
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
        zones.add("hidden")
    return frozenset(zones)


def list_claims(tag: str, attributes: Mapping[str, str], words: ChromeTable) -> Mapping[str, str]:
    """List the words of an element's class, id and role that claim a zone, with the zone."""
    if tag in _UNMARKED:
        return {}
    named = " ".join(attributes.get(name, "") for name in ("class", "id", "role"))
    parts = (part.casefold() for part in _NAME.findall(named))
    return {part: words.zone_of[part] for part in parts if part in words.zone_of}


def propagate_zones(elements: list[Element]) -> None:
    """Spread prose to ancestors and zones to descendants; a zone that holds most of the prose is none.

    `class="with-sidebar"` on the wrapper of the whole page says nothing about the article inside it.
    """
    _believe_noscript(elements)
    _believe_folded_text(elements)
    for element in elements:
        element.alone = element.prose
    # in order of opening, children come after parents: backwards each is complete when it is added
    for element in reversed(elements):
        if element.parent and element.tag not in _FRAME:
            element.parent.prose += element.prose
            element.parent.headed |= element.headed or element.tag == "h1"
    total = _count_words(elements)
    shares = [element.prose / total for element in elements]
    drop_false_words(elements, shares)
    for element, share in zip(elements, shares, strict=True):
        element.zones = _filter_zones(element, share)
        if element.parent:
            element.zones |= element.parent.zones
    main = find_main_element(elements)
    for element in elements:
        element.main = element is main or (element.parent is not None and element.parent.main)


def _count_words(elements: list[Element]) -> int:
    """Count what the page says outside its frames and links, prose or not: at least one word."""
    framed: set[int] = set()
    count = 0
    for element in elements:
        if element.tag in _FRAME or element.tag == "head" or id(element.parent) in framed:
            framed.add(id(element))
        else:
            count += max(element.words, element.alone)
    return count or 1


def _believe_noscript(elements: list[Element]) -> None:
    """Let what is for browsers without scripts be the page, where more prose stands there than elsewhere.

    Many pages are made by scripts alone: what a program saved of them has its text there or nowhere.
    """
    inside: set[int] = set()
    for element in elements:
        if element.tag == "noscript" or id(element.parent) in inside:
            inside.add(id(element))
    meant = sum(element.prose for element in elements if id(element) in inside)
    if 2 * meant > sum(element.prose for element in elements):
        for element in elements:
            if element.tag == "noscript":
                element.tag, element.own = "div", element.own - {"noscript"}


def _believe_folded_text(elements: list[Element]) -> None:
    """Let hidden prose be shown where it stands among paragraphs: the rest of an article, folded in.

    What else pages hide (windows, forms, menus) stands among other boxes.
    """
    # backwards, so that what a hidden element holds is known when it comes
    held = {id(element): element.prose for element in elements}
    for element in reversed(elements):
        if element.parent:
            held[id(element.parent)] += held[id(element)]
    shown = Counter(
        id(element.parent)
        for element in elements
        if element.tag == "p" and "hidden" not in element.own and held[id(element)]
    )
    for element in elements:
        if "hidden" in element.own and held[id(element)] and not element.named:
            folded = shown[id(element.parent)] >= THRESHOLDS.folded_company
            element.own -= {"hidden"} if folded else frozenset()


def _filter_zones(element: Element, share: float) -> frozenset[str]:
    """Return the zones of an element that its share of the page's prose lets one believe."""
    own = element.own.union(element.named.values())
    # no notice of consent, and no comment, is the first heading of a page
    if element.headed:
        own -= _LONG
    if share > THRESHOLDS.comments_share:
        return own & _SURE
    return own & (_SURE | _LONG) if share > THRESHOLDS.zone_share else own


def find_main_element(elements: list[Element]) -> Element:
    """Return the element that the article stands in: downwards while one child holds most of the prose."""
    heaviest: dict[int, Element] = {}
    for element in elements:
        if not element.zones & _NOT_MAIN:
            rival = heaviest.get(id(element.parent))
            if rival is None or element.prose > rival.prose:
                heaviest[id(element.parent)] = element
    main = elements[0]
    while (
        (child := heaviest.get(id(main)))
        and child.prose > THRESHOLDS.main_share * main.prose
        and child.tag not in _LEAVES
    ):
        main = child
    return main
