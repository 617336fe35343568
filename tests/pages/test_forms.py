"""Every page of both archives: HTML and Markdown say the same words, and what is noted of a page is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
import yaml

from build_tools import exports
from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.pages import PAGE_KINDS, Page, PageContent, render_page
from build_tools.pipeline import PipelineSettings
from build_tools.site.html_tags import find_stray_tags, find_tags
from tests.built import ROOT
from tests.pages.forms import (
    Words,
    list_legends,
    list_own_words,
    list_texts,
    list_values,
    read_text,
    show_markdown,
    split_words,
)
from tests.published import assemble_once

ARCHIVES = {"public": ("", Edition.PUBLIC), "the-ferry": ("examples/the-ferry", Edition.READING)}
_BASE = "https://archive.example/"
_CODE = re.compile(r"^(```+)\n.*?^\1$", re.MULTILINE | re.DOTALL)
_CHANCE = 3
"""Fewer words than this stand together by chance: those of a text that is not shown, beside one that is."""


@dataclass(frozen=True)
class Shown:
    """A page, in its two forms as a reader sees them."""

    page: Page
    content: PageContent
    markdown: str
    """The Markdown form, rendered by Python-Markdown."""

    @cached_property
    def texts(self) -> tuple[str, str]:
        """What a person reads in the HTML and in the Markdown form."""
        return read_text(self.content.html), read_text(self.markdown)

    @cached_property
    def words(self) -> tuple[Words, Words]:
        """The words of both."""
        return split_words(self.texts[0]), split_words(self.texts[1])

    @cached_property
    def values(self) -> tuple[object, ...]:
        """All that its view holds."""
        return tuple(list_values(self.page.view))

    @property
    def template(self) -> str:
        """The name of its templates."""
        return self.page.kind.template or self.page.kind.name


@dataclass(frozen=True)
class Made:
    """An archive of the repository with all its pages."""

    archive: Archive
    docs: Path
    pages: tuple[Shown, ...]


@pytest.fixture(scope="module", params=ARCHIVES)
def made(request: pytest.FixtureRequest) -> Made:
    """Both archives, each in the edition that is built of it."""
    folder, edition = ARCHIVES[request.param]
    archive = assemble_once(PipelineSettings(seeds=ROOT / folder / "seeds", edition=edition))
    return Made(archive, ROOT / folder / "docs", tuple(_show_all(Index(archive))))


def _show_all(index: Index) -> Iterator[Shown]:
    for kind in PAGE_KINDS:
        for key in kind.list_keys(index):
            page = kind.make_page(index, key)
            content = render_page(page)
            yield Shown(page, content, show_markdown(content.markdown))


def test_words_of_one_form_alone_are_the_templates_own(made: Made) -> None:
    """What one form says and the other does not comes from no view: it is how the form itself is worded."""
    for shown in made.pages:
        html, markdown = (set(words) for words in shown.words)
        legends = {word for legend in list_legends(shown.values) for word in split_words(legend)}
        own = list_own_words(f"{shown.template}.html.j2") | legends
        assert not html - markdown - own, shown.page.address
        assert not markdown - html - list_own_words(f"{shown.template}.md.j2"), shown.page.address


def test_every_text_of_a_view_is_in_both_forms_or_in_neither(made: Made) -> None:
    """Whatever sentence, name or number a reader of one form is given, the other gives in the same words."""
    checked = 0
    for shown in made.pages:
        forms = [f" {' '.join(words)} " for words in shown.words]
        legends = list_legends(shown.values)
        for text in list_texts(shown.values) - legends:
            words = split_words(text)
            if len(words) < _CHANCE or text.endswith("/"):  # an address is no text
                continue
            found = [f" {' '.join(words)} " in form for form in forms]
            assert found[0] == found[1], (shown.page.address, text)
            checked += found[0]
    assert checked > 10 * len(made.pages)


def test_what_a_page_noted_is_what_its_html_has(made: Made) -> None:
    """Places, links within the site and sections are those of the markup, each of them, and no others."""
    for shown in made.pages:
        content, here = shown.content, shown.page.address
        assert find_stray_tags(content.html) == (), here
        places = [
            (tag.name, tag.attributes["id"]) for tag in find_tags(content.html) if "id" in tag.attributes
        ]
        assert len(places) == len({name for _, name in places}), here
        noted = {*content.anchors}
        assert noted == {name for kind, name in places if not _is_aid(kind, name)}, here
        assert {*content.sections} == {*_list_headings(content.html)}, here
        linked = {*_list_links(content.html, here)}
        inner = {target for target in linked if urldefrag(target).url == here}
        assert {*content.links} - inner == linked - inner, here
        assert {*content.links} <= linked, here
        assert {urldefrag(target).fragment for target in inner} <= {*noted, ""}, here


def _is_aid(kind: str, name: str) -> bool:
    """Whether it only names something for whoever has the page read aloud, or a part of Explore's form."""
    return kind in {"title", "desc"} or name.partition("-")[0] == "explore"


def _list_headings(html: str) -> Iterator[tuple[str, str]]:
    for place, words in re.findall(r'<h2 id="([^"]*)">(.*?)</h2>', html, re.DOTALL):
        yield unescape(place), unescape(re.sub(r"<[^>]*>", "", words))
    assert len(re.findall("<h2", html)) == len(re.findall('<h2 id="', html))


def _list_links(html: str, here: str) -> Iterator[str]:
    """`topics/x/#p3`, as a page notes them."""
    for tag in find_tags(html):
        target = urljoin(f"{_BASE}{here}index.html", tag.attributes.get("href", _BASE))
        if tag.name == "a" and target.startswith(_BASE):
            address, anchor = urldefrag(target.removeprefix(_BASE))
            yield f"{address.removesuffix('index.html')}{f'#{anchor}' if anchor else ''}"


def test_links_lead_to_places_that_there_are(made: Made) -> None:
    """Each link within the generated pages names a page, and a place that this page noted."""
    places = {shown.page.address: {*shown.content.anchors, ""} for shown in made.pages}
    for shown in made.pages:
        for target in shown.content.links:
            address, anchor = urldefrag(target)
            assert address not in places or anchor in places[address], (shown.page.address, target)


def test_the_markdown_form_is_plain(made: Made) -> None:
    """Outside of code: no tag, no attribute list, no blank too many, one heading of the first level."""
    for shown in made.pages:
        here = shown.page.address
        body = _CODE.sub("(code)", shown.content.markdown.split("\n---\n", 1)[1])
        assert not re.search(r"<(?!https?://)|(?<!\\)\{", body), here
        assert not re.search(r"\n\n\n|[^|\s-] {2,}\S|[ \t]\n|\S [,.;:)](?=\s)", body), here
        assert [line[:2] for line in body.splitlines() if re.match("#[^#]", line)] == ["# "], here


def test_no_mark_of_markdown_is_shown(made: Made) -> None:
    """Where emphasis, a link or a table did not come out, its marks would stand among the words."""
    for shown in made.pages:
        html, markdown = shown.texts
        assert not [mark for mark in "*`[]\\_|{}" if markdown.count(mark) > html.count(mark)], (
            shown.page.address
        )


def test_front_matter_is_flat(made: Made) -> None:
    """PyYAML reads title, description and the page’s facts as they are: words, numbers, lists of them."""
    for shown in made.pages:
        page = shown.page
        read = yaml.safe_load(shown.content.markdown.split("\n---\n", 1)[0])
        described = {"description": page.description} if page.description else {}
        assert read == {"title": page.title, **described, **page.facts}, page.address
        for value in read.values():
            for each in value if isinstance(value, list) else [value]:
                assert isinstance(each, str | int | float | bool), page.address


def test_links_of_the_markdown_form_lead_to_files(made: Made) -> None:
    """As the files lie in docs/: other Markdown files, generated or written by hand, and downloads."""
    files = {f"{shown.page.address}index.md" for shown in made.pages}
    files |= {path.relative_to(made.docs).as_posix() for path in made.docs.rglob("*.md")}
    files |= {artifact.path for artifact in exports.make_export_files(made.archive)}
    for shown in made.pages:
        for tag in find_tags(shown.markdown):
            target = urljoin(f"{_BASE}{shown.page.address}index.md", tag.attributes.get("href", "#"))
            if tag.name == "a" and target.startswith(_BASE):
                path = urldefrag(target.removeprefix(_BASE)).url
                assert path in files, (shown.page.address, tag.attributes["href"])
