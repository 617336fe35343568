"""A program's name and arguments → what it left and told, in a process that need not load it first.

A fresh interpreter takes half of the time of a small build to load the generator and MkDocs. So one server a
session loads them, and each program is a process forked from it: with a memory, a folder, an environment and
an end of its own, and nobody else's threads.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path

LOADED = ("mkdocs.commands.build", "mkdocs.commands.serve", "build_tools.site.hook")


def run_program(
    name: str, arguments: tuple[str, ...], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """`python -m NAME ARGUMENTS` in the folder, with this environment and no other."""
    with tempfile.TemporaryDirectory() as told:
        out, errors = Path(told, "out"), Path(told, "errors")
        started = _load_server().Process(
            target=_run, args=(name, arguments, folder, dict(environment), out, errors)
        )
        started.start()
        started.join()
        return subprocess.CompletedProcess(
            (name, *arguments), started.exitcode or 0, out.read_text("utf-8"), errors.read_text("utf-8")
        )


@cache
def _load_server() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(LOADED))
    return context


def _run(
    name: str,
    arguments: tuple[str, ...],
    folder: Path,
    environment: dict[str, str],
    out: Path,
    errors: Path,
) -> None:
    for number, path in ((1, out), (2, errors)):
        written = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(written, number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = [name, *arguments]
    runpy.run_module(name, run_name="__main__", alter_sys=True)
