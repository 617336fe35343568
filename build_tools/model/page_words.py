"""The types of a language's words for what stands around an article: bylines, captions, chrome."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from build_tools.model.base import Written

Wordings = tuple[str, ...]
Spoken = Annotated[
    tuple[str, ...], BeforeValidator(lambda text: tuple(text.split()) if isinstance(text, str) else text)
]
"""Single words, written as one text."""


class BylineWords(Written):
    """How those who wrote a report are named, beside what opens a byline."""

    joints: Wordings = ()
    """What stands between the last two names: `and`."""
    roles: Spoken = ()
    """Words of offices, which are no part of a name: `correspondent`."""
    others: Wordings = ()
    """What opens the names of those who did something else: `photographs by`."""
    logins: Spoken = ()
    """What an account is called that belongs to no person: `admin`."""
    about: Spoken = ()
    """What opens the heading of a note on who wrote: `about`."""
    organisations: Spoken = ()
    """Words that name a body and no person: `agency`."""


class CaptionWords(Written):
    """How pictures are credited and described."""

    credit: Wordings = ()
    """What opens a credit at the end of a caption."""
    credit_by: Wordings = ()
    """What may follow that."""
    bracketed: Wordings = ()
    """What opens a credit in brackets there."""
    picture: Wordings = ()
    """What opens a caption, before a colon."""
    named: Wordings = ()
    """What opens a caption, with or without one."""
    counter: Wordings = ()
    """What stands between the numbers of a gallery: `3 of 12`."""
    through: Wordings = ()
    """What stands between an agency and where the picture came from."""
    signs: Wordings = ()
    """What makes a line that names an agency a credit, wherever it stands."""


class ChromePhrases(Written):
    """What pages say around their article, by where in a line it counts. Case and punctuation do not count.

    `#` stands for any number.
    """

    whole: Wordings = ()
    """The line says this and nothing else."""
    start: Wordings = ()
    """A line that is not long begins with this."""
    within: Wordings = ()
    """A short line contains this."""
    strong: Wordings = ()
    """A line of any length contains this."""
    bag: Spoken = ()
    """The line is made of these words only …"""
    core: Spoken = ()
    """… and at least one of these is among them."""


class ChromeWords(Written):
    """What pages say around their article, by kind; clean/chrome_phrases.py has how long a line may be."""

    copyright: ChromePhrases = ChromePhrases()
    share: ChromePhrases = ChromePhrases()
    newsletter: ChromePhrases = ChromePhrases()
    appeal: ChromePhrases = ChromePhrases()
    comment_form: ChromePhrases = ChromePhrases()
    photo_credit: ChromePhrases = ChromePhrases()
    related_link: ChromePhrases = ChromePhrases()
    related_list: ChromePhrases = ChromePhrases()
    """A line that opens a list of other articles."""
    other_chrome: ChromePhrases = ChromePhrases()
    may_end: ChromePhrases = ChromePhrases()
    """Headings after which a page has nothing more of its article, if more stands before them than after."""
    ends: ChromePhrases = ChromePhrases()
    """Headings after which readers write, or other articles are offered: more words than the article has."""
    author: ChromePhrases = ChromePhrases()
    """Short notes on the author, after which an article has ended."""
    bio: ChromePhrases = ChromePhrases()
    """Lines at the end of an article about its author or its making."""
