"""The custody log of a record's captures: what was done with them, each act bound to the one before."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from build_tools.model.base import Text, Url, Written

_DIGEST = r"^[0-9a-f]{64}$"


class CustodyAct(StrEnum):
    """What was done."""

    BEGUN = "begun"
    """The log begins with a capture that was there already."""
    TAKEN = "taken"
    ADDED = "added"
    """A record was begun for it."""
    RECAPTURED = "recaptured"
    """It took the place of the capture before it."""
    CLEANED = "cleaned"
    """Its ledger was written anew."""
    MOVED = "moved"
    """The record has another address."""
    WITHDRAWN = "withdrawn"
    NOTED = "noted"
    """What a person wrote down."""
    TIMESTAMPED = "timestamped"
    """An authority has signed when the entry before this one was there."""


class CustodyEntry(Written):
    """One act. What is not known is left out, and never guessed."""

    n: Annotated[int, Field(ge=1, le=10**6)]
    """Its number, from 1."""
    act: CustodyAct
    at: Annotated[str, Field(pattern=r"^[0-9Xx~?%/.\[\],:TZ+-]{4,60}$")]
    """When: of acts of the program in UTC, `2032-01-05T09:30:00Z`; of a capture as its record has it."""
    by: Text | None = None
    """Who, where that was told."""
    tool: Annotated[Text | None, Field(alias="with")] = None
    """With what: a program and its version."""
    source: Annotated[Url | None, Field(alias="from")] = None
    """From where."""
    file: Text | None = None
    sha256: Annotated[str | None, Field(pattern=_DIGEST)] = None
    bytes: Annotated[int | None, Field(ge=0, le=10**12)] = None
    note: Text | None = None
    before: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    """SHA-256 of the entry before it, as it is written; empty for the first."""

    def write_line(self) -> str:
        """The entry as it stands in the file, and is digested."""
        fields = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        return json.dumps(fields, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class CustodyLog:
    """A log as committed."""

    source: str
    """The file, which readers can have as it is."""
    entries: tuple[CustodyEntry, ...]
    tokens: tuple[tuple[int, bytes], ...] = ()
    """Number of an entry that tells of a timestamp, and the timestamp as the authority gave it."""

    @property
    def head(self) -> str:
        """Digest of the last entry, which stands for all of them."""
        return digest_line(self.entries[-1].write_line()) if self.entries else ""

    @property
    def stamped(self) -> tuple[CustodyEntry, ...]:
        """The entries that tell of a timestamp of all before them."""
        return tuple(entry for entry in self.entries if entry.act is CustodyAct.TIMESTAMPED)


NO_LOG = CustodyLog("", ())


def digest_line(line: str) -> str:
    """What the next entry says of one."""
    return hashlib.sha256(line.encode()).hexdigest()


def write_log(lines: list[str]) -> str:
    """The file: a JSON list with an entry on each line."""
    return "[\n" + ",\n".join(f" {line}" for line in lines) + "\n]\n"
