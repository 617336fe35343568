"""Page → its two forms, because a reading room and a file to read are made from one view, by two templates.

Both environments know the same functions and filters under the same names; each writes its own form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from build_tools.pages.addresses import (
    disagreement_address,
    entity_address,
    finding_address,
    origin_address,
    source_address,
    topic_address,
)
from build_tools.pages.html_form import HTML_FUNCTIONS, print_html
from build_tools.pages.markdown_form import MARKDOWN_FUNCTIONS, print_markdown
from build_tools.pages.page import FrontMatterValue, Page
from build_tools.pages.recorder import begin_page
from build_tools.text.acting_characters import show_acting
from build_tools.text.attribution_words import tell_evidence
from build_tools.text.english import (
    capitalise,
    claim_name,
    count_noun,
    get_host,
    name_rule,
    passage_name,
    tie_pilcrows,
)
from build_tools.text.gist import fold_note
from build_tools.text.labels import LABELS, choose_status_mark, name_differences, tell_wording
from build_tools.text.languages import OTHER_WRITING
from build_tools.text.templates import make_environment
from build_tools.text.written_dates import write_date, write_day

ARCHIVE_LANGUAGE = "en"
"""What the archive itself is written in."""

TemplateFunctions = Mapping[str, Callable[..., Markup | str]]
"""What templates of one form call, by name."""

# letters first: a value that begins with a digit could be a number or a date of YAML
_SIMPLE = re.compile(r"[a-z][a-z0-9-]+")
_KEYWORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
"""Words that YAML takes for something else than text."""
# where a template left something out, blank lines stand in a row; Markdown wants one
_BLANKS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")
_LAYOUT = re.compile(r">(?:\n\s+|[^\S\n]\s*\n\s*)<")
"""White space with a line break between tags, but for the line break alone, which stays as it is."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page in its two forms, with what is known of the HTML one since it was written."""

    html: str
    """What stands between the head and the foot of every page."""
    markdown: str
    """A whole file, front matter first."""
    sections: tuple[tuple[str, str], ...] = ()
    """Anchor and words of its second-level headings."""
    anchors: tuple[str, ...] = ()
    """The places that it has."""
    links: tuple[str, ...] = ()
    """Addresses within the site that it leads to, `topics/x/#p3` or `downloads/a.csv`."""


def mark_language(functions: TemplateFunctions, words: object, language: str) -> Markup | str:
    """Words of a source, marked as being in its language where that is not the archive's own."""
    return functions["span"](words, language=language if is_foreign(language) else "")


def mark_letters(functions: TemplateFunctions, words: str, language: str) -> Markup:
    """Words in which other letters than Latin are marked as being in `language`; empty: none."""
    span = functions["span"]
    pieces = OTHER_WRITING.split(words) if language else [words]
    # split by a pattern of one group: every second piece is what it matched
    return Markup("").join(span(p, language=language if n % 2 else "") for n, p in enumerate(pieces))


def is_foreign(language: str) -> bool:
    """Whether a source in this language is in another one than the archive."""
    return language.partition("-")[0] != ARCHIVE_LANGUAGE


def _make_environment(functions: TemplateFunctions, print_value: Callable[[object], str]) -> Environment:
    environment = make_environment(PackageLoader("build_tools.pages"), print_value)
    environment.globals |= functions
    environment.globals |= {"labels": LABELS}
    environment.globals |= {
        "printed": lambda words, language: mark_language(functions, words, language),
        "mark_letters": lambda words, language: mark_letters(functions, words, language),
        "count": count_noun,
        "claim_name": claim_name,
        "source_address": source_address,
        "topic_address": topic_address,
        "entity_address": entity_address,
        "finding_address": finding_address,
        "origin_address": origin_address,
        "disagreement_address": disagreement_address,
    }
    environment.filters |= {"in_words": write_date, "short": write_day, "passage_name": passage_name}
    environment.filters |= {
        "sentence": capitalise,
        "tied": tie_pilcrows,
        "fold_note": fold_note,
        "host": get_host,
        "rule_words": name_rule,
    }
    environment.filters |= {
        "hedge": tell_wording,
        "differences": name_differences,
        "warning": choose_status_mark,
    }
    environment.filters |= {"thousands": "{:,}".format, "evidence_words": tell_evidence}
    return environment


@cache
def load_html_environment() -> Environment:
    """Templates of the HTML form."""
    return _make_environment(HTML_FUNCTIONS, print_html)


@cache
def load_markdown_environment() -> Environment:
    """Templates of the Markdown form."""
    return _make_environment(MARKDOWN_FUNCTIONS, print_markdown)


def render_page(page: Page) -> PageContent:
    """The page in both forms."""
    recorder = begin_page(page.address)
    # noted are the links and places of this form alone: the other one is begun anew below
    name = page.kind.template or page.kind.name
    html = load_html_environment().get_template(f"{name}.html.j2").render(page=page, view=page.view)
    return PageContent(
        html=_LAYOUT.sub(">\n<", html).strip() + "\n",
        markdown=render_markdown(page),
        sections=tuple(recorder.sections),
        anchors=tuple(recorder.anchors),
        links=tuple(recorder.links),
    )


def render_markdown(page: Page) -> str:
    """The page as a Markdown file: front matter, then the template's text."""
    begin_page(page.address)
    template = load_markdown_environment().get_template(f"{page.kind.template or page.kind.name}.md.j2")
    body = template.render(page=page, view=page.view)
    # `chr(10)`: before Python 3.12 no backslash may stand within the braces
    return f"---\n{write_front_matter(page)}---\n\n{_BLANKS.sub(chr(10) * 2, body).strip()}\n"


def render_fragment(template: str, here: str, view: object) -> str:
    """A piece of a page that somebody else writes, as Markdown; `here` is that page's path below docs/."""
    begin_page(here)
    body = load_markdown_environment().get_template(f"{template}.md.j2").render(view=view)
    return _BLANKS.sub("\n\n", body).strip()


def render_html_fragment(template: str, here: str, view: object) -> str:
    """The same as HTML; `here` is that page's address."""
    begin_page(here)
    html = load_html_environment().get_template(f"{template}.html.j2").render(view=view)
    return _LAYOUT.sub(">\n<", html).strip()


def write_front_matter(page: Page) -> str:
    """Title, description, then the catalogue: one `key: value` a line, its value both YAML and JSON."""
    head: dict[str, FrontMatterValue] = {"title": page.title}
    if page.description:
        head["description"] = page.description
    facts = {**head, **page.facts}
    return "".join(f"{key}: {_write_plain(value)}\n" for key, value in facts.items())


def _write_plain(value: FrontMatterValue) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_write_plain, value))}]"
    if isinstance(value, str):
        simple = _SIMPLE.fullmatch(value) and value not in _KEYWORDS
        return value if simple else json.dumps(show_acting(value), ensure_ascii=False)
    return json.dumps(value)
