"""A custody log and the timestamps beside it → faults: one is missing, was changed, or signs another log.

That an authority signed it, `openssl ts -verify` says, with the certificate that a person trusts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping

from build_tools.model.codes import make_fault_at
from build_tools.model.custody import CustodyEntry, CustodyLog
from build_tools.model.fault import Fault
from build_tools.text.terminal import quote_value

# RFC 3161, 2.4.1: MessageImprint is a sequence of an algorithm and the digest. DER writes SHA-256 in these
# two ways (with an empty parameter, and with none), so they can be looked for where no library is installed
_SHA256 = bytes.fromhex("0609608648016503040201")
_IMPRINTS = (
    bytes.fromhex("3031300d") + _SHA256 + bytes.fromhex("05000420"),
    bytes.fromhex("302f300b") + _SHA256 + bytes.fromhex("0420"),
)

Tokens = Mapping[str, tuple[str, bytes]]
"""Name of a timestamp's file → its path and content."""


def holds_imprint(token: bytes, digest: str) -> bool:
    """Whether a timestamp is of what has this SHA-256."""
    return any(head + bytes.fromhex(digest) in token for head in _IMPRINTS)


def check_tokens(path: str, log: CustodyLog, tokens: Tokens) -> Iterator[Fault]:
    """Each fault at the line of the entry that tells of the timestamp."""
    for entry in log.stamped:
        if reason := _find_reason(entry, tokens):
            yield make_fault_at(path, entry.n + 1, 2, "C131", reason)


def list_tokens(log: CustodyLog, tokens: Tokens) -> Iterator[tuple[int, bytes]]:
    """Number of an entry that tells of a timestamp, and its bytes."""
    for entry in log.stamped:
        if entry.file and entry.file in tokens:
            yield entry.n, tokens[entry.file][1]


def find_strays(tokens: Tokens, told: Collection[str | None]) -> Iterator[Fault]:
    """Timestamps of which no log tells: that entry was cut off."""
    for name, (path, _) in tokens.items():
        if name not in told:
            yield make_fault_at(path, 1, 1, "C131", "No custody log tells of this timestamp.")


def _find_reason(entry: CustodyEntry, tokens: Tokens) -> str:
    if not entry.file or entry.file not in tokens:
        return f"The timestamp {quote_value(entry.file or '')} is not beside the log."
    path, content = tokens[entry.file]
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        return f"{path} is not the timestamp that entry {entry.n} tells of: its bytes are others."
    if not entry.before or not holds_imprint(content, entry.before):
        return f"{path} does not sign the entry before this one, whose SHA-256 is {entry.before or 'none'}."
    return ""
