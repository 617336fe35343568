"""Tags are found where a browser finds them, and text that only looks like one is told of."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.site.html_tags import find_stray_tags, find_tags, rewrite_tags, strip_tags

PAGE = """<!doctype html><!-- <a href="no/"> --><title>1 < 2 <b></title>
<a class=x href='a/' data-tip="5 > 4" hidden>one</a><BR/>
<script>if (a<b) document.write("<i>")</script><img src="x.png" alt="">"""


def test_what_is_a_tag_and_what_is_not() -> None:
    """Comments, titles and scripts are not looked into; quoting of every kind is understood."""
    assert [tag.name for tag in find_tags(PAGE)] == ["title", "a", "br", "script", "img"]
    link = next(tag for tag in find_tags(PAGE) if tag.name == "a")
    assert link.attributes == {"class": "x", "href": "a/", "data-tip": "5 > 4", "hidden": ""}
    assert PAGE[link.start :].startswith(link.source)
    assert find_stray_tags(PAGE) == ()


def test_only_the_named_tags_are_rewritten() -> None:
    """All else stays to the byte."""
    new = rewrite_tags(PAGE, lambda tag: tag.with_attributes({"href": "b/"}), frozenset({"a"}))
    assert new == PAGE.replace(
        """<a class=x href='a/' data-tip="5 > 4" hidden>""",
        '<a class="x" href="b/" data-tip="5 &gt; 4" hidden>',
    )


def test_a_broken_tag_is_told_of() -> None:
    """Half a tag is neither text nor tag: the page escaped badly."""
    assert find_stray_tags('<p>a <b c="d</p>') == (5,)


@pytest.mark.parametrize("opening", ["<!-- ", "<script>", "<title>"])
def test_what_never_ends_is_told_of(opening: str) -> None:
    """It would swallow the rest of the page; its words are still read."""
    page = f"<p>a</p>{opening}b <i>c</i>"
    assert find_stray_tags(page) == (8,)
    assert "b" in strip_tags(page, " ")


PIECES = ["<!--", "<script>", "<a ", "<a b=", '<a b="', "</a", "<!doctype ", "<", " /", "x ", '"']


@settings(deadline=None)
@given(st.sampled_from(PIECES), st.sampled_from(PIECES))
def test_no_text_takes_long_to_read(start: str, again: str) -> None:
    """A text made to keep the reader busy (a hundred thousand pieces) is read in one pass."""
    page = start + again * 100_000
    assert len(list(find_tags(page))) <= len(page)
    assert isinstance(find_stray_tags(page), tuple)


@given(st.text())
def test_escaped_text_is_never_a_tag(text: str) -> None:
    """What is escaped once has no tag in it, and comes out of a page as it went in."""
    page = f"<p>{escape(text)}</p>"
    assert [tag.name for tag in find_tags(page)] == ["p"]
    assert find_stray_tags(page) == ()
    assert strip_tags(page, "") == escape(text)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z-]{0,8}", fullmatch=True), st.text(min_size=1), max_size=4))
def test_attributes_read_back(attributes: dict[str, str]) -> None:
    """A tag that is written anew says what it was told to say."""
    tag = next(find_tags("<a>"))
    again = next(find_tags(tag.with_attributes(attributes)))
    assert again.attributes == attributes
