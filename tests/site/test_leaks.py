"""The leak test finds nine words of a capture wherever and however they stand, and does not cry wolf."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import json
import lzma
import zipfile
from base64 import b64encode, encodebytes, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.clean import CleanText, Kind, Line, Paragraph, Verdict
from build_tools.site.leaks import find_file_leaks, find_site_leaks
from build_tools.site.packed_files import list_packed
from build_tools.site.packed_streams import MOST_LOOKED_AT
from build_tools.text.copied_words import LeakGuard, make_leak_guard
from build_tools.text.run_search import LEAK_WORDS

TITLE = "Ferry to the island stops running after eleven years of service"
BODY = "The last boat left Ellmarch at noon, and nobody’s aunt was there to wave it off from the pier."
WORDS = ["The", "last", "boat", "left", "Ellmarch", "at", "noon", "and", "nobody's"]


def _clean(*lines: tuple[Kind, str]) -> CleanText:
    ledger = tuple(Line(n, 0, 0, Verdict.KEPT, kind, "test", text) for n, (kind, text) in enumerate(lines, 1))
    paragraphs = tuple(
        Paragraph(f"p{line.n}", line.kind, line.text, (line.n,)) for line in ledger if line.kind is Kind.BODY
    )
    return CleanText("a.txt", "0" * 64, 0, "utf-8", 0, (), ledger, paragraphs)


CLEAN = _clean(
    (Kind.TITLE, TITLE), (Kind.BODY, BODY), (Kind.SHARE, "Share this with ten people you like or do not like")
)


@pytest.fixture
def guard() -> LeakGuard:
    """Of one capture."""
    return make_leak_guard({"a-ferry": CLEAN})


def _spoil_sum(packed: bytes) -> bytes:
    """The list of files tells another sum than the file has."""
    at = packed.index(b"PK\x01\x02") + 16
    return packed[:at] + bytes([packed[at] ^ 1]) + packed[at + 1 :]


def _zipped(text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.xhtml", f"<p>{text}</p>")
    return packed.getvalue()


WAYS: dict[str, Callable[[list[str]], bytes]] = {
    "plain": lambda w: " ".join(w).encode(),
    "case, punctuation, quotation marks": lambda w: ("“" + ", ".join(w).upper() + "”").encode(),
    "one word a line": lambda w: "\n".join(w).encode(),
    "tags between words": lambda w: "".join(f"<td>{x}</td>" for x in w).encode(),
    "tags within words": lambda w: " ".join(f"{x[0]}<b>{x[1:]}</b>" for x in w).encode(),
    "a comment": lambda w: f"<!-- {' '.join(w)} -->".encode(),
    "an attribute": lambda w: f'<a title="{escape(" ".join(w))}">x</a>'.encode(),
    "character references": lambda w: "&#32;".join("".join(f"&#{ord(c)};" for c in x) for x in w).encode(),
    "escaped twice": lambda w: escape(escape(" ".join(f"<i>{x}</i>" for x in w))).encode(),
    "JSON": lambda w: json.dumps({"text": " ".join(w)}).encode(),
    "JSON with escapes": lambda w: '"{}"'.format("\\u0020".join(w)).encode(),
    "JSON in JSON": lambda w: '"{}"'.format("\\\\u0020".join(w)).encode(),
    "HTML in JSON": lambda w: json.dumps("".join(f'<p class="x">{x}</p>\n' for x in w)).encode(),
    "CSV": lambda w: ('"' + '","'.join(w) + '"').encode(),
    "an address": lambda w: f'<a href="?q={quote(" ".join(w))}">x</a>'.encode(),
    "an address with plus signs": lambda w: "+".join(w).encode() + b"%20",
    "soft hyphens": lambda w: " ".join("\u00ad".join(x) for x in w).encode(),
    "zero-width joiners, no-break spaces": lambda w: "\u00a0".join("\u200d".join(x) for x in w).encode(),
    "full-width letters": lambda w: " ".join(
        x.translate({n: n + 0xFEE0 for n in range(33, 127) if n != 39}) for x in w
    ).encode(),
    "UTF-16": lambda w: " ".join(w).encode("utf-16"),
    "UTF-16 without a mark": lambda w: " ".join(w).encode("utf-16-le"),
    "UTF-16 within bytes": lambda w: b"\x89PNG\0\1\2" + " ".join(w).encode("utf-16-be") + b"\0\1",
    "base64": lambda w: b'<a href="data:text/plain;base64,' + b64encode(" ".join(w).encode()) + b'">x</a>',
    "base64 in lines, as in mail": lambda w: encodebytes(" ".join(w).encode()),
    "base64 of an address": lambda w: b"?q=" + urlsafe_b64encode(" ".join(w).encode()),
    "base64 of gzip": lambda w: b"x," + b64encode(gzip.compress(" ".join(w).encode())),
    "base64 of UTF-16": lambda w: b64encode(" ".join(w).encode("utf-16-le")),
    "quoted-printable": lambda w: "=20".join(w).encode(),
    "quoted-printable, lines broken": lambda w: " ".join(f"{x[0]}=\n{x[1:]}" for x in w).encode(),
    "gzip": lambda w: gzip.compress(" ".join(w).encode()),
    "gzip in gzip": lambda w: gzip.compress(gzip.compress(" ".join(w).encode())),
    "bzip2": lambda w: bz2.compress(" ".join(w).encode()),
    "xz": lambda w: lzma.compress(" ".join(w).encode()),
    "zip": lambda w: _zipped(" ".join(w)),
    "zip with a wrong sum": lambda w: _spoil_sum(_zipped(" ".join(w))),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_nine_words_are_found_however_they_stand(
    way: Callable[[list[str]], bytes], guard: LeakGuard, tmp_path: Path
) -> None:
    """Nine words are a leak, with file and source named; eight are a quotation."""
    assert len(WORDS) == LEAK_WORDS
    (tmp_path / "page.html").write_bytes(
        b"before " + way(WORDS) + b" after" if way(WORDS).isascii() else way(WORDS)
    )
    (fault,) = find_site_leaks(tmp_path, guard)
    assert fault.code == "L101"
    assert fault.path.endswith("page.html")
    assert "a-ferry" in fault.message
    (tmp_path / "page.html").write_bytes(way(WORDS[:-1]))
    assert find_site_leaks(tmp_path, guard) == ()


def test_file_names_are_read(guard: LeakGuard, tmp_path: Path) -> None:
    """An address made of a sentence repeats the sentence."""
    (tmp_path / "-".join(WORDS)).mkdir()
    (tmp_path / "-".join(WORDS) / "index.html").touch()
    assert [fault.code for fault in find_site_leaks(tmp_path, guard)] == ["L101"]


def test_page_chrome_is_guarded_as_well(guard: LeakGuard, tmp_path: Path) -> None:
    """What cleaning removes is the publisher's too."""
    (tmp_path / "a.txt").write_text("Share this with ten people you like or do not like")
    assert find_site_leaks(tmp_path, guard)


def test_titles_are_credits(tmp_path: Path) -> None:
    """A title may be repeated, one's own and that of a report that a capture's menu links to."""
    other = "Eleven pilots of the river guild refuse to sail in any fog"
    clean = _clean((Kind.TITLE, TITLE), (Kind.BODY, BODY), (Kind.RELATED_LINK, other))
    (tmp_path / "a.txt").write_text(f"{TITLE}\n{other}")
    assert find_site_leaks(tmp_path, make_leak_guard({"a": clean}, [TITLE, other])) == ()
    assert find_site_leaks(tmp_path, make_leak_guard({"a": clean}, [TITLE]))


def test_a_run_across_paragraphs_is_found(tmp_path: Path) -> None:
    """The end of one paragraph and the beginning of the next, with removed chrome between them."""
    clean = _clean(
        (Kind.BODY, "one two three four five"), (Kind.SHARE, "Share"), (Kind.BODY, "six seven eight nine ten")
    )
    (tmp_path / "a.txt").write_text("one two three four five six seven eight nine")
    assert find_site_leaks(tmp_path, make_leak_guard({"a": clean}))


def test_the_message_quotes_no_more_than_the_archive_may(guard: LeakGuard, tmp_path: Path) -> None:
    """A fault is printed in public logs: it must not leak what it warns of."""
    (tmp_path / "a.txt").write_text(BODY)
    (fault,) = find_site_leaks(tmp_path, guard)
    assert "19 words" in fault.message
    assert "there to wave" not in str(fault)


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=30), st.integers(0, 20), st.integers(0, 12))
def test_a_stretch_is_found_if_and_only_if_it_is_long_enough(
    body: list[str], start: int, length: int
) -> None:
    """For any text and any stretch of it: nine words or more are found, fewer are not."""
    from build_tools.text.copied_words import find_repeated_runs  # noqa: PLC0415

    stretch = body[start : start + length]
    found = list(
        find_repeated_runs(" ".join(stretch), make_leak_guard({"s": _clean((Kind.BODY, " ".join(body)))}))
    )
    assert bool(found) == (len(stretch) >= LEAK_WORDS)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_what_unpacks_without_end_is_looked_at_as_far_as_a_text_goes(pack: Callable[[bytes], bytes]) -> None:
    """A small file may unpack to gigabytes, which would take the memory of whoever builds."""
    whole, unpacked = list_packed(pack(bytes(MOST_LOOKED_AT + 1000)))
    assert len(unpacked[1]) == MOST_LOOKED_AT > len(whole[1])


@given(st.binary(min_size=1, max_size=200), st.integers(0, 3))
def test_a_capture_is_known_by_its_digest_whatever_its_form(content: bytes, depth: int) -> None:
    """Packed words, as in a PDF or a page saved as MHTML, are read by no search; the file itself is known."""
    held = replace(CLEAN, sha256=hashlib.sha256(content).hexdigest())
    copied = content
    for _ in range(depth):
        copied = gzip.compress(copied)
    (fault,) = find_file_leaks("a/b.bin", copied, make_leak_guard({"a-ferry": held}))
    assert (fault.code, fault.path) == ("L101", "a/b.bin")
    assert "a-ferry" in fault.message
    assert not [*find_file_leaks("a/b.bin", content + b"!", make_leak_guard({"a-ferry": held}))]
