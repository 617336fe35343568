"""WARC and WACZ: the page is found among what it is made of, and hostile archives end within limits."""

from __future__ import annotations

import gzip
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.capture import extract_text, limits
from build_tools.clean import clean
from build_tools.model.capture_text import AskedReading, FormName
from build_tools.model.unreadable import UnreadableCapture
from tests.capture.packing import ADDRESS, PAGE, STORY, TITLE, pack_wacz, pack_warc, pack_zip
from tests.capture.reading import body, cleaned, extracted, stated
from tests.clean import capture

OTHER = "https://ashby-courier.test/2023/11/bridge"
BRIDGE = PAGE.replace("ferry", "bridge").replace("Ferry", "Bridge")
TWO = {ADDRESS: PAGE, OTHER: BRIDGE}
FORMS = {
    "warc": (pack_warc(), FormName.WARC),
    "warc.gz": (pack_warc(gzipped=True), FormName.WARC),
    "wacz": (pack_wacz(), FormName.WACZ),
}


@pytest.mark.parametrize(("content", "form"), FORMS.values(), ids=FORMS)
def test_the_page_of_a_web_archive_is_read(content: bytes, form: FormName) -> None:
    """Not the redirection before it, nor the picture; and every byte of the file has its place."""
    assert extracted(content).form is form
    assert body(content) == list(STORY)
    assert stated(content)["address"] == ADDRESS
    assert stated(content)["taken"] == "2023-11-15T08:09:10Z"
    drawn = cleaned(content).drawn
    assert drawn
    assert [part.read for part in drawn.parts].count(True) == 1
    assert extracted(content).doubts == ()


@pytest.mark.parametrize(
    "content", [pack_warc(TWO), pack_warc(TWO, gzipped=True), pack_wacz(TWO, listed="http://a.test/")]
)
def test_of_several_pages_one_may_be_asked_for(content: bytes) -> None:
    """The first is read, with a word on the others; the one that a record states, without."""
    (doubt,) = extracted(content).doubts
    assert OTHER in doubt
    assert "ferry" in body(content)[0]
    asked = extract_text(capture(content), AskedReading(page=OTHER))
    assert asked.doubts == ()
    assert b"bridge" in asked.content
    assert "bridge" in clean(capture(content), page=OTHER).body[0].text


def test_a_page_that_is_not_there_is_refused() -> None:
    """With those that are."""
    with pytest.raises(UnreadableCapture, match=re.escape(ADDRESS)):
        extract_text(capture(pack_warc()), AskedReading(page="https://a.test/"))


def test_the_list_of_a_wacz_says_which_page_is_meant() -> None:
    """And what it is called."""
    content = pack_wacz(TWO, listed=OTHER)
    assert "bridge" in body(content)[0]
    assert stated(content)["title"] == TITLE


NO_PAGES = {
    "only headers": b"WARC/1.0\r\n",
    "breaks off": pack_warc(gzipped=True)[:300],
    "zip": pack_zip({"archive/data.warc.gz": b"no gzip"}),
    "zip without records": pack_zip({"archive/data.warc": b"WARC/1.0\r\n\r\n"}),
}


@pytest.mark.parametrize("content", NO_PAGES.values(), ids=NO_PAGES)
def test_an_archive_without_a_page_is_refused(content: bytes) -> None:
    """By a word for what it is."""
    with pytest.raises(UnreadableCapture) as refusal:
        extracted(content)
    assert refusal.value.code == "C120"


@pytest.mark.parametrize("cut", [1, 50, 400])
def test_what_breaks_off_after_the_page_is_read(cut: int) -> None:
    """A download that was cut short may have the page whole."""
    whole = pack_warc(TWO, gzipped=True)
    assert body(whole[:-cut]) == list(STORY)


@given(st.integers(1, 10**9))
def test_a_record_that_is_shorter_than_it_says_is_told(more: int) -> None:
    """A page that is not whole is shown as far as it goes, and never as if it were whole."""
    whole = pack_warc()
    length = [*re.finditer(rb"Content-Length: (\d+)", whole)][-1]
    longer = whole[: length.start(1)] + b"%d" % (int(length[1]) + 4 + more) + whole[length.end(1) :]
    (doubt,) = extracted(longer).doubts
    assert f"{more} bytes" in doubt
    noted = whole[: length.start()] + b"WARC-Truncated: length\r\n" + whole[length.start() :]
    (doubt,) = extracted(noted).doubts
    assert "WARC-Truncated" in doubt
    assert body(noted) == list(STORY)


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small it is packed, and wherever the packing is."""
    monkeypatch.setattr("build_tools.capture.gzip_members.MOST_UNPACKED_IN_ALL", 1 << 20)
    monkeypatch.setattr("build_tools.capture.warc.MOST_UNPACKED", 1 << 19)
    monkeypatch.setattr("build_tools.capture.zip_entries.MOST_UNPACKED", 1 << 19)
    bomb = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 9000000\r\n\r\n" + bytes(9_000_000)
    for content in (
        gzip.compress(bomb),
        pack_warc(payload=bytes(1 << 20)),
        pack_zip({"archive/a.warc": bytes(1 << 20)}),
        pack_warc(gzipped=True) + gzip.compress(bytes(2 << 20)),
    ):
        with pytest.raises(UnreadableCapture, match="more than"):
            extracted(content)
    assert limits.MOST_UNPACKED > 1 << 20


@given(st.data())
def test_no_damage_breaks_the_reader(data: st.DataObject) -> None:
    """Whatever byte is another one, the archive is read with a ledger that adds up, or refused by name."""
    content = bytearray(data.draw(st.sampled_from([form for form, _ in FORMS.values()])))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    try:
        cleaned(bytes(content))
    except UnreadableCapture as refusal:
        assert refusal.remedy  # noqa: PT017 - either is right


def _pack_encoded(encoding: str, content: bytes) -> bytes:
    """One record, as its server is said to have packed it."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\n\r\n"
    http = head.encode() + content
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {ADDRESS}\r\n"
        "WARC-Date: 2023-11-15T08:09:10Z\r\nWARC-Record-ID: <urn:x>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "content"),
    [("br", b"\x0b\x18\x80\x03\x00"), ("zstd", b"\x28\xb5\x2f\xfd\x00\x01"), ("deflate", b"\x78\x9cword\0\1"),
     ("compress", b"\x1f\x9d\x90"), ("sdch, gzip", b"\1\2\3\0"), ("x-\x1bodd", b"\1\2\3\0")],
)  # fmt: skip
def test_how_a_page_is_packed_is_told_where_nothing_unpacks_it(encoding: str, content: bytes) -> None:
    """Such bytes are no page, and no archive without one; another page of the file is read."""
    packed = _pack_encoded(encoding, content)
    for asked in (None, ADDRESS):
        with pytest.raises(UnreadableCapture) as refusal:
            extract_text(capture(packed, "a.warc"), AskedReading(page=asked))
        assert f"packed as “{encoding.replace(chr(27), '⟨U+001B⟩')}”" in refusal.value.reason
    other = pack_warc({"https://other.test/": PAGE})
    assert extract_text(capture(packed + other, "a.warc")).content == PAGE.encode()
    with pytest.raises(UnreadableCapture, match="packed as"):
        extract_text(capture(packed + other, "a.warc"), AskedReading(page=ADDRESS))


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "deflate", "identity", "odd"])
def test_a_page_that_was_not_packed_after_all_is_read(encoding: str) -> None:
    """Proxies unpack pages and leave the header."""
    assert extract_text(capture(_pack_encoded(encoding, PAGE.encode()), "a.warc")).content == PAGE.encode()
