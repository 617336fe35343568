"""Tags → a tree of elements that know their ancestors' hints, so that rules can ask where a passage stood."""

# ruff: noqa: SIM905 - tables of words read as words

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.clean.chrome_phrases import ChromeTable
from build_tools.clean.thresholds import THRESHOLDS

# where a run of text ends: elements set as blocks, and those whose content is no running text
BLOCKS = frozenset(
    (
        "address article aside blockquote body button caption center dd details dialog div dl dt fieldset "
        "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend "
        "li main menu nav noscript object ol option p pre section select summary table tbody td template "
        "tfoot th thead title tr ul script style iframe svg video audio textarea"
    ).split()
)
# elements without an end tag in the HTML standard; `param` is of older pages
VOID = frozenset(("area base br col embed hr img input link meta param source track wbr").split())
# end tags that HTML lets authors leave out: to open the key closes what is named
_CLOSES = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "option": {"option"},
}
# … but nothing beyond these: a list inside an entry does not end the entry
_HOLDS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl"},
    "dd": {"dl"},
    "tr": {"table"},
    "td": {"tr", "table"},
    "th": {"tr", "table"},
    "option": {"select"},
}
# what may stand inside a paragraph without ending it
_PARAGRAPH_STAYS = frozenset(
    {
        "button",
        "label",
        "option",
        "select",
        "object",
        "noscript",
        "script",
        "style",
        "template",
        "iframe",
        "svg",
        "video",
        "audio",
        "textarea",
    }
)
# parts of a class name: `relatedLinks`, `related-links` and `RELATED_links` have the same
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# their classes describe the whole page (`with-sidebar`), no part of it
_UNMARKED = frozenset({"html", "body", "main", "article"})
_SURE = frozenset(
    ("nav head script style noscript select option button title figcaption h1 blockquote pre table").split()
)
"""Elements that are what their name says, however much they hold; whole pages are wrapped in the others."""
_NOT_MAIN = frozenset({"comment_form", "nav", "footer", "aside", "related_link"})
_FRAME = frozenset({"nav", "footer", "aside", "noscript", "select"})
"""Elements whose prose does not count as the page's."""
_LEAVES = frozenset({"p", "li", "blockquote", "td"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


# equal by identity: to compare fields would be to compare all ancestors
@dataclass(slots=True, eq=False)
class Element:
    """An element while the source is read."""

    tag: str
    parent: Element | None
    own: frozenset[str] = frozenset()
    """Zones that its tag, class, id and role name."""
    prose: int = 0
    """Words of prose inside it, known once the whole source is read."""
    main: bool = False
    """Whether it is, or stands in, the element that holds the article; known at the end."""
    zones: frozenset[str] = frozenset()
    """Its own and its ancestors' zones, known once the whole source is read."""

    @property
    def block(self) -> Element:
        """The nearest block element: itself or an ancestor."""
        element = self
        while element.parent and element.tag not in BLOCKS:
            element = element.parent
        return element


def name_zones(tag: str, attributes: dict[str, str], words: ChromeTable) -> frozenset[str]:
    """Name the zones of an element: what it is by tag and role, and what its class and id claim."""
    zones = {tag} & words.zone_tags
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
        zones.add("hidden")
    if tag not in _UNMARKED:
        named = " ".join(attributes.get(name, "") for name in ("class", "id", "role"))
        parts = [part.casefold() for part in _NAME.findall(named)]
        zones.update(words.zone_of[part] for part in parts if part in words.zone_of)
    return frozenset(zones)


class ElementStack:
    """The open elements; opening and closing repair what the source forgot to close."""

    def __init__(self) -> None:
        self.top = Element("", None)
        self.elements = [self.top]
        self._open: dict[str, int] = {}

    def push(self, tag: str, own: frozenset[str]) -> None:
        """Open an element, closing first what cannot contain it."""
        if tag in BLOCKS and tag not in _PARAGRAPH_STAYS:
            self._close_until({"p"}, set())
        if tag in _CLOSES:
            self._close_until(_CLOSES[tag], _HOLDS[tag])
        if tag in VOID:
            return
        self.top = Element(tag, self.top, own)
        self.elements.append(self.top)
        self._open[tag] = self._open.get(tag, 0) + 1

    def pop(self, tag: str) -> None:
        """Close the innermost element of that name with all inside it; nothing if none is open."""
        if not self._open.get(tag):
            return
        while self.top.tag != tag:
            self._leave_element()
        self._leave_element()

    def _leave_element(self) -> None:
        self._open[self.top.tag] -= 1
        if self.top.parent:
            self.top = self.top.parent

    def _close_until(self, closes: set[str], holders: set[str]) -> None:
        """Close the innermost of `closes`, unless one of `holders` stands between."""
        element: Element | None = self.top
        # bounded, or each of a million unclosed tags would walk up through all the others
        for _ in range(20):
            if element is None or element.tag in holders:
                return
            if element.tag in closes:
                self.pop(element.tag)
                return
            element = element.parent


def propagate_zones(elements: list[Element]) -> None:
    """Spread prose to ancestors and zones to descendants; a zone that holds most of the prose is none.

    `class="with-sidebar"` on the wrapper of the whole page says nothing about the article inside it.
    """
    # in order of opening, children come after parents: backwards each is complete when it is added
    for element in reversed(elements):
        if element.parent and element.tag not in _FRAME:
            element.parent.prose += element.prose
    # a page may have no prose at all
    total = elements[0].prose or 1
    for element in elements:
        element.zones = _filter_zones(element, element.prose / total)
        if element.parent:
            element.zones |= element.parent.zones
    main = find_main_element(elements)
    for element in elements:
        element.main = element is main or (element.parent is not None and element.parent.main)


def _filter_zones(element: Element, share: float) -> frozenset[str]:
    """Return the zones of an element that its share of the page's prose lets one believe."""
    if share > THRESHOLDS.comments_share:
        return element.own & _SURE
    if share > THRESHOLDS.tag_share:
        return element.own & (_SURE | {"comment_form"})
    if share > THRESHOLDS.zone_share:
        return element.own & (_SURE | {"comment_form", element.tag})
    return element.own


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
