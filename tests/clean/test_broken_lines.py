"""Which lines of HTML stay lines where single breaks part them, and which are one passage."""

from __future__ import annotations

import pytest

from build_tools.clean.broken_lines import join_broken_lines
from build_tools.clean.elements import Element
from build_tools.clean.text_runs import TextRun

VERSE, LONG = "so " * 14, "so " * 25
BROKEN = {
    # three lines, all of them short, are verses or a list
    (VERSE, VERSE, VERSE): 3,
    (VERSE, VERSE): 1,
    (VERSE, VERSE, f"{VERSE}so"): 1,
    # paragraphs are long, and end as one does
    (f"{LONG}.", f"{LONG}!”"): 2,
    (f"{LONG}.", LONG): 1,
    (f"{LONG}.", "so " * 23 + "so."): 1,
    # a date on its own line is one
    ("Tollen news", "4 November 2021", LONG): 3,
    (LONG,): 1,
}


@pytest.mark.parametrize("lines", BROKEN, ids=lambda lines: str([len(line) for line in lines]))
def test_lines_are_joined_unless_they_are_meant(lines: tuple[str, ...]) -> None:
    """Nothing of a line is lost by it."""
    paragraph = Element("p", Element("", None))
    runs = [TextRun(paragraph, n, n + 1, [line], continues=n > 0) for n, line in enumerate(lines)]
    joined = join_broken_lines(runs)
    assert len(joined) == BROKEN[lines]
    assert (joined[0].start, joined[-1].end) == (0, len(lines))
    assert " ".join(run.text for run in joined).split() == " ".join(lines).split()


def test_runs_that_no_break_parts_stay_runs() -> None:
    """They are passages of their own, or cells."""
    paragraph = Element("p", Element("", None))
    runs = [TextRun(paragraph, n, n + 1, [VERSE]) for n in range(2)]
    assert len(join_broken_lines(runs)) == 2
    bare = TextRun(paragraph, 0, 1)
    assert (bare.length, bare.linked, bare.continues) == (0, 0, False)
