"""A page's subject → what the picture beside links to it shows, in words, for eyes and ears alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from build_tools.model.archive import Archive, Count, Edition, Statement
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Record
from build_tools.model.site import Site
from build_tools.model.vocabulary import Topic
from build_tools.text.attribution_words import weigh_finding
from build_tools.text.card_drawing import BarRow, CardDrawing, join_reports, place_on_line
from build_tools.text.citing.works import CitationContext
from build_tools.text.english import count_noun, tell_differences
from build_tools.text.written_dates import write_date, write_short_date

WIDTH, HEIGHT = 1200, 630
"""Of every card, in pixels: what those who show them beside links ask for."""

# so many bars have thirteen pixels each: nine for the bar, four between
MOST_DRAWN = 80
"""Bars on a card at most."""
HOME_PICTURE = "pictures/home.png"
"""Where the picture of the whole archive lies, below the site."""


class CardSource(Protocol):
    """An archive or its index."""

    edition: Edition
    site: Site

    @property
    def counts(self) -> Mapping[str, Count]:
        """By finding."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is on a card. Strings are text as it was written."""

    path: str
    """Where the picture lies, below the site."""
    name: str
    """The archive's."""
    title: str
    below: str
    """What stands below the title: outlet and day, or reports and origins."""
    drawing: CardDrawing | None
    """What stands at the foot; None where there is nothing to draw."""

    @property
    def alt(self) -> str:
        """The card for those who do not see it."""
        below = f" {self.below}." if self.below else ""
        drawn = f" {self.drawing.describe()}" if self.drawing else ""
        return f"A card of {self.name}: “{self.title}”{below}{drawn}"


def has_pictures(archive: Archive | CardSource) -> bool:
    """Whether there are pictures: they are asked for by full address, and a private site tells of none."""
    return archive.edition is Edition.PUBLIC and bool(archive.site.url)


def name_picture(folder: str, name: str) -> str:
    """Where the picture of a source, finding, topic or disagreement lies, below the site."""
    return f"pictures/{folder}/{name}.png"


def make_home_card(site: Site, facts: Mapping[str, str], records: Iterable[Record]) -> Card:
    """What the archive is, how much it holds, and a bar for each report; of many, for the first."""
    nouns = {"sources": "report", "statements": "statement", "findings": "finding"}
    counted = (count_noun(int(facts[key]), noun) for key, noun in nouns.items())
    drawn = BarRow(tuple(len(record.claims) for record in islice(records, MOST_DRAWN)), "report")
    below = " · ".join(counted)
    return Card(
        HOME_PICTURE, site.name, site.description or site.name, below, drawn if drawn.counts else None
    )


def make_source_card(record: Record, citing: CitationContext) -> Card:
    """Title, outlet, day; the hour of a report is on its page."""
    when = write_date(Edtf.parse(write_short_date(record.published.date)))
    stated = Counter(claim.passage for claim in record.claims)
    return Card(
        name_picture("sources", record.slug),
        citing.site.name,
        record.title,
        f"{citing.outlets.get(record.outlet, record.outlet)} · {when}",
        BarRow(tuple(stated[passage] for passage in record.body_passages), "paragraph"),
    )


def make_finding_card(finding: Finding, archive: Archive | CardSource) -> Card:
    """Statement, how surely it is said, and how many stand behind it: reports joined to their origins."""
    counted = archive.counts[finding.id]
    below = weigh_finding(finding, counted)
    path = name_picture("findings", finding.id)
    return Card(path, archive.site.name, finding.statement, below, join_reports(finding, counted))


def make_topic_card(topic: Topic, site: Site, statements: Collection[Statement]) -> Card:
    """What it is called, how much is said of it, and a bar for each report that says it."""
    counts = Counter(statement.record.slug for statement in statements)
    drawn = BarRow(tuple(counts.values()), "report") if counts else None
    reports = count_noun(len(drawn.counts), "report") if drawn else ""
    below = f"{count_noun(len(statements), 'statement')} in {reports}" if drawn else "No statements yet"
    return Card(name_picture("topics", topic.id), site.name, topic.label, below, drawn)


def make_disagreement_card(disagreement: Disagreement, site: Site, statements: Collection[Statement]) -> Card:
    """What is at issue, what kind of difference it is, and the numbers on one line."""
    figures = (figure for statement in statements for figure in statement.claim.figures)
    drawn = place_on_line(figures)
    below = f"Disagreement: {tell_differences(disagreement)}"
    return Card(name_picture("disagreements", disagreement.id), site.name, disagreement.title, below, drawn)
