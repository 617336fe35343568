"""What a page leads to and can be led to, noted while it is written, because a link must not be found again.

Templates call functions for every link, anchor and heading; those note here what they write. One page is
written at a time in a thread.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(slots=True)
class LinkRecorder:
    """The page under way."""

    here: str
    """Its address."""
    links: dict[str, None] = field(default_factory=dict)
    """`topics/x/#p3` or `downloads/a.csv`: everything within the site that it leads to, each once."""
    anchors: dict[str, None] = field(default_factory=dict)
    """Its places."""
    terms: set[str] = field(default_factory=set)
    """Words of the glossary that it has used."""
    sections: list[tuple[str, str]] = field(default_factory=list)
    """Anchor and words of its second-level headings."""


# of each thread and not of the module: pages that two threads write may not note in one another
_CURRENT: ContextVar[LinkRecorder] = ContextVar("page under way")


def begin_page(here: str) -> LinkRecorder:
    """Note from now on for another page."""
    recorder = LinkRecorder(here)
    _CURRENT.set(recorder)
    return recorder


def current_page() -> LinkRecorder:
    """The page under way."""
    return _CURRENT.get()
