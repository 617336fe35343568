"""A page's content → the whole page: head, masthead, the way to it, foot; by MkDocs and without it alike.

The template is `overrides/main.html`. It is given one value, the view here, and nothing of the renderer's
own: whoever renders it, in whatever environment, writes the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model.archive import Edition
from build_tools.model.edtf import Edtf
from build_tools.model.rendered import TIP_SEPARATOR, Menu, Metadata, RenderedPage
from build_tools.model.site import Site
from build_tools.site.masthead import ShellLink, find_masthead
from build_tools.site.policy import write_page_policy
from build_tools.site.shell_folder import BESIDE, ENGINE, RESULTS
from build_tools.site.shell_templates import load_shell_environment, tell_template_mistakes
from build_tools.text.english import write_mail_link
from build_tools.text.licences import licence_name
from build_tools.text.written_dates import write_date

_PICTURE = "<svg"
"""Whatever draws begins so."""

LISTED_SECTIONS = 3
"""A page with more sections than this has them listed at its top: fewer are in sight soon enough."""

LOST_PAGE = "404.html"
"""The page that servers show where there is none; it may be shown at any address."""


@dataclass(frozen=True, eq=False, slots=True)
class ShellFacts:
    """What all pages of a site share. It can be sent to another process. Only the same one is equal."""

    templates: str
    """The folder of the shell's templates; or several, with `FOLDER_SEPARATOR` between them."""
    state: str
    """Of that folder: another one, and some file in it is another one."""
    identity: Site
    edition: Edition
    invented: bool
    menu: Menu
    kinds: Mapping[str, str]
    """Folder → what one of its pages is called; for the cards over links."""
    scripts: tuple[str, ...]
    """Scripts of every page, below the site, in their order."""
    preview: bool = False
    """Whether the site is served while it is written."""

    @property
    def is_public(self) -> bool:
        """Whether it may be found by search engines and shown beside links."""
        return self.edition is Edition.PUBLIC


@dataclass(frozen=True)
class ShellView:
    """One page as the template sees it."""

    facts: ShellFacts
    page: RenderedPage
    root: str
    """The way to the site's top: `../../`, empty at the top."""

    @property
    def content(self) -> Markup:
        """The page's own HTML."""
        return Markup(self.page.html)  # noqa: S704 - made by our templates, or by MkDocs from hand-written pages

    @property
    def scripts(self) -> tuple[str, ...]:
        """The scripts of every page; that for pictures only where there is one: each has its weight."""
        drawn = _PICTURE in self.page.html
        return tuple(script for script in self.facts.scripts if drawn or not script.endswith("/pictures.js"))

    @property
    def search_scripts(self) -> str:
        """What is loaded when search is opened; that for other archives only where there are some."""
        beside = (BESIDE,) if self.facts.identity.searched_together else ()
        return " ".join((*ENGINE, *beside, RESULTS))

    @property
    def metadata(self) -> Metadata:
        """What machines read."""
        return self.page.metadata

    @property
    def linked(self) -> Markup:
        """JSON-LD, in which nothing can end the element that it stands in."""
        return Markup(self.page.metadata.linked)  # noqa: S704 - escaped where it was written

    @property
    def heading(self) -> str:
        """The title in the browser's tab: the page's before the site's."""
        name = self.facts.identity.name
        return f"{self.page.title} – {name}" if self.page.address else name

    @property
    def description(self) -> str:
        """The page's, else the site's."""
        return self.page.description or self.facts.identity.description

    @property
    def canonical(self) -> str:
        """Its full address; empty where the site's is not known, and on the page for lost addresses."""
        known = self.facts.identity.url and self.page.address != LOST_PAGE
        return self.facts.identity.address(self.page.moved_to or self.page.address) if known else ""

    @property
    def refresh(self) -> str:
        """The file that the browser goes on to, from an address whose page stands elsewhere."""
        return f"{self.root}{self.page.moved_to}index.html" if self.page.moved_to else ""

    @property
    def changed(self) -> str:
        """The day on which it last changed, in words; empty where that is not told."""
        return write_date(Edtf.parse(self.page.metadata.updated)) if self.page.metadata.updated else ""

    @property
    def contact(self) -> str:
        """Where the contact leads."""
        return write_mail_link(self.facts.identity.contact)

    @property
    def policy(self) -> Markup:
        """What the page may do."""
        return Markup(write_page_policy(preview=self.facts.preview))  # noqa: S704 - no character of it acts in a value

    @property
    def kinds(self) -> str:
        """For the cards over links, as JSON."""
        return json.dumps(self.facts.kinds, separators=(",", ":"))

    @property
    def tip_separator(self) -> str:
        """Where the cards over links part a name from who it is."""
        return TIP_SEPARATOR

    @property
    def licence(self) -> str:
        """What the licence of the archive's own words is called."""
        return licence_name(self.facts.identity.licence)

    @property
    def markdown(self) -> str:
        """Where its Markdown form lies, seen from it; empty where there is none."""
        return (
            f"{self.root}{self.page.source}" if self.page.source else "index.md" if self.page.markdown else ""
        )

    @property
    def masthead(self) -> Markup:
        """The archive's name, its menu and search."""
        return find_masthead(self.facts, self.root, self.page.address)

    @property
    def steps(self) -> tuple[ShellLink, ...]:
        """The way here, without the page itself; empty for the home page."""
        if not self.page.address or self.page.address == LOST_PAGE:
            return ()
        between = (
            ShellLink(s.words, self._link_address(s.address), language=s.language) for s in self.page.above
        )
        return (ShellLink("Home", self._link_address("")), *between)

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """What is listed at the page's top."""
        return self.page.sections if len(self.page.sections) > LISTED_SECTIONS else ()

    def _link_address(self, address: str) -> str:
        return f"{self.root}{address}index.html"


def find_root(address: str, identity: Site) -> str:
    """The way from a page to the site's top; the page for lost addresses begins at the host's root."""
    # shown at an address of any depth, it cannot know the way up
    if address == LOST_PAGE:
        path = identity.url.partition("://")[2].partition("/")[2]
        return f"/{path}"
    return "../" * address.count("/")


def view_shell(facts: ShellFacts, page: RenderedPage) -> ShellView:
    """The page as the template sees it."""
    return ShellView(facts, page, find_root(page.address, facts.identity))


def wrap_page(facts: ShellFacts, page: RenderedPage) -> str:
    """The whole page."""
    with tell_template_mistakes(facts.templates):
        template = load_shell_environment(facts.templates, facts.state).get_template("main.html")
        return template.render(shell=view_shell(facts, page))
