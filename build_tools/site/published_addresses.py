"""The committed list of published addresses, held against a site: an address keeps working."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.model.archive import Edition
from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.kept_addresses import KeptAddresses
from build_tools.site.artifact_writer import list_foreign
from build_tools.site.menu import find_handwritten_address
from build_tools.site.plan import Plan
from build_tools.site.verify import show_path_from_here

ADDRESSES_FILE = "addresses.txt"
"""Beside mkdocs.yml: one address a line, `sources/x/` or `downloads/claims.csv`; a `#` begins a comment."""


def read_published(path: Path) -> dict[str, int]:
    """Address → line, from 1. Empty where there is no list."""
    lines = path.read_text("utf-8").splitlines() if path.is_file() else ()
    stripped = ((line.strip(), n) for n, line in enumerate(lines, 1))
    return {address: n for address, n in stripped if address and not address.startswith("#")}


def read_kept_addresses(plan: Plan) -> KeptAddresses:
    """What must go on to work, and what stands beside the generated pages. A private site keeps nothing."""
    path = plan.root / ADDRESSES_FILE
    public = plan.edition is Edition.PUBLIC and not plan.drafts
    pages = (page for page in list_foreign(plan.handwritten_docs) if page.suffix == ".md")
    own = (find_handwritten_address(page.as_posix()) for page in pages)
    return KeptAddresses(show_path_from_here(path), read_published(path) if public else {}, frozenset(own))


def find_lost_addresses(path: Path, site: Path) -> Iterator[Fault]:
    """A fault for each address of the list at `path` that the site does not have."""
    for address, line in read_published(path).items():
        file = f"{address}index.html" if address.endswith("/") else address
        if not (site / file).is_file():
            message = f"The site would lose the published address {address}."
            yield make_fault_at(str(path), line, 1, "S109", message)


def list_site_addresses(site: Path) -> list[str]:
    """Of all pages of a built site, sorted; without further pages of lists, which come and go."""
    pages = (page.parent.relative_to(site).as_posix() for page in site.rglob("index.html"))
    named = (name for name in pages if not name.rpartition("/")[2].isdecimal())
    return sorted("" if name == "." else f"{name}/" for name in named)


def write_published(known: Iterable[str], source: str) -> str:
    """The list with what it lacks of the known addresses; nothing is taken out of it."""
    listed = {line.strip() for line in source.splitlines()}
    head = [line for line in source.splitlines() if line.startswith("#")] or [_HEAD]
    kept = {line for line in listed if line and not line.startswith("#")}
    return "\n".join((*head, *sorted(kept | {address for address in known if address}))) + "\n"


_HEAD = "# Published addresses: they keep working. Written by `archive addresses --publish`."
