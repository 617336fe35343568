"""A citation in prose → HTML that may stand in Markdown: italics and languages marked, all else escaped."""

from __future__ import annotations

from markupsafe import Markup

from build_tools.text.citing.prose import Line, Run
from build_tools.text.markdown import attribute, escape


def html(line: Line) -> Markup:
    """The line, run by run."""
    return Markup("".join(map(_run, line)))  # noqa: S704 - escaped


def _run(run: Run) -> str:
    mark = f' lang="{attribute(run.language)}"' if run.language else ""
    if run.italic:
        return f"<em{mark}>{escape(run.text)}</em>"
    return f"<span{mark}>{escape(run.text)}</span>" if mark else escape(run.text)
