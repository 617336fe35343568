"""Files that are taken over are looked through again where something new may stand in them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from build_tools.site.guard_state import FilePrints, GuardNews, GuardState, describe_guard
from build_tools.site.leaks import FileSearch
from build_tools.text.copied_words import CatalogueFacts, LeakGuard
from tests.site import tiny
from tests.site.workshop import Workshop

RUN = "one two three four five six seven eight nine"
OTHER = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
GUARD = LeakGuard({RUN: "a"}, {"0" * 64: "a"}, CatalogueFacts(("A title",)))
STATE = describe_guard(GUARD)


def _search(text: str, guard: LeakGuard = GUARD, *, printing: bool = True) -> FilePrints:
    search = FileSearch(guard, printing=printing)
    search.search_file("a.md", text.encode())
    prints = search.tell_prints()
    assert prints
    return prints


def test_nothing_new_is_looked_for_nowhere() -> None:
    """What was searched for before, in whatever order, is not searched for again; nor what is left of it."""
    prints = [_search(RUN), _search("x", printing=False)]
    less = (GUARD, LeakGuard({}, GUARD.files, GUARD.facts))
    for news in (GuardNews(STATE, guard) for guard in less):
        assert not any(map(news.may_be_in, prints))
    assert not any(map(GuardNews(GuardState(), None).may_be_in, (*prints, None)))


def test_new_runs_are_looked_for_where_they_may_stand() -> None:
    """By the print; in a file without one, and in all where there are too many, in any case."""
    more = replace(GUARD, runs={RUN: "a", OTHER: "b"})
    has, lacks, unknown = _search(f"x {OTHER}"), _search("ten eleven"), _search("ten", printing=False)
    news = GuardNews(STATE, more)
    assert [news.may_be_in(each) for each in (has, lacks, unknown, None)] == [True, False, True, True]
    many = {f"{n} {OTHER[4:]}": "b" for n in range(40_000)}
    assert GuardNews(STATE, replace(GUARD, runs=many)).may_be_in(lacks)
    assert GuardNews(STATE, replace(GUARD, runs={RUN: "a", f"{RUN[4:]} ten": "a"})).may_be_in(
        _search(f"{RUN} ten")
    )


def test_other_facts_concern_what_repeats_something() -> None:
    """A name that is gone may have allowed a run; a file without any has nothing that was allowed."""
    news = GuardNews(STATE, replace(GUARD, facts=CatalogueFacts(("Another title",))))
    assert news.may_be_in(_search(f"x {RUN}", printing=False))
    assert not news.may_be_in(_search("one two three", printing=False))


def test_a_new_capture_is_known_again_as_a_file() -> None:
    """A file that is, or holds, a capture without words."""
    content = "\x00\x01"
    prints = _search(content, printing=False)
    held = replace(GUARD, files={**GUARD.files, _digest(content): "b"})
    assert GuardNews(STATE, held).may_be_in(prints)
    assert not GuardNews(STATE, held).may_be_in(_search("another", printing=False))


def _digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()


RUN_OF_CAPTURE = "The ferry to Ostry stopped on Friday because of ice"
"""Ten words of it, in two labels of topics, or as somebody's name."""


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """An archive of two records; the first has a capture, the second is about two topics."""
    first = tiny.record(tiny.CAPTURE.encode())
    about = {"topics": ["ferries", "ice"]}
    second = first | {"slug": "other-ferry", "title": "Boats", "url": "https://pier.example/boats"}
    del second["capture"]
    second["claims"] = [tiny.claim("p1c1", "Nothing runs.", **about), tiny.claim("p2c1", "All wait.")]
    shop = Workshop(tmp_path / "warm")
    tiny.archive(tmp_path / "warm/archive", first, second)
    more = {"id": "ice", "label": "Ice", "scope_note": "What is said of it."}
    shop.change(shop.seeds / "vocabulary/topics.yml", lambda topics: topics.append(more))
    return shop


def test_words_of_a_new_capture_are_found_in_what_is_as_it_was(shop: Workshop, tmp_path: Path) -> None:
    """Of two labels that stand together on pages and in citations, and are written nowhere so."""
    words, topics = RUN_OF_CAPTURE.split(), shop.seeds / "vocabulary/topics.yml"
    shop.change(topics, lambda held: held[0].update(label=" ".join(words[:5])))
    shop.change(topics, lambda held: held[1].update(label=" ".join(words[5:])))
    capture = shop.seeds / "ferry.txt"
    capture.unlink()
    stood = shop.build()
    assert not stood.faults
    capture.write_bytes(tiny.CAPTURE.encode())
    warm, clean = shop.build(), shop.build_elsewhere(tmp_path / "clean")
    assert len(warm.faults) > 3
    assert {code for code, _ in warm.faults} == {"L101"}
    assert warm.faults == clean.faults
    assert warm.site == stood.site


def test_a_name_that_is_gone_allows_nothing(shop: Workshop, tmp_path: Path) -> None:
    """What stands in another source as a name may be captured words once nothing has that name."""
    entities = shop.seeds / "vocabulary/entities.yml"
    added = {"id": "quill", "name": RUN_OF_CAPTURE, "kind": "place", "type": "ford", "description": "A ford."}
    shop.change(entities, lambda held: held.append(added))
    record = shop.seeds / "ferry-001.yml"
    shop.change(record, lambda held: held["claims"][0].update(text=RUN_OF_CAPTURE))
    assert not shop.build().faults
    shop.change(entities, lambda held: held[-1].update(name="Quill"))
    warm, clean = shop.build(), shop.build_elsewhere(tmp_path / "clean")
    assert {code for code, _ in warm.faults} == {"L101"}
    assert warm.faults == clean.faults
