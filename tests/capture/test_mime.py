"""MHTML and mail: the page in them is read as if it lay beside, and every byte of the file has its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.clean.decoding_doubts import find_decoding_doubts
from build_tools.model.capture_text import FormName
from build_tools.model.clean import CleanText
from build_tools.model.unreadable import UnreadableCapture
from tests.capture.packing import ADDRESS, STORY, TITLE, pack_mail, pack_mhtml
from tests.capture.reading import body, cleaned, extracted, stated
from tests.clean import capture

COPY = f"https://web.archive.org/web/20231115080910/{ADDRESS}"


def parts_of(result: CleanText) -> list[str]:
    """The parts of the file, the one read in capitals."""
    assert result.drawn
    return [part.name.upper() if part.read else part.name for part in result.drawn.parts]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_page_in_mhtml_is_unpacked(encoding: str) -> None:
    """Its passages are those of the page; its picture stays in the file and in the ledger."""
    content = pack_mhtml(encoding=encoding)
    assert extracted(content).form is FormName.MHTML
    assert body(content) == list(STORY)
    expected = ["between", "headers", "TEXT/HTML", "between", "headers", "image/png", "between"]
    assert parts_of(cleaned(content))[-len(expected) :] == expected


def test_mhtml_says_whence_and_when() -> None:
    """The browser wrote it into the headers."""
    assert stated(pack_mhtml()) == {
        "address": ADDRESS,
        "taken": "2023-11-14T18:02:11+01:00",
        "title": f"{TITLE} | Ashby Courier",
    }
    assert stated(pack_mhtml(address=COPY))["address"] == ADDRESS
    assert stated(pack_mhtml(address=COPY))["archived_address"] == COPY


def test_a_newsletter_is_read_as_its_page() -> None:
    """Sender, subject and date are the headers', which a mail's reader sees."""
    content = pack_mail()
    assert extracted(content).form is FormName.EML
    assert body(content) == list(STORY)
    assert stated(content) == {
        "title": TITLE,
        "author": "Ashby Courier — Letters",
        "date": "2023-11-14T07:00:00Z",
        "taken": "2023-11-14T07:00:09Z",
    }


@pytest.mark.parametrize("page", [None, "<p>See this letter in your browser.</p>"])
def test_a_mail_whose_page_says_little_is_read_as_its_text(page: str | None) -> None:
    """Some have a page that only leads elsewhere, and some have none."""
    assert not extracted(pack_mail(page)).markup
    assert body(pack_mail(page))[-len(STORY) :] == list(STORY)


def test_the_declared_encoding_of_a_part_is_believed() -> None:
    """The page itself need not declare any."""
    content = pack_mail(
        "<p>Паром закрыт до весны, сообщила вчера контора гавани.</p>" * 3, "", charset="koi8-r"
    )
    assert cleaned(content).encoding == "koi8-r"


def test_an_attachment_is_told_and_not_read() -> None:
    """A keeper may have meant the attachment."""
    attached = (
        b"--=_part\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\n%PDF-1.4\r\n"
    )
    content = pack_mail().replace(b"--=_part--", attached + b"--=_part--")
    assert extracted(content).doubts == ("has attachments that were not read: application/pdf.",)
    (doubt,) = find_decoding_doubts(capture(content, "a.eml"))
    assert (doubt.code, doubt.words) == (
        "C121",
        "a.eml has attachments that were not read: application/pdf.",
    )


@pytest.mark.parametrize(
    "content",
    [
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n",
        b"From: a\r\nDate: b\r\nMIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nabc",
    ],
)
def test_a_message_without_text_is_refused(content: bytes) -> None:
    """With the form's name; no passage is made of a picture."""
    with pytest.raises(UnreadableCapture, match=r"no (page|text) in it") as refusal:
        extracted(content)
    assert refusal.value.code == "C120"


def test_words_about_a_mail_are_no_mail() -> None:
    """A text may quote a letter with its head."""
    letter = "From: the harbour master\nDate: Friday\nSubject: ice\n\nNobody crosses."
    assert extracted(letter.encode()).form is FormName.TEXT


def nest(depth: int) -> bytes:
    """Parts within parts."""
    head = b"From: a\r\nDate: b\r\nMIME-Version: 1.0\r\n"
    for n in range(depth):
        head += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
    return head + b"Content-Type: text/plain\r\n\r\nA word."


@pytest.mark.parametrize("content", [nest(50), nest(1).replace(b"--b0", b"--b0\r\n\r\n" * 9000)])
def test_hostile_nesting_is_refused(content: bytes) -> None:
    """Depth and number have a limit, whatever a mail says."""
    with pytest.raises(UnreadableCapture) as refusal:
        extracted(content)
    assert refusal.value.code == "C120"


PIECES = (
    b"--b\r\n", b"--b--\r\n", b"\r\n", b"\n", b"Content-Type: text/html\r\n", b":",
    b"Content-Type: multipart/x; boundary=b\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"a=\r\n=zz=4",
    b"Content-Transfer-Encoding: quoted-printable\r\n",
    b"Content-Type: multipart/mixed; boundary*0*=utf-9'x'b\r\n", b"Subject: =?x?b?????=\r\n",
    b"From: <,@;:>\r\n",
    b"Date: 99 Feb -1 99:99\r\n", b"Content-Location: http://a.test/\r\n", b"<p>A word here.</p>",
    b"\xff\x00",
    b"Content-Type: text/html; charset=\xff\r\n", b"Received: ;;\r\n", b"MIME-Version: 1.0\r\n",
)  # fmt: skip


def test_a_header_in_no_code_page_is_shown_as_it_is() -> None:
    """The name of the code page may be no name at all."""
    content = pack_mail().replace(b"=?utf-8?q?", "=?utf\u00e9?q?".encode())
    assert "Courier" in stated(content)["author"]


@pytest.mark.parametrize("piece", ["(", "((a) ", "<", "[", '"', ",", ";", "=?utf-8?b?", "=?a?q?x?=", "\\"])
@pytest.mark.parametrize("header", ["From", "Subject", "Date", "Received", "Content-Type", "Message-ID"])
def test_no_header_is_too_deep_or_too_long(header: str, piece: str) -> None:
    """Whatever stands in it again and again, the mail is read: remarks within remarks cost no depth."""
    head = b"Date: Tue, 14 Nov 2023 07:00:09 +0000\r\nSubject: Ferry\r\nMessage-ID: <1@a.test>\r\n"
    content = head + f"{header}: {piece * 20_000}\r\n\r\n{STORY[0]}\r\n".encode()
    assert STORY[0] in body(f"{header}: {piece * 20_000}\r\n".encode() + content)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join), st.sampled_from(["mail", "mhtml"]))
def test_no_message_breaks_the_reader(rest: bytes, kind: str) -> None:
    """Whatever stands in it, it is read with a ledger that adds up, or refused by name."""
    sent = b"From: a\r\nDate: b\r\n" if kind == "mail" else b"From: <Saved by Blink>\r\n"
    content = sent + b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n" + rest
    try:
        cleaned(content)
    except UnreadableCapture as refusal:
        assert refusal.remedy  # noqa: PT017 - either is right
