"""Archives of the repository → sites in a temporary folder, because tests must not touch `site/` and `docs/`.

A site is built once a session, from a copy of the tree, by the worker that comes first; the others wait.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
QUICK_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
"""For a Java that works for seconds: to translate its program well costs more than it gains.

The HTML checker wants a deeper stack than such a Java has."""
MADE = {".git", ".venv", ".archive", "dist", "pictures", "site", "site-demo", "site-reading", "node_modules"}


def tree() -> list[str]:
    """Paths of all files that are, or may become, part of the repository; POSIX, sorted."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
    else:  # the repository was unpacked from an archive and has no .git
        paths = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        names = [p.as_posix() for p in paths if p.parts[0] not in MADE and "__pycache__" not in p.parts]
    return sorted(name for name in names if name and (ROOT / name).is_file())


def copy_tree(target: Path) -> Path:
    """Copy the repository's files, nothing generated among them."""
    for name in tree():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target / name)
    return target


def build(target: Path, *arguments: str, **environment: str) -> Path:
    """Run `archive build` in a copy of the tree; the site. Fails with the command's own words."""
    with FileLock(f"{target}.lock"):
        site = target / "site"
        if not (target / "built").exists():
            copy_tree(target / "tree")
            command = [
                sys.executable,
                "-m",
                "build_tools",
                "build",
                "--strict",
                "--site",
                str(site),
                *arguments,
            ]
            run = subprocess.run(
                command,
                cwd=target / "tree",
                capture_output=True,
                text=True,
                check=False,
                env={**os.environ, **environment},
            )
            if run.returncode:
                raise AssertionError(
                    f"{' '.join(command)} ended with {run.returncode}\n{run.stdout}\n{run.stderr}"
                )
            (target / "built").touch()
        return site


def build_guide(target: Path) -> Path:
    """The documentation of the generator, by plain MkDocs in a copy of the tree; its site."""
    with FileLock(f"{target}.lock"):
        site = target / "tree/site-guide"
        if not site.exists():
            run = run_guide_build(copy_tree(target / "tree"))
            assert run.returncode == 0, run.stdout + run.stderr
        return site


def run_guide_build(tree: Path) -> subprocess.CompletedProcess[str]:
    """As `make guide` builds it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "guide/mkdocs.yml"]
    told = {**os.environ, "ARCHIVE_GUIDE_URL": "https://example.org/archive/guide/"}
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False, env=told)
