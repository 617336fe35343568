"""A page before it has a form: what it is about, its typed view, and what search and machines are told of it.

HTML and Markdown are both made from the view; nothing that is known here is ever read back out of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from build_tools.index import Index
from build_tools.model.rendered import Metadata
from build_tools.model.search import NO_HINTS, SearchHints, SearchPart

FrontMatterValue = str | int | float | bool | list[str] | list[int]
"""What front matter holds: flat values that any reader of YAML reads alike."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    kind: PageKind
    address: str
    """The folder below the site, `sources/x/`."""
    title: str
    """Plain text."""
    view: object
    """What the templates show: a frozen dataclass of the page's module, prepared to the last word."""
    about: object = None
    """The record, finding, topic …; None for lists and for pages about everything."""
    description: str = ""
    """One sentence for search engines and link previews; plain text."""
    facts: Mapping[str, FrontMatterValue] = field(default_factory=dict)
    """The catalogue in flat words: the front matter of the Markdown form."""
    search: tuple[SearchPart, ...] = ()
    """Its text as search knows it."""
    hints: SearchHints = NO_HINTS
    """By what else search finds it."""
    language: str = ""
    """Of the title, where that is not the archive's own."""
    within: str = ""
    """Title of the page that this one belongs to, where that is not a list; plain text."""
    metadata: Metadata = field(default_factory=Metadata)
    moved_to: str = ""
    """Address of the page that took its place, to which the browser goes by itself."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """What all pages of one sort have in common; `pages/__init__.py` lists the kinds."""

    name: str
    """Unique, and that of its two templates, `<name>.html.j2` and `<name>.md.j2`."""
    folder: str
    """The first part of its addresses: `sources`."""
    label: str
    """What search and previews call such a page: `Source`; of a list, its name in menus: `Sources`."""
    list_keys: Callable[[Index], Iterable[str]]
    """The keys of its pages, in their order; a kind with one page has the key ``."""
    make_page: Callable[[Index, str], Page]
    """The page of a key."""
    below: str = ""
    """What follows the key in its addresses: `ledger/`, of pages that belong to another."""
    menu: str = ""
    """The part of the menu that it stands in; empty where it is not in the menu, its own label for a part of
    its own."""
    listed: bool = False
    """Whether it is the list of its folder's pages: the step before them on the way to a page."""
    rank: int = 5
    """Of its pages in search: among equals the lower comes first."""
    searched: bool = True
    """Whether search finds it; not where it repeats other pages line by line."""
    wide: bool = False
    """Whether it is a table that wants the whole width."""
    scripts: tuple[str, ...] = ()
    """Names of scripts below `assets/javascripts/` that help with it."""
    template: str = ""
    """The name of its two templates, where it shares them with other kinds."""
    lists_sections: bool = True
    """Whether the shell lists its sections at the top; not where the page does so itself."""
    late: bool = False
    """Whether it tells of the site's other files, and so is made after them; such kinds come last."""
