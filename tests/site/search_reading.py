"""The files of a search index → what they hold, read as a browser would."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from build_tools.model.search import SearchEntry, SearchHints, SearchPart
from build_tools.model.vocabulary import WordGroup
from build_tools.site.search_block import divide_entries, make_block, prepare_entry
from build_tools.site.search_index import SEARCH_FOLDER, join_blocks, name_file
from build_tools.site.search_meanings import read_meanings
from build_tools.text.number_codec import decode_numbers

CALL = "archiveSearch.part("


def read_parts(scripts: Iterable[bytes]) -> dict[str, Any]:
    """All that the scripts hand over, by name."""
    parts: dict[str, Any] = {}
    for line in (line for script in scripts for line in script.decode().splitlines()):
        assert line.startswith(CALL)
        assert line.endswith(")")
        name, value = json.loads(f"[{line.removeprefix(CALL).removesuffix(')')}]")
        assert name not in parts
        parts[name] = value
    return parts


def read_entries(site: Path) -> list[SearchEntry]:
    """The pages that a site's search knows."""
    parts = read_parts(path.read_bytes() for path in sorted((site / "search").rglob("*.js")))
    return [
        _read_entry(int(name.removeprefix("pages/").partition("-")[0]), *page)
        for name, pages in parts.items()
        if name.startswith("pages/")
        for page in pages
    ]


def read_thesaurus(site: Path) -> list[WordGroup]:
    """The words that mean the same to it."""
    parts = read_parts([(site / "search/index.js").read_bytes()])
    return [
        WordGroup(words=tuple(words.split()), narrower=tuple(narrower.split()))
        for words, narrower in parts["index"]["alike"]
    ]


def write_parts(site: Path, folder: Path) -> Path:
    """Write the index of a site in parts, which its size alone does not call for; the folder of these."""
    divided, meanings = divide_entries(read_entries(site)), read_meanings(read_thesaurus(site))
    blocks = [make_block(name, map(prepare_entry, pages), meanings) for name, pages in divided]
    for artifact in join_blocks(blocks, 0, meanings):
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    return folder / SEARCH_FOLDER


def _read_entry(
    rank: int,
    address: str,
    title: str = "",
    kind: str = "",
    parts: Iterable[tuple[str, str, str]] = (),
    note: str = "",
    names: Iterable[str] = (),
    behind: str = "",
    weight: int = 0,
) -> SearchEntry:
    places = tuple(SearchPart(*part) for part in parts)
    return SearchEntry(
        address, title, kind, rank, places, SearchHints("", tuple(names), behind, note, weight)
    )


Place = tuple[str, str, int]
"""Word, address of the page, number of the place; -1 is the title."""


def find_places(parts: dict[str, Any]) -> set[Place]:
    """Every place that the lists of an index lead to, through its directory."""
    index = parts["index"]
    blocks = []
    for name, counts in index["blocks"]:
        files = [parts[f"pages/{name}-{n}"] for n in range(len(list(decode_numbers(counts))))]
        assert [len(pages) for pages in files] == list(decode_numbers(counts))
        blocks.append([page[0] for pages in files for page in pages])
    found: set[Place] = set()
    for start in index["words"]:
        for word, value in parts[f"words/{name_file(start)}"].items():
            pieces = 0 if isinstance(value, str) else value[3]
            texts = [parts[f"lists/{name_file(word)}-{n}"] for n in range(pieces)] if pieces else [value]
            read = [one for text in texts for one in _read_list(text)]
            places = {(word, blocks[block][page], place) for block, page, place in read}
            if pieces:
                _, pages, counted, _ = value
                assert (len({address for _, address, _ in places}), len(places)) == (pages, counted)
            found |= places
    return found


def _read_list(text: str) -> Iterable[tuple[int, int, int]]:
    """Block, page, place; the numbers are told in build_tools/site/search_block.py."""
    numbers = decode_numbers(text)
    block = 0
    for distance in numbers:
        block += distance // 2
        page = place = -1
        for number in iter(lambda: next(numbers), 1):
            code = number // 2
            if number % 2:
                page, place = page + code, -1
            elif code < 6:
                yield block, page, -1
            else:
                place += (code - 6) // 3 + 1
                yield block, page, place
