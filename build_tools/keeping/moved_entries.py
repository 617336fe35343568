"""`moved.yml` → the same with further entries: an old address leads on, or tells what became of its page."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from build_tools.text.yaml_scalars import quote_scalar

_LEADING_ON = re.compile(r"(?m)(?<=^  new: )\S+$")


def lead_on(source: str, moves: Mapping[str, str], day: str) -> str:
    """With an entry for each old address that has none: where its page is now."""
    fresh = (
        (was, f"- old: {was}\n  new: {now}\n  day: {day_text(day)}\n") for was, now in sorted(moves.items())
    )
    return source + "".join(entry for was, entry in fresh if f"- old: {was}\n" not in source)


def list_led_to(source: str) -> tuple[str, ...]:
    """Where earlier entries lead: pages that somebody comes to from an address that was given out."""
    return tuple(_LEADING_ON.findall(source))


def lead_to_newest(source: str, moves: Mapping[str, str]) -> str:
    """Earlier entries lead straight to where the page is now, not from one old address to another."""
    return _LEADING_ON.sub(lambda found: moves.get(found[0], found[0]), source)


def write_tombstone(source: str, address: str, *, day: str, title: str, reason: str) -> str:
    """With what became of the page; without a title where that may not be repeated."""
    told = f"  title: {quote_scalar(title)}\n" if title else ""
    return f"{source}- old: {address}\n  day: {day_text(day)}\n{told}  reason: {quote_scalar(reason)}\n"


def day_text(day: str) -> str:
    """A day as YAML has it: in quotation marks, or many programs would take it for a date of their own."""
    return f'"{day}"'


def map_to_tombstone(slug: str, folder: str, wording: str, published: Collection[str]) -> dict[str, str]:
    """Published addresses beside a source's page that go with it → the page's own."""
    own = f"{folder}{slug}/"
    return {address: own for address in published if _is_beside(address, own, slug, wording)}


def _is_beside(address: str, own: str, slug: str, wording: str) -> bool:
    if address.startswith(wording):
        return slug in address.removeprefix(wording).rstrip("/").split("--")
    return address.startswith(own) and address != own
