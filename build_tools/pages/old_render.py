"""Page → Markdown file, because pages must be good to read before any renderer touches them.

Everything that a template prints is text and is escaped, unless one of the functions here made it: layout is
in the templates, markup only comes from them and from `link`, `external` and `span`.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from functools import cache, partial
from urllib.parse import quote

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from build_tools.model.artifact import Artifact
from build_tools.model.record import Record
from build_tools.pages.catalogue import disagreement_file, entity_file, finding_file, origin_file
from build_tools.pages.drawings import address, anchor_tag, asset
from build_tools.pages.page import Page
from build_tools.text.dates import day_in_words, in_words
from build_tools.text.markdown import attribute, escape, title, visible
from build_tools.text.prose import claim_name, count, host, passage_name, rule_words, sentence, tied

LANGUAGE = "en"
"""What the archive itself is written in."""


@cache
def _environment() -> Environment:
    """Templates, with escaping to Markdown on by default."""
    environment = Environment(
        loader=PackageLoader("build_tools.pages"),
        undefined=StrictUndefined,
        finalize=text,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"in_words": in_words, "short": day_in_words, "passage_name": passage_name}
    environment.globals |= {"external": external, "span": span, "count": count, "catalogue_file": entity_file}
    environment.filters |= {"sentence": sentence, "attribute": _attribute_value, "tied": tied, "host": host}
    environment.globals |= {"origin_file": origin_file, "finding_file": finding_file}
    environment.globals |= {"disagreement_file": disagreement_file, "claim_name": claim_name}
    environment.globals |= {"printed": printed, "titled": titled, "labelled": labelled}
    environment.filters |= {"apart": apart}
    environment.filters |= {"rule_words": rule_words}
    environment.filters |= {"zip": partial(zip, strict=True)}
    return environment


def text(value: object) -> Markup:
    """Any value → Markdown that shows it as text; Markdown made here passes unchanged."""
    return value if isinstance(value, Markup) else Markup(escape(str(value)))  # noqa: S704 - escaped


def _attribute_value(value: object) -> Markup:
    return Markup(attribute(str(value)))  # noqa: S704 - escaped


def link(here: str, words: object, path: str, anchor: str = "", *, mark: str = "", tip: str = "") -> Markup:
    """A Markdown link from the page `here` to another page's file, so that the file tree works by itself."""
    target = posixpath.relpath(path, posixpath.dirname(here) or ".") if path != here else ""
    if anchor:
        target = f"{target}#{anchor}"
    return Markup(f"[{text(words)}]({target}){_attributes(mark, tip)}")  # noqa: S704 - made of escaped parts


def download(here: str, words: object, path: str, name: str) -> Markup:
    """A Markdown link to a file that a browser saves under a name of its own."""
    target = posixpath.relpath(path, posixpath.dirname(here) or ".")
    return Markup(f'[{text(words)}]({target}){{: .download download="{attribute(name)}" }}')  # noqa: S704 - escaped


def external(words: object, url: str, language: str = "") -> Markup:
    """A link that leaves the site, marked as such; `bare` where its words are its address already."""
    safe = quote(url, safe=":/?#@!$&+,;=%~.-_").replace("&", "&amp;")
    mark = ".external .bare" if words == url else ".external"
    mark += f' lang="{attribute(language)}"' if language else ""
    return Markup(f"[{text(words)}](<{safe}>){{: {mark} }}")  # noqa: S704 - made of escaped parts


def span(words: object, mark: str, *, anchor: str = "", tip: str = "", language: str = "") -> Markup:
    """Words set apart by a class; `words` is text, or Markdown made here."""
    parts = [
        f'id="{attribute(anchor)}"' if anchor else "",
        f'class="{attribute(mark)}"' if mark else "",
        f'title="{attribute(tip)}"' if tip else "",
        f'lang="{attribute(language)}"' if language else "",
    ]
    return Markup(f"<span {' '.join(filter(None, parts))}>{text(words)}</span>")  # noqa: S704 - escaped parts


def labelled(label: str, empty: bool = False) -> Markup:
    """The name of its column, for a Markdown cell that a narrow window shows outside of its table."""
    mark = " .none" if empty else ""
    return Markup(f' {{: data-label="{attribute(label)}"{mark} }}')  # noqa: S704 - made of escaped parts


def printed(words: str, record: Record) -> Markup:
    """Words of a source, marked as being in its language where that is not the archive's own."""
    return span(words, "", language=record.language) if foreign(record) else text(words)


def apart(words: str, language: str) -> Markup:
    """Words in which other letters than Latin are marked as being in `language`; empty: none."""
    if not language:
        return text(words)
    pieces = _OTHER.split(words)
    return Markup().join(span(p, "", language=language) if n % 2 else text(p) for n, p in enumerate(pieces))


_OTHER = re.compile(r"([\u0370-\u1dff\u2c80-\ud7ff]+(?:[\s\-–«»]+[\u0370-\u1dff\u2c80-\ud7ff]+)*)")


def titled(record: Record) -> Markup:
    """A title as printed."""
    return printed(record.title, record)


def foreign(record: Record) -> bool:
    """Whether a source is in another language than the archive."""
    return record.language.partition("-")[0] != LANGUAGE


def _attributes(mark: str, tip: str) -> str:
    parts = [f".{mark}" if mark else "", f'title="{attribute(tip)}"' if tip else ""]
    inner = " ".join(filter(None, parts))
    return f"{{: {inner} }}" if inner else ""


def markdown(page: Page) -> str:
    """The page as a Markdown file: front matter, then the template's text."""
    template = _environment().get_template(f"{page.template}.md.j2")
    body = template.render(
        page=page,
        link=partial(link, page.path),
        download=partial(download, page.path),
        address=partial(address, page.path),
        asset=partial(asset, page.path),
        anchor=partial(anchor_tag, page.path),
        **page.content,
    )
    return f"---\n{_front(page)}---\n\n{_tidy(body)}"


def fragment(template: str, here: str, content: Mapping[str, object]) -> str:
    """A piece of a page that somebody else writes; `to` gives the address of another page's file."""
    return _environment().get_template(f"{template}.md.j2").render(to=partial(_address, here), **content)


def _address(here: str, path: str) -> str:
    """`explore/index.md` seen from `index.md`: `explore/`."""
    folder = path.removesuffix("index.md") or "./"
    return f"{posixpath.relpath(folder, here.removesuffix('.md').removesuffix('index') or '.')}/"


def artifact(page: Page) -> Artifact:
    """The page as a file."""
    return Artifact(page.path, markdown(page).encode())


def _front(page: Page) -> str:
    front: dict[str, object] = {"title": title(page.title)}
    if page.description:
        front["description"] = title(page.description)
    front["hide"] = ["navigation", "toc"]
    if page.wide:
        front["wide"] = True
    if page.within:
        front["within"] = title(page.within)
    if page.copies:
        front["copies"] = True
    if not page.searched:
        front["search"] = {"exclude": True}
    if page.record:
        front["record"] = _inert(page.record)
    if page.updated:
        front["updated"] = page.updated
    if page.picture:
        front["picture"] = _inert(page.picture)
    if page.tags:
        front["tags_for_machines"] = [_inert(tag) for tag in page.tags]
    return yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=100) + _linked(page)


def _linked(page: Page) -> str:
    """JSON-LD as it is: every JSON is YAML as well, and this one is read more often by programs."""
    if not page.linked:
        return ""
    written = json.dumps(_inert(page.linked), ensure_ascii=False, indent=1).replace("\n", "\n ")
    return f"linked: {written}\n"


def _inert(value: object) -> object:
    """Strings without control characters, tuples as lists: what `safe_dump` writes and any reader reads."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {visible(str(k)): _inert(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_inert(v) for v in value]
    return value


def _tidy(body: str) -> str:
    """At most one empty line in a row, none at the ends: what a person would have written."""
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)+\n", "\n\n", body).strip() + "\n"
