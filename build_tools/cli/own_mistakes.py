"""An unforeseen exception → one line, because a keeper can do nothing with a trace."""

from __future__ import annotations

import os

from build_tools.text.terminal import word_error

TRACEBACK = "ARCHIVE_TRACEBACK"
"""The variable of the environment that lets mistakes of the program itself end it with a trace."""


def is_trace_wanted() -> bool:
    """Whether a mistake of the program shall end it with a trace."""
    return bool(os.environ.get(TRACEBACK))


def tell_own_mistake(error: Exception, done: str = "Nothing was published") -> str:
    """What happened, what has become of the work, and how its makers learn where."""
    words = word_error(error)
    reason = f"{type(error).__name__}{f' ({words})' if words else ''}"
    return (
        f"the program met what it was not made for: {reason}. {done}. With"
        f" {TRACEBACK}=1 in the environment it tells where, which is what its makers need to know."
    )
