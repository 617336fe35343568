"""The address of a page → the address of the copy that the Wayback Machine has of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import quote

from build_tools.fetch.exchange import ask
from build_tools.fetch.pages import AGENT, FetchLimits
from build_tools.fetch.public_addresses import Resolve, resolve_name
from build_tools.fetch.refusals import FetchRefused
from build_tools.text.archived_addresses import split_archived_address

SERVICE = "https://archive.org/wayback/available?url="
"""Answers in JSON; asks for nothing to be archived."""


def find_snapshot(
    url: str,
    limits: FetchLimits = FetchLimits(bytes=1 << 20),  # noqa: B008 - frozen
    *,
    service: str = SERVICE,
    resolve: Resolve = resolve_name,
    allowed: frozenset[str] = frozenset(),
    tell: Callable[[str], None] = lambda _: None,
) -> str:
    """The https address of the copy; empty where there is none. Raises FetchRefused for any other answer."""
    asked = service + quote(url, safe="")
    tell(asked)
    answer = ask(asked, resolve, allowed, limits.bytes, limits.seconds, AGENT)
    try:
        found = json.loads(answer.body)
        closest = found["archived_snapshots"].get("closest", {})
        copy = str(closest["url"]) if closest.get("available") else ""
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FetchRefused(f"{service.partition('?')[0]} gave an answer that is not understood.") from None
    address = split_archived_address(copy.replace("http://", "https://", 1)) if copy else None
    return address.address if address else ""
