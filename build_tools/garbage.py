"""Python's search for circles of objects, put off while stages make millions of values and no circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_garbage_collection() -> Iterator[None]:
    """Let no search for circles of objects interrupt the stages.

    They make millions of values and no circles; to look through all of them again and again took longer than
    to read them.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


_SELDOM = (10_000, 20, 20)
"""So many values more than before, so many searches among these, so many among those that stayed. By Python's
own numbers (700, 10, 10) the last kind took 2 % of a build of 300 sources. No more memory is held so."""


@contextmanager
def set_values_aside() -> Iterator[None]:
    """Let searches leave alone what there is now, which is held to the end, and let them come seldom.

    To look again and again through an archive takes longer than to render it, and pages leave few circles.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
