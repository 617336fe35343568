"""Progress: a bar on a terminal, one plain line elsewhere."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from build_tools.model.archive import Edition
from build_tools.model.site import Site
from build_tools.site.progress import ProgressDisplay, draw_progress_bar, follow_progress, tell_time_left
from build_tools.site.verify import check_site
from build_tools.site.zip_package import pack_site
from build_tools.text.copied_words import LeakGuard


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_plain_lines_elsewhere() -> None:
    """A log gets one line for a finished stage and no control characters."""
    out = StringIO()
    progress = ProgressDisplay(out)
    for done in range(4):
        progress("annotate", done, 3)
    assert out.getvalue() == "annotate: 3 of 3\n"


def test_a_bar_on_a_terminal() -> None:
    """The bar is drawn over itself and ends its line when the stage is done."""
    out = Terminal()
    progress = ProgressDisplay(out)
    progress("annotate", 1, 2)
    progress("annotate", 2, 2)
    assert (
        out.getvalue()
        == f"\r\x1b[K{draw_progress_bar('annotate', 1, 2)}\r\x1b[K{draw_progress_bar('annotate', 2, 2)}\n"
    )


def test_a_stage_without_sources_is_done() -> None:
    """An empty archive is no division by nothing."""
    assert draw_progress_bar("annotate", 0, 0).endswith("█ 0/0")


def test_a_long_stage_says_how_long_still() -> None:
    """A log has a line every ten seconds; what was there from the beginning does not count as work done."""
    out, seconds = StringIO(), iter(range(0, 1000, 4))
    progress = ProgressDisplay(out, lambda: float(next(seconds)))
    for done in range(40, 46):
        progress("pages", done, 60)
    assert out.getvalue() == "pages: 43 of 60, 68 s left\n"


def test_the_first_pieces_say_nothing_of_the_others() -> None:
    """One page of three thousand that waited for twelve seconds is no ten hours of work."""
    out, seconds = StringIO(), iter((0, 12, 24))
    progress = ProgressDisplay(out, lambda: float(next(seconds)))
    for done in (0, 1, 60):
        progress("pages", done, 3000)
    assert out.getvalue().splitlines() == ["pages: 1 of 3000", "pages: 60 of 3000, 20 min left"]


def test_time_left_is_told_in_seconds_and_minutes() -> None:
    """Nobody counts a hundred seconds, and nobody needs to know of half a one."""
    assert [tell_time_left(s) for s in (0.4, 12.4, 100)] == ["", ", 12 s left", ", 2 min left"]


def test_who_goes_through_a_site_tells_how_far_it_is(tmp_path: Path) -> None:
    """To verify the site of a thousand reports takes minutes, and to pack it nearly as many."""
    (tmp_path / "index.html").write_text("<!doctype html><title>A</title><p>Salt.</p>", "utf-8")
    (tmp_path / "robots.txt").write_text("User-agent: *\n", "utf-8")
    told: list[tuple[str, int, int]] = []

    def note(stage: str, done: int, total: int) -> None:
        told.append((stage, done, total))

    check_site(tmp_path, LeakGuard({}, {"0" * 64: "bugle"}), note)
    assert told == [("pages", 1, 1), ("links", 1, 1), ("files", 1, 2), ("files", 2, 2)]
    told.clear()
    pack_site(tmp_path, Site("Salt"), Edition.PUBLIC, note)
    assert told == [("files", 1, 2), ("files", 2, 2)]


def test_a_stage_is_told_when_a_piece_is_done() -> None:
    """Not before: what is shown as done has been done."""
    told: list[int] = []
    followed = follow_progress("files", "ab", lambda _stage, done, _total: told.append(done))
    assert [next(followed), [*told], next(followed), [*told]] == ["a", [], "b", [1]]
    assert [*followed, *told] == [1, 2]
