"""Which element holds the article, which zones are believed, and what is closed though nobody closed it."""

from __future__ import annotations

import pytest

from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.elements import Element
from build_tools.clean.zones import find_main_element, list_claims, name_zones, propagate_zones

WORDS = load_chrome_table("en")


def tree(notation: str) -> dict[str, Element]:
    """Elements by tag: a line, indented under its parent, names a tag, its zones, and after `=` its prose."""
    root = Element("", None)
    found, path = {"": root}, [root]
    for line in notation.strip("\n").split("\n"):
        depth = (len(line) - len(line.lstrip())) // 2
        head, _, prose = line.strip().partition(" = ")
        tag, *zones = head.split()
        element = Element(tag, path[depth], frozenset(zones), int(prose or 0))
        path[depth + 1 :] = [element]
        found[tag] = element
    propagate_zones(list(found.values()))
    return found


MAIN = {
    "the heaviest child, not the first": ("header = 40\ndiv = 200\n", "div"),
    "downwards while one child holds most": (
        "body = 10\n  div = 10\n    section = 200\n  footer = 30",
        "section",
    ),
    "no further where children share it": ("body\n  div = 100\n  section = 100", "body"),
    "three in five are not most": ("body = 40\n  div = 60", "body"),
    "a little more is": ("body = 39\n  div = 61", "div"),
    "not into a paragraph": ("body\n  p = 100", "body"),
    "not into comments, however long": ("body\n  div comment_form = 200\n  section = 90", "body"),
    "not into a box of links": ("body = 90\n  div related_link = 40", "body"),
    "of equal frames the first": ("body = 10\n  noscript = 50\n  select = 50", "noscript"),
    "of equals the first": ("body\n  div = 0\n  section = 0", ""),
}


@pytest.mark.parametrize("name", MAIN)
def test_the_article_stands_in_the_heaviest_element(name: str) -> None:
    """By its share of the prose of the element around it."""
    notation, expected = MAIN[name]
    assert find_main_element(list(tree(notation).values())).tag == expected


def test_prose_of_frames_counts_for_no_element_around_them() -> None:
    """A menu of long links must not pull the article's element towards itself."""
    found = tree("body\n  div\n    nav = 300\n    aside = 20\n  section = 100")
    assert (found["div"].prose, found["body"].prose) == (0, 100)
    assert [found[tag].main for tag in ("body", "div", "section")] == [False, False, True]


def test_what_stands_in_the_article_is_main() -> None:
    """Lines outside of it are not."""
    found = tree("body = 1\n  section = 100\n    h2\n  footer")
    assert [found[tag].main for tag in ("body", "section", "h2", "footer")] == [False, True, True, False]


SHARES = {
    50: {"share", "comment_form", "aside", "h1"},
    51: {"comment_form", "h1"},
    90: {"comment_form", "h1"},
    91: {"h1"},
}


@pytest.mark.parametrize("share", SHARES)
def test_zones_of_an_element_with_much_prose_are_not_believed(share: int) -> None:
    """More than half of the page is no box, nine tenths are not its comments."""
    root = Element("", None)
    named = Element("aside", root, frozenset({"share", "comment_form", "aside", "h1"}), share)
    rest = Element("div", root, frozenset(), 100)
    # an aside gives its prose to no parent
    propagate_zones([root, named, rest])
    assert named.zones == SHARES[share]


def test_what_holds_the_first_heading_is_no_comment() -> None:
    """However deep the heading stands in it."""
    assert tree("div comment_form = 10\n  section\n    h1 = 3\nmain = 9")["div"].zones == frozenset()
    assert tree("div comment_form = 10\n  section\n    h2 = 3\nmain = 9")["div"].zones == {"comment_form"}


def test_the_words_of_a_page_are_all_that_is_shown() -> None:
    """No word more: a half is a half."""
    root = Element("", None)
    named = Element("aside", root, frozenset({"share"}), 50)
    propagate_zones([root, named, Element("div", root, frozenset(), 99)])
    assert not named.zones


@pytest.mark.parametrize(
    ("tags", "prose", "named", "shown"),
    [
        ("p p", 10, {}, True),
        ("p", 10, {}, False),
        ("p div", 10, {}, False),
        ("p p", 0, {}, False),
        ("p p", 10, {"menu": "nav"}, False),
    ],
)
def test_the_rest_of_an_article_is_folded_in(
    tags: str, prose: int, named: dict[str, str], shown: bool
) -> None:
    """Hidden prose among two paragraphs that are shown is text; with a name, or without prose, a box."""
    root = Element("", None)
    beside = [Element(tag, root, frozenset(), 10) for tag in tags.split()]
    folded = Element("div", root, frozenset({"hidden"}), named=named)
    propagate_zones([root, *beside, folded, Element("p", folded, frozenset(), prose)])
    assert ("hidden" not in folded.zones) is shown


def test_zones_go_down() -> None:
    """A paragraph in a menu is of the menu."""
    found = tree("nav nav\n  p share")
    assert found["p"].zones == {"nav", "share"}
    assert found["nav"].zones == {"nav"}


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("nav", {}, {"nav"}),
        ("div", {"class": "ShareBar"}, {"share"}),
        ("div", {"id": "newsletter-box"}, {"newsletter"}),
        ("div", {"role": "navigation"}, {"other_chrome"}),
        ("div", {"title": "share"}, set()),
        ("body", {"class": "share"}, set()),
        ("div", {"hidden": ""}, {"hidden"}),
        ("div", {"style": "display: none"}, {"hidden"}),
        ("div", {"style": "visibility:hidden"}, {"hidden"}),
        ("div", {"style": "display: block"}, set()),
    ],
)
def test_an_element_names_its_zones(tag: str, attributes: dict[str, str], expected: set[str]) -> None:
    """By what it is, and by words of its class, id and role; wrappers of the whole page name none."""
    claimed = list_claims(tag, attributes, WORDS).values()
    assert name_zones(tag, attributes, WORDS).union(claimed) == expected


def test_what_is_for_browsers_without_scripts_may_be_the_page() -> None:
    """Where more prose stands there than elsewhere."""
    assert "noscript" in tree("noscript noscript = 10\ndiv = 10")["noscript"].zones
    assert "noscript" not in tree("noscript noscript = 11\ndiv = 10")["noscript"].zones
