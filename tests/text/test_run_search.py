"""Runs are found line by line just where a look at all words finds them."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.copied_words import LeakGuard
from build_tools.text.folded_words import fold_words
from build_tools.text.run_search import LEAK_WORDS, RunSearch

# few words, or no run would ever be met
WORDS = st.sampled_from(("a", "b", "É", "c1"))
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from((" ", ", ", "\n", "\n\n", " “", "\t"))), max_size=60).map(
    lambda said: "".join(word + gap for word, gap in said)
)


def _list_runs(words: tuple[str, ...]) -> list[str]:
    return [" ".join(words[at : at + LEAK_WORDS]) for at in range(len(words) - LEAK_WORDS + 1)]


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_every_run_is_found_and_no_other(text: str, captured: list[str]) -> None:
    """However it stands over the ends of lines."""
    runs = {run: str(at) for at, each in enumerate(captured) for run in _list_runs(fold_words(each))}
    words = fold_words(text)
    found, places = RunSearch(runs).find_repeated(text)
    assert places == [(at, runs[run]) for at, run in enumerate(_list_runs(words)) if run in runs]
    assert not places or found == words


def test_a_long_line_is_searched_too() -> None:
    """It is not remembered; the line after it goes on with it."""
    run = "one two three four five six seven eight nine"
    text = f"{'word ' * 400}{run[:18]}\n{run[18:]} more"
    assert RunSearch({run: "a"}).find_repeated(text)[1] == [(400, "a")]


def test_a_guard_goes_to_another_process_as_what_it_holds() -> None:
    """What was made of it for searching is made anew there."""
    guard = LeakGuard({"one two three four five six seven eight nine": "a"})
    assert guard.search.find_repeated("One two three, four five six seven eight nine.")[1] == [(0, "a")]
    sent: LeakGuard = pickle.loads(pickle.dumps(guard))  # noqa: S301 - made here
    assert sent.runs == guard.runs
    assert sent.search.find_repeated("one two three four five six seven eight nine")[1] == [(0, "a")]
