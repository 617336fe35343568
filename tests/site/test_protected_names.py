"""No byte of what is published holds a protected name, in any form, wherever in the seeds it was written."""

from __future__ import annotations

import io
import json
import re
import subprocess
import unicodedata
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools import pipeline
from build_tools.cli import main
from build_tools.exports.new_samples import FINDINGS, OVERVIEWS
from build_tools.exports.registry import measure_downloads
from build_tools.model.fault import Severity
from build_tools.model.protection import ProtectedPerson
from build_tools.pipeline import PipelineSettings
from build_tools.read import read_all
from build_tools.site.leaks import find_file_leaks
from build_tools.text.copied_words import LeakGuard
from build_tools.text.names.guard import NameGuard
from tests.archives import write_archive
from tests.built import ROOT

PERSON = ProtectedPerson(("Mira Tollen", "Мира Толлен"), "a soldier’s mother")
GUARD = NameGuard([PERSON])
WRITTEN = (
    "Mira Tollen", "MIRA TOLLEN’S", "Tollen, Mira", "Мирой Толлен", "Міру Толлен", "M. Tollen",
    "Mi\u00adra Tol\u200blen", "Mira\nTollen", "mira-tollen", "#MiraTollen", "Myroyu Tollen",
)  # fmt: skip
"""How it is written into a field."""

_FIELDS = frozenset({
    "summary", "text", "said_by", "wording", "who", "holder", "note", "description", "type", "scope_note",
    "label", "statement", "why", "name", "title",
})  # fmt: skip


def _list_fields(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every text that a keeper writes, by its path."""
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from _list_fields(inner, (*path, key))
    elif isinstance(node, list):
        for at, inner in enumerate(node):
            yield from _list_fields(inner, (*path, at))
    elif isinstance(node, str) and path[-1] in _FIELDS and not node.startswith("http"):
        yield path


def _write_seeds(folder: Path) -> None:
    write_archive(folder)
    (folder / "seeds/findings.yml").write_text(FINDINGS)
    (folder / "seeds/overviews.yml").write_text(OVERVIEWS)
    listed = [{"names": list(PERSON.names), "role": PERSON.role, "reason": "x", "day": "2031-06-01"}]
    (folder / "seeds/private-names.yml").write_text(yaml.safe_dump(listed, allow_unicode=True), "utf-8")


@lru_cache(maxsize=1)
def _list_places() -> tuple[tuple[str, tuple[str | int, ...]], ...]:
    """File and field of every text of the sample archive."""
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        _write_seeds(Path(name))
        seeds = Path(name) / "seeds"
        paths = sorted(path for path in seeds.rglob("*.yml") if path.name != "private-names.yml")
        return tuple(
            (path.relative_to(seeds).as_posix(), field)
            for path in paths
            for field in _list_fields(yaml.safe_load(path.read_text("utf-8")))
        )


def _put(seeds: Path, place: tuple[str, tuple[str | int, ...]], words: str) -> None:
    path = seeds / place[0]
    value = yaml.safe_load(path.read_text("utf-8"))
    inner = value
    for step in place[1][:-1]:
        inner = inner[step]
    inner[place[1][-1]] = f"{inner[place[1][-1]]} of {words} here"
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")


def _publish(seeds: Path) -> dict[str, bytes]:
    """All that the site gets, by path."""
    publication = pipeline.make_publication(pipeline.assemble_archive(PipelineSettings(seeds)))
    pages = [publication.pages.render_key(key) for key in publication.pages.list_keys()]
    files = tuple(publication.make_files())
    pages += publication.finish_pages(measure_downloads(files))
    found = {page.markdown_path: page.markdown.encode() for page in pages}
    # with what search, cards and metadata say
    found |= {f"{page.address}index.html": f"{page.html}\n{page!r}".encode() for page in pages}
    return {**found, **{file.path: file.content for file in files}}


def _read_all_words(content: bytes) -> str:
    """Every word of a file, and of those packed into it, by rules that are not the guard's own."""
    if content[:2] == b"PK":
        packed = zipfile.ZipFile(io.BytesIO(content))
        return " ".join(name + _read_all_words(packed.read(name)) for name in packed.namelist())
    text = unquote(unescape(content.decode("utf-8", "ignore")))
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) != "Cf"
    )
    return re.sub(r"<[^>]*>|[^\w]+|_", "", plain.casefold())


_STEMS = (
    "miratol",
    "tolenmira",
    "tollenmira",
    "mtollen",
    "миройтол",
    "мирутол",
    "міратол",
    "миратол",
    "myroyutol",
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_field_a_name_is_written_into_no_value_has_it(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any field, any form: the role stands there, or the archive is refused, in words without the name."""
    place = data.draw(st.sampled_from(_list_places()))
    words = data.draw(st.sampled_from(WRITTEN))
    folder = tmp_path_factory.mktemp("named")
    _write_seeds(folder)
    _put(folder / "seeds", place, words)
    reading = read_all(folder / "seeds")
    told = [fault.code for fault in reading.faults if fault.code[0] == "N"]
    assert len(told) == 1, (place, words)
    assert not [fault for fault in reading.faults if GUARD.list_named(str(fault))]
    if told == ["N103"]:
        sound = replace(reading.sound, protected=())
        values = repr(sound.seeds[0].record if sound.seeds else "") + repr(replace(sound, seeds=()))
        assert not GUARD.list_named(values), (place, words)
        assert not [stem for stem in _STEMS if stem in _read_all_words(values.encode())], (place, words)


def test_no_byte_of_what_is_published_has_a_name_that_every_field_has(tmp_path: Path) -> None:
    """Every field that may have one, each in another form; pages, search, downloads, the book, the feed."""
    _write_seeds(tmp_path)
    put = 0
    for at, place in enumerate(_list_places()):
        kept = {path: path.read_bytes() for path in (tmp_path / "seeds").rglob("*.yml")}
        _put(tmp_path / "seeds", place, WRITTEN[at % len(WRITTEN)])
        # what a person must decide is refused, and stays as it was
        if any(fault.severity is Severity.ERROR for fault in read_all(tmp_path / "seeds").faults):
            for path, content in kept.items():
                path.write_bytes(content)
        else:
            put += 1
    assert put > len(WRITTEN)
    published = _publish(tmp_path / "seeds")
    assert any(PERSON.role.encode() in content for content in published.values())
    for name, content in published.items():
        assert not [*find_file_leaks(name, content, LeakGuard({}, names=GUARD))], name
        assert not [stem for stem in _STEMS if stem in _read_all_words(content)], name


WAYS: dict[str, bytes] = {
    "text": b"of Mira Tollen",
    "a page": b"<b>Mira</b>&nbsp;<i>Tol&shy;len</i>",
    "a split tag": b"Mi<wbr>ra Tol<b>len</b>",
    "an alternative text": b'<img alt="Mira Tollen" src="x.png">',
    "references": "".join(f"&#{ord(sign)};" for sign in "Мира Толлен").encode(),
    "JSON": json.dumps({"text": "Мирой Толлен"}).encode(),
    "JSON, in parts": json.dumps({"familyName": "Tollen", "givenName": "Mira"})
    .encode()
    .replace(b"Name", b""),
    "CSV": b'"Tollen","Mira"',
    "an address": quote("Мира Толлен").encode(),
    "an address twice": quote(quote("Мира Толлен")).encode(),
    "a slug": b'<a href="../people/mira-tollen/">x</a>',
    "UTF-16": "Мира Толлен".encode("utf-16"),
    "UTF-16 within bytes": b"\x89PNG\0\1\2\0" + "Mira Tollen".encode("utf-16-le"),
    "base64": b64encode(b"of Mira Tollen"),
    "BibTeX": b"author = {{Tollen, Mira}}",
}


@pytest.mark.parametrize("content", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("packed", [False, True], ids=["as it is", "packed"])
def test_a_name_is_found_in_any_bytes(content: bytes, packed: bool) -> None:
    """In every encoding that files of a site have, and within a ZIP; nothing of the name is printed."""
    if packed:
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.xhtml", content)
        content = whole.getvalue()
    (fault,) = find_file_leaks("a.bin", content, LeakGuard({}, names=GUARD))
    assert (fault.code, fault.message) == ("N106", "The name of a soldier’s mother stands here.")


def test_a_build_refuses_a_page_that_names_and_verify_reads_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At file, line and column: of a page written by hand, and of whatever git tracks."""
    monkeypatch.chdir(tmp_path)
    _write_seeds(tmp_path)
    # the shell of the archives: MkDocs' own has faces of signs, in which every stretch might be a name
    hooks, theme = [str(ROOT / "build_tools/site/hook.py")], {"custom_dir": str(ROOT / "overrides")}
    shell = {"INHERIT": str(ROOT / "mkdocs.yml"), "theme": theme, "hooks": hooks}
    settings = {"nav": [{"Home": "index.md"}], "extra": {"archive": {"seeds": "seeds"}}, **shell}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    (tmp_path / "docs/index.md").write_text("# Floods\n\nSo it is.\nHeard by Miss Mira Tollen.\n")
    assert main(["build"]) == 1
    assert re.findall(r"(?m)^(\S+): N106", capsys.readouterr().err) == ["docs/index.md:4:15"]
    (tmp_path / "docs/index.md").write_text("# Floods\n")
    assert main(["build"]) == 0
    record = tmp_path / "seeds/sample-001.yml"
    record.write_text(record.read_text() + "# told by Tollen, Mira\n")
    subprocess.run("git init -q && git add seeds/sample-001.yml docs", shell=True, check=True)  # noqa: S602
    capsys.readouterr()
    assert main(["verify"]) == 1
    place = f"seeds/sample-001.yml:{record.read_text().count(chr(10))}:11"
    assert re.findall(r"(?m)^(\S+): N107", "".join(capsys.readouterr())) == [place]


def test_the_demo_withholds_a_name(demo_site: Path) -> None:
    """The page of a protected person says since when and why, and no file of the site says who it is."""
    page = (demo_site / "people/lantern-deckhand/index.html").read_text("utf-8")
    assert "Name withheld" in page
    assert "2 April 2019" in page
    seeds = ROOT / "examples/the-ferry/seeds"
    (entry,) = yaml.safe_load((seeds / "private-names.yml").read_text("utf-8"))
    guard = NameGuard([ProtectedPerson(tuple(entry["names"]), "the deckhand")])
    for path in (path for path in sorted(demo_site.rglob("*")) if path.is_file()):
        content = path.read_bytes()
        assert not [*find_file_leaks(path.name, content, LeakGuard({}, names=guard))], path
