"""Numbers in English sentences that nobody here wrote, and the cases of public reports of faults."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from benchmarks import numbers
from benchmarks.places import cases, missing
from benchmarks.places import numbers as sentences
from build_tools.annotate.dates import find_dates
from build_tools.annotate.figure_mentions import find_figures
from build_tools.annotate.quotations import locate_quotation
from build_tools.clean import clean
from build_tools.model.capture import Capture
from build_tools.text.date_telling import PublicationDay
from tests.annotate.make import passage

THURSDAY = PublicationDay(date(2031, 5, 15), 2031, 5)
"""On which the cases are published."""

FLOOR = 0.97
"""Of the sentences that a newspaper would print; may rise."""


def _read_cases(part: str) -> dict[str, Any]:
    file = cases() / "expected.yml"
    found: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))[part] if file.is_file() else {}
    return found


ANNOTATED = [
    pytest.param(language, case, id=f"{language}: {name}")
    for language, named in _read_cases("annotate").items()
    for name, case in named.items()
]
QUOTED = [pytest.param(file, passages, id=file) for file, passages in _read_cases("quotations").items()]


@pytest.mark.numbers
def test_sentences_of_a_newspaper() -> None:
    """Of the English sentences that count, at least so many are read right, and no more fall silent."""
    if absent := list(missing(sentences())):
        pytest.skip("; ".join(absent))
    right, counted = numbers.measure_share()
    assert counted >= 403
    assert right / counted >= FLOOR


@pytest.mark.numbers
def test_what_is_left_out_is_there() -> None:
    """Each sentence that is left out, with its reason, is one of the sentences, and is named once."""
    if absent := list(missing(sentences())):
        pytest.skip("; ".join(absent))
    names = [sentence.name for sentence in numbers.read_sentences()]
    assert not numbers.list_left_out().keys() - set(names)
    assert len(names) == len(set(names))


@pytest.mark.cases
@pytest.mark.skipif(not ANNOTATED, reason="the cases are not at hand (ARCHIVE_CASES)")
@pytest.mark.parametrize(("language", "case"), ANNOTATED)
def test_cases_of_public_reports(language: str, case: dict[str, Any]) -> None:
    """What users of other tools reported as a fault is read right here: figures, and dates where given."""
    paragraph = passage(case["text"], language)
    text = paragraph.text
    for key, find in (("figures", find_figures), ("dates", find_dates)):
        mentions: Any = find(paragraph, THURSDAY)
        if key in case:
            assert [[text[m.start : m.end], m.value] for m in mentions] == case[key]


@pytest.mark.cases
@pytest.mark.skipif(not QUOTED, reason="the cases are not at hand (ARCHIVE_CASES)")
@pytest.mark.parametrize(("file", "passages"), QUOTED)
def test_quotations_are_found_as_typed(file: str, passages: dict[str, str]) -> None:
    """What a person types is found where the page has soft hyphens, other apostrophes or marks apart."""
    cleaned = clean(Capture(file=file, sha256="0" * 64, content=(cases() / file).read_bytes()))
    texts = {paragraph.id: paragraph.text for paragraph in cleaned.paragraphs}
    for place, quotation in passages.items():
        if place in texts:
            found = locate_quotation(quotation, passage(texts[place]))
            assert found is not None
            assert found.exact == texts[place][found.start : found.end]


def test_a_value_is_compared_with_its_unit() -> None:
    """The measurement tells a number from another, one unit from another, and a range from its ends."""
    right = numbers.NumberSentence(
        "CurrencyModel", "it cost $5m", ({"text": "$5m", "value": "5000000", "unit": "Dollar"},)
    )
    wrong = numbers.NumberSentence(
        "CurrencyModel", "it cost £5m", ({"text": "£5m", "value": "5000000", "unit": "Dollar"},)
    )
    ranged = numbers.NumberSentence("NumberRangeModel", "5 to 7", ({"text": "5 to 7", "value": "[5,7)"},))
    other = numbers.NumberSentence("NumberModel", "seven", ({"text": "seven", "value": "8"},))
    assert [numbers.is_read_right(s) for s in (right, wrong, ranged, other)] == [True, False, True, False]
