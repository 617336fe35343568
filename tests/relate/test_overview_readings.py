"""Sentences of overviews are read again when what they rest on has changed, and only then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.exports.read_marks import write_read_marks
from build_tools.model.archive import Archive
from build_tools.model.errors import UsageError
from build_tools.model.material import Material
from build_tools.model.overviews import Overviews
from build_tools.relate.overview_readings import find_stale_sentences, list_readings
from tests.relate.make import archive, claim, denial, disagreement, finding, record

ONE = record("one", claim("p1c1"), claim("p2c1"))
TWO = record("two", claim("p1c1"))
FLOOD = finding("flood", "one#p1c1")
DIFFER = disagreement("height", "one#p1c1", "two#p1c1")
NAMES = ({"finding": "flood"}, {"claim": "one#p2c1"}, {"disagreement": "height"}, {"source": "two"})
EMPTY = Material(())


def tell(made: Archive, *read: str | None) -> Archive:
    """The archive with one sentence that rests on four things, as they were read."""
    supports = [{**name, "read": state} for name, state in zip(NAMES, read or (None,) * 4, strict=True)]
    sentence = {"text": "The river rose.", "rests_on": supports}
    return replace(made, overviews=Overviews.model_validate({"archive": {"opening": [sentence]}}))


def state_of(made: Archive) -> tuple[str, ...]:
    """What would be noted as read today."""
    return tuple(reading.now for reading in list_readings(tell(made), EMPTY))


READ = state_of(archive([ONE, TWO], findings=[FLOOD], disagreements=[DIFFER]))


def stale(made: Archive) -> list[str]:
    """The messages about what was read as `READ`."""
    return [fault.message for fault in find_stale_sentences(tell(made, *READ), EMPTY)]


def test_a_reading_has_the_name_of_what_is_rested_on() -> None:
    """A finding's, a statement's, a disagreement's or a source's."""
    made = archive([ONE, TWO], findings=[FLOOD], disagreements=[DIFFER])
    names = [reading.name for reading in list_readings(tell(made), EMPTY)]
    assert names == ["flood", "one#p2c1", "height", "two"]


def test_what_was_read_is_content() -> None:
    """Nothing is asked of the editor while nothing has changed; what was never read is a fault."""
    made = archive([ONE, TWO], findings=[FLOOD], disagreements=[DIFFER])
    assert not stale(made)
    assert [f.code for f in find_stale_sentences(tell(made), EMPTY)] == ["E108"] * 4


@pytest.mark.parametrize(
    "fields",
    [
        {"modality": "alleged"},
        {"said_by": "the miller"},
        {"when": "2032"},
        {"denied_by": [denial("two#p1c1")]},
    ],
    ids="-".join,
)
def test_a_finding_that_changed(fields: dict[str, object]) -> None:
    """Another modality, speaker or time, or a denial, asks to read the sentence again, with both states."""
    made = archive([ONE, TWO], findings=[finding("flood", "one#p1c1", **fields)], disagreements=[DIFFER])
    (message,) = stale(made)
    assert message.startswith(f"flood was “{READ[0]}” and is now “")


def test_support_that_grew_or_was_lost() -> None:
    """One report more under a finding, or one claim less, is another ground than the sentence was read on."""
    made = archive([ONE, TWO], findings=[finding("flood", "one#p1c1", "two#p1c1")], disagreements=[DIFFER])
    assert [message.split()[0] for message in stale(made)] == ["flood"]
    assert "2 reports" in stale(made)[0]


def test_a_statement_and_a_source_that_changed() -> None:
    """The hedge of a single statement counts, and how many statements a source has."""
    hedged = record("one", claim("p1c1"), claim("p2c1", wording="reportedly"))
    longer = record("two", claim("p1c1"), claim("p2c1"))
    made = archive([hedged, longer], findings=[FLOOD], disagreements=[DIFFER])
    assert [message.split()[0] for message in stale(made)] == ["one#p2c1", "two"]


FILE = """# A comment.
archive:
  opening:
    - text: The river rose.
      rests_on:
        - finding: flood
        - claim: "one#p2c1"
          read: "old
            state"

doors:
- title: How high?
  text: >-
    Two reports, two numbers.
  disagreement: height
topics: []
"""
MARKED = """# A comment.
archive:
  opening:
    - text: The river rose.
      rests_on:
        - finding: flood
          read: "Reported; 1 report"
        - claim: "one#p2c1"
          read: "Said: “yes”"

doors:
- title: How high?
  text: >-
    Two reports, two numbers.
  disagreement: height
  read: "Differ"
topics: []
"""


def test_only_lines_of_read_are_touched() -> None:
    """Comments, blank lines and everything that a person wrote stay as they are."""
    marks = [(6, 11, "Reported; 1 report"), (7, 11, "Said: “yes”"), (12, 3, "Differ")]
    assert write_read_marks(FILE, marks) == MARKED
    assert write_read_marks(MARKED, [(6, 11, "Reported; 1 report")]) == MARKED


def test_braces_are_refused() -> None:
    """A mapping on one line has no line for its state; the editor is told, the file is left alone."""
    with pytest.raises(UsageError, match="Line 1"):
        write_read_marks("- {finding: flood}\n", [(1, 3, "Reported")])
