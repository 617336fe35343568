"""The words that an archive uses in its own sense → their page, to which the card over each of them leads."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.rendered import TIP_SEPARATOR
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import GLOSSARY_ADDRESS
from build_tools.pages.inline import Inline
from build_tools.pages.page import Page, PageKind
from build_tools.text.glossary import GLOSSARY, TERMS, GlossaryTerm

_INTRODUCTION = (
    "Nine words mean something particular here. Where a page first uses one of them it is underlined "
    "with dots, and a card tells what it means."
)


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The page."""

    introduction: str
    terms: tuple[GlossaryTerm, ...]


def make_glossary_page(_index: Index, _key: str) -> Page:
    """The only page of its kind."""
    return Page(
        kind=GLOSSARY_PAGE,
        address=GLOSSARY_ADDRESS,
        title=GLOSSARY_PAGE.label,
        view=GlossaryView(_INTRODUCTION, GLOSSARY),
        description="What report, origin, independent, inferred, chain and finding mean in this archive.",
        search=(
            SearchPart("", "", _INTRODUCTION),
            *(SearchPart(term.id, term.word, term.meaning) for term in GLOSSARY),
        ),
    )


def link_term(term: str, words: str) -> Inline:
    """A word of the glossary in a line, with its card."""
    known = TERMS[term]
    return Inline(words, GLOSSARY_ADDRESS, term, "term", f"{known.word}{TIP_SEPARATOR}{known.meaning}")


GLOSSARY_PAGE = PageKind(
    name="glossary",
    folder=GLOSSARY_ADDRESS,
    label="Glossary",
    list_keys=lambda _: ("",),
    make_page=make_glossary_page,
    menu="About",
)
