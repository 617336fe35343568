"""What may change in an archive, each kind of thing by its name: `EDITS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from build_tools.exports.registry import ALL_DOWNLOADS
from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.attribution import Ground, Link
from build_tools.model.base import ClaimRef
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Denial, DisagreementKind, Modality, OriginKind
from build_tools.model.material import Material
from build_tools.model.outside import Evidence as Outside
from build_tools.model.outside import Extent
from build_tools.model.overviews import Overviews
from build_tools.model.record import Change, ChangeKind, Claim, How, Note, NoteKind, Record, Retelling
from build_tools.model.vocabulary import Entity, EntityKind, Form, Topic
from build_tools.relate import relate
from tests.built import ROOT

SEEDS = ROOT / "examples" / "the-ferry" / "seeds"
SLUG = "courier-salt-missing"
FREE = "p3c1"
"""A statement of it that stands in no finding and no disagreement."""


@dataclass(frozen=True)
class Evidence:
    """What an archive is made from, ready to be changed."""

    documents: tuple[Document, ...]
    material: Material

    def relate(self) -> Archive:
        """The archive of it."""
        return replace(relate(self.documents, self.material, Edition.READING), downloads=ALL_DOWNLOADS)


def _change(**fields: object) -> Callable[[Evidence], Evidence]:
    """Change the record of one source."""
    return _edit(lambda record: record.model_copy(update=fields))


def _edit(edit: Callable[[Record], Record]) -> Callable[[Evidence], Evidence]:
    def edited(document: Document) -> Document:
        here = document.record.slug == SLUG
        return replace(document, record=edit(document.record), digest="") if here else document

    return lambda told: replace(told, documents=tuple(map(edited, told.documents)))


def _change_claim(name: str, **fields: object) -> Callable[[Evidence], Evidence]:
    def changed(claim: Claim) -> Claim:
        return claim.model_copy(update=fields) if claim.id == name else claim

    return _edit(lambda r: r.model_copy(update={"claims": tuple(map(changed, r.claims))}))


def _without_claim(record: Record) -> Record:
    return record.model_copy(update={"claims": tuple(c for c in record.claims if c.id != FREE)})


def _with(told: Evidence, **fields: Any) -> Evidence:
    return replace(told, material=replace(told.material, **fields))


def _change_first(name: str, **fields: object) -> Callable[[Evidence], Evidence]:
    """Change the first entry of a file that sources share."""

    def edit(told: Evidence) -> Evidence:
        first, *others = getattr(told.material, name)
        assert isinstance(first, BaseModel)
        return _with(told, **{name: (first.model_copy(update=fields), *others)})

    return edit


def _drop_first(name: str) -> Callable[[Evidence], Evidence]:
    """With the overviews, so that nothing is told of what is gone."""
    return lambda told: _with(told, overviews=Overviews(), **{name: getattr(told.material, name)[1:]})


def _move_last_first(name: str) -> Callable[[Evidence], Evidence]:
    def edit(told: Evidence) -> Evidence:
        *others, last = getattr(told.material, name)
        return _with(told, **{name: (last, *others)})

    return edit


def _change_entity(entity: str, **fields: object) -> Callable[[Evidence], Evidence]:
    """Change one name of the vocabulary."""

    def edit(told: Evidence) -> Evidence:
        assert any(each.id == entity for each in told.material.entities)
        changed = (e.model_copy(update=fields) if e.id == entity else e for e in told.material.entities)
        return _with(told, entities=tuple(changed))

    return edit


DENIAL = Denial(claim=ClaimRef(f"{SLUG}#{FREE}"), by="Somebody", denies="that it was so")
EVIDENCE = Outside(title="A letter", extent=Extent.WHOLE, use="the day")
GUESSED = Link(who="Ellmarch Wire", origin="ellmarch-wire-salt", ground=Ground.DATE, evidence=(EVIDENCE,))
NOTED = Note(passage="p3", kind=NoteKind.CONTEXT, text="It was so.", evidence=(EVIDENCE,))
CHANGE = Change(passage="p3", kind=ChangeKind.ADDED, text="-", by="ellmarch-wire-salt", seen=Extent.UNSEEN)
STRANGER = Entity(
    id="quillhaven", name="Quillhaven", kind=EntityKind.PLACE, type="town", description="Where nobody is."
)
SUBJECT = Topic(id="herons", label="Herons", scope_note="What is said of herons.")
CHANGED = Retelling(origin="audit-report", how=How.CITES, changes=(CHANGE,))

EDITS: dict[str, Callable[[Evidence], Evidence]] = {
    "a title": _change(title="Another title"),
    "a summary": _change(summary="Another summary."),
    "an outlet": _change(outlet="radio-vell"),
    "authors": _change(authors=("Somebody Else",)),
    "a language": _change(language="ru"),
    "no notes": _change(notes=()),
    "no retellings": _change(retells=()),
    "a change on the way": _change(retells=(CHANGED,)),
    "what a note rests on": _change(notes=(NOTED,)),
    "a day of change": _change(changed=Edtf.parse("2032-01-01")),
    "no capture": lambda told: replace(
        told,
        documents=tuple(
            replace(d, clean=None, digest="") if d.record.slug == SLUG else d for d in told.documents
        ),
    ),
    "a claim’s words": _change_claim(FREE, text="Ivo Marrack avoids the word theft, and names four stores."),
    "a claim’s speaker": _change_claim(FREE, said_by="someone else"),
    "a claim’s topics": _change_claim(FREE, topics=("animals-blamed",)),
    "a claim’s names": _change_claim(FREE, mentions=("barn-owner",)),
    "a claim’s chain": _change_claim(FREE, chain=()),
    "on what a chain rests": _change_claim(FREE, chain=(GUESSED,)),
    "what a claim prints": _change_claim(FREE, printed=()),
    "how a day is inferred": _change_claim(FREE, when=Edtf.parse("2019-03"), when_basis="from the day"),
    "a claim’s figures": _change_claim(FREE, figures=()),
    "a claim less": _edit(_without_claim),
    "a finding’s statement": _change_first("findings", statement="It is otherwise."),
    "a finding’s members": _change_first("findings", claims=(ClaimRef(f"{SLUG}#{FREE}"),)),
    "a finding’s day": _change_first("findings", changed=Edtf.parse("2032-01-01")),
    "how surely a finding is said": _change_first("findings", modality=Modality.ESTABLISHED),
    "a denial": _change_first("findings", denied_by=(DENIAL,)),
    "why a finding was withdrawn": _change_first("withdrawn", reason="Another reason."),
    "what a withdrawn finding was made of": _change_first("withdrawn", see=(ClaimRef(f"{SLUG}#{FREE}"),)),
    "a finding less": _drop_first("findings"),
    "a disagreement’s title": _change_first("disagreements", title="Or not?"),
    "a disagreement’s kind": _change_first("disagreements", kind=DisagreementKind.WITHIN),
    "what a disagreement rests on": _change_first("disagreements", evidence=(EVIDENCE,)),
    "a disagreement’s members": _change_first("disagreements", claims=(ClaimRef(f"{SLUG}#{FREE}"),)),
    "a disagreement less": _drop_first("disagreements"),
    "the order of disagreements": _move_last_first("disagreements"),
    "an origin’s publisher": _change_first("origins", publisher="Another Wire"),
    "an origin’s kind": _change_first("origins", kind=OriginKind.BACKGROUND),
    "how much of an origin was seen": _change_first("origins", extent=Extent.OPENING),
    "the order of origins": _move_last_first("origins"),
    "a wanted source less": _drop_first("wanted"),
    "shared wording less": _drop_first("reuse"),
    "an entity’s name": _change_entity("sallowhithe", name="Sallowhithe-on-Vell"),
    "what an entity is": _change_entity("sallowhithe", description="Another town."),
    "an entity’s kind": _change_entity("sallowhithe", kind=EntityKind.ORGANISATION),
    "an entity’s type": _change_entity("chain-inspection", type="law"),
    "an entity’s forms": _change_entity("sallowhithe", forms=(Form(text="the town"),)),
    "an entity’s day": _change_entity("chain-inspection", date=Edtf.parse("2019-03-21")),
    "an entity’s note": _change_entity("sallowhithe", note="It has a quay."),
    "a name of an outlet": _change_entity("radio-vell", name="Radio of the Vell"),
    "an organisation that signs": _change_entity("radio-vell", forms=(Form(text="Maud Ettley"),)),
    "an entity more": lambda told: _with(told, entities=(STRANGER, *told.material.entities)),
    "a topic’s label": _change_first("topics", label="Otherwise"),
    "a topic’s other labels": _change_first("topics", alternatives=("otherwise",)),
    "what a topic includes": _change_first("topics", scope_note="Something else."),
    "a topic’s neighbours": _change_first("topics", related=()),
    "a topic more": lambda told: _with(told, topics=(SUBJECT, *told.material.topics)),
    "the order of topics": _move_last_first("topics"),
    "nothing told": lambda told: _with(told, overviews=Overviews()),
}  # fmt: skip
