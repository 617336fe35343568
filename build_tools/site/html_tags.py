"""HTML → its tags in place, because pages are checked and finished without being written anew.

Only what MkDocs and the theme put out is read here, with every attribute quoted by the rules; a tag that does
not follow them is reported by `find_stray_tags`, never skipped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape

# atomic groups, not possessive ones (`)*+`): in Python 3.11.2, which Debian 12 has, those do not step back
# from a repetition that failed, and would not find the end of `<br />`
_ATTRIBUTES = r"""(?>(?:\s+[^\s=>"'/<]+(?>(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>=<`]+))?)|\s*/(?!>))*)"""
_TAG = re.compile(
    rf"""<!--(?P<comment>.*?)(?P<over>-->|\Z)|<!doctype[^<>]*>|</[a-zA-Z][^<>]*>
    |<(?P<raw>script|style|title|textarea)\b(?P<settings>{_ATTRIBUTES})\s*>
      (?P<text>.*?)(?P<end></(?P=raw)\s*>|\Z)
    |<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})\s*/?>""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
# as `_ATTRIBUTES`, which find a tag’s end, and here one by one
_ATTRIBUTE = re.compile(r"""([^\s=>"'/<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>=<`]+)))?""")
# what HTML takes for the beginning of a tag, comment or declaration; `<` before anything else is text
_STRAY = re.compile(r"<[a-zA-Z!/?]")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or a whole element whose content is not markup (script, style, title, textarea)."""

    name: str
    """Lower case."""
    attributes: dict[str, str]
    """Names in lower case, values unescaped; the first of two with one name counts, as in browsers."""
    text: str | None
    """The content of an element whose content is not markup; None for all others."""
    source: str
    """The tag as it stands in the page."""
    start: int
    """Where it stands, in characters."""

    def with_attributes(self, changes: dict[str, str]) -> str:
        """The start tag written anew with some attributes changed or added."""
        merged = self.attributes | changes
        return f"<{self.name}{''.join(_write_attribute(k, v) for k, v in merged.items())}>"


def _write_attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"' if value else f" {name}"


def _parse_attributes(source: str) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        attributes.setdefault(name.lower(), unescape(double or single or bare))
    return attributes


def _parse_tag(match: re.Match[str]) -> Tag | None:
    if match["raw"]:
        return Tag(
            match["raw"].lower(), _parse_attributes(match["settings"]), match["text"], match[0], match.start()
        )
    if match["name"]:
        return Tag(
            match["name"].lower(), _parse_attributes(match["attributes"]), None, match[0], match.start()
        )
    return None


def find_tags(html: str) -> Iterator[Tag]:
    """Every start tag, in order. Comments and end tags are passed over."""
    return (tag for match in _TAG.finditer(html) if (tag := _parse_tag(match)) is not None)


def rewrite_tags(html: str, change: Callable[[Tag], str | None], names: frozenset[str]) -> str:
    """The page with the tags of these names replaced by what `change` gives; None leaves one as it is."""

    def replacement(match: re.Match[str]) -> str:
        if (match["name"] or match["raw"] or "").lower() not in names:
            return match[0]
        tag = _parse_tag(match)
        new = change(tag) if tag is not None else None
        return match[0] if new is None else new

    return _TAG.sub(replacement, html)


def strip_tags(html: str, gap: str) -> str:
    """The page without its tags, `gap` in their place; character references are left as they are.

    A comment that never ends stays as text: nothing may hide behind it.
    """
    return gap.join(list_untagged(html))


def list_untagged(html: str) -> list[str]:
    """What stands before, between, and after tags, and within those whose content is text."""
    return part_tags(html)[0]


def part_tags(html: str) -> tuple[list[str], list[str]]:
    """The same, and the tags themselves: every word of the page is in one or the other."""
    pieces: list[str] = []
    tags: list[str] = []
    end = 0
    for match in _TAG.finditer(html):
        start = match.start()
        # comments, script, style, title, textarea: no other has content of its own
        content = _find_content(match) if html[start + 1] in "!sStT" else None
        pieces += (html[end:start], content or "")
        end = match.end()
        tags.append(html[start:end] if not content else match["settings"] or "")
    return [*pieces, html[end:]], tags


def _find_content(match: re.Match[str]) -> str | None:
    return match["comment"] if match["over"] == "" else match["text"]


def find_stray_tags(html: str) -> tuple[int, ...]:
    """Where something begins like a tag but is none, in characters: a page that escaped badly.

    A comment or script that never ends is one, too: it would swallow the rest of the page.
    """
    endless = [m.start() for m in _TAG.finditer(html) if "" in (m["over"], m["end"])]
    # as long as before, so that places stay places of the page
    blank = _TAG.sub(lambda match: " " * len(match[0]), html)
    return tuple(sorted([*endless, *(match.start() for match in _STRAY.finditer(blank))]))
