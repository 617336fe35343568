"""Digests of rows are those of any process: a page made in one is not made once more by another."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.built import ROOT


def test_digests_do_not_depend_on_the_process() -> None:
    """Rows are written without the order of sets: a page made in another process is not made once more."""
    code = (
        "from build_tools.index import Index\n"
        "from build_tools.pipeline import PipelineSettings, assemble_archive\n"
        "from pathlib import Path\n"
        "index = Index(assemble_archive(PipelineSettings(Path('examples/the-ferry/seeds'))))\n"
        "names = {n for c in type(index).__mro__ for n in vars(c) if not n.startswith('_')}\n"
        "[getattr(index, name) for name in sorted(names)]\n"
        "tables = sorted(index._tables)\n"
        "print(len(tables), index.digest_reads([(t, None) for t in tables]).hex())\n"
    )
    environments = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2", "3")]
    told = {
        subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, env=env, text=True)
        for env in environments
    }
    assert len(told) == 1
    assert int(told.pop().split()[0]) > 30
