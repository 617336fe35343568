"""An index → its pages, rendered: view, metadata and both forms of each, as the site takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from build_tools.index import Index
from build_tools.model.rendered import Menu, MenuItem, MenuPart, Metadata, RenderedPage, Step
from build_tools.model.search import SearchEntry, SearchHints, SearchPart
from build_tools.pages.metadata import MetadataWriter
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import first_page
from build_tools.pages.render import PageContent, render_page
from build_tools.text.acting_characters import show_acting

PageKey = tuple[str, str]
"""The name of a kind, and the key of one of its pages."""


class Publisher:
    """Renders pages of one archive by their keys; made once, in each process that renders."""

    def __init__(self, index: Index, kinds: Sequence[PageKind]) -> None:
        self.index = index
        self._kinds = {kind.name: kind for kind in kinds}
        self._lists = {kind.folder: kind for kind in kinds if kind.listed}

    @cached_property
    def _describer(self) -> MetadataWriter:
        return MetadataWriter(self.index, tuple(self._kinds.values()))

    def list_keys(self) -> Iterator[PageKey]:
        """Of every page that can be made at once: kinds in their order, the pages of each in theirs."""
        return self._list_keys(late=False)

    def list_late_keys(self) -> Iterator[PageKey]:
        """Of the pages that are made last: they tell of the site's other files."""
        return self._list_keys(late=True)

    def _list_keys(self, *, late: bool) -> Iterator[PageKey]:
        kinds = (kind for kind in self._kinds.values() if kind.late == late)
        return ((kind.name, key) for kind in kinds for key in kind.list_keys(self.index))

    def render_key(self, key: PageKey) -> RenderedPage:
        """The page of a key. In no word of it is a character that acts or cannot be seen."""
        kind, name = self._kinds[key[0]], key[1]
        page = self._describer.add_metadata(kind.make_page(self.index, name))
        return self._assemble_page(page, render_page(page))

    def describe_handwritten(self, address: str, title: str) -> Metadata:
        """What machines read of a page that is written by hand."""
        return self._describer.describe_handwritten(address, title)

    def _assemble_page(self, page: Page, content: PageContent) -> RenderedPage:
        kind = page.kind
        label = "" if kind.listed else kind.label
        parts = tuple(SearchPart(p.anchor, show_acting(p.name), show_acting(p.text)) for p in page.search)
        title = show_acting(page.title)
        hints = _show_hints(page.hints)
        entry = SearchEntry(page.address, hints.title or title, label, kind.rank, parts, hints)
        return RenderedPage(
            address=page.address,
            title=title,
            html=content.html,
            markdown=content.markdown,
            description=show_acting(page.description),
            language=page.language,
            above=tuple(self._list_steps(page)),
            sections=content.sections if kind.lists_sections else (),
            anchors=frozenset(content.anchors),
            links=content.links,
            search=entry if kind.searched else None,
            metadata=page.metadata,
            wide=kind.wide,
            scripts=kind.scripts,
            moved_to=page.moved_to,
        )

    def _list_steps(self, page: Page) -> Iterator[Step]:
        above = self._lists.get(page.kind.folder)
        if above and page.address != above.folder:
            yield Step(above.label, above.folder)
        if page.within:
            first = first_page(page.address)
            parent = f"{first.rstrip('/').rpartition('/')[0]}/" if first == page.address else first
            yield Step(show_acting(page.within), parent, page.language)


def _show_hints(hints: SearchHints) -> SearchHints:
    names = tuple(map(show_acting, hints.names))
    title, behind, note = map(show_acting, (hints.title, hints.behind, hints.note))
    return SearchHints(title, names, behind, note, hints.weight)


def list_menu(kinds: Sequence[PageKind]) -> Menu:
    """The parts of the menu that lead to generated pages: what tells first, then the kinds' order."""
    parts: dict[str, list[MenuItem]] = {}
    for kind in kinds:
        if kind.menu:
            parts.setdefault(kind.menu, []).append(MenuItem(kind.label, kind.folder))
    # sorting is stable: what is not named stays behind, as it came
    order = sorted(parts, key=lambda label: _FIRST.index(label) if label in _FIRST else len(_FIRST))
    return tuple(MenuPart(label, tuple(parts[label])) for label in order)


_FIRST = ("Topics", "Sources", "Evidence", "Names", "Explore")
"""Parts of the menu in the order in which readers want them: the story, who told it, on what it rests."""


def name_kinds(kinds: Sequence[PageKind]) -> dict[str, str]:
    """Folder → what one of its pages is called; the first kind of a folder that is no list says so."""
    named: dict[str, str] = {}
    for kind in kinds:
        if not kind.listed:
            named.setdefault(kind.folder.rstrip("/"), kind.label)
    return named
