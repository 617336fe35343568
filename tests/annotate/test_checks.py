"""A record that does not fit its capture stops the build, every misfit at its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.annotate import annotate
from build_tools.annotate.annotation_input import AnnotationInput
from build_tools.annotate.checks import find_crowded_marks
from build_tools.annotate.language_tables import load_language_table
from build_tools.model.annotation import MOST_MARKS, Annotation, Layer, Motivation, Selector
from build_tools.model.clean import CleanText
from build_tools.model.fault import Fault, Faults
from build_tools.model.material import Seed
from tests.annotate.make import clean_text, entity, report, seed, topic
from tests.relate.make import claim

TEXT = "“I’ll row\u00a0on,” said Quill, “till the ferry — the old one — is back.”"


def faults(made: Seed, clean: CleanText | None) -> list[Fault]:
    """What annotating reports."""
    with pytest.raises(Faults) as caught:
        annotate(made, clean, (), ())
    return list(caught.value.faults)


def quoted(quotation: str, passage: str = "p1") -> Seed:
    """A seed whose only claim has a quotation, at line 7, column 16."""
    record = report(claim(f"{passage}c1", quotation=quotation))
    return seed(record, (("claims", 0, "quotation"), (7, 16)), (("claims", 0, "id"), (5, 9)))


@pytest.mark.parametrize("quotation", ["I'll row on", "the ferry - the old one", "“till the ferry", "Quill"])
def test_quotation_is_found_in_any_typography(quotation: str) -> None:
    """Apostrophes, quotation marks, dashes, spaces may be typed plainly; the selector has the original."""
    made = annotate(quoted(quotation), clean_text(TEXT), (), ())
    (found,) = [a for a in made.annotations if a.motivation is Motivation.QUOTING]
    assert found.value == "p1c1"
    assert TEXT[found.target.start : found.target.end] == found.target.exact
    assert len(found.target.exact) == len(quotation)


@pytest.mark.parametrize("quotation", ["I’ll row back", "erry", "i’ll row on", "row on on"])
def test_missing_quotation(quotation: str) -> None:
    """A101: words that the passage does not have, or only inside other words, are no quotation."""
    (fault,) = faults(quoted(quotation), clean_text(TEXT))
    assert (fault.path, fault.line, fault.column, fault.code) == ("seeds/quay.yml", 7, 16, "A101")
    assert quotation in fault.message


def test_quotation_of_another_passage() -> None:
    """A101: a quotation is looked for in its own passage only."""
    record = report(claim("p1c1", quotation="said Quill"), paragraphs=2)
    assert [f.code for f in faults(seed(record), clean_text("It rained.", TEXT))] == ["A101"]


def test_quotation_outside_the_article() -> None:
    """A claim of the page's chrome is quoted from a removed line, wherever it stands."""
    lines = ("Menu", "Row with us: give one oar.")
    annotate(quoted("give one oar", "outside"), clean_text(TEXT, removed=lines), (), ())
    assert [f.code for f in faults(quoted("give two oars", "outside"), clean_text(TEXT, removed=lines))] == [
        "A101"
    ]


def test_number_of_paragraphs() -> None:
    """A102: anchors mean nothing if record and capture count differently."""
    made = seed(report(paragraphs=3), (("paragraphs",), (4, 13)))
    (fault,) = faults(made, clean_text("It rained.", "It stopped."))
    assert (fault.line, fault.column, fault.code) == (4, 13, "A102")
    assert "3" in fault.message
    assert "2" in fault.message


def test_passage_that_the_capture_has_not() -> None:
    """A104: a claim cannot stand in a standfirst that cleaning did not find."""
    (fault,) = faults(quoted("Quill", "standfirst"), clean_text(TEXT))
    assert (fault.line, fault.column, fault.code) == (5, 9, "A104")


def test_passage_that_the_committed_ledger_has_not() -> None:
    """A104 and A102: without the capture, its ledger names the passages that there are."""
    made = replace(seed(report(claim("p1c1"), claim("p2c1"), paragraphs=3)), ledger=clean_text(TEXT))
    with pytest.raises(Faults) as caught:
        annotate(made, None, (), ())
    assert [f.code for f in caught.value.faults] == ["A102", "A104"]


def test_all_at_once() -> None:
    """Every misfit of a record is reported in one go."""
    record = report(claim("p1c1", quotation="no"), claim("captionc1"), paragraphs=2)
    assert [f.code for f in faults(seed(record), clean_text(TEXT))] == ["A101", "A102", "A104"]


def test_selector_that_does_not_resolve() -> None:
    """A103: an annotator that points beside its words is caught before a page shows it."""

    def astray(_: AnnotationInput) -> list[Annotation]:
        good = Selector(Layer.CAPTURE, "p1", 0, 2, "It", "", " rained.")
        targets = (good, replace(good, start=1), replace(good, exact="Is"), replace(good, passage="p9"))
        return [Annotation(Motivation.HEDGE, "", target, "astray") for target in targets]

    with pytest.raises(Faults) as caught:
        annotate(seed(report()), clean_text("It rained."), (), (), annotators=(astray,))
    assert [f.code for f in caught.value.faults] == ["A103"] * 3


def test_without_a_capture_the_digest_is_annotated() -> None:
    """A record is whole without its capture: nothing is checked against it, and the digest is annotated."""
    made = annotate(quoted("never looked for"), None, (), ())
    assert {a.target.layer for a in made.annotations} <= {Layer.DIGEST}
    assert made.clean is None


def test_of_numbers_without_end_the_first_are_marked() -> None:
    """A107: in reading order, over all passages; the other kinds are marked as ever, and it is told."""
    passages = ["7 eels, " * (MOST_MARKS - 5), "8 pikes, " * 9 + "said Quill on 5 May 2031"]
    made = seed(report(paragraphs=2))
    annotations = annotate(made, clean_text(*passages), (), ()).annotations
    numbers = [a for a in annotations if a.motivation is Motivation.FIGURE]
    assert [a.value for a in numbers] == ["7"] * (MOST_MARKS - 5) + ["8"] * 5
    assert any(a.value == "2031-05-05" for a in annotations)
    (fault,) = find_crowded_marks(made, annotations)
    assert (fault.code, "the numbers" in fault.message) == ("A107", True)
    assert not list(find_crowded_marks(made, annotations[:-7]))


def test_in_one_passage_no_more_are_looked_for() -> None:
    """A passage of nothing but numbers costs no more than its marks."""
    table = load_language_table("en").numerals
    assert len(table.find_numbers("7 " * (MOST_MARKS + 9))) == MOST_MARKS


def test_our_own_words_are_marked_however_much_the_capture_names() -> None:
    """What a claim names, and its topics, stand in no way of the capture, with it at hand or without."""
    quill, drawn = entity("quill", "Quill"), topic("tides", any=["tide"])
    record = report(claim("p1c1", text="Quill rowed.", topics=["tides"]), paragraphs=MOST_MARKS + 1)
    crowded = clean_text(*["The tide took Quill."] * (MOST_MARKS + 1))
    for clean in (crowded, None):
        found = annotate(seed(record), clean, (drawn,), (quill,)).annotations
        own = [(a.motivation, a.value) for a in found if a.target.layer is Layer.DIGEST]
        assert (Motivation.IDENTIFYING, quill.id) in own
        assert (Motivation.CLASSIFYING, "tides") in own
