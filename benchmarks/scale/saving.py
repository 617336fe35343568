"""A served archive → seconds from saving a record until its page says so: what a keeper waits for."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from benchmarks.scale.archives import change_sentence
from benchmarks.scale.spending import Broken

_POLL: Final = 0.05
"""Seconds between two looks for a server that does not answer yet."""
_LOOK: Final = 1.0
"""Seconds over which it is seen whether a server has anything to do."""
_IDLE: Final = 0.4
"""Share of a processor below which it has not: to watch some thousand files takes a fifth."""
_EPOCH: Final = re.compile(r"livereload\((\d+)")
"""In a served page: the number of the change that it is newer than."""
_HOST: Final = "127.0.0.1"


def time_saving(
    serve: Sequence[str], folder: Path, environment: Mapping[str, str], *, edits: range, patience: float
) -> Iterator[float]:
    """Serve the archive in a folder, change one record after another, and yield how long each took to show.

    Each is changed when the server has done with what followed from the one before.
    `edits` are the numbers of the records; `patience` is how many seconds to wait for a page. Raises Broken
    when it is over.
    """
    with _served(serve, folder, environment) as (process, address):
        _wait_for(address, "", patience)
        for number in edits:
            _wait_until_idle(process, patience)
            sentence = f"Sentence {number} was changed while serving."
            begun = time.perf_counter()
            slug = change_sentence(folder, number, sentence)
            _wait_for(f"{address}sources/{slug}/", sentence, patience)
            yield time.perf_counter() - begun


@contextmanager
def _served(serve: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Its process, and its address."""
    with socket.socket() as free:
        free.bind((_HOST, 0))
        port = free.getsockname()[1]
    command = [*serve, "--config", str(folder / "mkdocs.yml"), "--address", f"{_HOST}:{port}"]
    with Path(os.devnull).open("w") as nobody:
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=nobody, stderr=nobody
        )
    try:
        yield process.pid, f"http://{_HOST}:{port}/"
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_idle(process: int, patience: float) -> None:
    """Until the process leaves most of the processor alone. Where the system does not tell, not at all."""
    until = time.perf_counter() + patience
    spent = _find_spent(process)
    while spent is not None and time.perf_counter() < until:
        time.sleep(_LOOK)
        before, spent = spent, _find_spent(process)
        if spent is not None and spent - before < _LOOK * _IDLE:
            return


def _find_spent(process: int) -> float | None:
    """Seconds of processor time; None where nobody tells."""
    try:
        told = Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        return None
    # after the name, which may have blanks, the twelfth and thirteenth field are ticks of user and system
    ticks = told.rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def _wait_for(address: str, words: str, patience: float) -> None:
    """Until a page is there and says the words. Raises Broken when patience ends.

    Asks as an open browser does, and no more often: to make the page again and again would take from the
    processor what the change needs.
    """
    until = time.perf_counter() + patience
    while (left := until - time.perf_counter()) > 0:
        page = _fetch(address, left)
        if page and words in page:
            return
        if epoch := _EPOCH.search(page):
            # it answers once there is something new
            _fetch(urljoin(address, f"/livereload/{epoch[1]}/1"), left)
        else:
            time.sleep(_POLL)
    raise Broken(f"{address} did not say “{words}” within {patience:.0f} s")


def _fetch(address: str, patience: float) -> str:
    try:
        with urllib.request.urlopen(address, timeout=patience) as answer:  # noqa: S310 - this machine's own address
            text: str = answer.read().decode()
            return text
    except (OSError, urllib.error.URLError):
        return ""
