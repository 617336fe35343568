"""Templates that are compiled directly write what Jinja itself writes."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup, escape

from build_tools.text.templates import DirectEnvironment

PARTS = '{% macro item(words, mark="") %}<li class="{{ mark }}">{{ words }}</li>{% endmacro %}'
PAGE = """
{% from "parts" import item %}
{% set name = view.name %}
{{ name }} {{ view.html }} {{ 7 }} {{ "<" }} {{ name ~ "&" }}
{% for place in view.places %}
{{ item(place, mark="a") }}{{ item(*[place]) }}{% if not loop.last %}, {% endif %}
{% endfor %}

{{ view.places | join("; ") }} {{ count(view.places | length, "place") }}
{% set block %}<b>{{ name }}</b>{% endset %}
{{ block }} {{ {"x": "<x>"}[view.key] }}
{% include "parts" %}
"""
VIEW = SimpleNamespace(name='<a> & "b"', html=Markup("<i>it</i>"), places=("1 < 2", "two"), key="x")


def _finalize(value: object) -> str:
    return value if isinstance(value, Markup) else str(escape(value))


def _make(kind: type[Environment], page: str = PAGE) -> Environment:
    # Jinja escapes by itself; the direct environment leaves that to `finalize`
    made = {"finalize": _finalize} if kind is DirectEnvironment else {}
    environment = kind(
        loader=DictLoader({"parts": PARTS, "page": page}),
        undefined=StrictUndefined,
        autoescape=True,
        **made,  # type: ignore[arg-type] # of one kind only
    )
    environment.globals["count"] = lambda number, words: f"{number} {words}s"
    return environment


def test_pages_are_those_of_jinja() -> None:
    """Escaping, macros, loops, blocks and parts of other templates come out the same."""
    direct, plain = (
        _make(kind).get_template("page").render(view=VIEW) for kind in (DirectEnvironment, Environment)
    )
    assert direct == plain
    assert "&lt;a&gt; &amp; &#34;b&#34; <i>it</i> 7 &lt;" in direct


@pytest.mark.parametrize(
    ("page", "error"), [("{{ nobody }}", UndefinedError), ("{{ view.nothing }}", AttributeError)]
)
def test_what_is_not_there_is_no_blank(page: str, error: type[Exception]) -> None:
    """A name or an attribute that a view lacks stops the page."""
    with pytest.raises(error):
        _make(DirectEnvironment, page).get_template("page").render(view=VIEW)
