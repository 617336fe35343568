"""Links of pages → those that lead nowhere; a link that held is not looked at again while nothing is gone."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.fault import Fault
from build_tools.model.rendered import RenderedPage
from build_tools.site.links import LinkTargets, check_known_links
from build_tools.site.page_store import PageStore

_LINKS = "links"
"""In the store: what links could lead to in a build in which every one held."""


def check_new_links(
    pages: Iterable[RenderedPage],
    changed: Iterable[RenderedPage],
    targets: LinkTargets,
    store: PageStore,
    site: str,
) -> tuple[Fault, ...]:
    """Faults of the `changed` pages; of all, if what one of the others leads to may be gone."""
    held = store.find_value(_LINKS)
    is_whole = held is not None and held.places <= targets.places and held.files <= targets.files
    faults = tuple(check_known_links(changed if is_whole else pages, targets, site))
    store.put_value(_LINKS, None if faults else targets)
    return faults
