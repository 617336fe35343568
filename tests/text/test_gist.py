"""What of a remark is shown at once: whole sentences, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.gist import fold_note, take_gist

_SENTENCES = st.lists(
    st.sampled_from(
        ("The bridge was closed.", "St. Mark’s has two doors.", f"The {'long ' * 30}road was wet.", "Why?")
    ),
    min_size=1,
    max_size=8,
)


@given(_SENTENCES)
def test_a_folded_note_is_whole(sentences: list[str]) -> None:
    """Opening and rest, one after the other, are the note."""
    note = " ".join(sentences)
    opening, rest = fold_note(note)
    assert " ".join(filter(None, (opening, rest))) == note


def test_short_notes_are_not_folded() -> None:
    """A fold that hides a line costs more than it saves."""
    assert fold_note("The bridge was closed. It is open.") == ("The bridge was closed. It is open.", "")


def test_a_note_is_folded_between_sentences() -> None:
    """The opening has its full stop, and an abbreviation is none."""
    opening, rest = fold_note(
        f"The mayor of St. Mark’s was not asked, as {'far ' * 40}as is known. {'It rained. ' * 12}"
    )
    assert opening.endswith("as is known.")
    assert rest.startswith("It rained.")


def test_the_gist_is_the_first_sentence() -> None:
    """Up to the first full stop that ends a sentence."""
    assert take_gist("In St. Mark’s they differ. One is older.") == "In St. Mark’s they differ."
