"""`archive overview`: what must be read again is listed, and noted when it has been."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.exports.new_samples import FINDINGS
from tests.archives import write_archive

OVERVIEWS = """archive:
  opening:
    - text: The river had reached the old mill, the mayor of Brackwater said in May 2021.
      rests_on:
        - finding: mill-under-water
"""


def test_read_again_when_the_finding_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Check fails until the sentence is read, is content then, and fails again when the modality changes."""
    write_archive(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("seeds/findings.yml").write_text(FINDINGS, "utf-8")
    Path("seeds/overviews.yml").write_text(OVERVIEWS, "utf-8")
    assert main(["check"]) == 1
    assert "seeds/overviews.yml:5:11: E108 mill-under-water has not been read" in capsys.readouterr().out
    assert main(["overview"]) == 0
    assert "not read yet" in capsys.readouterr().out
    assert Path("seeds/overviews.yml").read_text("utf-8") == OVERVIEWS
    assert main(["overview", "--read"]) == 0
    assert main(["check"]) == 0
    alleged = FINDINGS.replace("modality: reported ", "modality: alleged ").replace(" said in", " alleged in")
    Path("seeds/findings.yml").write_text(alleged, "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "was “Reported by" in capsys.readouterr().out
