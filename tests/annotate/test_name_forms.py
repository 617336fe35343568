"""Where entities are named: whole words, nested names, forms that shadow, forms limited to a source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate.name_forms import compile_lexicon, find_mentions
from build_tools.model.vocabulary import Entity
from build_tools.text.fold import fold
from tests.annotate.make import entity

TOWN = entity("brackwater", "Brackwater", "St. Brackwater")
MAYOR = entity("mayor", "Ada Quill", "Quill", {"text": "Brackwater’s cook", "whole": True})
PAPER = entity("bugle", {"text": "The Brackwater Bugle", "whole": True})
WARD = entity("ward", "IK17", '"closed" ward', "U.S.")
ALL = (TOWN, MAYOR, PAPER, WARD)


def named(text: str, entities: tuple[Entity, ...] = ALL, source: str = "quay") -> list[tuple[str, str]]:
    """Each mention's words and entity."""
    found = find_mentions(fold(text), compile_lexicon(entities), source)
    return [(text[m.start : m.end], m.entity) for m in found]


def test_whole_words_in_their_case() -> None:
    """A name inside a longer word, or in another case, is not a mention."""
    assert named("Brackwaters, brackwater, BRACKWATER, xBrackwater, Brackwater_") == []
    assert named("(Brackwater)-Brackwater, Brackwater.") == [("Brackwater", "brackwater")] * 3


def test_combining_mark_continues_a_word() -> None:
    """A letter with a combining mark is another letter: the name before it is not a whole word."""
    assert named("Brackwater\u0301 Quill\u0308") == []


def test_possessive_and_both_apostrophes() -> None:
    """A possessive is a mention, with either apostrophe, in the text and in the form."""
    assert named("Quill's and Quill’s") == [("Quill", "mayor")] * 2
    assert named("Brackwater's cook") == [("Brackwater's cook", "mayor")]


def test_counter_or_note_mark_ends_a_name() -> None:
    """Counters and note marks stick to names in captured pages; a longer number is another name."""
    assert named("Brackwater60k, Quill12, IK171, IK17") == [
        ("Brackwater", "brackwater"),
        ("Quill", "mayor"),
        ("IK17", "ward"),
    ]


def test_forms_that_begin_or_end_with_punctuation() -> None:
    """Quotation marks and full stops belong to a form that has them, in any typography."""
    assert named("a “closed” ward, the U.S. mail") == [("“closed” ward", "ward"), ("U.S.", "ward")]


def test_nested_names_are_both_mentions() -> None:
    """A place inside another entity's name is still named."""
    hall = entity("hall", "Brackwater Town Hall")
    assert named("Brackwater Town Hall", (TOWN, hall)) == [
        ("Brackwater Town Hall", "hall"),
        ("Brackwater", "brackwater"),
    ]


def test_nothing_is_named_inside_a_whole_form() -> None:
    """The town is not named by its newspaper's name, nor by a nickname."""
    text = "The Brackwater Bugle met Brackwater’s cook in Brackwater."
    assert named(text) == [
        ("The Brackwater Bugle", "bugle"),
        ("Brackwater’s cook", "mayor"),
        ("Brackwater", "brackwater"),
    ]


def test_two_entities_may_share_a_whole_form() -> None:
    """A form that is whole shadows what is inside it, not its equal."""
    other = entity("magazine", {"text": "The Brackwater Bugle", "whole": True})
    assert [e for _, e in named("The Brackwater Bugle", (TOWN, PAPER, other))] == ["bugle", "magazine"]


def test_longest_of_one_entity() -> None:
    """A full name is one mention, not two."""
    assert named("Ada Quill of St. Brackwater") == [
        ("Ada Quill", "mayor"),
        ("St. Brackwater", "brackwater"),
    ]


def test_form_limited_to_a_source() -> None:
    """`The clerk` means this clerk in one report only."""
    clerk = entity("clerk", {"text": "The clerk", "in": ["quay"]})
    assert named("The clerk spoke.", (clerk,), "quay") == [("The clerk", "clerk")]
    assert named("The clerk spoke.", (clerk,), "pier") == []


def test_form_without_a_letter_is_never_found() -> None:
    """A form of punctuation only names nobody."""
    assert named("— … —", (entity("dash", "—"),)) == []


PIECES = st.sampled_from(
    [
        "Brackwater",
        "St. ",
        "Ada ",
        "Quill",
        "’s ",
        "'s cook",
        "The ",
        " Bugle",
        "IK17",
        " ",
        "\u0301",
        "\u202e",
        "я",
    ]
)


@given(st.lists(PIECES).map("".join), st.permutations(ALL))
def test_order_of_the_vocabulary_decides_nothing(text: str, shuffled: list[Entity]) -> None:
    """Mentions are the same in whatever order the entities were written."""
    assert named(text, tuple(shuffled)) == named(text)


@given(st.text() | st.lists(PIECES).map("".join))
def test_mentions_are_forms_in_the_text(text: str) -> None:
    """A mention is one of its entity's forms, to the letter, where the text has it."""
    forms = {e.id: {fold(f.text) for f in e.forms} for e in ALL}
    assert all(fold(words) in forms[name] for words, name in named(text))


@given(st.text())
def test_fold_keeps_every_position(text: str) -> None:
    """Folding changes typography only: a position in the folded text is one in the text."""
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
