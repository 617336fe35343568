"""A language is one file: what it says reaches every stage, and what none can read is refused by its key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from build_tools.annotate import annotate
from build_tools.clean import clean
from build_tools.model.annotation import Motivation
from build_tools.model.capture import Capture
from build_tools.model.clean import Kind
from build_tools.model.language_facts import LanguageFacts
from build_tools.model.material import Places, Seed
from build_tools.text.dates_in_prose import make_prose_reader
from build_tools.text.language import tell_language
from build_tools.text.language_files import (
    BadLanguageFile,
    languages_from,
    load_all_languages,
    load_language,
    parse_language,
)
from build_tools.text.languages import is_written_in_latin, language_name
from build_tools.text.printed_dates import find_printed_date, is_dateline
from build_tools.text.relative_dates import UNPUBLISHED
from tests.built import ROOT
from tests.relate.make import record

INSTALLED = ROOT / "build_tools" / "languages"
INVENTED = """
recognition: ka no si lo ta
pointing: [sito]
hedges:
  attribution: [diro]
  doubt: [fosari]
  approximation: [kirka]
numbers:
  decimal: ","
  group: "."
  words: {du: 2, tri: 3}
dates:
  months: [[zuno], [zudu], [zutri], [zukar], [zukvi], [zuses], [zusep], [zuok], [zunau], [zudek], [zuel],
           [zudod]]
  of: [lo]
  labels: aperis
byline: [skribita de]
caption: {picture: [imago]}
speech: [diras]
readers: ni vi
terms: [privateko]
chrome:
  copyright: {start: [çiuj rajtoj]}
  share: {whole: [disdonu]}
  ends: {whole: [komentoj]}
"""
"""A language that nobody speaks, in one file."""

PAGE = """La Granda Ponto Falis

Skribita de Ada Renko

Aperis 4 lo zutri 2031

Ada Renko diro ka la ponto falis ta nokto, ka kirka 2.500 homoj no venis si ka la urbo lo ta rivero staris.

Fosari ka tri laboristoj vidis lo akvon ka 5 lo zutri, si ka la urbestro no volis ta respondi al lo gazeto.

Disdonu

Çiuj rajtoj rezervitaj
"""


@pytest.fixture
def _invented(tmp_path: Path) -> Iterator[None]:
    for file in INSTALLED.glob("*.yml"):
        copyfile(file, tmp_path / file.name)
    (tmp_path / "xx.yml").write_text(INVENTED, encoding="utf-8")
    with languages_from(tmp_path):
        yield


def _capture() -> Capture:
    return Capture(file="a.txt", sha256="0" * 64, content=PAGE.encode())


@pytest.mark.usefixtures("_invented")
def test_one_file_is_enough_for_cleaning() -> None:
    """Title, byline, date, share button and notice are known by the file's words alone."""
    kinds = {line.text: line.kind for line in clean(_capture(), language="xx").lines if line.text}
    assert kinds["Skribita de Ada Renko"] is Kind.BYLINE
    assert kinds["Aperis 4 lo zutri 2031"] is Kind.DATELINE
    assert kinds["Disdonu"] is Kind.SHARE
    assert kinds["Çiuj rajtoj rezervitaj"] is Kind.COPYRIGHT
    assert sum(kind is Kind.BODY for kind in kinds.values()) == 2


@pytest.mark.usefixtures("_invented")
def test_one_file_is_enough_for_annotation() -> None:
    """Figures, dates and hedges are found by the file's words alone."""
    published = {"date": "2031-03-10", "basis": "stated"}
    described = record("a", language="xx", published=published, claims=[], paragraphs=2)
    seed = Seed(record=described, places=Places("a.yml"), source="", capture=_capture())
    found = annotate(seed, clean(_capture(), language="xx"), (), ()).annotations
    told = {(a.motivation, a.value) for a in found if a.target.layer == "capture"}
    assert (Motivation.FIGURE, "2500") in told
    assert (Motivation.FIGURE, "3") in told
    assert (Motivation.DATE, "2031-03-05?") in told
    assert {value for motivation, value in told if motivation is Motivation.HEDGE} == {
        "attribution",
        "doubt",
        "approximation",
    }


@pytest.mark.usefixtures("_invented")
def test_one_file_is_enough_to_read_and_to_recognise_it() -> None:
    """Its datelines are read, and its prose is told from others."""
    assert find_printed_date("Aperis 4 lo zutri 2031, 18:05") == "2031-03-04T18:05"
    assert is_dateline("Aperis 4 lo zutri 2031")
    assert tell_language(" ".join(["ka no si lo ta"] * 4)) == "xx"


def test_other_languages_are_back() -> None:
    """Looking at another folder for a while leaves nothing behind."""
    assert {"en", "ru", "mul"} <= load_all_languages().keys()
    assert find_printed_date("Aperis 4 lo zutri 2031") is None
    assert find_printed_date("11 октября 2018") == "2018-10-11"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Am 5. März 2022 sank das Schiff", "2022-03-05"),
        ("es", "El 5 de marzo de 2022 se hundió", "2022-03-05"),
        ("fr", "Le 1er avril 2019, à midi", "2019-04-01"),
        ("it", "Il 5 marzo 2022 affondò", "2022-03-05"),
        ("pt", "Em 5 de março de 2022 afundou", "2022-03-05"),
        ("uk", "Це сталося 3 липня 2022 року", "2022-07-03"),
    ],
)
def test_dates_in_prose_of_many_languages(language: str, text: str, day: str) -> None:
    """The months that datelines are read by are those of the prose."""
    reader = make_prose_reader(load_language(language).dates)
    assert [found.value for found in reader.find_dates(text, UNPUBLISHED)] == [day]


def test_a_language_without_a_file_is_not_known() -> None:
    """It has digits and ISO dates; a tag's region does not matter."""
    assert load_language("tlh") == LanguageFacts()
    assert load_language("en-GB") == load_language("en")


@pytest.mark.parametrize(
    "tag", ["", ".", "..", "../languages/en", "/etc/en", "en\0", "en\n", "\ud800", "e" * 5000, "{% if %} <b>"]
)
def test_what_is_no_name_of_a_file_is_no_language(tag: str) -> None:
    """A record may have anything for its language before it is held against its type."""
    assert load_language(tag) == LanguageFacts()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("numbers: {wrods: {two: 2}}", "languages/xx.yml: numbers.wrods: there is no such key"),
        ("pointng: [this]", "languages/xx.yml: pointng: there is no such key"),
        ("chrome: {sharing: {whole: [a]}}", "languages/xx.yml: chrome.sharing: there is no such key"),
        ("dates: {before: [in, on]}", "languages/xx.yml: dates.before.1: Input should be a valid string"),
        ("dates: {months: [[a], [b]]}", "languages/xx.yml: dates.months: Value error, there are 12"),
        ("pointing: [", "languages/xx.yml: this is not YAML"),
    ],
)
def test_a_wrong_key_is_named(source: str, message: str) -> None:
    """Who adds a language learns which key of which file is wrong, instead of a word that is never found."""
    with pytest.raises(BadLanguageFile, match=r"xx\.yml") as refused:
        parse_language("xx.yml", source)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    ("tag", "name"),
    [("pl", "Polish"), ("fa", "Persian"), ("ru-RU", "Russian"), ("uk", "Ukrainian"), ("qqq", "qqq")],
)
def test_languages_have_names(tag: str, name: str) -> None:
    """A reader sees the name of any language that CLDR knows, and not its tag."""
    assert language_name(tag) == name


def test_scripts_are_told_by_language() -> None:
    """Names in other letters are marked as being in the language of the sources written in such."""
    assert {t for t in ("en", "fa", "he", "ka", "pl", "ru", "sr", "zh", "qqq") if is_written_in_latin(t)} == {
        "en",
        "pl",
        "qqq",
    }
