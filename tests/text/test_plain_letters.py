"""Letters that no reader sees, or sees as one: they part nothing, and every place is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate.dates import find_dates
from build_tools.annotate.name_forms import compile_lexicon, find_mentions
from build_tools.annotate.quotations import locate_quotation
from build_tools.annotate.target_passages import select_span
from build_tools.text.plain_letters import fold_plain, read_plain
from build_tools.text.relative_dates import UNPUBLISHED
from build_tools.text.shingles import even_words
from build_tools.text.words import split_words
from tests.annotate.make import entity, passage
from tests.text.unseen import disguise

SEEN = "Br\u00adack\u200bmere и\u0306од \ufeffbell"
"""“Brackmere йод bell” with a soft hyphen, a space of no width, a breve apart and a byte order mark."""


def test_plain_letters() -> None:
    """What no reader sees is dropped, a letter and its mark are one, and a plain text stays as it is."""
    assert read_plain(SEEN).text == "Brackmere йод bell"
    assert fold_plain("it’s") == "it's"
    assert read_plain("Паром, “so”").starts is None


def test_places_are_the_text_s() -> None:
    """A stretch of the plain text is a stretch of the text, with all that belongs to its letters."""
    plain = read_plain(SEEN)
    start, end = plain.locate(*(plain.text.index("йод"), plain.text.index("йод") + 3))
    assert SEEN[start:end] == "и\u0306од"
    assert SEEN[slice(*plain.locate(0, 9))] == "Br\u00adack\u200bmere"


@given(st.text(alphabet="aи\u0306\u0301é\u00ad\u200b ’\n", max_size=30))
def test_every_place_leads_back(text: str) -> None:
    """Each character of the plain text stands for a stretch of the text that it is read in."""
    plain = read_plain(text)
    for n in range(len(plain.text)):
        start, end = plain.locate(n, n + 1)
        assert plain.text[n] in read_plain(text[start:end]).text


def test_quotation_date_and_name() -> None:
    """A quotation, a date and a name are found as a person types them; the selector is the text's own."""
    paragraph = passage("The bell of Brack\u00admere rang on 5 Sep\u00adtem\u00adber 2031.")
    quoted = locate_quotation("bell of Brackmere rang", paragraph)
    assert quoted is not None
    assert quoted.exact == "bell of Brack\u00admere rang"
    assert [d.value for d in find_dates(paragraph, UNPUBLISHED)] == ["2031-09-05"]
    lexicon = compile_lexicon([entity("brackmere", "Brackmere")])
    (mention,) = find_mentions(paragraph.folded, lexicon, "a")
    assert select_span(paragraph, mention.start, mention.end).exact == "Brack\u00admere"


def test_words_are_counted_alike() -> None:
    """A soft hyphen makes no two words of one, so that a run of publisher's words is seen through it."""
    assert len(split_words("the lower weir at Brack\u00admere")) == 5
    assert even_words("Brack\u00admere и\u0306од") == even_words("brackmere йод")


NAMES = ["Brackmere", "Йода Їжак", "Žižek", "O’Neill", "ІК-17", "Старий йод"]


@given(st.data(), st.sampled_from(NAMES))
def test_names_and_quotations_are_found_in_any_disguise(data: st.DataObject, name: str) -> None:
    """Whatever nobody sees stands in the text, in the form or in the quotation, each finds the other."""
    paragraph = passage(disguise(f"At dusk {name} rang.", data.draw))
    lexicon = compile_lexicon([entity("named", disguise(name, data.draw))])
    (mention,) = find_mentions(paragraph.folded, lexicon, "a")
    assert read_plain(select_span(paragraph, mention.start, mention.end).exact).text == name
    quoted = locate_quotation(disguise(f"dusk {name}", data.draw), paragraph)
    assert quoted is not None
    assert read_plain(quoted.exact).text == f"dusk {name}"


@given(st.data())
def test_a_quotation_is_whole_words_in_any_disguise(data: st.DataObject) -> None:
    """A sign that nobody sees before a quotation does not let it begin inside a word."""
    assert locate_quotation("\u200b" + disguise("usk fell", data.draw), passage("At dusk fell rain.")) is None
