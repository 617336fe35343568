"""A record or a finding → what the picture beside links to it shows, in words, for eyes and ears alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from build_tools.model.archive import Archive, Count, Edition
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Finding
from build_tools.model.record import Record
from build_tools.model.site import Site
from build_tools.text.attribution_words import weigh_finding
from build_tools.text.citing.works import CitationContext
from build_tools.text.date_words import write_date, write_short_date
from build_tools.text.english import count_noun

WIDTH, HEIGHT = 1200, 630
"""Of every card, in pixels: what those who show them beside links ask for."""


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
    bars: tuple[int, ...]
    """One for each paragraph, as tall as it has statements; for a finding, one for each report."""

    @property
    def alt(self) -> str:
        """The card for those who do not see it."""
        return f"A card of {self.name}: “{self.title}” {self.below}. {_describe_bars(self.bars, self.path)}"


def _describe_bars(bars: tuple[int, ...], path: str) -> str:
    if path.startswith("pictures/findings/"):
        return f"Below, {count_noun(len(bars), 'bar')}, one for each report."
    stated = sum(1 for count in bars if count)
    return f"Below, a bar for each of {count_noun(len(bars), 'paragraph')}, {stated} of them with statements."


def has_pictures(archive: Archive | CardSource) -> bool:
    """Whether there are pictures: they are asked for by full address, and a private site tells of none."""
    return archive.edition is Edition.PUBLIC and bool(archive.site.url)


def name_picture(folder: str, name: str) -> str:
    """Where the picture of a source or finding lies, below the site."""
    return f"pictures/{folder}/{name}.png"


def make_source_card(record: Record, citing: CitationContext) -> Card:
    """Title, outlet, day; the hour of a report is on its page."""
    when = write_date(Edtf.parse(write_short_date(record.published.date)))
    stated = Counter(claim.passage for claim in record.claims)
    return Card(
        name_picture("sources", record.slug),
        citing.site.name,
        record.title,
        f"{citing.outlets.get(record.outlet, record.outlet)} · {when}",
        tuple(stated[f"p{n}"] for n in range(1, record.paragraphs + 1)),
    )


def make_finding_card(finding: Finding, archive: Archive | CardSource) -> Card:
    """Statement, how surely it is said, and how many stand behind it."""
    counted = archive.counts[finding.id]
    below = weigh_finding(finding, counted)
    path = name_picture("findings", finding.id)
    return Card(path, archive.site.name, finding.statement, below, (1,) * counted.reports)
