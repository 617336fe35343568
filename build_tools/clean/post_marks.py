"""Attributes of an element → what posts of a thread are known by: a number, a name, what they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_NUMBERED = ("id", "data-post", "data-post-id", "data-message-id", "data-content", "data-id")
"""Attributes in which programs number their posts, in the order in which they are believed."""
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_WRITERS = frozenset(
    {"author", "username", "nickname", "nick", "creator", "poster", "owner", "byline", "user"}
)
"""Parts of a class by which a name over a post is known."""
_PASSED_ON = frozenset({"forwarded", "reblogged", "reblog", "boosted", "reposted", "retweeted"})
"""Parts of a class by which is told from whom a post was taken."""
_THREADS = frozenset(
    {"forum", "forums", "thread", "topic", "viewtopic", "discussion", "conversation", "showthread"}
)
"""Parts of a class or id around posts that are called comments and are none."""
_COMMENTS = frozenset({"comment", "comments", "commentlist", "respond", "disqus"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What an element's attributes say that posts are known by."""

    number: str = ""
    """Its tag and number, with `#` for the number: posts of one page have the same."""
    look: str = ""
    """Its tag and classes."""
    writer: bool = False
    """Whether it says who writes."""
    passed_on: bool = False
    """Whether it says from whom a post was taken."""
    thread: bool = False
    """Whether it says that it is a thread …"""
    comments: bool = False
    """… or comments."""


NO_MARK = Mark()


def mark_element(tag: str, attributes: Mapping[str, str]) -> Mark:
    """Note what an element's attributes say."""
    named = " ".join(attributes.get(name, "") for name in ("class", "id", "rel"))
    parts = {part.casefold() for part in _PART.findall(named[:300])}
    stated = attributes.get("itemprop", "") in {"author", "creator"} or "data-author" in attributes
    return Mark(
        number=next(
            (
                f"{tag} {name}={re.sub('[0-9]+', '#', value)}"
                for name in _NUMBERED
                if any(map(str.isdigit, value := attributes.get(name, "")[:80]))
            ),
            "",
        ),
        look=f"{tag} {' '.join(sorted(attributes.get('class', '')[:200].split()))}",
        writer=stated or not _WRITERS.isdisjoint(parts),
        passed_on=not _PASSED_ON.isdisjoint(parts),
        thread=not _THREADS.isdisjoint(parts),
        comments=not _COMMENTS.isdisjoint(parts),
    )
