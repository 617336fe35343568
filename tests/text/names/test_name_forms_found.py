"""A name is found in every case, alphabet and spelling, and however it is split; other words are not it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.copied_words import LeakGuard
from build_tools.text.names.roles import put_roles
from build_tools.text.names.search import NameSearch

FORMS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "forms.yml").read_text("utf-8"))
_CASES = [(name, form) for name, forms in FORMS.items() for form in forms]


@pytest.mark.parametrize(("name", "form"), _CASES, ids=[f"{name}: {form}" for name, form in _CASES])
def test_a_form_is_found(name: str, form: str) -> None:
    """In the middle of a text, and its place is told."""
    (found,) = NameSearch([[name]]).find_names(f"Of {form} it is told.")
    assert form[1:4] in f"Of {form} it is told."[found.start : found.end] or form[0] == "#"


@pytest.mark.parametrize(
    "text",
    [
        "Mira said so",
        "the Tollens of Vell",
        "a mirror, and a toll taken",
        "Mira went home. There, nobody knew of any Tollen",
        "M. said that T. was away",
        "Tolstoy and Miro",
        "mired in tolls",
        "It was Tollen. Mira was another",
        "Tollen saw Mira",
    ],
)
def test_other_words_are_not_the_name(text: str) -> None:
    """One of its words alone, words like it, letters alone."""
    assert NameSearch([["Mira Tollen"]]).find_names(text) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna Lee", "A Fantástica Loja"),
        ("Anna Lee", "a loss of lemons, лимона"),
        ("Павел Цой", "see shop.com/?p=1 and cows.</p>"),
        ("Ким Ан", "it may come to an end, come what may to any"),
        ("Sam Hill", "the Hill's windows"),
        ("Tam the Rope", "the rope was cut, and the ropes with it"),
        ("Tam the Rope", "TI  - One more post (Planks and Ropes)\r\nT2  - The Ferry That Stopped"),
    ],
)
def test_short_names_are_not_found_in_any_sentence(name: str, text: str) -> None:
    """Of few letters, every spelling is a word somewhere: seen in pages of newspapers."""
    assert NameSearch([[name]]).find_names(text) == ()


_SPLITS = ("\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "-\n", "-\r\n  ")
_GAPS = (" ", "\n", "\u00a0", "-", " \u2013 ", ",\n", "  ", "\u200b \u200b", "_", ".", "\u3000")


@given(
    st.sampled_from(["Mira Tollen", "Мирой Толлен", "MIRA TOLLEN", "tollen mira"]),
    st.sampled_from(_GAPS),
    st.sampled_from(_SPLITS),
    st.integers(1, 3),
    st.sampled_from(["", "’s", "'S", "2", "_x", ",", "."]),
)
def test_a_name_is_found_however_it_is_split(form: str, gap: str, split: str, at: int, after: str) -> None:
    """By what no reader sees, by the ends of lines, by hyphens; with whatever sticks to it."""
    first, second = form.split()
    text = f"x, {first[:at]}{split}{first[at:]}{gap}{second[:at]}{split}{second[at:]}{after} y"
    assert len(NameSearch([["Mira Tollen"]]).find_names(text)) == 1


def _write_in(start: int, text: str) -> str:
    """Its letters as signs of a row of 26, capitals or not."""
    return "".join(chr(start + ord(sign.lower()) - ord("a")) if sign.isalpha() else sign for sign in text)


_SEEN = {
    "circles": _write_in(0x24D0, "Mira Tollen"),
    "brackets": _write_in(0x249C, "Mira Tollen"),
    "dark squares": _write_in(0x1F170, "Mira Tollen"),
    "flags": _write_in(0x1F1E6, "Mira Tollen"),
    "from right to left": f"\u202e{'Mira Tollen'[::-1]}\u202c",
    "from right to left, open": f"\u202e{'with Mira Tollen'[::-1]}\n",
    "letters apart": "M i r a T o l l e n",
    "letters apart, capitals": "M I R A   T O L L E N",
    "letters apart, by points": "M.i.r.a..T.o.l.l.e.n",
    "letters apart, Cyrillic": "М\u00a0и\u00a0р\u00a0о\u00a0й \u00a0 Т\u00a0о\u00a0л\u00a0л\u00a0е\u00a0н",
    "hyphens": "Mi-ra Tol-len",
    "points between syllables": "Mi‧ra Tol·len",
    "hyphens that do not break": "Mi\u2011ra-Tol\u2011len",
}


@pytest.mark.parametrize("written", _SEEN.values(), ids=_SEEN)
def test_a_name_is_found_as_it_is_seen(written: str) -> None:
    """Though no letter of it may stand where it is read; the place is that of all that it is read out of."""
    text = f"So it was, {written} and no other."
    (found,) = NameSearch([["Mira Tollen", "Мира Толлен"]]).find_names(text)
    assert text[found.start : found.end].strip() == written.strip()


@pytest.mark.parametrize(
    "text", ["A B C D E F G H I J K L M N O", "p. a, b, c, d, e, f, g", "well-to-do, co-op"]
)
def test_letters_in_a_row_are_no_name(text: str) -> None:
    """An index, notes; a word with hyphens of its own."""
    assert NameSearch([["Abe Fane"], ["Welt Odo"]]).find_names(text) == ()


_PIECES = (
    "Mira",
    "Tollen",
    "M.",
    "T.",
    "the",
    "Ropes",
    "Mirren",
    "tolens",
    "K.",
    "said",
    "Vell",
    "«",
    "2",
    "\n\n",
    "don't",
)
_FAR = "The boats left at noon, and a man at the pier said nothing. " * 3


@given(st.lists(st.sampled_from(_PIECES), max_size=12))
def test_what_stands_far_off_changes_nothing(pieces: list[str]) -> None:
    """Only what lies around a word of a name is gone through: it is found there as it is by itself."""
    search = NameSearch([["Mira Tollen", "Mira the Rope", "Arkur"]])
    text = f"x. {' '.join(pieces)} . x"
    alone = [(place.start, place.end) for place in search.find_names(text)]
    among = search.find_names(f"{_FAR}{text} {_FAR}{text} {_FAR}")
    again = len(_FAR) + len(text) + 1
    expected = [(start + far, end + far) for far in (len(_FAR), again + len(_FAR)) for start, end in alone]
    assert [(place.start, place.end) for place in among] == expected


@given(st.text(max_size=80))
def test_any_text_can_be_looked_through(text: str) -> None:
    """No text breaks the search, places lie in it and follow one another."""
    reached = 0
    for place in NameSearch([["Mira Tollen", "Arkur", "王芳"], ["Лук'яненко Олена Петрівна"]]).find_names(
        text
    ):
        assert reached <= place.start < place.end <= len(text)
        reached = place.end


def test_roles_stand_as_a_person_would_write_them() -> None:
    """A capital at the head of a sentence, one article, the possessive that the name had."""
    search = NameSearch([["Mira Tollen"]])
    text = "Mira Tollen's son. “Mira Tollen!” Of Mira Tollen, the Mira Tollen of Vell."
    assert put_roles(text, search.find_names(text), ["a soldier’s mother"]) == (
        "A soldier’s mother's son. “A soldier’s mother!” Of a soldier’s mother, the soldier’s mother of Vell."
    )


def test_nobody_protected_costs_nothing() -> None:
    """Without names there is nothing to look for, and no file is opened for them."""
    assert not NameSearch([])
    assert NameSearch([]).find_names("Mira Tollen") == ()
    assert not LeakGuard({})
