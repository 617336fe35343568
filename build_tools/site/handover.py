"""What the archive hands to MkDocs for one build: ready pages, pieces for hand-written ones, the shell.

`archive build` makes a handover of its own, without ready pages, and has MkDocs render the hand-written ones
alone; plain `mkdocs build` makes one in the hook, with all pages. Both go through the same events.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from posixpath import dirname, join, normpath

from build_tools.model.artifact import Artifact
from build_tools.model.rendered import Metadata, RenderedPage
from build_tools.model.vocabulary import WordGroup
from build_tools.site.handwritten import HandwrittenPage, read_handwritten_page
from build_tools.site.menu import find_handwritten_address
from build_tools.site.placeholders import FragmentWriter, fill_placeholders
from build_tools.site.search_index import write_search_index
from build_tools.site.shell import ShellFacts, ShellView, view_shell
from build_tools.site.site_files import list_site_files

_LINK = re.compile(r"\]\(<?([^)\s>#]+)")
"""Where a link of a Markdown page leads, as it is written."""


@dataclass
class Handover:
    """Of one build."""

    facts: ShellFacts
    fragments: Mapping[str, FragmentWriter]
    """What hand-written pages may ask for, as Markdown: what their published files have."""
    html_fragments: Mapping[str, FragmentWriter]
    """The same as HTML, for an address: what is set into the pages."""
    describe: Callable[[str, str], Metadata]
    """What machines read of a hand-written page, for its address and title."""
    generated: Mapping[str, RenderedPage] = field(default_factory=dict)
    """By Markdown file below docs/: pages that MkDocs is to set into the shell as they are."""
    targets: frozenset[str] = frozenset()
    """Further files that hand-written pages may lead to, below docs/."""
    files: tuple[Artifact, ...] = ()
    """What is no page; paths are below the site."""
    thesaurus: tuple[WordGroup, ...] = ()
    """Words that mean the same to a search."""
    written: dict[str, RenderedPage] = field(default_factory=dict)
    """By file below docs/: the hand-written pages that MkDocs has rendered."""
    _filled: dict[str, str] = field(default_factory=dict)

    def list_targets(self) -> Iterator[str]:
        """Everything that a hand-written page leads to, and that MkDocs does not find in docs/."""
        # where hand-written pages lead within the site, as files below docs/
        named = {
            normpath(join(dirname(path), target))
            for path, markdown in self._filled.items()
            for target in _LINK.findall(markdown)
        }
        yield from sorted(named & self.targets)
        yield from (file.path for file in self.files)

    def fill_page(self, markdown: str, path: str) -> str:
        """A hand-written page with what it asks for, ready to be rendered; raises Unknown."""
        return self.fill_both_forms(markdown, path)[1]

    def fill_both_forms(self, markdown: str, path: str) -> tuple[str, str]:
        """The same as it is published as Markdown, and as it is rendered."""
        self._filled[path] = fill_placeholders(markdown, path, self.fragments)
        return self._filled[path], fill_placeholders(
            markdown, find_handwritten_address(path), self.html_fragments
        )

    def add_handwritten(self, page: HandwrittenPage) -> RenderedPage:
        """Take a hand-written page that MkDocs has rendered."""
        markdown = self._filled.get(page.source, "")
        metadata = self.describe(page.address, page.title)
        self.written[page.source] = read_handwritten_page(replace(page, markdown=markdown), metadata)
        return self.written[page.source]

    def view_page(self, path: str) -> ShellView:
        """A page as the shell's template sees it."""
        return view_shell(self.facts, self.generated.get(path) or self.written[path])

    def list_pages(self) -> Iterator[RenderedPage]:
        """All pages: hand-written ones by address, then generated ones in their order."""
        yield from sorted(self.written.values(), key=lambda page: page.address)
        yield from self.generated.values()

    def list_files(self) -> Iterator[Artifact]:
        """What is no page, and what is made from all pages together."""
        yield from self.files
        pages = tuple(self.list_pages())
        search = write_search_index((page.search for page in pages if page.search), self.thesaurus)
        days = ((page.address, page.metadata.updated) for page in pages if not page.moved_to)
        yield from list_site_files(days, self.facts, search)

    def list_markdown(self) -> Iterator[Artifact]:
        """The Markdown form of every page, as it is published."""
        return (Artifact(page.markdown_path, page.markdown.encode()) for page in self.list_pages())


_CURRENT: ContextVar[Handover | None] = ContextVar("handover", default=None)


@contextmanager
def hand_over(handover: Handover) -> Iterator[Handover]:
    """Let a run of MkDocs work with this handover."""
    token = _CURRENT.set(handover)
    try:
        yield handover
    finally:
        _CURRENT.reset(token)


def current_handover() -> Handover | None:
    """The one that a run of MkDocs was given; None where it was started by itself."""
    return _CURRENT.get()
