"""A finished page may be opened from anywhere and does nothing but show itself."""

from __future__ import annotations

import base64
import hashlib

import pytest

from build_tools.model.archive import Edition
from build_tools.site.finish import finished
from build_tools.site.tags import Tag, tags

HEAD = '<html><head><meta charset="utf-8">'


def _metas(html: str) -> dict[str, str]:
    metas = (tag.attributes for tag in tags(html) if tag.name == "meta")
    return {m.get("http-equiv") or m.get("name") or "charset": m.get("content", "") for m in metas}


def _link(html: str) -> Tag:
    return next(tag for tag in tags(finished(HEAD + html)) if tag.name == "a")


def test_a_policy_stands_before_everything_that_loads() -> None:
    """A policy holds only for what comes after it, so it comes right after the encoding."""
    page = finished(f'{HEAD}<script src="a.js"></script>')
    assert [tag.name for tag in tags(page)][:4] == ["html", "head", "meta", "meta"]
    assert page.index("Content-Security-Policy") < page.index("a.js")


def test_inline_scripts_are_let_in_by_their_digest_alone() -> None:
    """A script that is on the page runs; one that someone's text brings in later does not."""
    code = "document.title = 'é'"
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    policy = _metas(finished(f"{HEAD}<script>{code}</script>"))["Content-Security-Policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert scripts == f"script-src 'self' 'sha256-{digest}'"
    assert "unsafe" not in policy


def test_text_for_scripts_is_no_script() -> None:
    """JSON in a script element does not run, and needs no leave."""
    policy = _metas(finished(f'{HEAD}<script type="application/json">{{}}</script>'))[
        "Content-Security-Policy"
    ]
    assert "sha256" not in policy


def test_only_a_preview_lets_in_the_reloading_script() -> None:
    """While pages are edited, the server adds a script that changes every time."""
    assert "script-src 'self' 'unsafe-inline'" in finished(HEAD, preview=True)


def test_links_to_other_hosts_say_nothing_of_the_reader() -> None:
    """No referrer, no handle on the window; relations that were there stay."""
    tag = _link('<a rel="license" href="https://example.org/">x</a>')
    assert tag.attributes["rel"].split() == ["license", "noopener", "noreferrer", "external"]
    assert _metas(finished(HEAD))["referrer"] == "no-referrer"


def test_links_within_the_site_name_files() -> None:
    """Menu, text and the arrows between pages: all open from a folder."""
    assert _link('<a href="../sources/">x</a>').attributes["href"] == "../sources/index.html"
    assert 'rel="next" href="../b/index.html"' in finished(f'{HEAD}<link rel="next" href="../b/">')


def test_the_canonical_address_stays_the_folder() -> None:
    """What is cited does not change with how pages are opened."""
    canonical = '<link rel="canonical" href="https://example.org/a/">'
    assert canonical in finished(HEAD + canonical)


@pytest.mark.parametrize(("edition", "hidden"), [(Edition.PUBLIC, False), (Edition.READING, True)])
def test_the_reading_edition_hides_from_search_engines(edition: Edition, *, hidden: bool) -> None:
    """Should it get online by mistake, it is at least not found. The page says which edition it is."""
    metas = _metas(finished(HEAD, edition))
    assert ("noindex" in metas.get("robots", "")) is hidden
    assert metas["archive-edition"] == edition


def test_a_page_without_a_place_for_its_policy_is_refused() -> None:
    """No page is written without a policy."""
    with pytest.raises(ValueError, match="charset"):
        finished("<html><head></head></html>")
