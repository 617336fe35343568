"""A folder → a whole small archive in it, built as a reader would build it: by plain `mkdocs build`."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path
from typing import Any

import yaml

from build_tools.clean import clean
from build_tools.exports import ledger_files
from build_tools.model.capture import Capture
from tests.built import ROOT
from tests.site.programs import run_program

CAPTURE = """Ferry halts for the winter

By Ada Quill

The ferry to Ostry stopped on Friday because of ice, the harbour master said, and nobody knows for how long.

Two hundred people live on the island, and their bread comes by boat every morning, feast days excepted.
"""
NAMES = [
    {"id": "pier-post", "name": "The Pier Post", "kind": "organisation", "type": "newspaper",
     "description": "A newspaper that exists in this test only.", "forms": ["Pier Post"]},
    {"id": "ostry", "name": "Ostry", "kind": "place", "type": "island",
     "description": "An island that exists in this test only.", "forms": ["Ostry"]},
]  # fmt: skip
TOPICS = [{"id": "ferries", "label": "Ferries", "scope_note": "Boats that carry people over water."}]
LINKED = tuple(sorted(path.stem for path in (ROOT / "docs").glob("*.md")))
"""Hand-written pages that the menu names; generated pages refer to an anchor of the method's."""


def claim(name: str, text: str, **more: Any) -> dict[str, Any]:
    """A claim with everything that it must have."""
    fixed = {"kind": "event", "topics": ["ferries"], "said_by": "the harbour master", "wording": "said"}
    return {"id": name, "text": text, "mentions": ["ostry"], **fixed, **more}


def record(capture: bytes, **more: Any) -> dict[str, Any]:
    """A record of one source with two claims."""
    return {
        "slug": "pier-post-ferry",
        "title": "Ferry halts for the winter",
        "outlet": "pier-post",
        "published": {"date": "2031-01-05", "basis": "stated"},
        "language": "en",
        "url": "https://pier.example/ferry",
        "rights": {
            "publish": "digest",
            "holder": "The Pier Post",
            "statement": "http://rightsstatements.org/vocab/InC/1.0/",
        },
        "capture": {
            "file": "ferry.txt",
            "sha256": hashlib.sha256(capture).hexdigest(),
            "bytes": len(capture),
        },
        "paragraphs": 2,
        "summary": "A notice of a pause.",
        "claims": [
            claim("p1c1", "No boat has gone to Ostry since the ice came."),
            claim("p2c1", "Some 200 islanders wait for bread.", kind="figure"),
        ],
        **more,
    }


def archive(
    folder: Path, *described: dict[str, Any], capture: bytes = CAPTURE.encode(), **settings: Any
) -> Path:
    """Write an archive of these records; the path of its mkdocs.yml. `settings` are of `extra.archive`."""
    seeds, docs = folder / "seeds", folder / "docs"
    (seeds / "vocabulary").mkdir(parents=True)
    docs.mkdir()
    contents: dict[str, Any] = {
        f"seeds/ferry-{n:03}.yml": one for n, one in enumerate(described or [record(capture)])
    }
    contents |= {"seeds/vocabulary/entities.yml": NAMES, "seeds/vocabulary/topics.yml": TOPICS}
    for name, content in contents.items():
        (folder / name).write_text(yaml.safe_dump(content), "utf-8")
    (seeds / "ferry.txt").write_bytes(capture)
    (seeds / "ferry-000.ledger.json").write_text(_ledger(capture), "utf-8")
    for name in LINKED:
        (docs / f"{name}.md").write_text(f"# {name.title()}\n\n## Words {{: #status }}\n\nWords.\n", "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        yaml.safe_dump(
            {
                "INHERIT": str(ROOT / "mkdocs.yml"),
                "site_name": "Tiny",
                "hooks": [str(ROOT / "build_tools" / "site" / "hook.py")],
                "theme": {"custom_dir": str(ROOT / "overrides")},
                "extra": {"archive": {"seeds": "seeds", **settings}},
            }
        ),
        "utf-8",
    )
    return config


def _ledger(content: bytes) -> str:
    cleaned = clean(Capture("ferry.txt", content, hashlib.sha256(content).hexdigest()), language="en")
    return ledger_files.write_ledger_as_json(ledger_files.drop_captured_text(cleaned))


def add_hook(config: Path, source: str) -> None:
    """Let MkDocs call this Python source at its events, after the archive's own hook."""
    hook = config.with_name("more.py")
    hook.write_text(source, "utf-8")
    settings = yaml.safe_load(config.read_text("utf-8"))
    settings["hooks"].append(str(hook))
    config.write_text(yaml.safe_dump(settings), "utf-8")


def mkdocs(
    config: Path, *arguments: str, program: str = "mkdocs", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build -f CONFIG`; its exit code and output."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ARCHIVE_", "GITHUB_"))}
    environment = {**kept, "NO_MKDOCS_2_WARNING": "1", **environment}
    return run_program(program, ("build", "-f", str(config), *arguments), config.parent, environment)


def files(site: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path."""
    paths = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
