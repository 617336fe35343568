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
from build_tools.text.citing.styled_text import StyledText, join_styled, set_italic, set_upright
from build_tools.text.citing.works import CitationContext, cite_both_works

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


def convert_citation(line: StyledText) -> RichText:
    """A citation as words of a page."""
    return tuple(Inline(run.text, italic=run.italic, language=run.language) for run in line)


def credit_source(record: Record, citing: CitationContext) -> tuple[Credit, ...]:
    """Captured text is the outlet's; retelling and notes are the archive's, with the report's address."""
    report, own = cite_both_works(citing, record)
    recorded = (*set_upright(". Recorded in "), *set_italic(report.held))
    original = convert_citation(join_styled(", ", *chicago.before_passage(report)))
    archived = convert_citation(join_styled(", ", *chicago.before_passage(own)))
    about = convert_citation((*set_upright(". The report: "), *_cite_address(report), *set_upright(".")))
    stop = Inline(".")
    captured = convert_citation((*_cite_address(report, ", "), *recorded))
    note = (Inline("Editor’s note in "), *archived)
    return (
        Credit("captured", (*original, PASSAGES_SLOT, *captured, ADDRESS_SLOT, stop)),
        Credit("digest", (*archived, PASSAGES_SLOT, ADDRESS_SLOT, *about)),
        Credit("note", (*note, PASSAGES_SLOT, ADDRESS_SLOT, *about)),
    )


def credit_finding(cited: Citation) -> tuple[Credit, ...]:
    """A finding's statement is the archive's."""
    words = convert_citation(join_styled(", ", *chicago.before_passage(cited)))
    return (Credit("finding", (*words, ADDRESS_SLOT, Inline("."))),)


def _cite_address(report: Citation, before: str = "") -> StyledText:
    return set_upright(f"{before}{report.url}") if report.url else ()
