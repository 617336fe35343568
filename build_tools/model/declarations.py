"""What a field names, or what must stand once, declared on its type: the checks between files follow from it.

As foreign keys are declared on the column of a table. A field that names something is of one of the types
here, and not a bare `Slug`; then nobody can forget its check. A `ClaimRef` is a reference by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from build_tools.model.base import Slug


@dataclass(frozen=True, slots=True)
class Refers:
    """That a field names something which must be known."""

    noun: str
    """What is named: `topic`, `entity`, `origin`, `source`, `finding`, `disagreement` or `claim`."""
    code: str
    """Of the fault where it is not known."""
    kind: str = ""
    """The kind that an entity must be of; empty for any."""


@dataclass(frozen=True, slots=True)
class Unique:
    """That no two entries of one list, or records, have the same value."""

    code: str
    """Of the fault where two have."""
    noun: str
    """What the value is called: `id`, `slug`, `address`, `capture`, `word`."""


OwnId = Annotated[Slug, Unique("V106", "id")]
"""The id that an entry gives itself."""
TopicId = Annotated[Slug, Refers("topic", "V101")]
"""An id of `vocabulary/topics.yml`."""
EntityId = Annotated[Slug, Refers("entity", "V102")]
"""An id of `vocabulary/entities.yml`."""
OutletId = Annotated[Slug, Refers("entity", "V102", kind="organisation")]
"""One of an organisation."""
PlaceId = Annotated[Slug, Refers("entity", "V102", kind="place")]
"""One of a place."""
OriginId = Annotated[Slug, Refers("origin", "V103")]
"""An id of `origins.yml`."""
SourceId = Annotated[Slug, Refers("source", "V104")]
"""The slug of a record."""
DisagreementId = Annotated[Slug, Refers("disagreement", "V111")]
"""The id of a disagreement of `findings.yml`."""
FindingId = Annotated[Slug, Refers("finding", "V110")]
"""The id of a finding of `findings.yml`."""
