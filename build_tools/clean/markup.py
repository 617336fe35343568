"""HTML → tags and text with their positions, in linear time whatever it holds: captures are untrusted.

Not a validating parser: it never fails, and what it cannot read as a tag is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# a tag’s name begins with an ASCII letter, in the HTML standard: “<3” is text
_OPEN = re.compile(r"</?([A-Za-z][^\s/>]*)")
# the forms that HTML gives an attribute: in double, in single, in no quotation marks, and no value
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# possessive and atomic: nothing is tried twice, so that any source takes linear time
_TAG_END = re.compile(r"""[^>"']*+(?>(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*)>""")
# bounds what a quotation mark costs that is never closed
_LONGEST_TAG = 1 << 16
_PATIENCE = 100
"""After so many tags with an unpaired quotation mark, quotation marks are no longer believed."""
# what looks like a tag inside them is none, or is none of the article
_RAW = frozenset({"script", "style", "textarea", "iframe", "noembed", "xmp", "svg", "template"})

_SHADOW = frozenset({"shadowrootmode", "shadowroot", "shadowmode"})
"""Attributes of a template that is shown: today's, Chromium's first, and SingleFile's."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source: `text`, `open`, `close` or `other` (comments, declarations, raw content)."""

    type: str
    start: int
    end: int
    tag: str = ""
    """Lower case; of a raw element, its name."""


def parse_attributes(source: str) -> dict[str, str]:
    """Return the attributes of an opening tag, names in lower case, the first of equal names."""
    attributes: dict[str, str] = {}
    opened = _OPEN.match(source)
    for match in _ATTRIBUTE.finditer(source[opened.end() :] if opened else source):
        # HTML takes the first of two attributes with one name
        attributes.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
    return attributes


def is_shadow_root(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is a template that browsers show: as saved pages keep a component's content."""
    return tag == "template" and not _SHADOW.isdisjoint(attributes)


def tokenize_html(html: str) -> Iterator[Token]:
    """Yield tokens that cover the source in order, without gap or overlap."""
    at = text_from = 0
    absent: set[str] = set()
    while (at := html.find("<", at)) >= 0:
        token = _read_markup(html, at, absent)
        if token is None:
            at += 1
            continue
        if token.start > text_from:
            yield Token("text", text_from, token.start)
        yield token
        at = text_from = token.end
        if token.type == "open" and token.tag in _RAW and not _is_shown(token, html):
            at = text_from = _find_raw_end(html, token, absent)
            if at > token.end:
                yield Token("other", token.end, at, token.tag)
    if text_from < len(html):
        yield Token("text", text_from, len(html))


def _is_shown(token: Token, html: str) -> bool:
    return token.tag == "template" and is_shadow_root(
        token.tag, parse_attributes(html[token.start : token.end])
    )


def _read_markup(html: str, at: int, absent: set[str]) -> Token | None:
    if html.startswith("<!--", at):
        # from within the opening: browsers take `<!-->` for a whole comment
        return Token("other", at, _find_mark_end(html, "-->", at + len("<!"), absent) or len(html))
    # a doctype, a declaration, an instruction of XML: nothing that is shown
    if html.startswith(("<!", "<?"), at):
        return Token("other", at, _find_mark_end(html, ">", at, absent) or len(html))
    # no element has so long a name, and a name that never ends must not be read to the end
    opened = _OPEN.match(html, at, at + 100)
    if not opened:
        return None
    end = _find_tag_end(html, opened.end(), absent)
    if end is None:
        return None
    return Token("close" if html[at + 1] == "/" else "open", at, end, opened[1].lower())


def _find_tag_end(html: str, at: int, absent: set[str]) -> int | None:
    """Find the end of a tag: with its quotes in pairs, else at the next `>`; None if there is none."""
    simple = _find_mark_end(html, ">", at, absent)
    if simple is None or ('"' not in html[at:simple] and "'" not in html[at:simple]):
        return simple
    if len(absent) > _PATIENCE:
        return simple
    paired = _TAG_END.match(html, at, at + _LONGEST_TAG)
    if paired is None:
        absent.add(f"pair {at}")
    return paired.end() if paired else simple


def _find_raw_end(html: str, token: Token, absent: set[str]) -> int:
    """Find where raw content ends; an element that is never closed has none."""
    name = f"</{token.tag}"
    if name in absent:
        return token.end
    # with what ends the name: `</scripts>` does not end a script
    closing = re.compile(re.escape(name) + r"(?=[\s/>])", re.IGNORECASE).search(html, token.end)
    if not closing:
        absent.add(name)
    return closing.start() if closing else token.end


def _find_mark_end(html: str, sought: str, at: int, absent: set[str]) -> int | None:
    """Find a mark, remembering its absence, so that a million openings do not each search to the end."""
    if sought in absent:
        return None
    start = html.find(sought, at)
    if start == -1:
        absent.add(sought)
        return None
    return start + len(sought)
