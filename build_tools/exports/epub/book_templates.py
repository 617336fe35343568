"""Templates + values → XHTML. What is printed is text, shown as it is; markup is in templates only."""

from __future__ import annotations

from functools import cache, lru_cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from build_tools.text.acting_characters import escape_acting
from build_tools.text.attribution_words import printed_words, tell_denial, tell_evidence, tell_modality
from build_tools.text.english import capitalise, chain_words, count_noun, figure_words, passage_name
from build_tools.text.labels import LABELS, name_change, name_differences, tell_wording
from build_tools.text.licences import licence_words
from build_tools.text.templates import make_environment
from build_tools.text.written_dates import write_date


@cache
def _load_environment() -> Environment:
    environment = make_environment(PackageLoader("build_tools.exports.epub"), _print_value)
    environment.filters |= {
        "address": _quote_address,
        "change": name_change,
        "differences": name_differences,
        "evidence_words": tell_evidence,
        "hedge": tell_wording,
        "in_words": write_date,
        "passage_name": passage_name,
        "sentence": capitalise,
    }
    environment.globals |= {
        "labels": LABELS,
        "chain_words": chain_words,
        "count": count_noun,
        "printed_words": printed_words,
        "tell_denial": tell_denial,
        "tell_modality": tell_modality,
        "figure_words": figure_words,
        "licence_words": licence_words,
    }
    return environment


# typed, since 1 and True are equal and read differently
@lru_cache(maxsize=4096, typed=True)
def _print_value(value: object) -> str:
    """Strings as markup, without a character that XML forbids; what was made by a template passes.

    Most of what is printed is printed again and again: outlets, hedges, speakers.
    """
    return value if isinstance(value, Markup) else escape_acting(str(value))


def _quote_address(url: str) -> str:
    """A web address with nothing in it that a strict reader of addresses refuses."""
    return quote(url, safe=":/?#@!$&+,;=%~.-_")


def render_book_file(template: str, **content: object) -> str:
    """One file of the book."""
    return _load_environment().get_template(f"{template}.j2").render(**content)
