"""Index → the cards of pages: which subjects have one, and what of the index each shows."""

from __future__ import annotations

from build_tools.index import Index
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Record
from build_tools.model.vocabulary import Topic
from build_tools.text.social_card import (
    Card,
    make_disagreement_card,
    make_finding_card,
    make_home_card,
    make_source_card,
    make_topic_card,
)

CardSubject = Record | Finding | Topic | Disagreement
"""What a page with a card is about."""


def make_site_card(index: Index) -> Card:
    """The card of the home page."""
    return make_home_card(index.site, index.facts, index.records.values())


def make_subject_card(index: Index, subject: CardSubject) -> Card:
    """The card of the page that is about the subject."""
    match subject:
        case Record():
            return make_source_card(subject, index.citing)
        case Finding():
            return make_finding_card(subject, index)
        case Topic():
            refs = index.claims_of_topic.get(subject.id, ())
            return make_topic_card(subject, index.site, index.select_statements(refs))
        case Disagreement():
            return make_disagreement_card(subject, index.site, index.select_statements(subject.claims))
