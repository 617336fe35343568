"""Batches of pages, elsewhere and here: in the keys' order, and never many under way."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

import pytest

from build_tools.page_renderer import PAGES_PER_BATCH, FinishedPage, render_in_batches

AHEAD = 4
KEYS: list[Any] = [("page", f"{number:04}") for number in range(30 * PAGES_PER_BATCH + 7)]


class Elsewhere:
    """Another process: it finishes its oldest batch whenever this one has rendered one."""

    def __init__(self) -> None:
        self.under_way: deque[tuple[Future[list[FinishedPage]], Sequence[Any]]] = deque()
        self.most = 0
        self.here = 0

    def submit(self, batch: Sequence[Any]) -> Future[list[FinishedPage]]:
        """Take a batch."""
        future: Future[list[FinishedPage]] = Future()
        self.under_way.append((future, batch))
        self.most = max(self.most, len(self.under_way))
        return future

    def finish_one(self) -> None:
        """Finish a batch."""
        future, batch = self.under_way.popleft()
        future.set_result(list(batch))

    def render_here(self, batch: Sequence[Any]) -> list[FinishedPage]:
        """What this process renders meanwhile."""
        self.here += 1
        if self.under_way:
            self.finish_one()
        return list(batch)


def test_pages_come_in_order_from_here_and_elsewhere() -> None:
    """Whoever renders them; and both have work to the end."""
    other = Elsewhere()
    pages = []
    for page in render_in_batches(other.submit, KEYS, AHEAD, other.render_here):
        pages.append(page)
        if len(pages) > len(KEYS) - 9 * PAGES_PER_BATCH:
            # nothing is left to be rendered here: the other process ends what it has
            while other.under_way:
                other.finish_one()
    assert pages == KEYS
    assert other.most == AHEAD
    assert 10 < other.here < 20


def test_all_may_be_rendered_elsewhere() -> None:
    """As a cluster does; each batch is done when it is asked for."""

    def submit(batch: Sequence[Any]) -> Future[list[FinishedPage]]:
        future: Future[list[FinishedPage]] = Future()
        future.set_result(list(batch))
        return future

    assert list(render_in_batches(submit, KEYS, AHEAD)) == KEYS
    assert list(render_in_batches(submit, [], AHEAD)) == []


def test_what_fails_elsewhere_fails_here() -> None:
    """A page that cannot be rendered ends the build, whoever met it."""

    def submit(_: Sequence[Any]) -> Future[list[FinishedPage]]:
        future: Future[list[FinishedPage]] = Future()
        future.set_exception(ValueError("no such page"))
        return future

    with pytest.raises(ValueError, match="no such page"):
        list(render_in_batches(submit, KEYS, AHEAD, Elsewhere().render_here))
