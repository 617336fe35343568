"""An archive → published addresses that its site would lose, and old ones at which a page stands.

Told before anything is rendered: pages are known by their kinds and keys.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.model.codes import make_fault, make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.kept_addresses import KeptAddresses
from build_tools.model.material import Material
from build_tools.pages import PAGE_KINDS, PageKind
from build_tools.pages.moved import MOVED_PAGE


def list_page_addresses(index: Index, folders: Collection[str] = ()) -> Iterator[str]:
    """Of every generated page, pages at old addresses left out; with `folders`, of pages in these alone."""
    for kind in PAGE_KINDS:
        if kind is not MOVED_PAGE and (not folders or kind.folder in folders):
            yield from (name_address(kind, key) for key in kind.list_keys(index))


def name_address(kind: PageKind, key: str) -> str:
    """Where a page of a kind stands, as its key says; the page itself need not be made."""
    return f"{kind.folder}{key}/{kind.below}" if key else kind.folder


def find_address_faults(archive: Archive, material: Material, kept: KeptAddresses) -> tuple[Fault, ...]:
    """Old addresses at which a page stands, and published ones that the site would lose."""
    occupied = find_occupied_addresses(archive, material, kept)
    return (*occupied, *(_find_lost(Index(archive), material, kept) if kept.lines else ()))


def find_occupied_addresses(archive: Archive, material: Material, kept: KeptAddresses) -> tuple[Fault, ...]:
    """A fault for each entry of `moved.yml` at whose address a page would be: one could not be seen."""
    if not material.moved:
        return ()
    folders = {f"{moved.old.partition('/')[0]}/" for moved in material.moved}
    known = {*list_page_addresses(Index(archive), folders), *kept.handwritten}
    return tuple(
        make_fault(material.moved_places, (at, "old"), "V114", f"A page stands at {moved.old}.")
        for at, moved in enumerate(material.moved)
        if moved.old in known
    )


def _find_lost(index: Index, material: Material, kept: KeptAddresses) -> Iterator[Fault]:
    """Pages only: files are made by a build, which tells of them."""
    known = {*list_page_addresses(index), *(moved.old for moved in material.moved), *kept.handwritten}
    for address, line in kept.lines.items():
        if address.endswith("/") and address not in known:
            message = f"The site would lose the published address {address}."
            yield make_fault_at(kept.path, line, 1, "S109", message)
