"""Places with coordinates → their map; the list beside it says the same in words."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.vocabulary import Entity, EntityKind
from build_tools.pages.addresses import entities_address, entity_address
from build_tools.pages.drawings import Drawing, lead_to, make_drawing, rename_narrow
from build_tools.plots import Caption
from build_tools.plots.map_plot import NARROW_MAP, WIDE_MAP, MappedPlace, plot_map
from build_tools.text.english import capitalise, count_noun

MOST_MAPPED = 40
"""Places on the map at most: those that most statements mention."""

_LEGEND = (
    "A mark for each place that has a point on the globe, the larger, the more statements mention it. Coasts "
    "and lakes are from Natural Earth; borders are not drawn: a map of reports takes no side in them."
)


def draw_places(counted: Iterable[tuple[Entity, int]]) -> Drawing | None:
    """The map of places, each with how many statements mention it; None where none has coordinates."""
    counted = tuple(counted)
    located = [(entity, number) for entity, number in counted if entity.coordinates]
    if not located:
        return None
    located.sort(key=lambda pair: (-pair[1], pair[0].id))
    shown = located[:MOST_MAPPED]
    places = [place for entity, number in shown for place in _locate(entity, number)]
    caption = Caption(
        "places",
        "Places that statements mention",
        "A map of coasts and lakes with a mark for each place, the larger, the more statements mention it. "
        "The list after the picture has all places, with their coordinates.",
    )
    return make_drawing(
        plot_map(places, WIDE_MAP, caption),
        plot_map(places, NARROW_MAP, rename_narrow(caption)),
        past="all",
        links=((entity_address(entity), "") for entity, _ in shown),
        legend=f"{_LEGEND}{_tell_left_out(len(counted) - len(located), len(located) - len(shown))}",
    )


def _locate(entity: Entity, number: int) -> Iterable[MappedPlace]:
    if entity.coordinates:
        target = (entity_address(entity), "")
        label = f"{entity.name}: {count_noun(number, 'statement')}"
        lead = lead_to(entities_address(EntityKind.PLACE), target, label)
        yield MappedPlace(entity.name, entity.coordinates.lat, entity.coordinates.lon, number, lead)


def _tell_left_out(without: int, more: int) -> str:
    words = ""
    if without:
        has, stand = ("has", "stands") if without == 1 else ("have", "stand")
        words += f" {capitalise(count_noun(without, 'place'))} {has} no point, and {stand} only in the list."
    if more:
        words += (
            f" {capitalise(count_noun(more, 'place'))} more, the least mentioned, stand only in the list."
        )
    return words
