"""Archive → its home page, but for what is written by hand: what it tells, who told it, where to begin.

Everything comes from the seeds, so that every archive has such a home.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.index import Index
from build_tools.index.finding_tables import ARCHIVE_OVERVIEW
from build_tools.model.overviews import Door
from build_tools.model.vocabulary import Topic
from build_tools.pages.addresses import (
    DISAGREEMENTS_ADDRESS,
    FINDINGS_ADDRESS,
    NEWS_ADDRESS,
    SOURCES_ADDRESS,
    disagreement_address,
    finding_address,
    source_address,
    topic_address,
)
from build_tools.pages.chain_drawing import draw_chains
from build_tools.pages.drawings import Drawing
from build_tools.pages.inline import Inline, RichText, join_texts
from build_tools.pages.last_modified import parse_day
from build_tools.pages.overview import CheckedText, check_opening, check_sentences
from build_tools.pages.report_chains import choose_drawn_reports
from build_tools.pages.statement_groups import tell_extent
from build_tools.text.english import count_noun
from build_tools.text.written_dates import write_date

MOST_TOPICS_TOLD = 3
"""Topics with their opening sentences: the first of the vocabulary. All others stand in one line."""

_CAPTION = (
    "Who took from whom. Circles are reports that the archive knows only from others, squares are those that "
    "it holds. A broken line is the editor’s inference."
)


@dataclass(frozen=True, slots=True)
class HomeDoor:
    """A question, and the page that answers it."""

    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class HomeTopic:
    """A topic with what is told of it."""

    topic: Topic
    opening: CheckedText
    extent: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """All of it; what an archive does not have yet is empty."""

    opening: CheckedText
    picture: Drawing | None
    caption: str
    doors: tuple[HomeDoor, ...]
    topics: tuple[HomeTopic, ...]
    others: RichText
    """Links to the topics that are not told."""
    story: tuple[CheckedText, ...]
    """The rest of the overview."""
    numbers: RichText
    changed: RichText
    """The day of the last change, leading to what is new."""


def make_home_view(index: Index, here: str) -> HomeView:
    """What is told at the top of the site; `here` is the address of the page that shows it."""
    overview = index.overviews.get(ARCHIVE_OVERVIEW)
    tops = [topic for topic in index.topics.values() if topic.broader is None]
    others = ((Inline(topic.label, topic_address(topic.id)),) for topic in tops[MOST_TOPICS_TOLD:])
    drawn = choose_drawn_reports(index)
    newest = parse_day(index.facts["newest"])
    return HomeView(
        opening=check_opening(ARCHIVE_OVERVIEW, index),
        picture=replace(draw_chains(here, drawn, "", index), past="after-the-picture") if drawn else None,
        caption=_CAPTION,
        doors=tuple(_open_door(door) for door in index.doors["all"]),
        topics=tuple(
            HomeTopic(t, check_opening(t.id, index), tell_extent(index.claims_of_topic.get(t.id, ())))
            for t in tops[:MOST_TOPICS_TOLD]
        ),
        others=join_texts(", ", others),
        story=tuple(check_sentences(part, index) for part in (overview.story, overview.weight) if part)
        if overview
        else (),
        numbers=join_texts(" · ", _count_all(index)) if index.facts["sources"] != "0" else (),
        changed=(Inline("last changed "), Inline(write_date(newest), NEWS_ADDRESS)) if newest else (),
    )


def _open_door(door: Door) -> HomeDoor:
    if door.finding:
        address = finding_address(door.finding)
    elif door.disagreement:
        address = disagreement_address(door.disagreement)
    else:
        address = source_address(door.source or (door.claim.slug if door.claim else ""))
    return HomeDoor(door.title, door.text, address)


def _count_all(index: Index) -> Iterator[RichText]:
    """Reports, statements, findings and disagreements, with how many findings one origin bears."""
    facts = {name: int(index.facts[name]) for name in ("sources", "statements", "findings", "single")}
    yield (Inline(count_noun(facts["sources"], "report"), SOURCES_ADDRESS),)
    yield (Inline(count_noun(facts["statements"], "statement")),)
    if facts["findings"]:
        among = "" if facts["findings"] == 1 else f" {facts['single']:,} of them"
        single = f",{among} from one origin" if facts["single"] else ""
        yield (Inline(count_noun(facts["findings"], "finding"), FINDINGS_ADDRESS), Inline(single))
    if disagreements := int(index.facts["disagreements"]):
        yield (Inline(count_noun(disagreements, "disagreement"), DISAGREEMENTS_ADDRESS),)
