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
