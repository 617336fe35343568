"""Exports of Telegram: one message is one passage, with its time beside it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.capture_text import FormName
from build_tools.model.unreadable import UnreadableCapture
from tests.capture.reading import cleaned, extracted, stated

MESSAGES: list[dict[str, Any]] = [
    {
        "id": 1,
        "type": "service",
        "date": "2023-11-14T09:00:00",
        "actor": "Harbour",
        "action": "create_channel",
    },
    {
        "id": 5477,
        "type": "message",
        "date": "2023-11-14T10:12:13",
        "from": "Harbour",
        "text": ["The ferry has ", {"type": "bold", "text": "stopped"}, ".\nNobody crosses."],
    },
    {
        "id": 5478,
        "type": "message",
        "date": "2023-11-14T10:15:00",
        "from": "Harbour",
        "photo": "pier.jpg",
        "text": "",
    },
    {
        "id": 5479,
        "type": "message",
        "date": "2023-11-15T08:00:00",
        "from": "Harbour",
        "text": "About 240 wait.",
    },
]
CHAT = {"name": "Harbour of Ashby", "type": "public_channel", "id": 77, "messages": MESSAGES}
EXPORT = json.dumps(CHAT, indent=1, ensure_ascii=False).encode()
PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"/><title>Exported Data</title>
<link href="css/style.css" rel="stylesheet"/></head>
<body onload="CheckLocation();"><div class="page_wrap"><div class="page_header"><div class="content">
<div class="text bold">Harbour of Ashby</div></div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">14 November 2023</div></div>
<div class="message default clearfix" id="message5477">
<div class="pull_left userpic_wrap"><div class="initials">H</div></div>
<div class="body"><div class="pull_right date details" title="14.11.2023 10:12:13 UTC+01:00">10:12</div>
<div class="from_name">Harbour</div>
<div class="text">The ferry has <strong>stopped</strong>.<br>Nobody &amp; nothing crosses.</div>
<span class="reactions">7</span></div></div>
<div class="message default clearfix joined" id="message5478"><div class="body">
<div class="pull_right date details" title="14.11.2023 10:15:00 UTC+01:00">10:15</div>
<div class="text">About 240 wait.</div></div></div>
</div></div></div></body></html>
"""


def passages(content: bytes) -> list[tuple[str, str]]:
    """Address and words."""
    return [(p.id, p.text) for p in cleaned(content).body]


def test_messages_of_the_export_in_json() -> None:
    """What the service says, and what has no text, is no passage and stands in the ledger."""
    assert extracted(EXPORT).form is FormName.TELEGRAM_JSON
    assert passages(EXPORT) == [
        ("m5477", "The ferry has stopped. Nobody crosses."),
        ("m5479", "About 240 wait."),
    ]
    told = {line.text for line in cleaned(EXPORT).lines if line.rule == "message_frame"}
    assert {"2023-11-14T10:12:13 Harbour", "create_channel", "pier.jpg"} <= told
    assert stated(EXPORT) == {
        "title": "Harbour of Ashby",
        "outlet": "Harbour of Ashby",
        "date": "2023-11-14T09:00:00",
    }


def test_messages_of_the_export_in_html() -> None:
    """Initials, hours and reactions are no passages; the file is the page."""
    content = PAGE.encode()
    assert extracted(content).form is FormName.TELEGRAM_HTML
    assert passages(content) == [
        ("m5477", "The ferry has stopped. Nobody & nothing crosses."),
        ("m5478", "About 240 wait."),
    ]
    assert stated(content)["date"] == "2023-11-14T10:12:13"
    assert stated(content)["title"] == "Harbour of Ashby"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (EXPORT[:-3], "damaged"),
        (b'{"type": "personal_chat", "chats": {"list": []}}', "several chats"),
        (b'{"type": "personal_chat", "messages": [1, {"id": "x", "text": 4}]}', "no message"),
        (PAGE.replace('class="text"', "").encode(), "no message"),
    ],
)
def test_an_export_without_messages_is_refused(content: bytes, words: str) -> None:
    """By a word for what it lacks."""
    with pytest.raises(UnreadableCapture, match=words):
        extracted(content)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*MESSAGES[1], "action"]), inner)
    ),
    max_leaves=20,
)


@given(st.lists(JSON, max_size=6))
def test_no_export_breaks_the_reader(messages: list[Any]) -> None:
    """Whatever a message holds, it is read with a ledger that adds up, or refused by name."""
    content = json.dumps({"name": 3, "type": "public_channel", "messages": [MESSAGES[1], *messages]}).encode()
    assert "m5477" in dict(passages(content))


@given(st.data())
def test_no_damage_breaks_the_reader(data: st.DataObject) -> None:
    """Nor does a page that was cut or altered."""
    content = bytearray(PAGE.encode())
    for at in data.draw(st.lists(st.integers(400, len(content) - 1), max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    try:
        cleaned(bytes(content[: data.draw(st.integers(400, len(content)))]))
    except UnreadableCapture as refusal:
        assert refusal.remedy  # noqa: PT017 - either is right
