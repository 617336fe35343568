"""A source or finding → what a copied selection is credited with, because a quotation needs its source.

A credit has two gaps that a script fills when something is copied: the passages, and the address of the first
of them. Original and archive are kept apart: captured text is the outlet's, all else is the archive's.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.citation import Citation
from build_tools.model.record import Record
from build_tools.pages.inline import Inline, RichText
from build_tools.text.citing import chicago
from build_tools.text.citing.prose import Line, italic, joined, roman
from build_tools.text.citing.works import Citing, both

PASSAGES_SLOT = Inline("", mark="credit__at")
"""Where the passages come: `, paras. 1–3`, or nothing."""
ADDRESS_SLOT = Inline("", mark="credit__address")
"""Where the address comes, with what leads to it; nothing where there is none."""


@dataclass(frozen=True, slots=True)
class Credit:
    """The credit of one kind of text."""

    kind: str
    """The kind, as the script knows it: `captured`, `digest`, `note`, `finding`."""
    words: RichText


def set_citation(line: Line) -> RichText:
    """A citation as words of a page."""
    return tuple(Inline(run.text, italic=run.italic, language=run.language) for run in line)


def credit_source(record: Record, citing: Citing) -> tuple[Credit, ...]:
    """Captured text is the outlet's; retelling and notes are the archive's, with the report's address."""
    report, own = both(citing, record)
    recorded = (*roman(". Recorded in "), *italic(report.held))
    original = set_citation(joined(", ", *chicago.before_passage(report)))
    archived = set_citation(joined(", ", *chicago.before_passage(own)))
    about = set_citation((*roman(". The report: "), *_cite_address(report), *roman(".")))
    stop = Inline(".")
    captured = set_citation((*_cite_address(report, ", "), *recorded))
    note = (Inline("Editor’s note in "), *archived)
    return (
        Credit("captured", (*original, PASSAGES_SLOT, *captured, ADDRESS_SLOT, stop)),
        Credit("digest", (*archived, PASSAGES_SLOT, ADDRESS_SLOT, *about)),
        Credit("note", (*note, PASSAGES_SLOT, ADDRESS_SLOT, *about)),
    )


def credit_finding(cited: Citation) -> tuple[Credit, ...]:
    """A finding's statement is the archive's."""
    words = set_citation(joined(", ", *chicago.before_passage(cited)))
    return (Credit("finding", (*words, ADDRESS_SLOT, Inline("."))),)


def _cite_address(report: Citation, before: str = "") -> Line:
    return roman(f"{before}{report.url}") if report.url else ()
