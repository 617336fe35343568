"""Whatever stands in records and captures is shown as it was and never acts. Seen in a real browser."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Dialog

from build_tools.clean import clean
from build_tools.model.capture import Capture
from build_tools.text.acting_characters import show_acting
from tests.browser.pages import from_folder, page_types
from tests.browsing import Reader, open_reader
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
TITLED = [f"sources/attack-{n}/index.html" for n in (0, 1, len(ATTACKS) - 1)]
"""Whose titles would end an element and begin a script."""
FERRY = "sources/pier-post-ferry/index.html"
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


TAME = """document => {
    const told = e => e.textContent.toLowerCase()
    const marked = [...document.querySelectorAll(MARKED)].filter(e => told(e).includes('evil'))
    const found = [...document.querySelectorAll(ACTING), ...marked.filter(e => !told(e).includes('end'))]
    return found.map(e => e.outerHTML)
}""".replace("MARKED", json.dumps(MARKED)).replace("ACTING", json.dumps(ACTING))
READ = f"""document => {{
    const text = part => document.querySelector(part)?.textContent ?? ''
    return {{
        evil: ({TAME})(document).join(), body: document.body.textContent, title: document.title,
        heading: text('h1'), linked: text('script[type="application/ld+json"]'),
        tag: document.querySelector('meta[name=citation_title]')?.content ?? '',
        csl: text('pre[aria-label^="CSL-JSON"]'),
    }}
}}"""
"""What a page shows, folded parts included, and what it tells machines."""
OPEN = f"() => ({READ})(document)"
PARSE = f"pages => pages.map(page => ({READ})(new DOMParser().parseFromString(page, 'text/html')))"
"""The browser reads pages as it does those that it opens, and shows none of them."""


@pytest.fixture(scope="module")
def opened(site: Path, context: Callable[..., BrowserContext]) -> dict[str, dict[str, str]]:
    """What pages show from a folder: all attacks, some titles, one of each type; nothing acts then."""
    dialogs: list[str] = []

    def seen(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    told: dict[str, dict[str, str]] = {}
    with open_reader(context()) as reader:
        reader.page.on("dialog", seen)
        for path in sorted({site / FERRY, *(site / name for name in TITLED), *from_folder(page_types(site))}):
            reader.page.goto(path.as_uri())
            told[path.relative_to(site).as_posix()] = reader.page.evaluate(OPEN)
        assert dialogs == []
        reader.assert_quiet()
    return told


@pytest.fixture(scope="module")
def parsed(site: Path, context: Callable[..., BrowserContext]) -> dict[str, dict[str, str]]:
    """What every page of the site shows, as the browser reads it."""
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("index.html")}
    with open_reader(context()) as reader:
        told = reader.page.evaluate(PARSE, [*pages.values()])
        reader.assert_quiet()
    return dict(zip(pages, told, strict=True))


@pytest.fixture(scope="module")
def attacked(parsed: dict[str, dict[str, str]]) -> list[tuple[str, dict[str, str]]]:
    """Each attack as it must be shown, and what the page told whose title it is."""
    texts = map(_even, map(show_acting, ATTACKS.values()))
    return [(text, parsed[f"sources/attack-{n}/index.html"]) for n, text in enumerate(texts)]


def test_open_pages_are_tame(opened: dict[str, dict[str, str]]) -> None:
    """None has an element or attribute that came out of text, whatever its scripts have done."""
    assert len(opened) > 20
    assert {page: told["evil"] for page, told in opened.items() if told["evil"]} == {}


def test_every_page_is_tame(parsed: dict[str, dict[str, str]]) -> None:
    """Nor has any other page of the site, as the browser reads it."""
    assert len(parsed) > len(ATTACKS) + 20
    assert {page: told["evil"] for page, told in parsed.items() if told["evil"]} == {}


def test_text_is_shown_as_it_was(opened: dict[str, dict[str, str]]) -> None:
    """Claims, speakers, chains, notes show every character; what cannot be shown is named."""
    shown = _even(opened[FERRY]["body"])
    assert [name for name, text in ATTACKS.items() if shown.count(_even(show_acting(text))) < 4] == []


def test_captured_text_is_shown_as_it_was(
    paragraphs: tuple[str, ...], opened: dict[str, dict[str, str]]
) -> None:
    """Every paragraph of the capture; null and escape characters become visible marks."""
    shown = _even(opened[FERRY]["body"])
    assert any("⟨U+0000⟩" in show_acting(text) for text in paragraphs)
    assert [text for text in paragraphs if _even(show_acting(text)) not in shown] == []


def test_titles_are_shown_as_they_were(
    opened: dict[str, dict[str, str]], attacked: list[tuple[str, dict[str, str]]]
) -> None:
    """A title stays a title: in the window's title, the heading and the index of sources."""
    index = _even(opened["sources/index.html"]["body"])
    for text, page in attacked:
        assert text in _even(page["title"])
        assert text in _even(page["heading"])
        assert text in index


def test_machines_are_told_titles_as_they_were(attacked: list[tuple[str, dict[str, str]]]) -> None:
    """In tags and linked data a title is text: it ends no element, and reads back the same."""
    for n, (text, page) in enumerate(attacked):
        (report,) = [node for node in json.loads(page["linked"])["@graph"] if node["@type"] == "NewsArticle"]
        assert _even(page["tag"]) == _even(report["headline"]) == f"{text} attack{n}"
        csl = _even(page["csl"]).replace('\\"', '"').replace("\\\\", "\\")
        assert f"{text} attack{n}" in csl


def test_search_shows_titles_as_they_were(site: Path, window: Reader) -> None:
    """A search result is text, too."""
    window.page.goto((site / "index.html").as_uri())
    window.page.get_by_role("button", name="Search", exact=True).click()
    for n, text in enumerate(map(_even, map(show_acting, ATTACKS.values()))):
        field = window.page.locator("#search-field")
        field.fill(f"attack{n}")
        result = window.page.locator(f"#search-results a[href*='/attack-{n}/']").first
        result.wait_for()
        assert text in _even(result.text_content() or "")
    assert window.page.evaluate(f"({TAME})(document)") == []


def _even(text: str) -> str:
    return " ".join(text.split())
