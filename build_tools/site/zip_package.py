"""A built site → one ZIP with a file to start from, because the reader with a stick gets a file, not a site.

The same site gives the same bytes, so that two people can tell by a digest that they hold the same archive.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import escape
from io import BytesIO
from itertools import chain
from pathlib import Path

from anyascii import anyascii

from build_tools.model.archive import Edition
from build_tools.model.errors import UsageError
from build_tools.model.site import Site
from build_tools.site.progress import follow_progress, ignore_progress
from build_tools.text.slugs import make_slug
from build_tools.text.terminal import quote_value
from build_tools.timings import ProgressCallback

PACKAGE_FOLDER = "archive"
"""Where the site lies in the package, so that what to open first is not one file among many."""
START_FILE, README_FILE = "START-HERE.html", "READ-ME.txt"
SERVER_FILES = frozenset({"404.html", "robots.txt", "sitemap.xml"})
"""Files at the top of a site that mean something to a server or a search engine only."""

_FORBIDDEN = re.compile(r'[<>:"\\|?*\ud800-\udfff]')
"""What Windows lets stand in no name (a backslash would lead elsewhere), and bytes that are no UTF-8."""
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can tell: when a file was written is no part of the archive."""

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{name}</title>
</head>
<body>
<main>
<h1>{name}</h1>
<p>{description}</p>
<p><a href="{folder}/index.html">Open the archive</a></p>
<p>Everything is in this folder: the pages, the search, the downloads. Nothing is asked of the internet, and
nothing is kept of you. It can be read with scripts off; only search needs them.</p>
{private}</main>
</body>
</html>
"""
_PRIVATE = (
    "This is the private reading edition. It holds publishers' texts: for your own use, not to be passed on."
)


def name_package(site: Site, edition: Edition) -> str:
    """The package's name without an ending, in Latin letters: `river-floods`, `river-floods-reading`."""
    name = make_slug(anyascii(site.name)) or "archive"
    return name if edition is Edition.PUBLIC else f"{name}-{edition}"


def pack_site(
    folder: Path, site: Site, edition: Edition, progress: ProgressCallback = ignore_progress
) -> bytes:
    """The package of a built site. Only regular files of the site are in it, in order of their paths."""
    top = name_package(site, edition)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in chain(_list_own_files(site, edition), _read_site_files(folder, progress)):
            entry = zipfile.ZipInfo(f"{top}/{name}", _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same bytes whatever system packs them
            # permissions of Unix stand in the upper half
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content, compresslevel=9)
    return out.getvalue()


def _list_own_files(site: Site, edition: Edition) -> Iterator[tuple[str, bytes]]:
    private = f"<p><strong>{escape(_PRIVATE)}</strong></p>\n" if edition is Edition.READING else ""
    yield (
        START_FILE,
        _PAGE.format(
            name=escape(site.name),
            description=escape(site.description),
            folder=PACKAGE_FOLDER,
            private=private,
        ).encode(),
    )
    lines = [
        site.name,
        site.description,
        "",
        f"Open {START_FILE} in a browser. If nothing happens, unpack the whole ZIP first, then open it.",
        "No internet is needed. Search works from the folder, with scripts on; all else without.",
        f"For a reading device, copy {PACKAGE_FOLDER}/downloads/archive.epub to it.",
        *(["", _PRIVATE] if edition is Edition.READING else []),
        *(["", f"The newest state of the archive: {site.url}"] if site.url else []),
        "",
    ]
    # both line ends: whoever opens it may have an editor that knows no others
    yield README_FILE, "\r\n".join(lines).encode()


def _read_site_files(folder: Path, progress: ProgressCallback) -> Iterator[tuple[str, bytes]]:
    """One after the other: all at once, those of a large archive are gigabytes."""
    files = sorted(
        (path.relative_to(folder).as_posix(), path)
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    )
    for name, path in follow_progress("files", files, progress):
        if _FORBIDDEN.search(name) or not name.isprintable():
            raise UsageError(
                f"The site has a file {quote_value(name)}, a name that not every system can unpack. Rename it"
                " where it comes from, in docs/ or overrides/, build, and pack again."
            )
        if name not in SERVER_FILES:
            yield f"{PACKAGE_FOLDER}/{name}", path.read_bytes()
