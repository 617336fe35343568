"""A page is read as what is shown and what is hidden in tags: no word of it is in neither."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.site.html_tags import list_untagged, part_tags
from build_tools.site.packed_files import leave_out_unpacked, list_packed
from build_tools.site.readings import list_file_texts

_WORDS = ("ferry", "quay", "lock", "mast")
_BITS = st.sampled_from(
    (
        *_WORDS,
        " ",
        "<b>",
        "</b>",
        '<a href="',
        '" title="',
        '">',
        "<!-- ",
        " -->",
        "<script",
        ">",
        "</script>",
    )
)


@given(st.lists(_BITS, max_size=24).map("".join))
def test_every_word_is_shown_or_hidden(page: str) -> None:
    """However tags are cut off or run into one another."""
    pieces, tags = part_tags(page)
    assert pieces == list_untagged(page)
    read = "".join(pieces) + "\n".join(tags)
    assert all(read.count(word) >= page.count(word) for word in _WORDS)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('<p title="nine men&#39;s boats">', "nine men's boats"),
        ("<p>nine <b>men</b>, boats", "nine men, boats"),
        ("<p>nine &amp;lt;b&amp;gt;men", "nine men"),
        ("<!-- nine men -->", "nine men"),
        ("<!-- nine men", "nine men"),
        ('<a href="/%6Eine%20men">x</a>', "nine men"),
        ("<script>nine men</script>", "nine men"),
        ('<script data-said="nine men">x</script>', "nine men"),
        (r'<script>{"said": "nine\u0020men"}</script>', "nine men"),
        ('<bdo dir="rtl">nem enin</bdo>', "nine men"),
    ],
)
def test_a_page_is_read_in_all_its_parts(written: str, read: str) -> None:
    """What is shown, what attributes and comments hold, and what scripts have."""
    texts = list(list_file_texts("a.html", f"<!doctype html>\n{written}\n".encode()))
    assert any(read in " ".join(text.split()) for text in texts)


def _pack(*, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("a.txt", "the ferry at the quay " * 40)
        archive.writestr("b.txt", "the mast of the lock " * 40)
        archive.comment = comment
    return packed.getvalue()


def test_what_a_zip_gives_whole_is_read_once() -> None:
    """Its packed bytes are no text; what is beside them stays."""
    packed = _pack(comment=b"nine men in a comment")
    left = leave_out_unpacked(packed)
    assert (
        len(left)
        < len(packed) - sum(info.compress_size for info in zipfile.ZipFile(BytesIO(packed)).infolist()) + 8
    )
    assert b"a.txt" in left
    assert b"nine men in a comment" in left
    assert [name for name, _ in list_packed(packed)] == ["", "a.txt", "b.txt"]


def test_what_a_zip_does_not_give_whole_stays() -> None:
    """Words between the files, files that are not packed, and those whose sum is wrong."""
    packed = _pack()
    second = packed.index(b"PK\x03\x04", 4)
    between = packed[:second] + b"nine men" + packed[second:]
    assert b"nine men" in leave_out_unpacked(between)
    assert b"the ferry at the quay" in leave_out_unpacked(_pack(method=zipfile.ZIP_STORED))
    # the sum of the first file, in the list of files at the end
    at = packed.index(b"PK\x01\x02") + 16
    wrong = packed[:at] + bytes([packed[at] ^ 1]) + packed[at + 1 :]
    assert packed[30 + 5 : second] in leave_out_unpacked(wrong)
    assert leave_out_unpacked(b"no ZIP \0 at all") == b"no ZIP \0 at all"
