"""How captures are recognised, and what became of the passages of those that were replaced."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from build_tools.model.base import MOST_PARAGRAPHS, ClaimId, PassageId, Text, Url, Whole, Written
from build_tools.model.dated import Day
from build_tools.model.declarations import Unique
from build_tools.model.edtf import Edtf
from build_tools.model.overruling import Overruling


class CaptureRef(Written):
    """How the keeper's capture is recognised, wherever it lies."""

    file: Annotated[str, Field(pattern=r"^[^/\\\x00-\x1f]*[^/\\\x00-\x1f. ][^/\\\x00-\x1f]*$")]
    """Name of the file, without a folder: something beside dots, which would name a folder."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$"), Unique("C110", "capture")]
    """Digest of its bytes, lower-case hexadecimal."""
    bytes: Annotated[Whole, Field(ge=0, le=10**12)]
    """Its size; a million megabytes at most."""
    encoding: Text | None = None
    """How its bytes are to be read (`cp1251`, `koi8-r`, `utf-8`), where a person has looked: goes before what
    the page declares and before every guess."""
    page: Url | None = None
    """The address of the page that is meant, in a web archive (WARC, WACZ) that holds several."""
    taken: Edtf | None = None
    """When it was taken; left out where nobody wrote it down, which the page then says."""


class EarlierCapture(CaptureRef):
    """A capture that another one has replaced; `archive recapture` writes it.

    What of it is the same under the same number is not listed.
    """

    replaced: Day
    """The day on which the next capture took its place."""
    paragraphs: Annotated[Whole, Field(ge=1, le=MOST_PARAGRAPHS)]
    """How many numbered passages it has."""
    became: dict[PassageId, PassageId] = Field(default_factory=dict)
    """Passages of it that have another number in the next capture, and which."""
    reworded: tuple[PassageId, ...] = ()
    """Passages of it that read otherwise in the next capture."""
    gone: tuple[PassageId, ...] = ()
    """Passages of it that the next capture has not."""
    new: tuple[PassageId, ...] = ()
    """Passages of the next capture that it has not."""
    claims: dict[ClaimId, ClaimId] = Field(default_factory=dict)
    """Claims of passages that are gone, and what they are called now: `p9c1: earlierc1`."""
    cleaning: Overruling | None = None
    """Lines of it of which cleaning is overruled."""
