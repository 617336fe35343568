"""What grows with an archive may be larger than what does not."""

from __future__ import annotations

import shutil
from pathlib import Path

from build_tools.read.disk import RECORD_LIMIT
from build_tools.read.seeds import read_seeds
from tests.read.cases import GOOD


def test_findings_may_be_larger_than_a_record(tmp_path: Path) -> None:
    """Ten thousand reports have more findings than one record's limit has bytes."""
    seeds = Path(shutil.copytree(GOOD, tmp_path / "seeds"))
    before = read_seeds(seeds)
    with (seeds / "findings.yml").open("ab") as file:
        file.write(b"\n#" + b" " * RECORD_LIMIT)
    assert read_seeds(seeds).findings == before.findings
