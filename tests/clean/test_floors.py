"""How good cleaning must stay, on pages and captures that lie beside the project."""

from __future__ import annotations

import pytest

from benchmarks import cleaning, places

TEXT_FLOOR, HTML_FLOOR, ATTACHED_FLOOR = 0.962, 0.973, 0.942
"""F1 over 4-word shingles. Raised when cleaning gets better, never lowered to let a change through."""


def need_articles() -> None:
    """Skip without the pages."""
    if not places.articles().is_dir():
        pytest.skip("the article-extraction pages are not at hand (ARCHIVE_BENCHMARKS names their folder)")


@pytest.mark.articles
def test_text_pages_reach_the_floor() -> None:
    """Rules that serve one page and harm others show here."""
    need_articles()
    assert cleaning.score("text", cleaning.ours).f1 >= TEXT_FLOOR


@pytest.mark.articles
def test_pages_without_blank_lines_reach_their_floor() -> None:
    """Many captures are copied from a browser, which leaves the blank lines out."""
    need_articles()
    score = cleaning.score("text", cleaning.ours, cleaning.without_blank_lines)
    assert score.f1 >= ATTACHED_FLOOR


@pytest.mark.articles
def test_html_pages_reach_the_floor() -> None:
    """Markup tells more than plain text does, and is used."""
    need_articles()
    assert cleaning.score("html", cleaning.ours).f1 >= HTML_FLOOR


@pytest.mark.articles
def test_baselines_are_what_they_are() -> None:
    """The measure itself has not moved: keeping everything scores what it always scored."""
    need_articles()
    assert round(cleaning.score("text", cleaning.everything).f1, 3) == 0.679


@pytest.mark.captures
@pytest.mark.research
def test_every_line_of_the_captures_has_its_label() -> None:
    """Claims are anchored to these paragraphs: one line wrong moves them all."""
    if absent := list(places.missing(places.captures(), places.research())):
        pytest.skip("; ".join(absent))
    assert not [(file, n) for file, n, good in cleaning.gold_lines() if not good]
