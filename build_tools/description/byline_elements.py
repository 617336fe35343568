"""A page's elements that mark who wrote or when → their texts, because pages print what no tag states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_BYLINE = re.compile(
    r"(?:^|[-_ ])(?:by-?line|authors?|autor(?:a|es|in|en)?|auteurs?|autore|contributors?|writer)"
    r"(?:[-_ ](?:name|link|names|inner|author))*(?=$|[ ])"
)
_ASIDE = re.compile(
    r"(?<![a-z])(?:comment|related|recommend|sidebar|footer|popular|most|teaser|promo|bio|repl(?:y|ies)|widget|"
    r"trending|latest|statement)",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 160
_MOST_BYLINES = 40


@dataclass(frozen=True, slots=True)
class TagText:
    """The text of an element that says who wrote, or when."""

    where: str
    """`<a rel="author">`, `<time>`."""
    text: str
    value: str = ""
    """Of its attribute `datetime` or `content`."""


def has_token(element: Any, attribute: str, token: str) -> bool:
    """Whether one of the words of an attribute is `token`, in any case."""
    return token in (element.get(attribute) or "").lower().split()


def list_times(tree: Any) -> Iterator[TagText]:
    """The `<time>` elements, outside of comments and lists of other reports."""
    for element in tree.iter("time", "abbr"):
        # microformats before HTML had `<time>`: `<abbr class="published" title="…">`
        value = (element.get("datetime") or element.get("content") or element.get("title") or "").strip()
        if element.tag == "abbr" and not value[:4].isdigit():
            continue
        kind = " ".join((element.get("itemprop") or "", element.get("class") or "")).lower()
        if not _is_aside(element):
            yield TagText(f"<time {kind}>" if kind.strip() else "<time>", _get_text(element), value)


def list_bylines(tree: Any) -> Iterator[TagText]:
    """Elements that are a byline by `rel`, `itemprop` or class, surest first; those side by side as one."""
    found: dict[tuple[int, str, Any], list[str]] = {}
    for element in tree.xpath("//*[@rel or @itemprop or @class]"):
        rank, where = _rank_byline(element)
        text = _get_lines(element) if rank else ""
        if 0 < len(text) <= _LONGEST_BYLINE and not _is_aside(element):
            texts = found.setdefault((rank, where, element.getparent()), [])
            texts += [] if text in texts else [text]
        if len(found) >= _MOST_BYLINES:
            break
    for (_, where, _), texts in sorted(found.items(), key=lambda pair: pair[0][0]):
        yield TagText(where, ", ".join(texts))


def _rank_byline(element: Any) -> tuple[int, str]:
    tag = element.tag if isinstance(element.tag, str) else ""
    if has_token(element, "itemprop", "author"):
        return 1, f'<{tag} itemprop="author">'
    if has_token(element, "rel", "author"):
        return 2, f'<{tag} rel="author">'
    named = (element.get("class") or "").lower()
    if tag not in ("body", "html", "article", "main", "script", "img") and _BYLINE.search(named):
        return 3, f'<{tag} class="{named[:40]}">'
    return 0, ""


def _is_aside(element: Any) -> bool:
    """Whether it stands in comments, lists of other reports or the like, by the names of its ancestors."""
    for depth, around in enumerate(element.iterancestors()):
        if depth > 30 or around.tag in ("body", "html"):  # noqa: PLR2004 - pages are not nested so deep
            return False
        if around.tag in ("footer", "aside", "nav") or _ASIDE.search(
            f"{around.get('class') or ''} {around.get('id') or ''}"
        ):
            return True
    return False


def _get_text(element: Any) -> str:
    """Its text, lines kept apart where elements below it part it."""
    return " ".join(" ".join(piece for piece in element.itertext() if piece.strip()).split())[
        : _LONGEST_BYLINE + 1
    ]


def _get_lines(element: Any) -> str:
    """The same with a line end for each `<br>`: below a name stands where its bearer is, or the day."""
    pieces = (
        " ".join(piece.split()) if isinstance(piece, str) else "\n"
        for piece in element.xpath(".//text()|.//br")
    )
    lines = " ".join(piece for piece in pieces if piece).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())[: _LONGEST_BYLINE + 1]
