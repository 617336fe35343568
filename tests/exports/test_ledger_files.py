"""The ledger as a file: adds up, reads back, and without its text holds no word of the capture."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from build_tools.exports.ledger_files import drop_captured_text, write_ledger_as_json, write_ledger_as_text
from build_tools.model.capture_refs import CaptureRef
from build_tools.read.ledger_file import read_ledger
from tests.archives import ARTICLE
from tests.capture.packing import pack_mhtml
from tests.capture.reading import cleaned as unpacked
from tests.clean import cleaned


def test_the_object_has_the_documented_fields() -> None:
    """File, digest, size, encoding, metadata, lines, paragraphs: in that order, each entry on one line."""
    text = write_ledger_as_json(cleaned(ARTICLE, "page.txt"))
    whole = json.loads(text)
    assert [*whole] == [
        "file", "sha256", "bytes", "encoding", "undecodable", "metadata", "lines", "paragraphs",
    ]  # fmt: skip
    assert [*whole["lines"][0]] == ["n", "start", "end", "verdict", "kind", "rule"]
    assert [*whole["paragraphs"][0]] == ["id", "kind", "text", "lines"]
    assert whole["metadata"][0] == {"field": "title", "value": "River floods old mill", "line": 1}
    assert text.count("\n") < 20 + len(whole["lines"]) + len(whole["paragraphs"])


def test_without_text_no_word_is_left() -> None:
    """Only file, numbers and the names of kinds and rules are left."""
    written = write_ledger_as_json(drop_captured_text(cleaned(ARTICLE, "page.txt")))
    assert "flour" not in written
    assert "River" not in written
    assert json.loads(written)["metadata"] == []


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_a_committed_ledger_reads_back_the_same(content: bytes) -> None:
    """Whatever the capture, its ledger without text is written and read without loss or fault."""
    bare = drop_captured_text(cleaned(content, "page.txt"))
    ref = CaptureRef(file=bare.file, sha256=bare.sha256, bytes=bare.bytes)
    read, faults = read_ledger("page.ledger.json", write_ledger_as_json(bare), ref, len(bare.body))
    assert faults == ()
    assert read == bare


def test_a_ledger_of_a_packed_page_reads_back_the_same() -> None:
    """Its lines are of the page, its parts of the file, and a part that is missing is a fault."""
    bare = drop_captured_text(unpacked(pack_mhtml(), "page.mhtml"))
    ref = CaptureRef(file=bare.file, sha256=bare.sha256, bytes=bare.bytes)
    written = write_ledger_as_json(bare)
    assert read_ledger("page.ledger.json", written, ref, len(bare.body)) == (bare, ())
    assert bare.drawn
    short = replace(bare, drawn=replace(bare.drawn, parts=bare.drawn.parts[:-1]))
    _, faults = read_ledger("page.ledger.json", write_ledger_as_json(short), ref, len(bare.body))
    assert [fault.code for fault in faults] == ["C106"]
    assert "parts:" in write_ledger_as_text(bare)


def test_names_that_were_found_are_kept() -> None:
    """What the capture proves of a record's attributions can be read where the capture is not at hand."""
    bare = drop_captured_text(cleaned(ARTICLE, "page.txt"))
    proven = replace(bare, named=(("p1", "the mayor"), ("p2", "“Wire”")))
    ref = CaptureRef(file=bare.file, sha256=bare.sha256, bytes=bare.bytes)
    read, faults = read_ledger("page.ledger.json", write_ledger_as_json(proven), ref, len(bare.body))
    assert (read, faults) == (proven, ())
    assert '"named"' not in write_ledger_as_json(bare)


def test_a_name_in_a_ledger_is_no_longer_than_a_quotation() -> None:
    """A ledger could carry a publisher's sentences otherwise."""
    bare = drop_captured_text(cleaned(ARTICLE, "page.txt"))
    long = replace(bare, named=(("p1", "one two three four five six seven eight nine"),))
    ref = CaptureRef(file=bare.file, sha256=bare.sha256, bytes=bare.bytes)
    read, faults = read_ledger("page.ledger.json", write_ledger_as_json(long), ref, len(bare.body))
    assert read is None
    assert [fault.code for fault in faults] == ["C104"]


def test_the_text_form_shows_each_line_with_its_rule() -> None:
    """A person sees what became of every line, and the sums."""
    told = write_ledger_as_text(cleaned(ARTICLE, "page.txt")).splitlines()
    assert any(line.split()[:4] == ["3", "removed", "share", "share"] for line in told)
    assert told[-1].endswith("4 paragraphs")
