"""Values → short English phrases, because the same number must read the same on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from build_tools.model.archive import Count, Status, StatusReason
from build_tools.model.attribution import Chain, Link
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.passages import EARLIER, PassageUnit, parse_body_passage
from build_tools.model.record import Claim, Figure, Record
from build_tools.text.claim_words import write_counted, write_status
from build_tools.text.labels import name_differences
from build_tools.text.terminal import join_with_and
from build_tools.text.written_dates import write_date


def count_noun(number: int, one: str, many: str = "") -> str:
    """`1 report`, `2 reports`, `no reports`."""
    words = one if number == 1 else many or f"{one}s"
    return f"{number:,} {words}" if number else f"no {words}"


def spell_number(number: int) -> str:
    """`two`; from ten on in digits."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def tell_times(number: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def figure_words(figure: Figure, place: str) -> str:
    """`around 340 tonnes, Lisbon, October 2024`."""
    parts = [write_counted(figure), place, write_date(figure.as_of) if figure.as_of else ""]
    words = ", ".join(filter(None, parts))
    return f"{words} ({figure.scope})" if figure.scope else words


def remark_briefly(link: Link) -> str:
    """` (inferred)`, ` (not established)` or nothing, for a reader who can look the link up."""
    return f" ({link.doubt})" if link.doubt else ""


def chain_words(chain: Chain, outlet: str, remark: Callable[[Link], str] = remark_briefly) -> str:
    """`anonymous sources → iStories → EFE (inferred) → Dagens`: a chain ends at the source itself."""
    return " → ".join([*(f"{link.who}{remark(link)}" for link in chain), outlet])


def write_origin_count(counted: Count) -> str:
    """`2 reports, 1 independent origin`; `at least 1` where inferred links make a difference."""
    return f"{count_noun(counted.reports, 'report')}, {count_origins_in_words(counted)}"


def count_origins_in_words(counted: Count, noun: str = "independent origin") -> str:
    """`1 independent origin`, `at least 2 independent origins`, `origin not traced`."""
    if not counted.lowest:
        return "origin not traced"
    words = count_noun(counted.lowest, noun)
    return words if counted.is_sure else f"at least {words}"


def write_tally(finding: Finding, counted: Count) -> str:
    """The same for a finding; an editor's decision is marked and shows the computed count beside it."""
    if finding.decision is None:
        return write_origin_count(counted)
    origins = count_noun(finding.decision.origins, "independent origin")
    reports = count_noun(counted.reports, "report")
    return f"{reports}, {origins} (the editor’s count; the chains alone give {len(counted.origins)})"


def write_margin_mark(finding: Finding, counted: Count, standings: Iterable[StatusReason]) -> str:
    """For the margin: `2 reports, 1 origin · denied by the mayor`; partial statuses are left to its page."""
    decided = count_noun(finding.decision.origins, "origin") if finding.decision else ""
    words = f"{count_noun(counted.reports, 'report')}, {decided or count_origins_in_words(counted, 'origin')}"
    statuses = [_write_mark(finding, s) for s in standings if s.whole and s.status in _BEYOND_COUNT]
    return " · ".join((words, *statuses))


def _write_mark(finding: Finding, standing: StatusReason) -> str:
    """Never `denied` alone, which would read as if the archive said that it is false."""
    if standing.status is Status.DENIED:
        return f"denied by {join_with_and(dict.fromkeys(denial.by for denial in finding.denied_by))}"
    return write_status(standing)


_BEYOND_COUNT = (Status.DENIED, Status.DISPUTED, Status.CORRECTED)
"""Statuses that the numbers do not show."""


def tell_differences(disagreement: Disagreement) -> str:
    """`different dates, rounding`."""
    return name_differences(disagreement.differences)


def capitalise(words: str) -> str:
    """The words with a capital letter at the beginning."""
    return words[:1].upper() + words[1:]


def name_rule(rule: str) -> str:
    """`duplicate_title` → `title, again`: a cleaning rule for readers; `archive clean` says its name."""
    return _RULES.get(rule, rule.replace("_", " "))


_RULES = {
    "duplicate_title": "title, again",
    "editor": "the editor",
    "linked": "nothing but a link",
    "other_chrome": "page furniture",
    "rest": "outside the article",
    "zone": "frame of the page",
}
"""Names that say too little by themselves."""


# passages of all reports are called the same; as many as a report may have
@lru_cache(maxsize=1 << 17)
def passage_name(passage: str) -> str:
    """`p3` → `¶ 3`; `pg4p2` → `p. 4 ¶ 2`; `t00-12-31` → `00:12:31`; `standfirst` → `Standfirst`."""
    body = parse_body_passage(passage)
    if body is None:
        return "In an earlier capture" if passage == EARLIER else passage.capitalize()
    words = _UNIT_NAMES[body.unit].format(*body.numbers)
    return tie_pilcrows(words)


_UNIT_NAMES = {
    PassageUnit.PARAGRAPHS: "¶ {}",
    PassageUnit.PAGES: "p.\u00a0{} ¶ {}",
    PassageUnit.TIMES: "{:02}:{:02}:{:02}",
    PassageUnit.MESSAGES: "message\u00a0{}",
}


def tie_pilcrows(words: str) -> str:
    """The words with each `¶` on one line with its number."""
    return words.replace("¶ ", "¶\u00a0")


def get_host(address: str) -> str:
    """`https://www.example.org/a` → `example.org`: enough to tell whose page a link leads to.

    Letters that a host has in its encoded form (`xn--…`) are shown as such.
    """
    host = (urlsplit(address).hostname or address).removeprefix("www.")
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def write_mail_link(contact: str) -> str:
    """`keepers@example.org` → what a link to it has; a web address stays as it is."""
    return f"mailto:{contact}" if "@" in contact and "://" not in contact else contact


def claim_name(claim: Claim, record: Record) -> str:
    """`¶ 3`; `¶ 3.2` where the passage has more than one statement."""
    return _name_place(*record.claim_places[claim.id])


@lru_cache(maxsize=1024)  # claims of all records stand in the same few places
def _name_place(passage: str, number: int) -> str:
    name = passage_name(passage)
    return f"{name}{'.' if '¶' in name else ' '}{number}" if number else name
