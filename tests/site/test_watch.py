"""What `serve` looks at: everything that pages are made from, and no page that is made."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.archive_settings import ArchiveSettings
from build_tools.model.artifact import Artifact
from build_tools.site.artifact_writer import write_artifacts
from build_tools.site.plan import make_plan
from build_tools.site.watch import list_watched_paths


def test_generated_pages_are_not_watched(tmp_path: Path) -> None:
    """A build must not be the reason for the next one."""
    docs = tmp_path / "docs"
    for folder in ("docs/images", "seeds/vocabulary", "captures", "overrides"):
        (tmp_path / folder).mkdir(parents=True)
    write_artifacts(docs, [Artifact("sources/a.md", b""), Artifact("faults.md", b"")])
    (docs / "about.md").touch()
    seen = list_watched_paths(
        make_plan(tmp_path, docs, tmp_path / "site", ArchiveSettings(captures=str(tmp_path / "captures"))),
        (tmp_path / "gone",),
    )
    assert {(path.relative_to(tmp_path).as_posix(), within) for path, within in seen} == {
        ("docs/about.md", False),
        ("docs/images", True),
        ("seeds", True),
        ("captures", True),
    }
