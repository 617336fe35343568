"""The nine words that every archive uses in a sense of its own, told once for their page and their cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word and what the archive means by it."""

    id: str
    """Its anchor on the page of them."""
    word: str
    meaning: str


GLOSSARY = (
    GlossaryTerm(
        "report",
        "Report",
        "A text that an outlet published: an article, a statement, a post. Two reports may tell one story.",
    ),
    GlossaryTerm(
        "source",
        "Source",
        "A report that this archive describes, statement by statement, and that has a page here.",
    ),
    GlossaryTerm(
        "origin",
        "Origin",
        "The report in which a statement began, as far as it could be followed back. "
        "It need not be in the archive.",
    ),
    GlossaryTerm(
        "independent",
        "Independent",
        "Of origins: neither took the statement from the other. It does not say that either is right.",
    ),
    GlossaryTerm(
        "inferred",
        "Inferred",
        "Concluded by the editor, from dates or from like wording. The report itself does not say it.",
    ),
    GlossaryTerm(
        "chain",
        "Chain",
        "The way of a statement: from whoever said it first, through those who passed it on, to the source.",
    ),
    GlossaryTerm(
        "finding",
        "Finding",
        "One statement that two or more passages make, or that somebody denies, with the number of reports "
        "and of independent origins behind it. It is a statement that was found in reports, not one that "
        "was found to be true.",
    ),
    GlossaryTerm(
        "capture",
        "Capture",
        "The copy of a page as it was saved, from which the archive works. It is kept, not shown.",
    ),
    GlossaryTerm(
        "disagreement",
        "Disagreement",
        "Statements that do not fit together, set side by side, with the editor’s account of why.",
    ),
)
"""In the order in which each leads to the next."""

TERMS: Mapping[str, GlossaryTerm] = {term.id: term for term in GLOSSARY}
"""The same by id."""
