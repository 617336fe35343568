"""Captured texts and a folder → the places where the folder repeats them, which the public edition must not.

Every file is read, whatever it is: pages, attributes, scripts, the search index, feeds, downloads, archives
inside downloads, and the file names. Words are compared without case, punctuation and marks, across tags and
escapes.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote_plus

from build_tools.model.clean import CleanText, Kind
from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.site.html_tags import strip_tags
from build_tools.site.packed_files import list_packed
from build_tools.text.words import QUOTATION_WORDS, split_words

LEAK_WORDS = QUOTATION_WORDS + 1
"""Words in a row that make a leak."""

_TITLES = frozenset({Kind.TITLE, Kind.DUPLICATE_TITLE})
_DEEPEST = 4
"""Archives within archives, and escapes within escapes, are opened so many times."""
# JSON and JavaScript: four digits, or one sign that stands for itself or for white space
_JSON_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
# four signs that type and scripts use for one: “it’s” is a word of the capture in each
_APOSTROPHES = str.maketrans("’ʼ‘`", "''''")


@dataclass(frozen=True, slots=True)
class LeakGuard:
    """The runs of words that must not be repeated."""

    runs: Mapping[str, str]
    """Nine words joined by spaces → the slug of the source that they are from."""
    beginnings: frozenset[tuple[str, str]]
    """The first two words of each run: most places are passed over by a look at these."""
    files: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of a capture → the slug of its source: a PDF or a saved page shows its words to no search."""


def make_leak_guard(texts: Mapping[str, CleanText], titles: Iterable[str] = ()) -> LeakGuard:
    """The runs of the captures of these sources (by slug). Titles may be repeated; they are credits."""
    free = {run for title in titles for run in _list_runs(_fold_words(title))}
    runs: dict[str, str] = {}
    for slug, text in texts.items():
        for stretch in _list_stretches(text):
            for run in _list_runs(_fold_words(stretch)):
                if run not in free:
                    runs.setdefault(run, slug)
    pairs = (run.split(" ", 2) for run in runs)
    files = {text.sha256: slug for slug, text in texts.items()}
    return LeakGuard(runs, frozenset((first, second) for first, second, _ in pairs), files)


def find_site_leaks(site: Path, guard: LeakGuard) -> tuple[Fault, ...]:
    """One fault for each file and source, with the length of the longest run and its first words."""
    if not guard.runs and not guard.files:
        return ()
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return tuple(
        fault
        for path in files
        for fault in find_file_leaks(path.relative_to(site).as_posix(), path.read_bytes(), guard, str(site))
    )


def find_file_leaks(path: str, content: bytes, guard: LeakGuard, site: str = "") -> Iterator[Fault]:
    """The leaks of one file; `path` is below `site`, and its name is read as well."""
    parts = tuple(list_packed(content))
    copied = (
        {guard.files.get(hashlib.sha256(part).hexdigest()) for _, part in parts} if guard.files else set()
    )
    place = f"{site}/{path}" if site else path
    for slug in sorted(filter(None, copied)):
        yield make_fault_at(place, 1, 1, "L101", f"This file is, or holds, the capture of {slug} itself.")
    longest: dict[str, tuple[str, ...]] = {}
    views = [path, *(view for text in _decode_texts(parts) for view in _list_readings(text))]
    for view in views:
        for slug, run in find_repeated_runs(view, guard):
            if len(run) > len(longest.get(slug, ())):
                longest[slug] = run
    for slug, run in longest.items():
        message = f"{len(run)} words in a row of the capture of {slug}, beginning “{' '.join(run[:4])} …”."
        yield make_fault_at(place, 1, 1, "L101", message)


def find_repeated_runs(text: str, guard: LeakGuard) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Slug and words of every run of a text that a capture has, runs that overlap joined."""
    found = _fold_words(text)
    # runs that overlap are one leak: the longest stretch is what a keeper looks for
    start = end = -1
    slug = ""
    for at in range(len(found) - LEAK_WORDS + 1):
        if (found[at], found[at + 1]) not in guard.beginnings:
            continue
        source = guard.runs.get(" ".join(found[at : at + LEAK_WORDS]))
        if source is None:
            continue
        if source != slug or at > end:
            if slug:
                yield slug, found[start:end]
            start, slug = at, source
        end = at + LEAK_WORDS
    if slug:
        yield slug, found[start:end]


def _fold_words(text: str) -> tuple[str, ...]:
    """Words as they are compared: forms, case and apostrophes evened out, invisible marks dropped."""
    even = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    # a text has few different signs; to look at each of its characters takes half as long again
    for sign in () if even.isascii() else set(even):
        if unicodedata.category(sign) == "Cf":
            even = even.replace(sign, "")
    return split_words(even)


def _list_runs(found: tuple[str, ...]) -> Iterator[str]:
    return (" ".join(found[at : at + LEAK_WORDS]) for at in range(len(found) - LEAK_WORDS + 1))


def _list_stretches(text: CleanText) -> Iterator[str]:
    """What stands in a row in the capture, line by line and as paragraphs; titles part it."""
    stretch: list[str] = []
    for line in text.lines:
        if line.kind in _TITLES:
            yield " ".join(stretch)
            stretch = []
        else:
            stretch.append(line.text)
    yield " ".join(stretch)
    yield " ".join(p.text for p in text.paragraphs if p.kind not in _TITLES)


def _decode_texts(parts: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """The texts in a file: its own, and those of the files packed into it, with their names."""
    for name, part in parts:
        if name:
            yield name
        # only with its mark: without one, UTF-16 cannot be told from bytes
        if part[:2] in (b"\xff\xfe", b"\xfe\xff"):
            yield part.decode("utf-16", "replace")
        yield part.decode("utf-8", "replace")


def _list_readings(text: str) -> Iterator[str]:
    """The ways in which a reader or a program may come to read a text: as it stands, and freed of escapes."""
    text = _JSON_ESCAPE.sub(_unescape_json, text) if "\\" in text else text
    if "%" in text:
        yield unquote_plus(text)
    for _ in range(_DEEPEST):
        yield text
        if "<" in text:
            # twice: a tag may stand between two words, or within one
            yield unescape(strip_tags(text, " "))
            yield unescape(strip_tags(text, ""))
        text, before = unescape(text), text
        if text == before:
            return


def _unescape_json(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    return match[2] if match[2] in "\"'\\/" else " "
