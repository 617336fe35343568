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
{{ item(words="<", mark=">") }}{{ item("a", mark=1) }}
{% include "parts" %}
"""
SHADOWS = """
{% from "parts" import item as own %}
{% import "parts" as parts %}
{% macro given(count, again=own("<")) %}{{ count }}{{ again }}{{ view.html }}{% endmacro %}
{% macro nested(number) %}{{ number }}{% if number %}, {{ nested(number - 1) }}{% endif %}{% endmacro %}
{{ given("one") }} {{ given(again=1, count=2) }} {{ parts.item("x") }} {{ nested(2) }} {{ count(1, "<") }}
{% for count in view.places %}{{ count }}{% for total in [1] %}{{ own(count) }}{% endfor %}{% endfor %}
{% if view.places %}{% set total = 1 %}{% endif %}{{ total }} {{ total.real }}
{% for place in view.places %}{{ mark(place) }}{% set mark = 3 %}{{ mark }}{% endfor %}
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
    environment.globals["total"] = 2
    environment.globals["mark"] = lambda words: Markup("<b>") + words
    environment.globals["own"] = "nobody's"
    return environment


@pytest.mark.parametrize("page", [PAGE, SHADOWS])
def test_pages_are_those_of_jinja(page: str) -> None:
    """Escaping, macros, loops, blocks and parts of other templates come out the same."""
    direct, plain = (
        _make(kind, page).get_template("page").render(view=VIEW) for kind in (DirectEnvironment, Environment)
    )
    assert direct == plain


def test_what_acts_is_escaped() -> None:
    """Words are text; what was made as HTML stays as it is."""
    page = _make(DirectEnvironment).get_template("page").render(view=VIEW)
    assert "&lt;a&gt; &amp; &#34;b&#34; <i>it</i> 7 &lt;" in page


def test_names_are_looked_up_once() -> None:
    """What a template has from its environment is not asked for again by each page."""
    template = _make(DirectEnvironment, "{{ count(1, 'place') }}").get_template("page")
    template.environment.globals.clear()
    template.globals.clear()
    assert template.render() == "1 places"


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("{{ nobody }}", UndefinedError),
        ("{{ view.nothing }}", AttributeError),
        ("{% macro one(a, b=2) %}{{ a }}{% endmacro %}{{ one() }}", UndefinedError),
        ("{% macro one(a, b=2) %}{{ a }}{% endmacro %}{{ one(1, c=3) }}", TypeError),
        ("{% macro one(a, b=2) %}{{ a }}{% endmacro %}{{ one(1, 2, 3) }}", TypeError),
        ("{% macro one(a, b=2) %}{{ a }}{% endmacro %}{{ one(1, a=3) }}", TypeError),
    ],
)
def test_what_is_not_there_is_no_blank(page: str, error: type[Exception]) -> None:
    """A name or an attribute that a view lacks stops the page."""
    with pytest.raises(error):
        _make(DirectEnvironment, page).get_template("page").render(view=VIEW)
