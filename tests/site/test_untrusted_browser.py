"""Whatever stands in records and captures is shown as it was and never acts. Seen in a real browser."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Locator, Page

from build_tools.clean import clean
from build_tools.model.capture import Capture
from build_tools.text.acting_characters import show_acting
from tests.browsing import Reader
from tests.site import tiny

ATTACKS = {
    "script": "evil <script>alert(1)</script> end",
    "end of title": "evil </title><script>alert(2)</script> end",
    "event": "evil <img src=x onerror=alert(3)> <svg/onload=alert(4)> end",
    "half a tag": 'evil <b id="evil" end',
    "a quoted attribute": "evil \"><i id=evil>x</i> '><i id=evil> end",
    "style": "evil <style>*{display:none}</style> end",
    "frame": 'evil <iframe srcdoc="<script>alert(5)</script>"></iframe> end',
    "references": "evil &lt;script&gt;alert(6)&lt;/script&gt; &amp; &#60;b id=evil&#62; end",
    "Markdown": "evil **evilbold** _evilstress_ `evilcode` ~~evilgone~~ ![evil](x.png) end",
    "links": "evil [evillink](javascript:alert(7)) <javascript:alert(8)> <https://evil.example/> end",
    "reference link": "evil [evillink]: https://evil.example/ 'x' end",
    "footnote": "evil [^1] [^1]: evilnote *[evil]: evilabbr end",
    "attribute list": "evil {: #evil .evil onclick=alert(9) } {#evil} {: style='display:none'} end",
    "templates": "evil {{ config.site_name }} {% include 'main.html' %} {# evil #} ${7*7} end",
    "snippets": 'evil --8<-- "mkdocs.yml" ;--8<-- ::: build_tools end',
    "front matter": "--- evil: true --- end",
    "heading": "# evil heading # end",
    "list": "1. evil item - evil item end",
    "quote": "> evil quotation end",
    "table": "evil | cell | --- | x end",
    "rule": "*** evil *** end",
    "HTML comment": "evil <!-- hidden --> --> end",
    "CDATA": "evil <![CDATA[ <b id=evil> ]]> <?php evil ?> end",
    "backslashes": r"evil \<b id=evil\> \*evilbold\* \\ end",
    "bidi": "evil \u202egnp.exe\u202c \u2066x\u2069 end",
    "mathematics": "evil $$x$$ \\(y\\) end",
    "end of JSON": 'evil </script><script>alert(10)</script> "} end',
}
"""What someone may have put into a report's title, text or byline. `evil` marks what would act."""

ACTING = (
    "#evil, .evil, [onclick], [onerror], [onload], [style], iframe, "
    "a[href*='evil.example']:not([rel~=external]), a[href^='javascript'], img[src='x'], img[src='x.png'], "
    "script[src*=evil]"
)
MARKED = "strong, em, code, del, h1 > i, h1 > b, abbr, blockquote, table td i"
NULL = "evil null\0byte and \x1b[31mescape\x07 in a capture, that stands at the end of a long enough line."


def _described() -> dict[str, object]:
    claims = [tiny.claim(f"p1c{n}", text, said_by=text) for n, text in enumerate(ATTACKS.values(), 1)]
    links = [{"who": text} for text in ATTACKS.values()]
    claims.append(tiny.claim("p2c1", "All at once.", chain=links))
    notes = [{"passage": "p1", "kind": "caution", "text": text} for text in ATTACKS.values()]
    return {"claims": claims, "notes": notes, "authors": list(ATTACKS.values())}


def _capture() -> bytes:
    sentences = [
        f"A long enough paragraph of plain words stands here so that it is kept: {t}."
        for t in ATTACKS.values()
    ]
    return "\n\n".join(["A title", "By Ada Quill", *sentences, NULL]).encode()


def _titled() -> Iterator[dict[str, object]]:
    """One record for each attack, which is its title; `attack<n>` finds it."""
    for n, text in enumerate(ATTACKS.values()):
        more = {"slug": f"attack-{n}", "title": f"{text} attack{n}", "url": f"https://pier.example/{n}"}
        one = tiny.record(b"", **more, summary=text, paragraphs=1, claims=[tiny.claim("p1c1", text)])
        yield {name: value for name, value in one.items() if name != "capture"}


@pytest.fixture(scope="module")
def paragraphs() -> tuple[str, ...]:
    """What cleaning takes for the article: the same attacks, with bytes that are no text among them."""
    content = _capture()
    cleaned = clean(Capture("ferry.txt", content, hashlib.sha256(content).hexdigest()), language="en")
    assert len(cleaned.body) > len(ATTACKS) - 3
    return tuple(paragraph.text for paragraph in cleaned.body)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, paragraphs: tuple[str, ...]) -> Path:
    """An archive of attacks in records and capture, in full text."""
    folder, content = tmp_path_factory.mktemp("untrusted"), _capture()
    described = tiny.record(content, **_described(), paragraphs=len(paragraphs))
    config = tiny.archive(folder, described, *_titled(), capture=content, edition="reading", invented=True)
    built = tiny.mkdocs(config, "--strict")
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture
def window(reader: Callable[..., Reader]) -> Iterator[Reader]:
    """A reader's window in which nothing may pop up, break or be asked of another host."""
    opened = reader()
    dialogs: list[str] = []

    def seen(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    opened.page.on("dialog", seen)
    yield opened
    assert dialogs == []
    opened.assert_quiet()


def _text(page: Page) -> str:
    """All text of the page, folded parts included, white space evened out."""
    return _told(page.locator("body"))


def _assert_tame(page: Page) -> None:
    assert page.locator(ACTING).evaluate_all("all => all.map(e => e.outerHTML)") == []
    marked = page.locator(MARKED).filter(has_text="evil").filter(has_not_text="end")
    assert marked.evaluate_all("all => all.map(e => e.outerHTML)") == []


def test_every_page_is_tame(site: Path, window: Reader) -> None:
    """No page of the site, opened from a folder, has an element or attribute that came out of text."""
    for path in sorted(site.rglob("index.html")):
        window.page.goto(path.as_uri())
        _assert_tame(window.page)


def test_text_is_shown_as_it_was(site: Path, window: Reader) -> None:
    """Claims, speakers, chains, notes show every character; what cannot be shown is named."""
    window.page.goto((site / "sources" / "pier-post-ferry" / "index.html").as_uri())
    shown = _text(window.page)
    assert [name for name, text in ATTACKS.items() if shown.count(_even(show_acting(text))) < 4] == []


def test_captured_text_is_shown_as_it_was(site: Path, paragraphs: tuple[str, ...], window: Reader) -> None:
    """Every paragraph of the capture; null and escape characters become visible marks."""
    window.page.goto((site / "sources" / "pier-post-ferry" / "index.html").as_uri())
    shown = _text(window.page)
    assert any("⟨U+0000⟩" in show_acting(text) for text in paragraphs)
    assert [text for text in paragraphs if _even(show_acting(text)) not in shown] == []


def test_titles_are_shown_as_they_were(site: Path, window: Reader) -> None:
    """A title stays a title: in the window's title, the heading and the index of sources."""
    window.page.goto((site / "sources" / "index.html").as_uri())
    index = _text(window.page)
    for n, text in enumerate(map(_even, map(show_acting, ATTACKS.values()))):
        window.page.goto((site / "sources" / f"attack-{n}" / "index.html").as_uri())
        assert text in _even(window.page.title())
        assert text in _told(window.page.get_by_role("heading", level=1))
        assert text in index


def test_machines_are_told_titles_as_they_were(site: Path, window: Reader) -> None:
    """In tags and linked data a title is text: it ends no element, and reads back the same."""
    for n, text in enumerate(map(_even, map(show_acting, ATTACKS.values()))):
        window.page.goto((site / "sources" / f"attack-{n}" / "index.html").as_uri())
        tag = window.page.locator("meta[name=citation_title]").get_attribute("content")
        linked = json.loads(window.page.locator("script[type='application/ld+json']").text_content() or "")
        (report,) = [node for node in linked["@graph"] if node["@type"] == "NewsArticle"]
        assert _even(tag or "") == _even(report["headline"]) == f"{text} attack{n}"
        assert f"{text} attack{n}" in _told(window.page.locator("pre[aria-label^='CSL-JSON']").first).replace(
            '\\"', '"'
        ).replace("\\\\", "\\")


def test_search_shows_titles_as_they_were(site: Path, window: Reader) -> None:
    """A search result is text, too."""
    window.page.goto((site / "index.html").as_uri())
    window.page.get_by_role("button", name="Search", exact=True).click()
    for n, text in enumerate(map(_even, map(show_acting, ATTACKS.values()))):
        field = window.page.locator("#search-field")
        field.fill(f"attack{n}")
        result = window.page.locator(f"#search-results a[href*='/attack-{n}/']").first
        result.wait_for()
        assert text in _told(result)
        _assert_tame(window.page)


def _told(where: Locator) -> str:
    return _even(where.text_content() or "")


def _even(text: str) -> str:
    return " ".join(text.split())
