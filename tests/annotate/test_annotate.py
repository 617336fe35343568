"""What holds of every document: selectors resolve, the order is fixed, nothing else is looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate import annotate
from build_tools.model.annotation import Annotation, Layer, Motivation
from build_tools.model.archive import Document
from build_tools.model.edtf import Edtf
from tests.annotate.make import clean_text, entity, report, seed, topic
from tests.relate.make import claim

ENTITIES = (
    entity("brackwater", "Brackwater"),
    entity("quill", "Ada Quill", "Quill"),
    entity("three", "3 AC"),
)
TOPICS = (topic("ferries", any=["ferry"], carries=True, after=["deck"]), topic("floods", any=["flood*"]))

PIECES = st.sampled_from(
    [
        "Brackwater",
        "Ada Quill’s ",
        " ferry ",
        "flooded",
        " about 20,000 ",
        "$5 to $7",
        "hundreds of thousands",
        "in May 2022",
        "last week ",
        "reportedly",
        "3 AC",
        "This ",
        "\u0301",
        "\u202e",
        "\u200f",
        "אבג",
        "مدينة",
        "\U0001f6a2",
        "\x00",
        "<b>",
        "{{",
        "\n",
        " ",
        ".",
    ]
)
TEXTS = st.lists(PIECES, min_size=1).map("".join) | st.text(min_size=1)


def texts_of(document: Document) -> dict[tuple[Layer, str], str]:
    """Every passage's text."""
    captured = {(Layer.CAPTURE, p.id): p.text for p in document.clean.paragraphs} if document.clean else {}
    return captured | {(Layer.DIGEST, c.id): c.text for c in document.record.claims}


def made(texts: list[str], digest: str, language: str = "en") -> Document:
    """The texts as a capture's paragraphs, the digest as one claim."""
    record = report(claim("p1c1", text=digest, topics=["ferries"]), paragraphs=len(texts), language=language)
    return annotate(seed(record), clean_text(*texts), TOPICS, ENTITIES)


@given(
    st.lists(TEXTS, min_size=1, max_size=4),
    TEXTS.filter(lambda t: bool(t.strip())),
    st.sampled_from(["en", "ru"]),
)
def test_every_selector_resolves(texts: list[str], digest: str, language: str) -> None:
    """Quote, position and surroundings agree with the text, whatever characters stand in it."""
    document = made(texts, digest, language)
    passages = texts_of(document)
    for annotation in document.annotations:
        target = annotation.target
        text = passages[target.layer, target.passage]
        assert text[target.start : target.end] == target.exact != ""
        assert text[: target.start].endswith(target.prefix)
        assert text[target.end :].startswith(target.suffix)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.permutations(ENTITIES), st.permutations(TOPICS))
def test_order_of_the_vocabulary_decides_nothing(
    texts: list[str], entities: list[object], topics: list[object]
) -> None:
    """Annotations are the same twice, and in whatever order topics and entities were written."""
    record = report(paragraphs=len(texts))
    document = annotate(seed(record), clean_text(*texts), topics, entities)  # type: ignore[arg-type]
    assert document == annotate(seed(record), clean_text(*texts), TOPICS, ENTITIES)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_annotations_are_in_reading_order(texts: list[str]) -> None:
    """By layer, passage and position, the longer first: a page can be written in one walk."""

    def place(annotation: Annotation) -> tuple[bool, int, int, int]:
        target = annotation.target
        number = int(target.passage[1:]) if target.layer is Layer.CAPTURE else 0
        return target.layer is Layer.DIGEST, number, target.start, -target.end

    places = [place(a) for a in made(texts, "A ferry.").annotations]
    assert places == sorted(places)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_dates_are_edtf_or_untold(texts: list[str]) -> None:
    """A date's value can be read as EDTF, or is empty."""
    for annotation in made(texts, "In May.").annotations:
        if annotation.motivation is Motivation.DATE and annotation.value:
            assert str(Edtf.parse(annotation.value)) == annotation.value


def test_digest_is_annotated_always() -> None:
    """Entities, figures, dates and hedges of our own words are found with no capture at hand."""
    record = report(claim("p1c1", text="Quill reportedly hired 40 boats in May 2031."))
    found = {
        (a.motivation.value, a.value) for a in annotate(seed(record), None, TOPICS, ENTITIES).annotations
    }
    assert found == {("identifying", "quill"), ("hedge", "doubt"), ("figure", "40"), ("date", "2031-05")}


def test_number_inside_a_name_is_no_figure() -> None:
    """*3 AC* is a name; the number before a common noun is a figure."""
    found = made(["3 AC has 3 boats."], "None.").annotations
    assert [a.target.start for a in found if a.motivation is Motivation.FIGURE] == [9]
