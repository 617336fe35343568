"""Edition, captures, site → a built site, for the command line; the same build as plain `mkdocs build`."""

from __future__ import annotations

import os
from pathlib import Path

from build_tools.model.archive import Edition

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as _mkdocs_build
from mkdocs.commands import serve as _mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig


def build(
    config_file: Path,
    *,
    edition: Edition | None = None,
    captures: Path | None = None,
    site: Path | None = None,
    strict: bool = False,
    workers: int = 1,
) -> Path:
    """Build the site of a mkdocs.yml and return its folder. What is None is as mkdocs.yml has it.

    Raises MkDocs' `Abort`, with everything told on standard error, and then leaves the old site as it was.
    """
    config = _config(config_file, edition, captures, site, strict=strict, workers=workers)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        _mkdocs_build.build(config)
    finally:
        config.plugins.on_shutdown()
    return Path(config.site_dir)


def _config(
    config_file: Path,
    edition: Edition | None,
    captures: Path | None,
    site: Path | None,
    *,
    strict: bool,
    workers: int,
) -> MkDocsConfig:
    given = {"site_dir": str(site.resolve())} if site else {}
    config = load_config(str(config_file), strict=strict or None, **given)
    folder = str(captures.resolve()) if captures else None
    asked = {"edition": edition, "captures": folder, "workers": workers}
    settings = {key: value for key, value in asked.items() if value}
    config.extra["archive"] = {**(config.extra.get("archive") or {}), **settings}
    return config


def serve(
    config_file: Path,
    *,
    edition: Edition | None = None,
    captures: Path | None = None,
    address: str | None = None,
) -> None:
    """Serve the site with live reload until interrupted. `address` is `host:port`.

    MkDocs reads mkdocs.yml anew for each build, so edition and captures travel in the environment.
    """
    if edition:
        os.environ["ARCHIVE_EDITION"] = edition
    if captures:
        os.environ["ARCHIVE_CAPTURES_DIR"] = str(captures.resolve())
    _mkdocs_serve.serve(str(config_file), livereload=True, dev_addr=address)
