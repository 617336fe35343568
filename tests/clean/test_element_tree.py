"""Which elements are open after which tags, and what stands around what."""

from __future__ import annotations

import pytest

from build_tools.clean.elements import Element, ElementStack, find_shared_element


def opened(*tags: str) -> list[str]:
    """What is open after these tags, the innermost last; `/p` closes."""
    stack = ElementStack()
    for tag in tags:
        if tag.startswith("/"):
            stack.pop(tag[1:])
        else:
            stack.push(tag, frozenset(), {})
    path: list[str] = []
    element: Element | None = stack.top
    while element and element.tag:
        path.insert(0, element.tag)
        element = element.parent
    return path


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("p div", "div"),
        ("p i div", "div"),
        ("p button", "p button"),
        ("p span", "p span"),
        ("div div", "div div"),
        ("ul li li", "ul li"),
        ("ul li ul li", "ul li ul li"),
        ("ul li span li", "ul li"),
        ("table tr tr", "table tr"),
        ("table tr td table tr", "table tr td table tr"),
        ("dl dt dd", "dl dd"),
        ("select option option", "select option"),
        ("table tr td td", "table tr td"),
        ("ul li" + " span" * 19 + " li", "ul li"),
        ("ul li" + " span" * 20 + " li", "ul li" + " span" * 20 + " li"),
        ("li", "li"),
        ("div br img", "div"),
        ("div /p", "div"),
        ("div p b /div", ""),
        ("div /div /div p", "p"),
        ("p /p div p", "div p"),
    ],
)
def test_what_nobody_closed_is_closed(tags: str, expected: str) -> None:
    """As browsers do: a paragraph ends where a block begins, an entry where the next begins."""
    assert opened(*tags.split()) == expected.split()


def test_an_element_is_empty_until_something_is_read() -> None:
    """And stands in no article: words of a page are all that is weighed."""
    bare = Element("div", None)
    assert (bare.words, bare.prose, bare.article) == (0, 0, 0)


def test_articles_within_an_article_are_of_it() -> None:
    """Comments are articles in one; the next article of a page is another."""
    stack = ElementStack()
    seen: list[int] = []
    for tag in ("p", "article", "article", "/article", "p", "/article", "p", "article"):
        if tag.startswith("/"):
            stack.pop(tag[1:])
        else:
            stack.push(tag, frozenset(), {})
            seen.append(stack.top.article)
    outside, first, within, under, between, second = seen
    assert outside == between == 0
    assert first == within == under
    assert len({first, second, 0}) == 3


def test_two_elements_share_what_stands_around_both() -> None:
    """The innermost of them; the first itself, where none is near."""
    paragraph = Element("p", Element("", None))
    italics = Element("i", Element("b", paragraph))
    assert find_shared_element(italics, Element("a", paragraph)) is paragraph
    assert find_shared_element(italics, italics) is italics
    deep = paragraph
    for _ in range(19):
        deep = Element("span", deep)
    assert find_shared_element(italics, deep) is paragraph
    assert find_shared_element(italics, Element("span", deep)) is italics


def test_who_is_quoted_stands_in_a_footer() -> None:
    """A box set in a quotation is a box; in no quotation is a footer who is quoted."""
    stack = ElementStack()
    stack.push("footer", frozenset({"footer"}), {})
    assert stack.top.own == {"footer"}
    stack.push("blockquote", frozenset(), {})
    stack.push("aside", frozenset({"aside"}), {})
    assert stack.top.own == {"aside"}
    stack.push("footer", frozenset({"footer", "hidden"}), {})
    assert stack.top.own == {"hidden"}


def test_the_block_of_inline_markup_is_around_it() -> None:
    """A word in italics stands in its paragraph; what stands in nothing is its own."""
    paragraph = Element("p", Element("", None))
    italics = Element("i", Element("b", paragraph))
    assert italics.block is paragraph
    assert paragraph.block is paragraph
    alone = Element("i", None)
    assert alone.block is alone


CAPTION = {"class": "caption"}


@pytest.mark.parametrize(
    ("around", "tag", "named", "apart"),
    [
        ([("p", {})], "div", {}, True),
        ([("p", {})], "span", {}, False),
        ([("p", {})], "span", {"class": "other"}, False),
        ([("p", {})], "span", CAPTION, True),
        ([("p", {"class": "other"})], "span", CAPTION, True),
        ([("figcaption", {})], "span", CAPTION, False),
        ([("figcaption", {}), ("b", {})], "span", CAPTION, False),
        ([("span", CAPTION)], "span", CAPTION, False),
        ([("span", CAPTION), ("b", {})], "span", CAPTION, False),
        ([("span", CAPTION)], "div", CAPTION, True),
    ],
)
def test_a_caption_glued_to_a_paragraph_is_a_run_of_its_own(
    around: list[tuple[str, dict[str, str]]], tag: str, named: dict[str, str], *, apart: bool
) -> None:
    """But not one within another caption, which would part it."""
    stack = ElementStack()
    for above, names in around:
        stack.push(above, frozenset(), names)
    assert stack.is_set_apart(tag, named) == apart
