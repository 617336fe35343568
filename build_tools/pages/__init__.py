"""Index → pages, each with its typed view and its two forms.

To add a page: its module, its two templates, its kind in the tuple here. Menus, the way to a page, search,
previews and JSON-LD read what the kind says of itself.
"""

from __future__ import annotations

from build_tools.pages.citations import CITATIONS
from build_tools.pages.disagreement import DISAGREEMENT
from build_tools.pages.disagreements import DISAGREEMENTS_LIST
from build_tools.pages.downloads import DOWNLOADS_PAGE
from build_tools.pages.entities import ENTITY_LISTS
from build_tools.pages.entity import ENTITY_PAGES
from build_tools.pages.explore import EXPLORING
from build_tools.pages.explore_parts import plan_explore_parts
from build_tools.pages.figures import FIGURE_LIST
from build_tools.pages.finding import FINDING
from build_tools.pages.findings import FINDINGS_LIST
from build_tools.pages.fragments import list_fragments, list_html_fragments
from build_tools.pages.ledger import LEDGER
from build_tools.pages.metadata import Describer
from build_tools.pages.missing import MISSING_PAGE
from build_tools.pages.origin import ORIGIN
from build_tools.pages.origins import ORIGIN_LIST
from build_tools.pages.page import Page, PageKind
from build_tools.pages.publishing import PageKey, Publisher, list_menu, name_kinds
from build_tools.pages.render import Content, render_page
from build_tools.pages.source import SOURCE
from build_tools.pages.sources_list import SOURCE_LIST
from build_tools.pages.timeline import TIMELINE_LIST
from build_tools.pages.topics import TOPIC, TOPIC_LIST
from build_tools.pages.withdrawn import WITHDRAWN
from build_tools.pages.wording import WORDING_LIST
from build_tools.pages.wording_pair import WORDING_PAIR

KINDS: tuple[PageKind, ...] = (
    SOURCE_LIST,
    SOURCE,
    LEDGER,
    CITATIONS,
    EXPLORING,
    TOPIC_LIST,
    TOPIC,
    *ENTITY_LISTS.values(),
    *ENTITY_PAGES.values(),
    FINDINGS_LIST,
    FINDING,
    WITHDRAWN,
    DISAGREEMENTS_LIST,
    DISAGREEMENT,
    ORIGIN_LIST,
    ORIGIN,
    FIGURE_LIST,
    TIMELINE_LIST,
    MISSING_PAGE,
    WORDING_LIST,
    WORDING_PAIR,
    DOWNLOADS_PAGE,
)
"""Every kind of page, in the order of the menu."""


__all__ = [
    "KINDS",
    "Content",
    "Describer",
    "Page",
    "PageKey",
    "PageKind",
    "Publisher",
    "list_fragments",
    "list_html_fragments",
    "list_menu",
    "name_kinds",
    "plan_explore_parts",
    "render_page",
]
