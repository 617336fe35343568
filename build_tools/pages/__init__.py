"""Index → pages, each with its typed view and its two forms.

To add a page: its module, its two templates, its kind in the tuple here. Menus, the way to a page, search,
previews and JSON-LD read what the kind says of itself.
"""

from __future__ import annotations

from build_tools.pages.citations import CITATIONS_PAGE
from build_tools.pages.corrections import CORRECTIONS_PAGE
from build_tools.pages.disagreement import DISAGREEMENT_PAGE
from build_tools.pages.disagreements_list import DISAGREEMENTS_LIST
from build_tools.pages.downloads import DOWNLOADS_PAGE
from build_tools.pages.entity import ENTITY_PAGES
from build_tools.pages.entity_lists import ENTITY_LISTS
from build_tools.pages.explore import EXPLORE_PAGE
from build_tools.pages.explore_parts import plan_explore_parts
from build_tools.pages.figures_list import FIGURES_LIST
from build_tools.pages.finding import FINDING_PAGE
from build_tools.pages.findings_list import FINDINGS_LIST
from build_tools.pages.fragments import list_fragments, list_html_fragments
from build_tools.pages.glossary import GLOSSARY_PAGE
from build_tools.pages.ledger import LEDGER_PAGE
from build_tools.pages.metadata import MetadataWriter
from build_tools.pages.missing import MISSING_PAGE
from build_tools.pages.moved import MOVED_PAGE
from build_tools.pages.news import NEWS_PAGE
from build_tools.pages.origin import ORIGIN_PAGE
from build_tools.pages.origins_list import ORIGINS_LIST
from build_tools.pages.page import Page, PageKind
from build_tools.pages.publisher import PageKey, Publisher, list_menu, name_kinds
from build_tools.pages.render import PageContent, render_page
from build_tools.pages.source import SOURCE_PAGE
from build_tools.pages.sources_list import SOURCES_LIST
from build_tools.pages.timeline import TIMELINE_LIST
from build_tools.pages.topic_pages import TOPIC_PAGE, TOPICS_LIST
from build_tools.pages.withdrawn import WITHDRAWN
from build_tools.pages.wording_list import WORDING_LIST
from build_tools.pages.wording_pair import WORDING_PAIR_PAGE

PAGE_KINDS: tuple[PageKind, ...] = (
    SOURCES_LIST,
    SOURCE_PAGE,
    LEDGER_PAGE,
    CITATIONS_PAGE,
    EXPLORE_PAGE,
    TOPICS_LIST,
    TOPIC_PAGE,
    *ENTITY_LISTS.values(),
    *ENTITY_PAGES.values(),
    FINDINGS_LIST,
    FINDING_PAGE,
    # behind the findings, with whom it shares a folder: previews call its pages after the first kind
    WITHDRAWN,
    DISAGREEMENTS_LIST,
    DISAGREEMENT_PAGE,
    ORIGINS_LIST,
    ORIGIN_PAGE,
    FIGURES_LIST,
    TIMELINE_LIST,
    MISSING_PAGE,
    WORDING_LIST,
    WORDING_PAIR_PAGE,
    NEWS_PAGE,
    CORRECTIONS_PAGE,
    GLOSSARY_PAGE,
    MOVED_PAGE,
    # last, as all that tell of the site’s other files
    DOWNLOADS_PAGE,
)
"""Every kind of page, in the order of the menu."""


__all__ = [
    "PAGE_KINDS",
    "MetadataWriter",
    "Page",
    "PageContent",
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
