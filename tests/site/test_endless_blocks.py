"""What Markdown's parser would look through for minutes is told at its line, and nothing that is meant is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from build_tools.model.fault import Fault
from build_tools.site.handwritten_faults import MOST_BEGINNINGS, find_handwritten_faults
from tests.built import ROOT

BEGINNINGS = ("[", "![", "[[", "[a][", "<a ", "<!-- ", "</", "x [y ", "[a](b [", "<p\n[")
WHOLE = (
    "[a](b) ",
    "[a] ",
    "- [ ] x\n",
    "[![a](b)](c) ",
    "[a](b_(c)) ",
    "![a](b.png) ",
    "[a][b] ",
    "`[` ",
    "\\[ ",
    "<b>x</b> ",
    "a < b ",
    "- x\n",
    "| x ",
    "5 < 6, ",
)


def _find(folder: Path, text: str) -> list[Fault]:
    (folder / "page.md").write_bytes(text.encode())
    return list(find_handwritten_faults(folder))


@pytest.mark.parametrize("unit", BEGINNINGS)
@pytest.mark.parametrize("before", ["", "# A\n\nWords.\n\n", "a\r\n\r\n"])
def test_beginnings_without_number_are_told(tmp_path: Path, unit: str, before: str) -> None:
    """At the line of the first, once for a block, however many there are."""
    for many in (MOST_BEGINNINGS + 1, 50_000):
        (fault,) = _find(tmp_path, before + unit * many)
        assert (fault.code, fault.line) == ("S110", before.count("\n") + 1)


@pytest.mark.parametrize("unit", WHOLE)
def test_what_is_whole_is_not_counted(tmp_path: Path, unit: str) -> None:
    """A table of two thousand links is a table."""
    assert _find(tmp_path, f"# A\n\n{unit * 2000}\n") == []


@pytest.mark.parametrize("fence", ["```", "~~~"])
@pytest.mark.parametrize("unit", BEGINNINGS)
def test_code_is_not_counted(tmp_path: Path, unit: str, fence: str) -> None:
    """Its parser leaves code alone, closed or not."""
    assert _find(tmp_path, f"{fence}\n{unit * 2000}\n{fence}\n") == []
    assert _find(tmp_path, f"{fence}\n{unit * 2000}\n") == []


@given(st.lists(st.sampled_from((*BEGINNINGS, *WHOLE, "\n\n", "```\n")), max_size=40))
def test_as_many_as_may_be_are_not_told(tmp_path_factory: pytest.TempPathFactory, units: list[str]) -> None:
    """What a person writes has a few, open or not."""
    assert _find(tmp_path_factory.mktemp("page"), "".join(units)) == []


def test_no_page_of_the_archive_has_as_many() -> None:
    """Neither of the archive, nor of the example, nor of the guide."""
    for folder in (ROOT / "docs", ROOT / "examples/the-ferry/docs", ROOT / "guide/docs"):
        assert list(find_handwritten_faults(folder)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# A\n\n" + "a\n: b\n" * 101, 4),
        ("".join(f"{'    ' * n}- a\n" for n in range(101)), 101),
        ("".join(f"{chr(9) * n}1. a\n\n" for n in range(101)), 201),
    ],
)
def test_entries_too_deep_within_one_another_are_told(tmp_path: Path, text: str, line: int) -> None:
    """Before the parser ends at them; a definition is within the last one where no blank line parts them."""
    (fault,) = _find(tmp_path, text)
    assert (fault.code, fault.line) == ("S111", line)


@pytest.mark.parametrize(
    "text",
    [
        "a\n: b\n" * 100,
        "a\n: b\n\n" * 900,
        "```\n" + "a\n: b\n" * 300 + "```\n",
        "".join(f"{'    ' * n}- a\n" for n in range(100)),
    ],
)
def test_entries_that_the_parser_reads_are_not_told(tmp_path: Path, text: str) -> None:
    """A long glossary with blank lines, code, and as many as are allowed, which the parser does read."""
    assert _find(tmp_path, text) == []
    assert Markdown(extensions=["def_list"]).convert(text)
