"""Hand-written files → what no site can hold of them, told at its line; names before anything is rendered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.site.artifact_writer import list_foreign, list_passed_over
from build_tools.site.inputs import WRITTEN_PAGES, list_handwritten_files
from build_tools.site.menu import find_handwritten_address
from build_tools.site.verify import show_path_from_here
from build_tools.text.terminal import find_line_and_column, quote_value

_UNSAFE = re.compile(r'[<>:"\\|?*]')
"""What Windows lets stand in no name."""
# also without a scheme, which takes the page’s own: `//host/path`
_ADDRESS = re.compile(r"""(?:[a-zA-Z][\w+.-]*:)?//[^\s"'<>()]+""")
MOST_BEGINNINGS = 500
"""Of one block: it takes a thirtieth of a second, and no text that is meant has as many."""
_WORDS = r"\[(?>(?:[^][]|\[[^][]*+\](?>(?:\([^()]*+\))?))*)\]"
"""In brackets, with a picture within them."""
_PLACE = r"\((?>(?:[^()]|\([^()]*+\))*)\)"
_TAKEN = re.compile(
    rf"^(?P<fence>```|~~~).*?(?:^(?P=fence)|\Z)|\\.|`[^`\n]*+`|{_WORDS}(?:{_PLACE}|\[[^][]*+\]|(?!\())|<[^<>]*+>",
    re.MULTILINE | re.DOTALL,
)
"""Code, what has a backslash before it, whole links and tags. Nothing is given back: each is one walk."""
_BEGINNING = re.compile(r"\[|<(?=[a-zA-Z/!?])")
_MOST_NESTED = 100
"""Entries within one another: a definition whose term follows the one before without a blank line is taken
for a part of it. The parser ends at some two hundred, and nobody reads as many."""
_DEFINITION = re.compile(r"^:[ \t]", re.MULTILINE)
_DEEP_ITEM = re.compile(rf"^(?: {{4}}|\t){{{_MOST_NESTED},}}(?:[-*+]|\d+\.)[ \t]", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t\r]*+\n")


def find_handwritten_faults(docs: Path) -> Iterator[Fault]:
    """Names that not every system can hold, pages that are not UTF-8 or endless, addresses that are none."""
    for passed_over in list_passed_over(docs):
        message = f"{quote_value(passed_over.name)} is a link, or another thing that is no file."
        yield make_fault_at(show_path_from_here(docs / passed_over), 1, 1, "S113", message)
    for path in list_handwritten_files(docs) if docs.is_dir() else ():
        shown = show_path_from_here(path)
        name = path.relative_to(docs).as_posix()
        if _UNSAFE.search(name) or not name.isprintable():
            message = f"{quote_value(path.name)} is a name that not every system can hold."
            yield make_fault_at(shown, 1, 1, "S106", message)
        elif path.suffix.lower() in WRITTEN_PAGES:
            yield from _find_in_page(shown, path.read_bytes())


def find_taken_places(docs: Path, made: Collection[str]) -> Iterator[Fault]:
    """A fault for each file at whose place in the site one of those `made` is: one would be lost."""
    for path in (path.as_posix() for path in list_foreign(docs)):
        place = f"{find_handwritten_address(path)}index.html" if path.endswith(".md") else path
        if place in made:
            message = f"The archive has a page or file of its own at {quote_value(place)}."
            yield make_fault_at(show_path_from_here(docs / path), 1, 1, "S112", message)


def _find_in_page(shown: str, content: bytes) -> Iterator[Fault]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        yield make_fault_at(shown, line, column, "S107", "A byte here is not UTF-8.")
        return
    yield from _find_endless_blocks(shown, text)
    for found in _ADDRESS.finditer(text):
        if reason := _refuse_address(found.group()):
            message = f"{quote_value(found.group())} is no address: {reason}."
            yield make_fault_at(shown, *find_line_and_column(text, found.start()), "S108", message)


def _find_endless_blocks(shown: str, text: str) -> Iterator[Fault]:
    """A fault for each block with more beginnings of links and tags than Markdown's parser looks through.

    It looks for the end of each as far as the block goes: of ten thousand brackets for eleven seconds.
    """
    # what it takes as it is, or as a link, costs nothing: blanked, so that places stay
    opened = _TAKEN.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    line = 1
    for block in _BLANK_LINE.split(opened):
        beginnings = list(islice(_BEGINNING.finditer(block), MOST_BEGINNINGS + 1))
        if len(beginnings) > MOST_BEGINNINGS:
            at = beginnings[0].start()
            words = f"More than {MOST_BEGINNINGS} beginnings of links or tags stand here that nothing ends."
            column = at - block.rfind("\n", 0, at)
            yield make_fault_at(shown, line + block.count("\n", 0, at), column, "S110", words)
        if (at := _find_too_deep(block)) >= 0:
            words = f"More than {_MOST_NESTED} entries stand within one another here."
            yield make_fault_at(shown, line + block.count("\n", 0, at), 1, "S111", words)
        line += block.count("\n") + 2


def _find_too_deep(block: str) -> int:
    """Where entries begin to stand too deep within one another; -1 where they do not."""
    definitions = [found.start() for found in islice(_DEFINITION.finditer(block), _MOST_NESTED + 1)]
    if len(definitions) > _MOST_NESTED:
        return definitions[0]
    item = _DEEP_ITEM.search(block)
    return item.start() if item else -1


def _refuse_address(address: str) -> str:
    """Why it is none; empty for one that can be followed."""
    try:
        urlsplit(address)
    except ValueError as error:
        return str(error)
    return ""
