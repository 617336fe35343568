"""Digests of rows are those of any process: a page made in one is not made once more by another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from build_tools.index import Index
from build_tools.pipeline import PipelineSettings
from tests.built import ROOT
from tests.published import assemble_once


def digest_all() -> str:
    """How many tables the invented archive has, and the digest of all their rows."""
    index = Index(assemble_once(PipelineSettings(Path("examples/the-ferry/seeds"))))
    names = {name for kind in type(index).__mro__ for name in vars(kind) if not name.startswith("_")}
    for name in sorted(names):
        getattr(index, name)
    tables = sorted(index._tables)
    return f"{len(tables)} {b''.join(index.digest_row((table, None)) for table in tables).hex()}"


def test_digests_do_not_depend_on_the_process() -> None:
    """Rows are written without the order of sets: a page made in another process is not made once more."""
    code = "from tests.index.test_digests import digest_all; print(digest_all())"
    told = {
        subprocess.check_output(
            [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, text=True
        ).strip()
        for seed in ("1", "2")
    }
    # and the order that sets have here
    told.add(digest_all())
    assert len(told) == 1
    assert int(told.pop().split()[0]) > 30
