"""A finding that is one no more → its page, because an address once published goes on to work."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.evidence import Finding, Withdrawn
from build_tools.pages.addresses import FINDINGS_ADDRESS, finding_address
from build_tools.pages.page import Page, PageKind
from build_tools.pages.statement_reports import StatementPlace, make_place


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """The page of a withdrawn finding."""

    withdrawn: Withdrawn
    places: tuple[StatementPlace, ...]
    """The statements that it was made of."""
    instead: Finding | None


def make_withdrawn_page(index: Index, key: str) -> Page:
    """What became of it, and where its statements are."""
    withdrawn = index.withdrawn[key]
    places = tuple(make_place(s, index) for s in index.select_statements(withdrawn.see))
    view = WithdrawnView(withdrawn, places, index.findings.get(withdrawn.instead or ""))
    return Page(
        kind=WITHDRAWN,
        address=finding_address(key),
        title="A finding that was withdrawn",
        view=view,
        about=withdrawn,
        description=f"Withdrawn: {withdrawn.reason}",
        facts={"id": withdrawn.id, "withdrawn": str(withdrawn.withdrawn)},
    )


WITHDRAWN = PageKind(
    name="withdrawn",
    folder=FINDINGS_ADDRESS,
    label="Withdrawn finding",
    list_keys=lambda index: index.withdrawn,
    make_page=make_withdrawn_page,
)
