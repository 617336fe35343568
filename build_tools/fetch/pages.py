"""Address → the page, through its redirections, each of which is checked as the first was."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from build_tools.fetch.exchange import Exchange, ask
from build_tools.fetch.public_addresses import Resolve, resolve_name
from build_tools.fetch.refusals import FetchRefused

AGENT = "archive-fetch (one page, asked for by a person)"
"""What the request says of itself."""
_TYPES = (
    "text/",
    "application/xhtml+xml",
    "application/pdf",
    "application/json",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
    "multipart/related",
    "message/rfc822",
)
"""Types of what could be a report; a page without a type may be one."""
_NO_TYPES = ("text/css", "text/javascript")
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_GOOD = 200


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How far a request may go."""

    bytes: int = 32 * 2**20
    seconds: float = 60.0
    """For all requests together."""
    redirections: int = 8


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page and how it was come to."""

    exchanges: tuple[Exchange, ...]
    """The redirections in order, then the page."""

    @property
    def page(self) -> Exchange:
        """The last of them."""
        return self.exchanges[-1]


def fetch_page(
    url: str,
    limits: FetchLimits = FetchLimits(),
    *,
    resolve: Resolve = resolve_name,
    allowed: frozenset[str] = frozenset(),
    tell: Callable[[str], None] = lambda _: None,
) -> FetchedPage:
    """The page. Raises FetchRefused: private, led on too often, of another type, an error, too large or slow.

    `tell` hears of each request before it is made. `allowed`: addresses that may be asked although they are
    not public; only tests have any.
    """
    ends = time.monotonic() + limits.seconds
    exchanges: list[Exchange] = []
    url = _lead_on(url, "")
    while True:
        left = ends - time.monotonic()
        if left <= 0:
            raise FetchRefused(f"The page was not there within {limits.seconds:g} seconds.")
        tell(url)
        exchange = ask(url, resolve, allowed, limits.bytes, left, AGENT)
        exchanges.append(exchange)
        if exchange.status not in _REDIRECTIONS or not exchange.get_header("Location"):
            break
        if len(exchanges) > limits.redirections:
            raise FetchRefused(f"The address leads on more than {limits.redirections} times.")
        url = _lead_on(url, exchange.get_header("Location"))
    _check_answer(exchanges[-1])
    return FetchedPage(tuple(exchanges))


def _lead_on(url: str, location: str) -> str:
    """Where an address, or a redirection from it, leads. Raises FetchRefused: brackets that hold no host."""
    try:
        return urldefrag(urljoin(url, location)).url
    except ValueError:
        raise FetchRefused(f"{location or url} is no address.") from None


def _check_answer(page: Exchange) -> None:
    if page.status != _GOOD:
        raise FetchRefused(f"{page.url} answers with {page.status} {page.reason}, and no page.")
    media = page.media_type
    if media and (not media.startswith(_TYPES) or media in _NO_TYPES):
        raise FetchRefused(f"{page.url} is of the type {media}, and no report.")
    if not page.body:
        raise FetchRefused(f"{page.url} is empty.")
