"""Faults of what was saved → a panel on every page that is served, because who writes looks at the page.

It has a stylesheet of its own, which no site has: the policy of pages allows no style within them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from build_tools.model.fault import Fault, Severity, summarize_faults
from build_tools.model.protection import PRIVATE_LIST
from build_tools.site.fault_excerpts import list_excerpt
from build_tools.text.terminal import show_hidden

STYLES_ADDRESS = "archive-faults.css"
"""Where the panel's stylesheet is served."""
_MOST = 20
"""Faults that are shown: who has more begins with these."""
_OF_NAMES = "N"
"""How the codes of protected names begin."""

FAULT_STYLES = """\
.archive-faults { position: sticky; top: 0; z-index: 99; max-height: 60vh; overflow: auto;
  padding: .5rem 1rem; border-bottom: 4px solid #b3261e; background: #fff6f4; color: #1d1a17; }
.archive-faults--warnings { border-color: #8a6100; background: #fff9e8; }
.archive-faults, .archive-faults code { font: 16px/1.4 system-ui, sans-serif; }
.archive-faults summary { cursor: pointer; font-weight: 600; }
.archive-faults ol { margin: .5rem 0; padding: 0; list-style: none; }
.archive-faults li { margin: 0 0 .75rem; }
.archive-faults p { margin: 0; }
.archive-faults pre { margin: .25rem 0; padding: .25rem .5rem; overflow-x: auto; background: #fff;
  color: inherit; font: 14px/1.4 ui-monospace, monospace; }
@media print { .archive-faults { display: none; } }
"""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with what was saved last."""

    faults: tuple[Fault, ...] = ()
    words: str = ""
    """What else went wrong."""
    private_list: Path | None = None
    """The list of names that must not appear, where it has another place or name than usual."""

    @property
    def stops(self) -> bool:
        """Whether the pages are older than what was saved."""
        return bool(self.words) or any(fault.severity is Severity.ERROR for fault in self.faults)


def write_fault_panel(trouble: Trouble) -> str:
    """The panel; empty where nothing is wrong. Warnings alone are folded: they stop nothing."""
    if not trouble.faults and not trouble.words:
        return ""
    # errors first: only they keep the pages from being renewed
    faults = sorted(trouble.faults, key=lambda fault: (fault.severity is not Severity.ERROR, fault))
    kind = "" if trouble.stops else " archive-faults--warnings"
    tally = summarize_faults(trouble.faults).capitalize() if trouble.faults else "This could not be built"
    left = " The pages are as they were before." if trouble.stops else ""
    return "".join(
        (
            f'<link rel="stylesheet" href="/{STYLES_ADDRESS}">',
            f'<details class="archive-faults{kind}"{" open" if trouble.stops else ""}>',
            f"<summary>{tally}.{left}</summary>",
            f"<pre>{_escape(trouble.words)}</pre>" if trouble.words else "",
            *_list_items(faults, _find_private_lines(faults, trouble.private_list)),
            "</details>",
        )
    )


def _find_private_lines(faults: Sequence[Fault], listed: Path | None) -> Collection[tuple[str, int]]:
    """Lines that no page shows: whoever is shown the site, at a desk or over a network, would read them."""
    return {
        (fault.path, fault.line)
        for fault in faults
        if fault.code.startswith(_OF_NAMES)
        or (path := Path(fault.path)).name == PRIVATE_LIST
        or (listed and path.resolve() == listed)
    }


def _list_items(faults: Sequence[Fault], private: Collection[tuple[str, int]]) -> Iterator[str]:
    if faults:
        yield "<ol>"
        yield from (_write_item(f, is_shown=(f.path, f.line) not in private) for f in faults[:_MOST])
        yield "</ol>"
    if len(faults) > _MOST:
        yield f"<p>{len(faults) - _MOST} more: <code>archive check</code> lists all.</p>"


def _write_item(fault: Fault, *, is_shown: bool) -> str:
    where = _escape(f"{fault.path}:{fault.line}:{fault.column}")
    excerpt = "\n".join(map(escape, list_excerpt(fault))) if is_shown else ""
    return (
        f"<li><p><strong>{_escape(fault.code)}</strong> <code>{where}</code> {_escape(fault.message)}</p>"
        f"{f'<pre>{excerpt}</pre>' if excerpt else ''}<p>{_escape(fault.remedy)}</p></li>"
    )


def _escape(words: str) -> str:
    return "\n".join(escape(show_hidden(line)) for line in words.split("\n"))


def insert_panel(page: bytes, panel: str) -> bytes:
    """The page with the panel as the first thing in it."""
    start = page.find(b"<body")
    # a tag's end: no attribute of ours has that sign
    end = page.find(b">", start) + 1 if start >= 0 else 0
    return b"%b%b%b" % (page[:end], panel.encode(), page[end:])


def write_bare_page() -> bytes:
    """What is served while there is no good page yet: nothing but the panel, which is put into it."""
    return (
        b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not built yet</title></head>'
        b"<body><p>There is no page yet: mend what is named above, and save.</p></body></html>"
    )
