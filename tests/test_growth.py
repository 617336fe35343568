"""Time is bounded: what is four times as large takes about four times as many steps, and not sixteen."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools import pipeline
from build_tools.annotate.name_forms import compile_lexicon, find_mentions
from build_tools.annotate.phrases import TopicPhrases
from build_tools.annotate.quotations import locate_quotation
from build_tools.annotate.rules import Rulebook, compile_rules
from build_tools.annotate.target_passages import TargetPassage
from build_tools.clean import clean
from build_tools.model.annotation import Annotation, Layer, Motivation, Selector
from build_tools.model.archive import Edition
from build_tools.model.clean import Kind
from build_tools.model.vocabulary import Entity, EntityKind, Form
from build_tools.pages import PageKey
from build_tools.pages.marked_text import mark_text
from build_tools.pipeline import PipelineSettings
from build_tools.read import read_all
from build_tools.read.shared_rules import MOST_LEVELS, _count_levels
from build_tools.text.terminal import did_you_mean
from tests.annotate.make import topic
from tests.archives import ARTICLE, lay_capture, write_archive
from tests.clean import capture
from tests.growth import count_calls
from tests.site import tiny

LINEAR = 6
"""Four times as much, and half as much again for sorting and for what is made ready once."""


def _mark_words(many: int) -> None:
    targets = (Selector(Layer.CAPTURE, "p1", n * 5, n * 5 + 4, "said", "", "") for n in range(many))
    marks = [Annotation(Motivation.HEDGE, "said", target, "editor") for target in targets]
    assert len(mark_text("", "said " * many, marks, {})) == 2 * many


def test_marks_of_a_passage() -> None:
    """A paragraph of thirty thousand figures is marked in the time of thirty paragraphs of a thousand."""
    assert count_calls(partial(_mark_words, 4000)) < LINEAR * count_calls(partial(_mark_words, 1000))


def _name_entities(many: int) -> None:
    entities = [
        Entity(
            id=f"e{n}", name=f"A {n}", kind=EntityKind.PERSON, type="x", description="x",
            forms=(Form(text=f"a{n:05}"), Form(text=f"a b{n:05}"), Form(text=f"“a” {n:05}")),
        )
        for n in range(many)
    ]  # fmt: skip
    lexicon = compile_lexicon(entities)
    steps = count_calls(partial(find_mentions, "a a99999 a b99999 “a” 99999 " * 50, lexicon, ""))
    assert steps < 6000, "as many as the text has words, and not times as many as there are names"


@pytest.mark.parametrize("many", [1, 1000])
def test_names_that_begin_alike(many: int) -> None:
    """A text is gone through once, however many names begin with a word that it repeats."""
    _name_entities(many)


def _search_phrases(beginning: str, many: int) -> int:
    rule = compile_rules(topic("a", any=[f"{beginning} x{n:05}y" for n in range(many)]))
    book = Rulebook((rule,))

    def search() -> None:
        said = book.search_paragraph("ministry of the interior, minister-president, ministries " * 50)
        assert not any(met.is_met_by(said) for met in book.list_concerned(said))

    return count_calls(search)


@pytest.mark.parametrize("beginning", ["ministry", "ministry of the", "minist*", "minist* of", "minister-"])
def test_phrases_that_begin_alike(beginning: str) -> None:
    """A paragraph is searched for none of a thousand rules of which it has the first words only."""
    assert _search_phrases(beginning, 1000) < LINEAR * _search_phrases(beginning, 1)


def _suggest(many: int) -> int:
    known = [f"entity-number-{n:05d}-of-many" for n in range(many)]
    did_you_mean(known[0], known)  # letters are counted once
    return count_calls(partial(did_you_mean, "entity-number-00007-in-many", known))


def test_suggestions() -> None:
    """A wrong name is compared closely with a few of the known ones, however many are like it.

    A known name more costs a look at its letters, which is a few calls; to compare it takes hundreds.
    """
    assert _suggest(2000) - _suggest(200) < 10 * 1800


@pytest.mark.parametrize(
    "phrase", ["**************x", "*a" * 12 + "b", "a*" * 12 + "b", "a-" * 12 + "b", "a" + " -" * 9 + "b"]
)
def test_rules_of_topics_give_nothing_back(phrase: str) -> None:
    """No repetition in an expression takes back what it took: each is possessive."""
    pattern = TopicPhrases([phrase]).pattern
    assert pattern
    assert not re.search(r"[*+}]", re.sub(r"[*}]\+", "", pattern.pattern)), pattern.pattern
    pattern.search("a" * 2000 + " " + "-" * 2000)


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        *(("a.txt", "a b c\n\n"), ("a.txt", "said [1] *x* 1,234\n"), ("a.txt", "“"), ("a.txt", "\r")),
        *(("a.html", "<p>x"), ("a.html", "<div>"), ("a.html", "<a href=x>y</a>"), ("a.html", '<p a="')),
    ],
)
def test_cleaning(name: str, piece: str) -> None:
    """Whatever is repeated, four times as many take about four times as long."""

    def step(many: int) -> None:
        head = "<html><body>" if name.endswith("html") else "The ferry to Ostry stopped because of ice.\n\n"
        clean(capture(head + piece * many, name), language="en")

    step(1)  # tables are read once
    assert count_calls(partial(step, 2000)) < LINEAR * count_calls(partial(step, 500))


def _write_claims(folder: Path, records: int, claims: int) -> PipelineSettings:
    made = []
    for n in range(records):
        told = [tiny.claim(f"p{m}c1", f"Statement {m} is told.") for m in range(1, claims + 1)]
        own = {"slug": f"source-{n}", "url": f"https://pier.example/{n}"}
        one = tiny.record(b"", paragraphs=claims, claims=told, **own)
        made.append({name: value for name, value in one.items() if name != "capture"})
    tiny.archive(folder, *made)
    (folder / "seeds/ferry.txt").unlink()
    (folder / "seeds/ferry-000.ledger.json").unlink()
    return PipelineSettings(folder / "seeds", edition=Edition.PUBLIC)


def _render_sources(settings: PipelineSettings) -> None:
    publication = pipeline.make_publication(pipeline.assemble_archive(settings))
    keys: list[PageKey] = [key for key in publication.pages.list_keys() if "source" in str(key)]
    for key in keys:
        publication.pages.render_key(key)


def test_claims_in_one_record_and_in_many(tmp_path: Path) -> None:
    """Many claims in one record cost what they cost in ten; a look from each at all others is more."""
    one = _write_claims(tmp_path / "one", 1, 600)
    ten = _write_claims(tmp_path / "ten", 10, 60)
    _render_sources(_write_claims(tmp_path / "warm", 1, 2))
    assert count_calls(partial(_render_sources, one)) < 1.15 * count_calls(partial(_render_sources, ten))


def _write_topics(folder: Path, levels: int) -> PipelineSettings:
    """A chain of topics, each below the one before it."""
    tiny.archive(folder)
    topics = [{**tiny.TOPICS[0], "id": f"t{n}", "broader": f"t{n - 1}"} for n in range(levels)]
    topics[0].pop("broader")
    (folder / "seeds/vocabulary/topics.yml").write_text(yaml.safe_dump([*tiny.TOPICS, *topics]))
    return PipelineSettings(folder / "seeds")


def test_chains_of_topics_do_not_recurse(tmp_path: Path) -> None:
    """Of thousands the one is told that stands too low; as many as there may be are all in the list."""
    faults = read_all(_write_topics(tmp_path / "many", 3000).seeds).faults
    assert [(fault.code, fault.message[:5]) for fault in faults] == [("V116", f"“t{MOST_LEVELS}”")]
    publication = pipeline.make_publication(
        pipeline.assemble_archive(_write_topics(tmp_path / "few", MOST_LEVELS))
    )
    lists = [key for key in publication.pages.list_keys() if "topics" in str(key).lower()]
    (whole,) = [page for page in map(publication.pages.render_key, lists) if page.address == "topics/"]
    assert all(f"(t{n}/index.md)" in whole.markdown for n in range(MOST_LEVELS))


@given(st.dictionaries(st.integers(0, 60), st.integers(0, 60), max_size=60))
def test_levels_are_those_that_a_walk_upwards_counts(above: dict[int, int]) -> None:
    """Whatever stands above what; what leads into a circle has none, and its own fault."""
    broader = {str(n): str(other) for n, other in above.items()}
    for name, level in _count_levels(broader).items():
        way = [name]
        while way[-1] in broader and len(way) < 100:
            way.append(broader[way[-1]])
        assert level == (len(way) if len(way) < 100 else 0)


def _count_chain(levels: int) -> int:
    return count_calls(partial(_count_levels, {str(n): str(n - 1) for n in range(levels, 0, -1)}))


def test_levels_are_counted_in_one_walk() -> None:
    """Neither a topic of a long chain nor one under a long circle is walked from again."""
    assert _count_chain(4000) < LINEAR * _count_chain(1000)
    circle = {str(n): str((n + 1) % 1000) for n in range(1000)}
    below = {f"x{n}": str(n % 1000) for n in range(4000)}
    assert count_calls(partial(_count_levels, circle | below)) < 20 * len(circle | below)


def test_chains_of_an_attribution_do_not_recurse(tmp_path: Path) -> None:
    """A statement may come through more reports than Python calls within calls."""
    many = 1100
    origins = [{"id": f"o{n}", "publisher": f"Paper {n}", "description": "A log."} for n in range(many)]
    chain = [{"who": f"paper {n}", "origin": f"o{n}"} for n in range(many)]
    told = [tiny.claim("p1c1", "The pier stands.", chain="long")]
    one = tiny.record(b"", paragraphs=1, claims=told, chains={"long": chain})
    tiny.archive(tmp_path, {name: value for name, value in one.items() if name != "capture"})
    (tmp_path / "seeds/origins.yml").write_text(yaml.safe_dump(origins))
    for path in (tmp_path / "seeds").glob("*.ledger.json"):
        path.unlink()
    publication = pipeline.make_publication(pipeline.assemble_archive(PipelineSettings(tmp_path / "seeds")))
    for key in publication.pages.list_keys():
        if "source" in str(key) or "origins" in str(key):
            publication.pages.render_key(key)


@pytest.mark.parametrize("unit", ["[", "*a **a ", "`", "&", "<b>", "| ", "# x ", "\\"])
def test_captured_text_meets_no_parser_of_markdown(
    tmp_path: Path, unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such a parser takes the square of a paragraph's marks; a page is a small multiple of its text."""

    def refuse(*_: object) -> None:
        raise AssertionError("no text of a page is Markdown for a parser")

    monkeypatch.setattr(markdown.Markdown, "convert", refuse)
    sizes = []
    for many in (1000, 9000):
        folder = write_archive(tmp_path / str(many))
        pumped = f"first {unit * (many // len(unit))} floor"
        lay_capture(folder, ARTICLE.replace("first floor", pumped, 1))
        settings = PipelineSettings(folder / "seeds", edition=Edition.READING)
        publication = pipeline.make_publication(pipeline.assemble_archive(settings))
        keys = [key for key in publication.pages.list_keys() if "source" in str(key)]
        pages = list(map(publication.pages.render_key, keys))
        sizes.append(sum(len(page.html) + len(page.markdown) for page in pages))
    assert sizes[1] - sizes[0] < 8000 * 60


def test_quotations_that_stand_nowhere_are_not_tried_at_each_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand claims that quote what a long passage has not cost no search of it."""
    monkeypatch.setattr("build_tools.annotate.quotations.compile_quotation", lambda _: 1 / 0)
    passage = TargetPassage(Layer.CAPTURE, "p1", "said he " * 20_000, "en", Kind.BODY)
    assert all(locate_quotation(f"said he {'said ' * n}nothing", passage) is None for n in range(1000))
