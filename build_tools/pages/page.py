"""A page before it is rendered: address, metadata, prepared content. Markdown and HTML both come from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    path: str
    """POSIX path below `docs/`, ending in `.md`; the address is the same without the ending."""
    title: str
    """Plain text; escaped when it is written."""
    template: str
    """Name of the template, without `.md.j2`."""
    content: Mapping[str, object]
    """What the template shows. Strings in it are text, never markup."""
    description: str = ""
    """One sentence for search engines and link previews; plain text."""
    record: Mapping[str, object] = field(default_factory=dict)
    """Metadata for machines: written to the front matter under `record`."""
    wide: bool = False
    """Whether the page is a table that wants the whole width."""
    tags: tuple[tuple[str, str], ...] = ()
    """Meta tags for reference managers: name and content, plain text."""
    linked: Mapping[str, object] = field(default_factory=dict)
    """JSON-LD in the words of schema.org."""
    updated: str = ""
    """The newest day of what the page is made of, as EDTF; for the sitemap."""
    picture: Mapping[str, object] = field(default_factory=dict)
    """A picture to show beside links to the page: `path` below the site, `width`, `height`, `alt`."""
    within: str = ""
    """Title of the page that this one belongs to, where that is not an index; plain text."""
    copies: bool = False
    """Whether it offers citations to copy, though it has no tags of its own."""
    searched: bool = True
    """Whether its text goes into the search index; not where it repeats other pages line by line."""
