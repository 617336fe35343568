"""Overviews as written → faults for sentences on nothing, because what cannot be checked is not told."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.read.references import Roles, walk_path
from build_tools.text.terminal import quote_value

_SENTENCES = tuple(
    f"{overview}.{part}.*" for overview in ("archive", "topics.*") for part in ("opening", "story", "weight")
)


def check_overviews(roles: Roles) -> Iterator[Fault]:
    """A fault for every sentence without anything under it."""
    for tree in roles.get("overviews", ()):
        for path in _SENTENCES:
            for loc, sentence in walk_path(tree.value, path):
                if isinstance(sentence, dict) and not sentence.get("rests_on"):
                    # six words find a sentence again and leave room for the fault
                    begins = quote_value(" ".join(str(sentence.get("text", "")).split()[:6]))
                    yield make_fault(tree.places, loc, "E107", f"Nothing stands under {begins}.")
