"""Pages of a site → what stands beside them: Markdown forms, search, sitemap, the page for lost addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from build_tools.model.artifact import Artifact
from build_tools.model.rendered import RenderedPage
from build_tools.site.masthead import view_masthead
from build_tools.site.search_index import make_engine_part
from build_tools.site.shell import LOST_PAGE, ShellFacts, find_root, wrap_page
from build_tools.site.shell_folder import ENGINE
from build_tools.site.shell_templates import load_shell_environment, tell_template_mistakes


def list_site_files(
    days: Iterable[tuple[str, str]], facts: ShellFacts, search: Iterable[Artifact]
) -> Iterator[Artifact]:
    """Everything that is made from all pages together, the files of the `search` index among it.

    `days` are the addresses for the sitemap, each with the newest day of what it is made of, as EDTF.
    """
    yield from search
    yield make_engine_part(ENGINE)
    yield Artifact(LOST_PAGE, write_lost_page(facts).encode())
    if facts.identity.url and facts.is_public:
        yield Artifact("sitemap.xml", write_sitemap(days, facts).encode())


def write_lost_page(facts: ShellFacts) -> str:
    """The page that servers show where there is none."""
    title = "Page not found"
    with tell_template_mistakes(facts.templates):
        template = load_shell_environment(facts.templates, facts.state).get_template(LOST_PAGE)
        html = template.render(shell=view_masthead(facts, find_root(LOST_PAGE, facts.identity), LOST_PAGE))
    return wrap_page(facts, RenderedPage(address=LOST_PAGE, title=title, html=html, markdown=""))


def write_sitemap(days: Iterable[tuple[str, str]], facts: ShellFacts) -> str:
    """Every address with the day on which it last changed, as far as that is exact."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for address, updated in sorted(days):
        # `2026-11-22`: sitemaps know no other dates that EDTF has
        is_day = len(updated) == len("2026-11-22") and updated.replace("-", "").isdigit()
        changed = f"<lastmod>{updated}</lastmod>" if is_day else ""
        lines.append(f"<url><loc>{escape(facts.identity.address(address))}</loc>{changed}</url>")
    return "\n".join((*lines, "</urlset>", ""))
