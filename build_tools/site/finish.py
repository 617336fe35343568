"""Rendered page → page that may be opened anywhere: links to files, a policy, no word to other hosts."""

from __future__ import annotations

from html import escape

from build_tools.model.archive import Edition
from build_tools.site.addresses import leaves, opened
from build_tools.site.policy import policy
from build_tools.site.tags import Tag, rewritten

_LINKS = frozenset({"a", "area", "link"})
_RELATIONS = ("noopener", "noreferrer", "external")
_CHARSET = '<meta charset="utf-8">'


def finished(html: str, edition: Edition = Edition.PUBLIC, *, preview: bool = False) -> str:
    """A page as it goes to the disk. The reading edition asks search engines to pass on.

    Raises ValueError where the page has no `<meta charset="utf-8">` to put the policy behind: a page
    without one must not be written.
    """
    if _CHARSET not in html:
        raise ValueError(f"the page has no {_CHARSET}, behind which its policy belongs")
    linked = rewritten(html, _link, _LINKS)
    head = [
        f'<meta http-equiv="Content-Security-Policy" content="{_quoted(policy(linked, preview=preview))}">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="archive-edition" content="{edition}">',
    ]
    if edition is Edition.READING:
        head.append('<meta name="robots" content="noindex, nofollow, noarchive">')
    return linked.replace(_CHARSET, "\n      ".join([_CHARSET, *head]), 1)


def _quoted(text: str) -> str:
    return escape(text).replace("&#x27;", "'")


def _link(tag: Tag) -> str | None:
    href = tag.attributes.get("href")
    if href is None or (tag.name == "link" and tag.attributes.get("rel") not in ("prev", "next")):
        return None
    if leaves(href):
        return None if tag.name == "link" else _external(tag)
    file = opened(href)
    return None if file == href else tag.with_attributes({"href": file})


def _external(tag: Tag) -> str:
    given = tag.attributes.get("rel", "").split()
    relations = [*given, *(r for r in _RELATIONS if r not in given)]
    return tag.with_attributes({"rel": " ".join(relations)})
