"""Index → pages, each with its typed view and its two forms.

To add a page: its module, its two templates, its kind in the tuple here. Menus, the way to a page, search,
previews and JSON-LD read what the kind says of itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.index import Index
from build_tools.pages.ledger import LEDGER
from build_tools.pages.metadata import Describer
from build_tools.pages.page import Page, PageKind
from build_tools.pages.render import Content, render_page
from build_tools.pages.source import SOURCE

KINDS: tuple[PageKind, ...] = (
    SOURCE,
    LEDGER,
)
"""Every kind of page, in the order of the menu."""

__all__ = ["KINDS", "Content", "Describer", "Page", "PageKind", "list_pages", "render_page"]


def list_pages(index: Index) -> Iterator[tuple[PageKind, str]]:
    """The kind and key of every generated page."""
    return ((kind, key) for kind in KINDS for key in kind.list_keys(index))
