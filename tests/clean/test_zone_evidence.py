"""Words of classes that claim more prose than would stay without them are taken back, one after another."""

from __future__ import annotations

import pytest

from build_tools.clean.elements import Element
from build_tools.clean.zone_evidence import drop_false_words


def believe(*notations: str) -> list[str]:
    """What is believed of elements.

    `a` and `b` are words of classes, `c` one of comments, before a share of the page's prose, if it is not
    small, and the words in the element; `nav` is a frame, `h1` stands in it, `>` before one in the one above.
    """
    elements = [Element("", None)]
    shares = [1.0]
    for notation in notations:
        *names, words = notation.removeprefix(">").split()
        named = {name: "comment_form" if name == "c" else "share" for name in names if name in {*"abc"}}
        parent = elements[-1] if notation.startswith(">") else elements[0]
        own = frozenset(names) & {"nav"}
        element = Element("div", parent, own, words=int(words), named=named, headed="h1" in names)
        elements.append(element)
        shares.append(next((float(name) for name in names if name[0].isdigit()), 0.1))
    for element in elements:
        element.alone = element.words
    drop_false_words(elements, shares)
    return [" ".join(element.named) for element in elements[1:]]


CLAIMS = {
    # all elements of a word together, against what no word claims
    ("10", "a 5", "a 5"): "| a | a",
    ("10", "a 5", "a 6"): "| |",
    ("a 1",): "",
    ("a 0",): "a",
    # what stands in one of them is claimed too
    ("10", "a 0", ">11"): "| |",
    ("10", "a 0", ">10"): "| a |",
    # of two words the one with more, and then the other against more
    ("10", "a 11", "b 12"): "| a |",
    ("10", "a 12", "b 11"): "| | b",
    ("10", "a 11", "b 11"): "| a |",
    ("10", "a 11", "b 22"): "| a |",
    ("10", "a 23", "b 12"): "| | b",
    ("10", "a 60", "b 71"): "| a |",
    # what two words claim, neither claims alone
    ("10", "a b 20"): "| a b",
    ("10", "a b 20", "a 11"): "| b |",
    ("10", "a b 5", "a 11", "b 17"): "| a | a |",
    # a large element is no box, whatever it is called
    ("10", "a 0.5 11"): "|",
    ("10", "a 0.51 11"): "| a",
    # what does not stay in any case is not counted
    ("10", "nav 50", "a 11"): "| |",
    ("10", "nav 0", ">50", "a 11"): "| | |",
    ("10", "c 0.9 50", "a 11"): "| c |",
    ("10", "c 0.91 50", "a 11"): "| c | a",
    ("10", "c h1 0.6 50", "a 11"): "| c | a",
    ("10", "h1 50", "a 11"): "| | a",
    ("10", "0.6 50", "a 11"): "| | a",
}


@pytest.mark.parametrize("page", CLAIMS)
def test_a_word_is_believed_if_more_stays_without_it(page: tuple[str, ...]) -> None:
    """Page builders call every block of the page alike."""
    assert believe(*page) == [words.strip() for words in CLAIMS[page].split("|")]
