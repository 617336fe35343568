"""The menu → what stands above a page, written once for all pages of a folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from build_tools.site.shell_templates import load_shell_environment

if TYPE_CHECKING:
    from build_tools.model.rendered import Menu
    from build_tools.site.shell import ShellFacts


@dataclass(frozen=True, slots=True)
class ShellLink:
    """A link of the shell."""

    words: str
    href: str
    current: str = ""
    """`page`: it leads to this very page; `true`: this page belongs to it."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ShellPart:
    """A part of the menu."""

    link: ShellLink
    items: tuple[ShellLink, ...]


@dataclass(frozen=True, slots=True)
class MastheadView:
    """What stands above pages as its template sees it."""

    facts: ShellFacts
    root: str
    parts: tuple[ShellPart, ...]
    """The menu, with what the page belongs to marked."""

    @property
    def home(self) -> str:
        """The address of the home page's file."""
        return f"{self.root}index.html"

    @property
    def searched_together(self) -> str:
        """Archives that are searched as well, each with the way there from the site's top, as JSON."""
        others = self.facts.identity.searched_together
        return json.dumps(others, ensure_ascii=False, separators=(",", ":")) if others else ""

    @property
    def current_part(self) -> ShellPart | None:
        """The part that the page belongs to, if it has several pages to choose from."""
        belongs = (part for part in self.parts if part.link.current and len(part.items) > 1)
        return next(belongs, None)


def find_masthead(facts: ShellFacts, root: str, address: str) -> Markup:
    """The archive's name, its menu and search, as they stand above the page of this address."""
    if address not in _list_addresses(facts):
        # a page that is not in the menu marks there what all pages of its folder mark
        address = f"{address.partition('/')[0]}/*"
    return _render_masthead(facts, root, address)


def view_masthead(facts: ShellFacts, root: str, address: str) -> MastheadView:
    """The same as its template sees it."""
    return MastheadView(facts, root, _list_parts(facts.menu, root, address))


# of a site that is served and edited only the newest facts are asked for
@lru_cache(maxsize=4)
def _list_addresses(facts: ShellFacts) -> frozenset[str]:
    return frozenset(item.address for part in facts.menu for item in part.items)


# one for each depth and folder, and for each page of the menu
@lru_cache(maxsize=512)
def _render_masthead(facts: ShellFacts, root: str, address: str) -> Markup:
    environment = load_shell_environment(facts.templates, facts.state)
    view = view_masthead(facts, root, address)
    return Markup(environment.get_template("partials/masthead.html").render(shell=view))  # noqa: S704 - escaped by the template


def _list_parts(menu: Menu, root: str, address: str) -> tuple[ShellPart, ...]:
    parts = []
    folder = address.partition("/")[0]
    for part in menu:
        items = tuple(
            ShellLink(item.label, f"{root}{item.address}index.html", _tell_current(item.address, address))
            for item in part.items
        )
        # a page below none of them belongs to the part of its folder
        belongs = bool(folder) and any(item.address.partition("/")[0] == folder for item in part.items)
        current = "page" if items[0].current == "page" else "true" if belongs else ""
        parts.append(ShellPart(ShellLink(part.label, items[0].href, current), items))
    return tuple(parts)


def _tell_current(item: str, address: str) -> str:
    """Of an entry: whether the page is it, or lies below it; pages beside one another are not each other."""
    if item == address:
        return "page"
    return "true" if item and address.startswith(item) else ""
