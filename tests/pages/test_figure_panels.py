"""Small pictures of figures: what is compared in one, and what is one dot in it."""

from __future__ import annotations

from build_tools.index import Index
from build_tools.pages.figure_panels import group_figures, list_repeated, make_panels
from tests.relate.make import archive, claim, disagreement, link, origin, record

HERE = "figures/"


def _index(*figures: dict[str, object], disputed: tuple[str, ...] = (), after: str = "") -> Index:
    """An archive of one source with a statement for each figure, all from `after` where it is given."""
    chain = {"chain": [link("the lantern", after)]} if after else {}
    claims = [claim(f"p{n}c1", figures=[figure], **chain) for n, figure in enumerate(figures, 1)]
    differing = [disagreement("how-many", *disputed)] if disputed else []
    origins = [origin(after)] if after else []
    return Index(archive([record("bugle", *claims)], disagreements=differing, origins=origins))


def _compared(index: Index) -> list[list[str]]:
    groups = group_figures(index.figures_in_order["all"], index)
    return [[same.first.amount for same in group] for group in groups]


def test_what_is_counted_otherwise_is_not_compared() -> None:
    """Units and scopes that differ have pictures of their own."""
    figures = ({"value": 9, "unit": "sacks"}, {"value": 2, "unit": "sacks", "scope": "wet"},
        {"value": 3, "unit": "carts"}, {"value": 7, "unit": "Sacks"})  # fmt: skip
    assert sorted(_compared(_index(*figures))) == [["2"], ["3"], ["9", "7"]]


def test_an_editor_can_compare_what_is_counted_otherwise() -> None:
    """A disagreement joins numbers of one unit, whatever their scope, and what belongs to either."""
    figures = ({"value": 9, "unit": "sacks", "scope": "dry"}, {"value": 2, "unit": "sacks", "scope": "wet"},
        {"value": 1, "unit": "sacks", "scope": "wet"})  # fmt: skip
    index = _index(*figures, disputed=("bugle#p1c1", "bugle#p2c1"))
    assert _compared(index) == [["9", "2", "1"]]
    (panel,) = make_panels(HERE, group_figures(index.figures_in_order["all"], index))
    assert [entry.disagreement.id for entry in panel.disagreements] == ["how-many"]


def test_what_one_origin_has_is_one_dot() -> None:
    """A number that is told again from one origin is drawn once, and listed with its places."""
    twice = ({"value": 9, "unit": "sacks"}, {"value": 9, "unit": "sacks"})
    index = _index(*twice, after="lantern")
    groups = group_figures(index.figures_in_order["all"], index)
    assert make_panels(HERE, groups) == ()
    (repeated,) = list_repeated(groups)
    assert (repeated.amount, repeated.origin.words) == ("9 sacks", "Lantern")
    assert [piece.anchor for piece in repeated.printed] == ["p1", "", "p2"]
    other = _index(*twice, {"value": 4, "unit": "sacks"}, after="lantern")
    (panel,) = make_panels(HERE, group_figures(other.figures_in_order["all"], other))
    assert panel.picture.wide.count("<circle") == 2
    assert "told twice" in panel.picture.wide


def test_numbers_in_words_are_not_drawn() -> None:
    """`Hundreds` has no place on a scale."""
    assert _compared(_index({"vague": "hundreds", "unit": "sacks"}, {"value": 0, "unit": "sacks"})) == [["0"]]
