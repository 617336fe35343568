"""Attribution, evidence, findings → English phrases, so that one thing is said in one way on every page."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.archive import Count, Speaker
from build_tools.model.attribution import Link, PrintedLink
from build_tools.model.evidence import Denial, Finding, Modality
from build_tools.model.outside import Evidence, Extent
from build_tools.model.record import Claim, Figure
from build_tools.text.english import capitalise, passage_name, remark_briefly, write_tally
from build_tools.text.terminal import join_with_and
from build_tools.text.written_dates import when_said, write_date

_EXTENTS = {
    Extent.WHOLE: "seen whole",
    Extent.OPENING: "only its opening seen",
    Extent.EXCERPT: "only an excerpt seen",
    Extent.UNSEEN: "not seen",
}


def remark_link(link: Link, passage: str) -> str:
    """What a reader must know of one link: where it is named, if not in `passage`, or its doubt."""
    if link.is_stated:
        return "" if link.passage in (None, passage) else f" (named in {passage_name(str(link.passage))})"
    return remark_briefly(link)


def printed_words(links: Iterable[PrintedLink]) -> str:
    """`iStories (named in ¶ 3) → Hotnews (named in ¶ 2)`, or that the source names nobody."""
    named = [f"{link.who} (named in {passage_name(link.passage)})" for link in links]
    return " → ".join(named) or "the source names nobody"


def tell_extent_seen(extent: Extent) -> str:
    """`only its opening seen`."""
    return _EXTENTS[extent]


def tell_text_seen(extent: Extent, text: str) -> str:
    """`Of the text that it retells only the opening was seen`; `text` is what stands after *of*."""
    return capitalise(_SEEN[extent].format(text))


_SEEN = {
    Extent.WHOLE: "{} was seen whole",
    Extent.OPENING: "of {} only the opening was seen",
    Extent.EXCERPT: "of {} only an excerpt was seen",
    Extent.UNSEEN: "{} was not seen",
}


def tell_evidence(evidence: Evidence) -> str:
    """`only its opening seen, 26 November 2026: dates the briefing`."""
    day = f", {write_date(evidence.seen)}" if evidence.seen else ""
    return f"{_EXTENTS[evidence.extent]}{day}: {evidence.use.rstrip('.')}"


def tell_denial(denial: Denial) -> str:
    """As in “Dmitry Peskov denied on 28 July 2022 that there were such losses”."""
    when = _when_denied(denial)
    comma = "," if when.startswith(",") else ""
    return capitalise(f"{denial.by} denied{when}{comma} {denial.denies.rstrip('.')}.")


def name_deniers(finding: Finding) -> str:
    """`denied by the Kremlin, probably on 28 July 2022`; empty where nobody denies it."""
    who = dict.fromkeys(f"{d.by}{_when_denied(d)}" for d in finding.denied_by)
    return f"denied by {join_with_and(who)}" if who else ""


def _when_denied(denial: Denial) -> str:
    """` on 28 July 2022`; `, probably on 28 July 2022`, which a comma parts from what is known."""
    if denial.when is None:
        return ""
    return f"{',' if denial.when.uncertain else ''} {when_said(denial.when)}"


def tell_speaker(speaker: Speaker) -> str:
    """`3 of its 4 chains begin with Vladimir Osechkin.`, where one voice stands behind most of a finding."""
    counted = f"{speaker.chains} of its {speaker.of}"
    every = "Both its" if speaker.of == 2 else f"All its {speaker.of}"  # noqa: PLR2004 - two are both
    return f"{every if speaker.chains == speaker.of else counted} chains begin with {speaker.who}."


def tell_modality(finding: Finding) -> str:
    """`Reported by CNN, 2022`; `Planned, according to iStories, 2024`; `Established, 21 September 2022`."""
    words = finding.modality.value.capitalize()
    by = f" by {finding.said_by}"
    if finding.modality is Modality.PLANNED:  # who tells of a plan is not the one who has it
        by = f", according to {finding.said_by}"
    elif finding.modality is Modality.ESTABLISHED:
        by = ""
    return f"{words}{by}, {write_date(finding.when)}"


def weigh_finding(finding: Finding, counted: Count) -> str:
    """`planned; 2 reports, 1 independent origin`, with who denies it and when.

    By whom and when it is said stands in the statement itself: `check` sees to that.
    """
    return "; ".join(
        filter(None, (finding.modality.value, write_tally(finding, counted), name_deniers(finding)))
    )


def word_finding(finding: Finding, counted: Count) -> str:
    """The statement as it goes out alone: never without its modality, speaker, time, count and denials."""
    return f"{finding.statement} [{weigh_finding(finding, counted)}]"


def tell_inferences(figure: Figure) -> str:
    """`date inferred: from the day of the briefing; unit …`: what of a figure its passage does not state."""
    bases = ((_PARTS.get(name, name), tell_inferred(basis)) for name, basis in figure.inferred.items())
    return "; ".join(f"{name} {basis}" for name, basis in bases)


_PARTS = {"as_of": "date"}
"""Names of fields that readers would not understand."""


def tell_inferred(basis: str) -> str:
    """`inferred: from the day of the briefing`; records may say the first word themselves."""
    return f"inferred: {basis.removeprefix('inferred: ')}"


def tell_day_inferred(claim: Claim) -> str:
    """How the day of a claim, or of its earliest figure, is inferred; empty where the passage states it."""
    if claim.when:
        return tell_inferred(claim.when_basis) if claim.when_basis else ""
    days = [(figure.as_of, figure.inferred.get("as_of", "")) for figure in claim.figures if figure.as_of]
    _, basis = min(days, default=(None, ""))
    return tell_inferred(basis) if basis else ""
