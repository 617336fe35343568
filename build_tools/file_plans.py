"""Index → all files of a site that are no pages: downloads, parts of Explore, pictures beside links.

Each is planned and not yet made: whoever builds knows which of them the last build left as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from build_tools import exports
from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.model.artifact import FilePiece, FilePlan
from build_tools.model.build_cache import BuildCache
from build_tools.pages import plan_explore_parts
from build_tools.pages.page_cards import CardSubject, make_site_card, make_subject_card
from build_tools.text.digests import digest_strings
from build_tools.text.social_card import HOME_PICTURE, Card, has_pictures, name_picture


def plan_site_files(index: Index, archive: Archive, cache: BuildCache | None) -> Iterator[FilePlan]:
    """Every file but the pages; what is made of it is asked of the index alone."""
    yield from exports.plan_export_files(index, archive)
    yield from plan_explore_parts(index)
    for path, make_card in list_cards(index):
        yield FilePlan(path, (FilePiece("", partial(_draw_unless_cached, make_card, cache)),))


def list_cards(index: Index) -> Iterator[tuple[str, Callable[[], Card]]]:
    """Pictures of the archive and of each subject with a card, where any are drawn; what makes the card."""
    if not has_pictures(index):
        return
    yield HOME_PICTURE, partial(make_site_card, index)
    subjects: dict[str, Mapping[str, CardSubject]] = {
        "sources": index.records,
        "findings": index.findings,
        "topics": index.topics,
        "disagreements": index.disagreements,
    }
    for folder, table in subjects.items():
        for name in table:
            yield name_picture(folder, name), partial(_make_card, index, table, name)


def _make_card(index: Index, table: Mapping[str, CardSubject], name: str) -> Card:
    # the row is read only when the card is made, so that the picture depends on that row
    return make_subject_card(index, table[name])


def _draw_unless_cached(make_card: Callable[[], Card], cache: BuildCache | None) -> bytes:
    """The picture of a card; from the cache where nothing that is on it has changed."""
    card = make_card()
    under = digest_strings("picture", card.name, card.title, card.below, repr(card.drawing))
    content = cache.get_picture(under) if cache else None
    if content is None:
        from build_tools.exports.card_pictures import draw_card  # noqa: PLC0415 - loads a library that few need

        content = draw_card(card)
        if cache:
            cache.put_picture(under, content)
    return content
