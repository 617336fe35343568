"""A page as the site gets it: both forms of its content, and all that the shell and the checks must know.

What stands here was known when the page was made. Nothing of it is found again in HTML.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.search import SearchEntry

TIP_SEPARATOR = " · "
"""In the tip of a link to a name, between the name and who it is; the cards over links part them here."""


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture that is shown beside links to a page."""

    path: str
    """Below the site."""
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What machines read in a page's head."""

    tags: tuple[tuple[str, str], ...] = ()
    """For reference managers: name and content, plain text."""
    linked: str = ""
    """JSON-LD in the words of schema.org, as a JSON document."""
    updated: str = ""
    """The newest day of what the page is made of, as EDTF; for the sitemap."""
    picture: SharePicture | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way to a page."""

    words: str
    address: str
    language: str = ""
    """Of the words, where that is not the archive's own."""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One page without the shell. Strings are plain text, but for `html` and `markdown`."""

    address: str
    """The folder below the site, `sources/x/`; empty for the home page."""
    title: str
    html: str
    """What stands between the head and the foot of every page."""
    markdown: str
    """A whole file, front matter first."""
    description: str = ""
    language: str = ""
    """Of the title, where that is not the archive's own."""
    above: tuple[Step, ...] = ()
    """The pages between the home page and this one."""
    sections: tuple[tuple[str, str], ...] = ()
    """Anchor and words of its second-level headings, where the shell is to list them."""
    anchors: frozenset[str] = frozenset()
    """The places that it has."""
    links: tuple[str, ...] = ()
    """What it leads to within the site: `topics/x/#p3`, `downloads/a.csv`."""
    search: SearchEntry | None = None
    """Its text as search knows it; None where search passes it over."""
    metadata: Metadata = field(default_factory=Metadata)
    source: str = ""
    """Where a page that is written by hand lies below docs/, `method.md`; empty for a generated one."""
    wide: bool = False
    """Whether it is a table that wants the whole width."""
    scripts: tuple[str, ...] = ()
    """Names of scripts below `assets/javascripts/` that help with it."""
    moved_to: str = ""
    """Where what stood here stands now: the browser goes there by itself."""

    @property
    def markdown_path(self) -> str:
        """Where its Markdown form lies, below docs/ and below the site."""
        return self.source or name_markdown(self.address)


def name_markdown(address: str) -> str:
    """Where the Markdown form of a generated page lies."""
    return f"{address}index.md"


@dataclass(frozen=True, slots=True)
class MenuPart:
    """An entry of the menu, with those below it."""

    label: str
    items: tuple[MenuItem, ...]
    """The first is where the entry itself leads to; one is all that an entry without others below it has."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A page in the menu."""

    label: str
    address: str


Menu = tuple[MenuPart, ...]
