"""The site's typeface: its files are what the package gives, and every letter is in one of them."""

from __future__ import annotations

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont

from benchmarks.faces import (
    ASCENT,
    ASSETS,
    DESCENT,
    DIGESTS,
    VOLLKORN,
    FaceFile,
    cut_face,
    list_faces,
    measure_advance,
    write_sheet,
)
from build_tools.site.shipped_faces import is_shipped_face, write_face_digests

FACES = {face.name: face for face in list_faces()}


def test_a_committed_file_is_what_the_package_gives() -> None:
    """Nobody edits a font by hand: `python -m benchmarks.faces --write` makes it anew. One stands for all."""
    face = FACES["vollkorn-italic-cyrillic.woff2"]
    assert (ASSETS / "fonts" / face.name).read_bytes() == cut_face(face)


def test_a_build_knows_the_files_again() -> None:
    """By their very bytes: with one more, or one other, it looks through them as through any file."""
    contents = {name: (ASSETS / "fonts" / name).read_bytes() for name in FACES}
    assert DIGESTS.read_text("utf-8") == write_face_digests(contents)
    for content in contents.values():
        assert is_shipped_face(content)
        assert not is_shipped_face(content + b"\0")
        assert not is_shipped_face(content[:-1] + bytes([content[-1] ^ 1]))


@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
def test_a_file_has_the_letters_that_the_stylesheet_says(face: FaceFile) -> None:
    """At least those of which the face has any: a browser that asks for a letter does not ask for nothing."""
    held = TTFont(ASSETS / "fonts" / face.name).getBestCmap()
    asked = {*subset.parse_unicodes(face.letters)}
    # the cutter keeps what small capitals and ligatures lead to, and of a pair both
    assert {*held} - asked <= {0xA0, 0xAD, 0x2039, 0x203A, *range(0x300, 0x370), *range(0xFB00, 0xFB07)}
    assert len(held) > len(asked) * 0.9


def test_the_stylesheet_names_each_file_with_its_letters() -> None:
    """And no other; the licence lies beside the files."""
    assert (ASSETS / "stylesheets" / "faces.css").read_text("utf-8") == write_sheet()
    assert {path.name for path in (ASSETS / "fonts").iterdir()} == {*FACES, "OFL.txt"}


@pytest.mark.parametrize("style", ["regular", "semibold", "italic"])
def test_no_letter_is_in_two_files_of_a_style(style: str) -> None:
    """Or a browser would fetch one for nothing; and none is in no file."""
    letters = [
        letter
        for face in FACES.values()
        if f"-{style}" in face.name
        for letter in subset.parse_unicodes(face.letters)
    ]
    assert len({*letters}) == len(letters)
    assert {*map(ord, "Aa0é«→ґЯ")} <= {*letters}


@pytest.mark.parametrize(
    ("style", "advance"),
    [("regular", VOLLKORN.regular), ("semibold", VOLLKORN.bold), ("italic", VOLLKORN.italic)],
)
def test_what_serifs_of_machines_are_sized_by_is_the_face(style: str, advance: float) -> None:
    """Its width, within a hundredth, for the text may be edited, and its height."""
    font = TTFont(ASSETS / "fonts" / f"vollkorn-{style}.woff2")
    text = " ".join((ASSETS.parents[1] / "docs/method.md").read_text("utf-8").split())
    assert measure_advance(font, text) == pytest.approx(advance, rel=0.01)
    size = font["head"].unitsPerEm
    assert (font["hhea"].ascent / size, -font["hhea"].descent / size) == (ASCENT, DESCENT)
