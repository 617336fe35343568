"""What captured text an edition shows: every place gives the same answer, and the leak guard as well."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from dataclasses import replace

import pytest

from build_tools.exports.registry import ALL_DOWNLOADS, find_export
from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.clean import CleanText, Kind, Line, Paragraph, Verdict
from build_tools.model.record import Publish
from build_tools.model.rendered import RenderedPage
from build_tools.model.site import Site
from build_tools.relate.wording_reuse import find_reuse
from build_tools.rights import may_show_text, shown_lines, shown_passages
from build_tools.site.verify import guard_archive
from tests.built import ROOT
from tests.published import publish_pages
from tests.relate.make import archive, claim, record

WORDS = {
    "p1": "The river at the alder mill rose to its first floor on the last day of April",
    "p2": "Nobody had counted the willow geese before the fair and nobody counted them after it",
    "chrome": "Tell ten friends of the hazel newsletter and get one more issue of it for nothing",
}
"""Two passages, and a line that cleaning removed between them."""
RARE = {"p1": "alder", "p2": "willow", "chrome": "hazel"}
"""One word in each tells where it is shown; it stands at least nine words before the end."""

PLACES = ("page", "ledger", "wording", "book", "held", "licensed")
TABLE = {
    (Edition.READING, Publish.DIGEST): ("p1 p2 chrome", "p1 p2 chrome", "p1 p2", "p1 p2", None, ""),
    (Edition.READING, Publish.EXCERPT): ("p1 p2 chrome", "p1 p2 chrome", "p1 p2", "p1 p2", None, ""),
    (Edition.READING, Publish.FULL): ("p1 p2 chrome", "p1 p2 chrome", "p1 p2", "p1 p2", None, ""),
    (Edition.PUBLIC, Publish.DIGEST): ("", "", "", "", "p1 p2 chrome", "page ledger wording book"),
    (Edition.PUBLIC, Publish.EXCERPT): ("p1", "p1", "p1", "p1", "p2 chrome", ""),
    (Edition.PUBLIC, Publish.FULL): ("p1 p2", "p1 p2 chrome", "p1 p2", "p1 p2", "", ""),
}
"""Edition × publish → what each of the places shows, in their order; `excerpt` frees p1.

`held` is what the guard of a public site holds back; `licensed` is what JSON-LD puts under the archive's own
licence. The public page of a full text leaves removed lines to the ledger.
"""


def _clean() -> CleanText:
    kept, removed = (Verdict.KEPT, Kind.BODY), (Verdict.REMOVED, Kind.NEWSLETTER)
    lines = tuple(
        Line(n, 0, 0, *(removed if name == "chrome" else kept), "test", WORDS[name])
        for n, name in enumerate(("p1", "chrome", "p2"), 1)
    )
    paragraphs = (
        Paragraph("p1", Kind.BODY, WORDS["p1"], (1,)),
        Paragraph("p2", Kind.BODY, WORDS["p2"], (3,)),
    )
    return CleanText("made.txt", "0" * 64, 0, "utf-8", 0, (), lines, paragraphs)


def _document(slug: str, publish: Publish) -> Document:
    rights = {
        "publish": publish.value,
        "holder": "X",
        "statement": "https://creativecommons.org/licenses/by/4.0/",
        "passages": ["p1"] if publish is Publish.EXCERPT else [],
    }
    clean = _clean()
    ledger = replace(clean, lines=tuple(replace(line, text="") for line in clean.lines))
    made = record(slug, claim("p1c1"), claim("p2c1"), rights=rights, paragraphs=2)
    return Document(made, clean, ledger, ())


def _archive(edition: Edition, *documents: Document) -> Archive:
    site = Site("Floods", "https://floods.example/", licence="https://licence.example/")
    made = replace(archive(documents), edition=edition, reuse=find_reuse(documents))
    return replace(made, site=site, downloads=ALL_DOWNLOADS)


def _both(edition: Edition, publish: Publish) -> Archive:
    return _archive(edition, _document("early", publish), _document("late", publish))


def _told(text: str) -> str:
    """Which of the three stand in a text."""
    plain = html.unescape(text)
    return " ".join(name for name, word in RARE.items() if re.search(rf"\b{word}\b", plain))


def _book(made: Archive) -> str:
    with zipfile.ZipFile(io.BytesIO(find_export("epub").write_file(made))) as book:
        return book.read("EPUB/source-early.xhtml").decode()


def _observed(made: Archive) -> dict[str, str]:
    pages = publish_pages(made)
    places = {
        "page": pages["sources/early/"],
        "ledger": pages["sources/early/ledger/"],
        "wording": pages["shared-wording/early--late/"],
    }
    graphs = {name: _graph(page) for name, page in places.items()}
    licensed = [name for name, graph in graphs.items() if "license" in graph[0]]
    whole = _graph(pages["sources/"])[1]
    licensed += ["book" for download in whole["distribution"] if download["name"] == "archive.epub"]
    told = {name: _told(page.html) for name, page in places.items()}
    assert told == {name: _told(page.markdown) for name, page in places.items()}
    return {
        **told,
        "book": _told(_book(made)),
        "held": _told(" ".join(guard_archive(made).runs)),
        "licensed": " ".join(licensed),
    }


def _graph(page: RenderedPage) -> list[dict[str, list[dict[str, str]]]]:
    graph: list[dict[str, list[dict[str, str]]]] = json.loads(page.metadata.linked)["@graph"]
    return graph


@pytest.mark.parametrize(("edition", "publish"), TABLE, ids=" ".join)
def test_every_place_shows_the_same(edition: Edition, publish: Publish) -> None:
    """Page, ledger, shared wording and book show what the rights allow; the guard holds back all else.

    Pages show it in both of their forms.
    """
    observed = _observed(_both(edition, publish))
    expected = dict(zip(PLACES, TABLE[edition, publish], strict=True))
    if expected["held"] is None:  # a guard is of a public site, whichever edition the archive is read as
        expected["held"] = TABLE[Edition.PUBLIC, publish][PLACES.index("held")]
    assert observed == expected


@pytest.mark.parametrize(("edition", "publish"), TABLE, ids=" ".join)
def test_without_a_capture_nothing_is_shown(edition: Edition, publish: Publish) -> None:
    """Rights give no text: a clone without captures has the digest, and still claims no licence for more."""
    document = replace(_document("early", publish), clean=None)
    assert not shown_passages(document, edition)
    assert not shown_lines(document, edition)
    allowed = may_show_text(document.record, edition)
    assert allowed == (edition is Edition.READING or publish is not Publish.DIGEST)


def test_what_one_source_frees_is_not_held_for_another() -> None:
    """Two sources carry one text and one of them is free: showing that one is no leak of the other."""
    made = _archive(Edition.PUBLIC, _document("early", Publish.FULL), _document("late", Publish.DIGEST))
    assert not guard_archive(made).runs


def test_an_excerpt_keeps_the_order_of_the_article() -> None:
    """In the book a freed second paragraph does not come before the first, which is still retold."""
    document = _document("early", Publish.EXCERPT)
    rights = document.record.rights.model_copy(update={"passages": ("p2",)})
    freed = replace(document, record=document.record.model_copy(update={"rights": rights}))
    book = _book(_archive(Edition.PUBLIC, freed))
    assert _told(book) == "p2"
    assert book.index("The statement p1c1.") < book.index("willow")


def test_nobody_else_decides() -> None:
    """No module but this one asks a record how much of its text may be published."""
    for path in (ROOT / "build_tools").rglob("*.py"):
        if path.relative_to(ROOT / "build_tools").as_posix() not in {"rights.py", "model/record.py"}:
            assert not re.search(r"\bPublish\b|\.rights\.(publish|passages)", path.read_text("utf-8")), path
