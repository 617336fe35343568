"""An overview → its sentences with links to what each rests on, because a story is told to be checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from build_tools.index import Index
from build_tools.model.overviews import Overview, OverviewSentence, Support
from build_tools.pages.addresses import disagreement_address, finding_address, source_address
from build_tools.pages.inline import Inline, RichText, join_texts
from build_tools.text.english import claim_name, count_noun, write_margin_mark

_MARK = "checked"
# at the end of a line a number is parted from what it counts
_NUMBER = re.compile(r"\b(\d+) (?=reports?|origins?|statements?)")


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence and what it can be checked against."""

    text: str
    checks: RichText
    """How it stands, as links: `2 reports, at least 1 origin`."""


CheckedText = tuple[CheckedSentence, ...]
"""A paragraph of them."""


def check_overview(overview: Overview | None, index: Index) -> tuple[CheckedText, ...]:
    """The paragraphs; none where there is no overview."""
    return tuple(check_sentences(part, index) for part in overview.paragraphs) if overview else ()


def check_opening(name: str, index: Index) -> CheckedText:
    """How the overview of a topic, or of the archive, begins; nothing where there is none."""
    overview = index.overviews.get(name)
    return check_sentences(overview.opening, index) if overview else ()


def check_sentences(sentences: Iterable[OverviewSentence], index: Index) -> CheckedText:
    """Each with its links."""
    return tuple(
        CheckedSentence(s.text, join_texts(" · ", ((_link_tied(each, index),) for each in s.rests_on)))
        for s in sentences
    )


def _link_tied(support: Support, index: Index) -> Inline:
    """The link, each number on one line with what it counts."""
    link = link_support(support, index)
    return replace(link, words=_NUMBER.sub("\\1\u00a0", link.words))


def link_support(support: Support, index: Index) -> Inline:
    """How one thing that a sentence rests on stands, as a link to it."""
    if support.finding:
        finding = index.findings[support.finding]
        words = write_margin_mark(finding, index.counts[finding.id], index.standings[finding.id])
        return Inline(words, finding_address(finding.id), mark=_MARK, tip=finding.statement)
    if support.claim:
        statement = index.statements[support.claim]
        record, claim = statement.record, statement.claim
        words = f"1 report, {index.name_outlet_briefly(record)} {claim_name(claim, record)}"
        return Inline(words, source_address(record.slug), claim.id, mark=_MARK, tip=claim.text)
    if support.disagreement:
        disagreement = index.disagreements[support.disagreement]
        address = disagreement_address(disagreement.id)
        kind = disagreement.kind.value.capitalize()
        # the sign stands beside its words, never at the end of the line before
        return Inline(f"≠\u00a0{disagreement.title}", address, mark="differing", tip=kind)
    record = index.records[support.source or ""]
    words = f"1 report, {count_noun(len(record.claims), 'statement')}"
    return Inline(words, source_address(record.slug), mark=_MARK, tip=record.title)


def write_plainly(paragraphs: Iterable[CheckedText]) -> str:
    """The words of an overview, for search; its counts are found where they stand."""
    return " ".join(sentence.text for paragraph in paragraphs for sentence in paragraph)
