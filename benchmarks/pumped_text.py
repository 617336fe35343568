"""Seed → short units and how they are repeated: what makes an expression look at the same letters again.

A unit is what some reader, rule or expression begins with, goes on with, or waits for: repeated, each place
is a beginning that runs as far as the end and fails there.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

MARKUP = (
    "<", "<a ", "</", "<p>", "<div>", "</div>", "<!--", "-->", "<![CDATA[", "<?", "<script>", "<style>",
    "<textarea>", "<td>", "<tr><td>x", "<table>", "<li>", "<ul><li>", "<br>", "<b>x</b>", "<i>", "<svg>",
    "<meta name=", '<meta content="', "<time ", "<a href=x>y</a> ", '<p class="', "a='", "&", "&#",
    "&amp;", "<blockquote>", "<article>", "<h1>x</h1>", "<template>", "<font ", "<frameset>",
    "<noscript>", '<script type="application/ld+json">', '<span itemprop="author">',
)  # fmt: skip
"""Openers, most of which nothing closes."""
MARKS = (
    "*", "**", "_", "`", "```\n", "[", "![", "](", "[x](", "[^1]: ", "# ", "> ", "- ", "1. ", "| x ",
    "---\n", "===\n", "\\", "~~", "{{", "{%", "$", "${", "<!-- archive: ", ":::", "    x\n", "&x;", "[[",
    "x: ", "x:\n",
)  # fmt: skip
"""Of Markdown, YAML and templates."""
SEPARATORS = (
    " ", "\t", "\n", "\r", "\r\n", "\f", "\v", "\x85", "\u00a0", "\u2028", "\u200b", "\u00ad", "\u202e",
    "\ufeff", "\0", "-", "–", "—", "/", ",", ", ", ".", "...", ";", ":", "|", " | ", "·", "• ", "(", ")",
    "\\n",
)  # fmt: skip
"""What parts words, lines and fields, seen and unseen."""
QUOTES = ('"', "'", "“", "”", "„", "«", "»", "‘", "’", "‹", "'a' ", '"a" ', "“a ", "a’", '."', "»,")
NUMBERS = (
    "1", "1 ", "1,", "1.", "1,000 ", "1 000 ", "1.5", "$1 ", "1%", "1-", "1–2 ", "12:", "+1", "-1 ",
    "two ", "hundred and ", "twenty-", "million ", "about 1 ", "1 or ", "from 1 to ", "1/2", "½", "1st ",
    "No. ", "двадцать ", "тысяч ", "около 1 ", "п'ять ", "№",
)  # fmt: skip
DATES = (
    "May ", "5 May ", "2031 ", "5 May 2031 ", "5, ", "5 and ", "1 to ", "May 5, ", "2031-05-02 ",
    "05/02/2031 ", "Monday ", "last ", "next week ", "in 2031", "20310502", "12:30 ", "10 p.m. ",
    "early ", "the 1990s ", "T10:", "5 мая ", "мая ", "в 2031 году", "понедельник ", "травня ", "спустя ",
    "ago ", "since ", "until ", "10h",
)  # fmt: skip
WORDS = (
    "a", "A", "a ", "A ", "Ab ", "ab", "said ", "By ", "by A. ", "A. B. ", "Mr. ", "Photo: ",
    "Read also: ", "Share", "© ", "a@b.c ", "http://", "https://a.b/", "www.", "#a ", "@a ",
    "according to ", "allegedly ", "told ", "the ", "O'", "a-", "a_", "e\u0301", "\u0301", "ß", "İ", "中",
    "א", "ﬁ", "👩‍", "ж", "Ж", "Ж ", "ё", "и ", "по ", "сказал ", "Об этом ", "Автор: ", "за словами ",
    "%20", "=?utf-8?q?", "=\n", "aGVs", "\ud7ff",
)  # fmt: skip
HEADS = (
    "WEBVTT\n\n", "00:00:01.000 --> 00:00:02.000\n", "1\n00:00:01,000 --> 00:00:02,000\n", "WARC/1.0\r\n",
    "From: a@b.c\r\nDate: x\r\nReceived: x\r\n", "MIME-Version: 1.0\r\n", "Content-Type: text/html\r\n",
    'Content-Type: multipart/mixed; boundary="x"\r\n', "--x\r\n",
    '{"type": "public_channel", "messages": [', '{"id": 1, "text": "',
    '<div class="message default clearfix" id="message1">', '<div class="text">', "---\ntitle: x\n",
    "%PDF-1.7\n", "1 0 obj\n", "PK\x03\x04", "Received: ", "Subject: ", " continued\r\n",
    "<!-- saved from url=(0001)", "<!--\n Page saved with SingleFile\n url: ", '__wm.wombat("http:',
    "FILE ARCHIVED ON ", '<meta name="savepage-url" content="', "<!DOCTYPE html>", "<html", "<head>",
)  # fmt: skip
"""How the forms that are read begin, and parts of them."""
UNITS = tuple(dict.fromkeys((*MARKUP, *MARKS, *SEPARATORS, *QUOTES, *NUMBERS, *DATES, *WORDS, *HEADS)))


@dataclass(frozen=True, slots=True)
class Pump:
    """A text that grows: something, a unit again and again, something else."""

    unit: str
    before: str = ""
    after: str = ""

    def write_text(self, size: int) -> str:
        """So many characters."""
        times = max(1, (size - len(self.before) - len(self.after)) // len(self.unit))
        return f"{self.before}{self.unit * times}{self.after}"


def list_single_pumps() -> Iterator[Pump]:
    """Each unit by itself, and on lines of its own, with an end that most expressions do not wait for."""
    for unit in UNITS:
        yield Pump(unit, after="!x")
        if not unit.endswith("\n"):
            yield Pump(f"{unit}\n", before="x ")


def make_random_pump(seed: int) -> Pump:
    """Two or three units as one, perhaps after another and before a third; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    joint = chance.choice(("", "", " ", "\n", "a", "1"))
    unit = joint.join(chance.choices(UNITS, k=chance.choice((2, 2, 3))))
    before, after = (chance.choice(("", *chance.choices(UNITS, k=2))) for _ in range(2))
    return Pump(unit, before, after)
