"""What is proposed of a report before a person has read it: fields with their places, stubs to write on."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.clean import CleanText
from build_tools.model.page_fields import PageFields


@dataclass(frozen=True, slots=True)
class ClaimStub:
    """A claim that a figure of the text calls for; its sentence is for a person to write."""

    id: str
    """`p3c1`."""
    figure: str
    """As annotation reads it: `20000`, `15000/20000 USD`, `200+`."""
    printed: str
    """The number as it stands in the text."""
    topics: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlikeRecord:
    """A record that a new capture resembles."""

    slug: str
    path: str
    share: float
    """Of the words of the new one's article that stand in the other's capture too."""
    same_address: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be."""

    slug: str
    clean: CleanText
    fields: PageFields
    outlet: str
    """The id of the outlet: of the vocabulary's, if it is there, else one made of its name; may be empty."""
    outlet_known: bool
    topics: tuple[str, ...] = ()
    """Topics of the vocabulary that its passages are about by their rules, the most frequent first."""
    mentions: tuple[str, ...] = ()
    """Entities of the vocabulary that it names, the most frequent first."""
    unknown: tuple[str, ...] = ()
    """Names that it repeats and the vocabulary does not have."""
    stubs: tuple[ClaimStub, ...] = ()
    alike: tuple[AlikeRecord, ...] = ()
    """The records that it resembles most."""
    alike_too: int = 0
    """How many more it resembles."""
    encoding: str | None = None
    """What a person stated of the capture."""
    page: str | None = None
    """The address of the page that a person chose in a web archive."""
    seen: str = ""
    """The day of the file itself, EDTF: a hint of when it was taken."""
    added: str = ""
    """Today."""
