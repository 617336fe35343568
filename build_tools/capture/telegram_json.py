"""An export of Telegram in JSON (`result.json`) → its messages: each is a passage, `m5477`, with its time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from build_tools.capture.drawn_lines import DrawnLines
from build_tools.capture.limits import refuse_damage
from build_tools.model.capture_text import FORM_WORDS, AskedReading, CaptureText, FormName, StatedField
from build_tools.model.clean import FilePart, Kind

_WORDS = FORM_WORDS[FormName.TELEGRAM_JSON]
_HEAD = 1 << 12
_MESSAGES = re.compile(rb'"(?:messages|chats)"\s*:')
_KNOWN = re.compile(
    rb'"type"\s*:\s*"(?:(?:public_|private_)?(?:channel|group|supergroup)|(?:personal_|bot_)?chat|saved_messages)"'
)
_MEDIA = ("photo", "file", "media_type", "poll", "location_information", "contact_information")


def is_telegram_json(content: bytes, _name: str) -> bool:
    """Whether it begins as an export of one chat does."""
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and bool(_KNOWN.search(head) and _MESSAGES.search(head))


def read_telegram_json(content: bytes, _asked: AskedReading) -> CaptureText:
    """The messages of the chat. Raises UnreadableCapture: no JSON, no messages, beyond the limits."""
    chat = _parse_export(content)
    drawn = DrawnLines(_WORDS)
    taken: set[str] = set()
    for message in chat["messages"]:
        if isinstance(message, dict):
            _draw_message(drawn, message, taken)
    if not taken:
        raise refuse_damage(f"is {_WORDS} in which no message has a text")
    return CaptureText(
        FormName.TELEGRAM_JSON,
        bytes(drawn.content),
        stated_encoding="utf-8",
        nodes=tuple(drawn.nodes),
        stated=tuple(_list_stated(chat)),
        parts=(FilePart(0, len(content), "application/json", read=True),),
    )


def _parse_export(content: bytes) -> dict[str, Any]:
    try:
        chat = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise refuse_damage(f"is {_WORDS} that is damaged ({type(error).__name__})") from None
    if not isinstance(chat, dict) or not isinstance(chat.get("messages"), list):
        raise refuse_damage(f"is {_WORDS} of several chats", "Export the chat by itself, and add that.")
    return chat


def _draw_message(drawn: DrawnLines, message: dict[str, Any], taken: set[str]) -> None:
    """When and by whom, then the text; what has no text is told as what it is."""
    number, when = message.get("id"), message.get("date")
    passage = f"m{number}" if isinstance(number, int) and 0 < number < 10**15 else ""
    sender = message.get("from") or message.get("actor") or ""
    drawn.add(f"{when or ''} {sender if isinstance(sender, str) else ''}", Kind.OTHER_CHROME, "message_frame")
    words = "".join(_list_pieces(message.get("text")))
    if not words.strip() or not passage or message.get("type") != "message":
        what = next((str(message[name]) for name in ("action", *_MEDIA) if message.get(name)), "")
        drawn.add(words or what[:200], Kind.OTHER_CHROME, "message_frame")
        return
    for line in words.splitlines():
        drawn.add(line, Kind.BODY, "message", passage)
    taken.add(passage)


def _list_pieces(text: Any) -> Iterator[str]:
    """A text is a string, or a list of strings and of marked pieces."""
    for piece in text if isinstance(text, list) else [text]:
        words = piece.get("text") if isinstance(piece, dict) else piece
        if isinstance(words, str):
            yield words


def _list_stated(chat: dict[str, Any]) -> Iterator[StatedField]:
    if isinstance(name := chat.get("name"), str) and name.strip():
        yield StatedField("title", " ".join(name.split()), "the export's name of the chat")
        yield StatedField("outlet", " ".join(name.split()), "the export's name of the chat")
    dates = [m["date"] for m in chat["messages"] if isinstance(m, dict) and isinstance(m.get("date"), str)]
    if dates and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", min(dates)):
        yield StatedField("date", min(dates), "the first message")
