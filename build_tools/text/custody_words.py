"""An act of a custody log → a sentence for readers."""

from __future__ import annotations

import shlex

from build_tools.model.custody import CustodyAct, CustodyEntry

_WORDS = {
    CustodyAct.BEGUN: "The log begins with this capture, which was there before",
    CustodyAct.TAKEN: "Taken",
    CustodyAct.ADDED: "Added to the archive",
    CustodyAct.RECAPTURED: "Captured again",
    CustodyAct.CLEANED: "Cleaned anew",
    CustodyAct.MOVED: "The record got another address",
    CustodyAct.WITHDRAWN: "Withdrawn",
    CustodyAct.NOTED: "Noted",
    CustodyAct.TIMESTAMPED: "Timestamped",
}


def word_openssl(digest: str, token: str) -> str:
    """The command by which anybody checks a timestamp, with a certificate that they trust."""
    return f"openssl ts -verify -digest {digest} -in {shlex.quote(token)} -CAfile AUTHORITY.pem"


def word_act(entry: CustodyEntry) -> str:
    """`2032-01-05T09:30:00Z: Added to the archive by A. Keeper, with documentary-archive 0.1.0.`."""
    told = _WORDS[entry.act]
    told += f" by {entry.by}" if entry.by else ""
    told += f", from {entry.source}" if entry.source else ""
    told += f", with {entry.tool}" if entry.tool else ""
    told += f": {entry.file}, {entry.bytes} bytes, SHA-256 {entry.sha256}" if entry.sha256 else ""
    note = f" {entry.note}" if entry.note else ""
    return f"{entry.at}: {told}.{note}"
