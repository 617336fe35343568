"""Tags → a tree of elements that know their ancestors' hints, so that rules can ask where a passage stood."""

# ruff: noqa: SIM905 - tables of words read as words

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.clean.post_marks import NO_MARK, Mark

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


_DEPTH = 20
"""Elements that are looked at upwards: a million unclosed tags must not each walk through the others."""


# equal by identity: to compare fields would be to compare all ancestors
@dataclass(slots=True, eq=False)
class Element:
    """An element while the source is read."""

    tag: str
    parent: Element | None
    own: frozenset[str] = frozenset()
    """Zones that it is by its tag, or because it is hidden."""
    prose: int = 0
    """Words of prose inside it, known once the whole source is read."""
    words: int = 0
    """Words in it, and in no element inside it, that are not in links; prose or not."""
    alone: int = field(init=False, repr=False)
    """Words of prose in it and in no element inside it, known once the whole source is read."""
    article: int = 0
    """Which of the page's outermost `article` elements it is or stands in; 0 where in none."""
    headed: bool = False
    """Whether an `h1` stands in it."""
    main: bool = False
    """Whether it is, or stands in, the element that holds the article; known at the end."""
    zones: frozenset[str] = frozenset()
    """Its own and its ancestors' zones, known once the whole source is read."""
    mark: Mark = NO_MARK
    """What posts of a thread are known by."""
    lines: bool = False
    """Whether it shows the line breaks of the source."""
    apart: bool = False
    """Whether its text is a run of its own."""
    named: Mapping[str, str] = field(default_factory=dict)
    """Words of its class, id and role that claim a zone → the zone."""

    @property
    def block(self) -> Element:
        """The nearest block element: itself or an ancestor."""
        element = self
        while element.parent and element.tag not in BLOCKS:
            element = element.parent
        return element


def find_shared_element(first: Element, second: Element) -> Element:
    """Return the innermost element around two that stand in one block; the first if none is near."""
    around = list(_list_ancestors(second))
    return next((element for element in _list_ancestors(first) if element in around), first)


def _list_ancestors(element: Element) -> Iterator[Element]:
    """Yield an element and those around it, but no more than inline markup nests."""
    within: Element | None = element
    for _ in range(_DEPTH):
        if within is None:
            return
        yield within
        within = within.parent


class ElementStack:
    """The open elements; opening and closing repair what the source forgot to close."""

    def __init__(self) -> None:
        self.top = Element("", None)
        self.elements = [self.top]
        self._open: dict[str, int] = {}

    def is_set_apart(self, tag: str, named: Mapping[str, str]) -> bool:
        """Whether an element's text is a run of its own: blocks, and captions glued to a paragraph."""
        return tag in BLOCKS or (
            "caption" in named.values()
            and not any(
                element.tag == "figcaption" or "caption" in element.named.values()
                for element in _list_ancestors(self.top)
            )
        )

    def push(self, tag: str, own: frozenset[str], named: Mapping[str, str]) -> None:
        """Open an element, closing first what cannot contain it."""
        if tag in BLOCKS and tag not in _PARAGRAPH_STAYS:
            self._close_until({"p"}, set())
        if tag in _CLOSES:
            self._close_until(_CLOSES[tag], _HOLDS[tag])
        if tag in VOID:
            return
        if tag == "footer" and any(element.tag == "blockquote" for element in _list_ancestors(self.top)):
            # who is quoted, in the HTML standard; not the foot of the page
            own -= {tag}
        article = self.top.article
        if tag == "article" and not article:
            # no other has it
            article = len(self.elements)
        apart = self.is_set_apart(tag, named)
        lines = self.top.lines
        self.top = Element(tag, self.top, own, apart=apart, named=named, article=article, lines=lines)
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
        for element in _list_ancestors(self.top):
            if element.tag in holders:
                return
            if element.tag in closes:
                self.pop(element.tag)
                return
