"""A source or finding → what a copied selection is credited with, because a quotation needs its source.

A credit has two gaps that a script fills when something is copied: the passages, and the address of the first
of them. Original and archive are kept apart: captured text is the outlet's, all else is the archive's.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model.citation import Citation
from build_tools.model.record import Record
from build_tools.pages.prose import html
from build_tools.text.citing import chicago
from build_tools.text.citing.prose import Line, italic, joined, roman
from build_tools.text.citing.works import Citing, both

AT = Markup('<span class="credit__at"></span>')
"""Where the passages come: `, paras. 1–3`, or nothing."""
ADDRESS = Markup('<span class="credit__address"></span>')
"""Where the address comes, with what leads to it; nothing where there is none."""


@dataclass(frozen=True, slots=True)
class Credit:
    """The credit of one kind of text."""

    kind: str
    """The kind, as the script knows it: `captured`, `digest`, `note`, `finding`."""
    words: Markup


def of_source_page(record: Record, citing: Citing) -> tuple[Credit, ...]:
    """Captured text is the outlet's; retelling and notes are the archive's, with the report's address."""
    report, own = both(citing, record)
    recorded = html((*roman(". Recorded in "), *italic(report.held)))
    original = joined(", ", *chicago.before_passage(report))
    archived = joined(", ", *chicago.before_passage(own))
    about = html((*roman(". The report: "), *_address(report), *roman(".")))
    return (
        Credit("captured", html(original) + AT + html(_address(report, ", ")) + recorded + ADDRESS + "."),
        Credit("digest", html(archived) + AT + ADDRESS + about),
        Credit("note", html((*roman("Editor’s note in "), *archived)) + AT + ADDRESS + about),
    )


def of_finding_page(cited: Citation) -> tuple[Credit, ...]:
    """A finding's statement is the archive's."""
    return (Credit("finding", html(joined(", ", *chicago.before_passage(cited))) + ADDRESS + "."),)


def _address(report: Citation, before: str = "") -> Line:
    return roman(f"{before}{report.url}") if report.url else ()
