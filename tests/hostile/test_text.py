"""Any text in any field: the archive is built, and has the elements that it has with harmless text."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from build_tools.cli.main import main
from build_tools.model import attribution, evidence, outside, record, vocabulary
from build_tools.model.base import Written
from tests.hostile.text_fields import HOSTILE, TEXTS, list_text_fields, make_change, write_into
from tests.site.workshop import Workshop

Elements = Counter[tuple[str, tuple[str, ...]]]
"""Start tags with the names of their attributes, and how many; their order may be that of the texts."""
_STYLES = ("em", "i", "span", "{http://www.w3.org/1999/xhtml}i")
"""How citations set titles: upright where the outlet is named in one, whose quotation marks are set anew."""


def _is_style(tag: str, attributes: tuple[str, ...]) -> bool:
    return tag in _STYLES and attributes in ((), ("lang",))


class _Reader(HTMLParser):
    """A parser that is not ours."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Elements = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag, tuple(name for name, _ in attrs)] += 1


def _list_elements(content: bytes) -> Elements:
    reader = _Reader()
    reader.feed(content.decode("utf-8"))
    reader.close()
    return reader.found


def _list_xml_elements(content: bytes) -> Elements:
    root = ET.fromstring(content)  # noqa: S314 - made by the test itself
    return Counter((str(e.tag), tuple(map(str, e.attrib))) for e in root.iter())


def _build(folder: Path, first: int, edition: str, *, hostile: bool) -> dict[str, Elements]:
    """By file: its elements; of pages, of feeds, and of the book's chapters."""
    shop = Workshop(folder).furnish(edition=edition, invented=edition == "reading")
    write_into(shop, make_change(first, hostile=hostile))
    outcome = shop.build(strict=True)
    assert (outcome.faults, outcome.warnings) == ([], [])
    found = {path: _list_elements(page) for path, page in outcome.site.items() if path.endswith(".html")}
    found |= {path: _list_xml_elements(x) for path, x in outcome.site.items() if path.endswith(".xml")}
    with ZipFile(shop.site / "downloads/archive.epub") as book:
        names = [name for name in book.namelist() if name.endswith((".xhtml", ".opf"))]
        return found | {name: _list_xml_elements(book.read(name)) for name in names}


@pytest.mark.parametrize(("first", "edition"), [(0, "public"), (1, "reading"), (4, "public"), (7, "reading")])
def test_any_text_in_any_field_makes_no_element(tmp_path: Path, first: int, edition: str) -> None:
    """Quotation marks, tags, comments, Markdown, templates in every text at once: all is shown as text."""
    hostile = _build(tmp_path / "hostile", first, edition, hostile=True)
    harmless = _build(tmp_path / "harmless", first, edition, hostile=False)
    assert hostile.keys() == harmless.keys()
    differing = {path: found - harmless[path] + (harmless[path] - found) for path, found in hostile.items()}
    made = {path: [e for e in found if not _is_style(*e)] for path, found in differing.items()}
    assert {path: elements for path, elements in made.items() if elements} == {}


@pytest.fixture(scope="module")
def called_harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Elements]:
    """What a new archive with a title of words and blanks has."""
    return _begin_and_build(tmp_path_factory.mktemp("harmless") / "new", "The w")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_new_archive_may_have_any_title(
    tmp_path: Path, called_harmless: dict[Path, Elements], text: str
) -> None:
    """It builds as it is, whatever it is called, and its pages have the elements of any other."""
    assert _begin_and_build(tmp_path / "new", f"The {text}") == called_harmless


def _begin_and_build(folder: Path, title: str) -> dict[Path, Elements]:
    assert main(["new", str(folder), "--title", title]) == 0
    assert main(["build", "--config", str(folder / "mkdocs.yml"), "--strict"]) == 0
    site = folder / "site"
    return {p.relative_to(site): _list_elements(p.read_bytes()) for p in site.rglob("*.html")}


def test_every_text_is_tried() -> None:
    """A field of text that the models get is one that this tries."""
    modules = (attribution, evidence, outside, record, vocabulary)
    models = [
        m
        for module in modules
        for m in vars(module).values()
        if isinstance(m, type) and issubclass(m, Written)
    ]
    assert list_text_fields(iter(models)) - TEXTS <= {"quotation", "named"}
    assert len(HOSTILE) == len(set(HOSTILE))
