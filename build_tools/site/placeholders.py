"""Hand-written page + generated fragments → the page with `<!-- archive: … -->` filled in.

A number that a person wrote goes stale; one that the build writes does not. In the Markdown file, where it is
read as it is, the place is an invisible comment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from build_tools.model.errors import ArchiveError

FragmentWriter = Callable[[str], str]
"""Path of a page below docs/ → Markdown or HTML for it: links are relative to the page."""

# no `<` or `>` within: another comment must not be swallowed
_PLACE = re.compile(r"^<!-- archive: ([^<>]*?) -->$", re.MULTILINE)


def fill_placeholders(markdown: str, here: str, fragments: Mapping[str, FragmentWriter]) -> str:
    """The page with each place filled; a place has its line to itself.

    Raises ArchiveError for a name that there is not.
    """

    def made(place: re.Match[str]) -> str:
        fragment = fragments.get(place[1])
        if fragment is None:
            known = ", ".join(f"“{name}”" for name in sorted(fragments))
            raise ArchiveError(
                f"{here}: the archive has nothing named “{place[1]}” to put in; there is {known}."
            )
        return fragment(here)

    return _PLACE.sub(made, markdown)
