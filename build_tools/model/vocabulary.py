"""The archive's vocabularies: topics (after SKOS), entities, and words that mean the same to a search."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, Strict, StringConstraints, WithJsonSchema, model_validator

from build_tools.model.base import Flag, Text, Whole, Written
from build_tools.model.declarations import OwnId, SourceId, TopicId, Unique
from build_tools.model.edtf import Edtf
from build_tools.model.protection import Protection

RulePhrase = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True, pattern=r"^(?:[^*]|\*[^\w*]|\*$)+$")
]
"""Words to look for; a `*` stands at the end of a word and nowhere else."""


class TopicRules(Written):
    """When a paragraph of captured text is about a topic. Phrases match whole words, in any case.

    A `*` at the end of a word matches any ending of it (`recruit*`). A space also matches a hyphen; a hyphen
    also matches a space or nothing (`pre-trial`: pre-trial, pretrial, pre trial).
    """

    any: tuple[RulePhrase, ...] = ()
    """One of these is enough."""
    together: tuple[tuple[tuple[RulePhrase, ...], ...], ...] = ()
    """Each entry is a list of lists: one phrase of every inner list must occur in the paragraph."""
    unless: tuple[RulePhrase, ...] = ()
    """Occurrences of these are struck out before the rules are read."""
    carries: Flag = False
    """Whether a following paragraph that matches no such topic by itself, but continues this one, keeps it:
    it has a phrase of `after`, opens by pointing back (*these*, *he*, *her*), or is one short sentence."""
    after: tuple[RulePhrase, ...] = ()
    """Too weak by themselves; one of these is enough where the paragraph before is about the topic. Needs
    `carries`."""


SearchWord = Annotated[str, StringConstraints(pattern=r"^[^\s,;*]+$")]
"""A single word as readers type it, in any letters."""
OwnWord = Annotated[SearchWord, Unique("V112", "word")]
"""One that stands in no other group."""


class WordGroup(Written):
    """Words that mean one thing to whoever searches: each finds what any of them stands in."""

    words: Annotated[tuple[OwnWord, ...], Field(min_length=1)]
    """In any form and any letters: `mill` stands for `mills` as well. Each stands in one group."""
    narrower: tuple[SearchWord, ...] = ()
    """Words that these find, and that find nothing of them: who looks for boats wants the barges too,
    but not the other way round."""
    note: Text | None = None
    """For whoever keeps the list."""


class Topic(Written):
    """A subject under which claims are indexed."""

    id: OwnId
    """The page's address: `topics/<id>/`."""
    label: Text
    """The preferred label (SKOS prefLabel)."""
    alternatives: tuple[Text, ...] = ()
    """Other labels that readers may search for (SKOS altLabel)."""
    scope_note: Text
    """What belongs here and what does not (SKOS scopeNote)."""
    broader: TopicId | None = None
    """The topic that it is part of."""
    related: tuple[TopicId, ...] = ()
    """Topics that a reader of it may look for."""
    rules: TopicRules | None = None
    """Left out where only the editor assigns the topic."""


class EntityKind(StrEnum):
    """Which index an entity stands in."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    """Events and laws."""


class Form(Written):
    """A surface form: how an entity is named in texts. A bare string stands for `{text: …}`."""

    text: Text
    """Matched as whole words, in this case; `’` and `'` are the same."""
    whole: Flag = False
    """Nothing inside this form is a mention: the *Lisbon* of *The Lisbon Post*."""
    # written `in`, which is a keyword of Python
    only_in: Annotated[tuple[SourceId, ...], Field(alias="in")] = ()
    """Sources in which the form means this entity; if left out, all. For forms such as *the director*."""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class NativeName(Written):
    """A name in the language of those who bear it, in its own letters."""

    text: Text
    """The name, in its own letters."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    """`ru`, `uk`."""


_Degrees = Whole | Annotated[float, Strict()]

Latitude = Annotated[
    _Degrees, Field(ge=-90, le=90), WithJsonSchema({"type": "number", "minimum": -90, "maximum": 90})
]
"""Degrees, north positive."""

Longitude = Annotated[
    _Degrees, Field(ge=-180, le=180), WithJsonSchema({"type": "number", "minimum": -180, "maximum": 180})
]
"""Degrees, east positive."""


class Coordinates(Written):
    """Where a place lies, as a point; what has no point, such as a country, has none."""

    lat: Latitude
    """North positive; a tenth of a degree is enough for a map."""
    lon: Longitude
    """East positive."""
    basis: Text
    """What the point is, and where it is from: `the town, from its page in a gazetteer`."""


class Entity(Written):
    """A person, organisation, place or event that claims mention."""

    id: OwnId
    """The page's address: `people/<id>/`, `organisations/<id>/`, `places/<id>/`, `events/<id>/`."""
    name: Text
    """As pages call it."""
    kind: EntityKind
    """What it is: that decides which list it stands in."""
    type: Text
    """Finer, in words: `private military company`."""
    description: Text
    """Who or what it is, one or two sentences."""
    forms: tuple[Form, ...] = ()
    """How texts name it. The name itself is matched only if it is listed."""
    native: tuple[NativeName, ...] = ()
    """The name in its own language: shown on its page, and found by who types it so."""
    anonymous: Flag = False
    """A person whom the source does not name."""
    outside_only: Flag = False
    """Named only outside the article (photo credits, menus, related links)."""
    date: Edtf | None = None
    """Of an event: when it took place. It then stands on the timeline."""
    date_basis: Text | None = None
    """How the date is known; left out where a source of the archive states it."""
    coordinates: Coordinates | None = None
    """Where a place lies: the list of places shows those that have them on a map."""
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]{0,11}$")] | None = None
    """The identifier of the same at Wikidata, as `Q42`."""
    wikidata_basis: Text | None = None
    """How sure the identifier is."""
    protected: Protection | None = None
    """That the person’s name must not appear: what stands in its place, why, and since when. The name itself
    is not written here but in `private-names.yml`, which is never committed."""
    note: Text | None = None
    """What else a reader should know; shown on its page."""

    @model_validator(mode="after")
    def _date_events(self) -> Entity:
        if self.date and self.kind is not EntityKind.EVENT:
            raise ValueError("only an event has a date")
        return self

    @model_validator(mode="after")
    def _locate_places(self) -> Entity:
        if self.coordinates and self.kind is not EntityKind.PLACE:
            raise ValueError("only a place has coordinates")
        return self
