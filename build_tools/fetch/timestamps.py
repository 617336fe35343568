"""Bytes → a timestamp of them (RFC 3161) by the authority at an address, held against what was asked.

That the signature is the authority's, `openssl ts -verify` says, with a certificate that a person trusts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from importlib import import_module
from typing import Any
from urllib.parse import SplitResult

from build_tools.fetch.exchange import Exchange, Posted, ask, split_web_address
from build_tools.fetch.pages import FetchLimits
from build_tools.fetch.public_addresses import Resolve, resolve_name
from build_tools.fetch.refusals import FetchRefused
from build_tools.model.errors import UsageError

_AGENT = "archive-timestamp (one timestamp, asked for by a person)"
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"
_LOOPBACK = frozenset({"127.0.0.1", "::1"})
_LOOPBACK_NAMES = _LOOPBACK | {"localhost"}
_SHA256 = "2.16.840.1.101.3.4.2.1"
_GRANTED = (0, 1)
"""Granted, and granted with changes: RFC 3161, 2.4.2."""
_GOOD = 200
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Timestamp:
    """What an authority gave."""

    token: bytes
    """Its answer as received, which `openssl ts -verify -in` reads."""
    at: str
    """When, by its clock, in UTC."""


def ask_timestamp(
    authority: str,
    content: bytes,
    limits: FetchLimits = FetchLimits(bytes=1 << 18, seconds=30),  # noqa: B008 - frozen; answers have some 5 KB
    *,
    resolve: Resolve = resolve_name,
    tell: Callable[[str], None] = lambda _: None,
) -> Timestamp:
    """The timestamp; of the content, its SHA-256 alone is sent. Raises FetchRefused; UsageError: no library.

    `tell` hears of the request before it is made. A redirection is not followed.
    """
    library = _load_library()
    allowed = _check_authority(split_web_address(authority))
    builder = library.TimestampRequestBuilder(data=content, hash_algorithm=library.HashAlgorithm.SHA256)
    request = builder.build()
    posted = Posted(_QUERY, _REPLY, request.as_bytes())
    tell(authority)
    exchange = ask(authority, resolve, allowed, limits.bytes, limits.seconds, _AGENT, posted)
    _check_exchange(exchange)
    return _check_answer(library, exchange, request.nonce, hashlib.sha256(content).digest())


def _load_library() -> Any:
    try:
        return import_module("rfc3161_client")
    except ImportError:
        raise UsageError(
            "What asks for timestamps is not installed. In the checkout: pip install '.[timestamp]'."
        ) from None


def _check_authority(parts: SplitResult) -> frozenset[str]:
    """The addresses that may be asked although they are not public: this machine's, where it is named."""
    if parts.hostname in _LOOPBACK_NAMES:
        return _LOOPBACK
    if parts.scheme != "https":
        raise FetchRefused(
            f"{parts.geturl()} is no https address: anybody on the way could see and answer it."
        )
    return frozenset()


def _check_exchange(exchange: Exchange) -> None:
    if exchange.status != _GOOD:
        raise FetchRefused(
            f"{exchange.url} answers with {exchange.status} {exchange.reason}, and no timestamp."
        )
    media = exchange.media_type
    if media != _REPLY:
        raise FetchRefused(f"{exchange.url} answers with the type {media or 'of nothing'}, and no timestamp.")


def _check_answer(library: Any, exchange: Exchange, nonce: int, digest: bytes) -> Timestamp:
    try:
        answer = library.decode_timestamp_response(exchange.body)
        status, words = answer.status, "; ".join(answer.status_string)
        info = answer.tst_info if status in _GRANTED else None
    except ValueError as error:
        told = str(error)[:_LONGEST_REASON]
        raise FetchRefused(f"{exchange.url} answers with what is no timestamp: {told}.") from None
    if info is None:
        raise FetchRefused(f"{exchange.url} gives none (status {status}). {words[:_LONGEST_REASON]}".rstrip())
    imprint = info.message_imprint
    if imprint.hash_algorithm.dotted_string != _SHA256 or imprint.message != digest:
        raise FetchRefused(f"{exchange.url} gives a timestamp of something else.")
    if info.nonce != nonce:
        raise FetchRefused(f"{exchange.url} gives a timestamp that answers another request.")
    return Timestamp(exchange.body, info.gen_time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
