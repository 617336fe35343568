"""What mkdocs.yml calls the site and where it says it will stand → faults: both stand on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.site.config_file import find_nearest_place
from build_tools.text.terminal import quote_value

# what no page can hold; tabs and line feeds are blanks there
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x1f\x7f]+", re.IGNORECASE)


def find_identity_faults(written: Mapping[str, object], file: Path) -> Iterator[Fault]:
    """Of `site_name`, `site_description` and `site_url`, as mkdocs.yml or the environment has them."""
    for name in ("site_name", "site_description"):
        value = written.get(name)
        if isinstance(value, str) and _CONTROL.search(value):
            words = f"`{name}` is {quote_value(value)}, with a character that no page can hold"
            yield _make_fault(name, words, file)
    url = written.get("site_url")
    if url and not _is_site_address(str(url)):
        # not quoted: it may hold a password
        words = "is not the address of a site, or has a name, a password, a query or a fragment in it"
        yield _make_fault("site_url", f"`site_url` {words}", file)


def _is_site_address(url: str) -> bool:
    """Whether pages can stand below it: links and citations are made by what is added at its end."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return False
    extra = parts.query or parts.fragment or "?" in url or "#" in url or "@" in parts.netloc
    return bool(_ADDRESS.fullmatch(url.strip()) and parts.hostname and port != 0 and not extra)


def _make_fault(name: str, message: str, file: Path) -> Fault:
    mark = find_nearest_place(file, (name,))
    source = f" (from the environment variable {mark.variable})" if mark.variable else ""
    return make_fault_at(mark.path, *mark.value, "K109", f"{message}{source}.")
