"""Progress: a bar on a terminal, one plain line elsewhere."""

from __future__ import annotations

from io import StringIO

from build_tools.site.progress import Progress, Steps, bar


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_plain_lines_elsewhere() -> None:
    """A log gets one line for a finished stage and no control characters."""
    out = StringIO()
    progress = Progress(out)
    for done in range(4):
        progress("annotate", done, 3)
    assert out.getvalue() == "annotate: 3 of 3\n"


def test_a_bar_on_a_terminal() -> None:
    """The bar is drawn over itself and ends its line when the stage is done."""
    out = Terminal()
    progress = Progress(out)
    progress("annotate", 1, 2)
    progress("annotate", 2, 2)
    assert out.getvalue() == f"\r\x1b[K{bar('annotate', 1, 2)}\r\x1b[K{bar('annotate', 2, 2)}\n"


def test_a_stage_without_sources_is_done() -> None:
    """An empty archive is no division by nothing."""
    assert bar("annotate", 0, 0).endswith("█ 0/0")


def test_steps_are_counted_for_each_build_anew() -> None:
    """A second build in one program starts at nothing; a step too many is not shown."""
    seen: list[tuple[str, int, int]] = []
    steps = Steps("render", lambda *step: seen.append(step))
    steps.step()
    for _ in range(2):
        steps.expect(2)
        for _ in range(3):
            steps.step()
    assert seen == [("render", 1, 2), ("render", 2, 2)] * 2
