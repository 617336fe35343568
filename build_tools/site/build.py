"""Edition, captures, address → the site served with live reload, by MkDocs."""

from __future__ import annotations

import os
from pathlib import Path

from build_tools.model.archive import Edition

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import serve as _mkdocs_serve


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
