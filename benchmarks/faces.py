"""The site's typeface → the small files of it that a page asks for, by what they hold, and what each weighs.

`python -m benchmarks.faces` prints the weights; `--write` writes the files and the sheet that names them;
`--measure FILE…` prints how wide other faces run, which is what the machine's own serif is made alike by.
They are made of Vollkorn (SIL Open Font License 1.1, no reserved name) as its package has it. Letters that
nearly every page needs are a file of their own for each style; a page that has others asks for those too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from build_tools.site.shipped_faces import write_face_digests

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "overrides" / "assets"
"""Where fonts and stylesheets lie."""
DIGESTS = ROOT / "build_tools" / "site" / "shipped_faces.json"
"""By which a build knows the files again."""

# letters in hexadecimal: ASCII, quotation marks, dashes, blanks, and what dates and paragraphs need
_PLAIN = "20-7E,A0,B6,B7,D7,2009,2013,2014,2018,2019,201C,201D,2026,202F"
# guillemets, arrows and signs of our own; they stand upright and light nearly always
_SIGNS = "A7,AB,BB,203A,20AC,2190-2193,2195,2197,2212,2260,27E8,27E9"
_ACCENTED = "A1-A6,A8-AA,AC-B5,B8-BA,BC-D6,D8-17F,2010-2012,201A,201E,2020-2022,2032,2033,2039,2116,2264,2265"
_CYRILLIC = "400-45F,490,491"
# figures are old-style unless asked for: lining and tabular ones are for tables, small capitals for labels
_FEATURES = ["kern", "ccmp", "locl", "liga", "lnum", "tnum"]
_CREDITS = [0, 1, 2, 13, 14]
"""Entries of the name table that stay: copyright, name, licence and its address."""
_SHEET_HEAD = """\
/* The site's own typeface; made by benchmarks/faces.py. A browser asks only for files of which the page has
   letters, and shows the reader's own serif where they do not come at once: no word waits, and none moves. */
"""
_ALIKE_HEAD = """\
/* Until it comes: serifs of machines, as wide and as high as ours, so that lines break where they will. */
"""
_RULE = (
    "@font-face {{ font-family: Vollkorn; font-style: {slant}; font-weight: {weights}; "
    'font-display: optional; src: url("../fonts/{name}") format("woff2"); unicode-range: {letters}; }}\n'
)

_ALIKE_RULE = (
    '@font-face {{ font-family: "{family} as Vollkorn"; font-style: {slant}; font-weight: {weights}; '
    "src: {sources}; size-adjust: {size:.1%}; ascent-override: {ascent:.1%}; "
    "descent-override: {descent:.1%}; line-gap-override: 0%; }}\n"
)
ASCENT, DESCENT = 0.952, 0.441
"""Of Vollkorn, in parts of its size."""


@dataclass(frozen=True, slots=True)
class MachineFace:
    """A serif that machines have of their own, and its average advance over `docs/method.md`, in ems."""

    family: str
    regular: float
    bold: float
    italic: float
    twins: tuple[str, ...] = ()
    """Families of the same advances."""


VOLLKORN = MachineFace("Vollkorn", 0.4326, 0.4531, 0.3773)
"""Bold is its 600, which pages ask for."""
MACHINE_FACES = (
    # Android, and Linux with Noto; fonts-noto-core of Debian
    MachineFace("Noto Serif", 0.4729, 0.5014, 0.4619),
    # macOS and Windows without a Palatino; measured by Gelasio, which is made to its advances
    MachineFace("Georgia", 0.4444, 0.5145, 0.4528, ("Gelasio",)),
    # most of Linux; fonts-dejavu of Debian
    MachineFace("DejaVu Serif", 0.5194, 0.5695, 0.5194),
    # what is left; measured by Liberation Serif, which is made to its advances
    MachineFace("Times New Roman", 0.4029, 0.4282, 0.4092, ("Liberation Serif", "Tinos")),
)
"""In the order in which `--serif` of tokens.css names them."""


@dataclass(frozen=True, slots=True)
class FaceFile:
    """One file: some letters in one style."""

    name: str
    source: str
    """The file of the package that it is cut from."""
    weight: int
    weights: str
    """The weights that styles may ask for and get this."""
    slant: str
    letters: str
    features: tuple[str, ...]


def list_faces() -> Iterator[FaceFile]:
    """Every file, each letter in one file of a style."""
    upright, slanted = "Vollkorn[wght].ttf", "Vollkorn-Italic[wght].ttf"
    rest = {"-accented": f"{_SIGNS},{_ACCENTED}", "-cyrillic": _CYRILLIC}
    regular = {"": f"{_PLAIN},{_SIGNS}", "-accented": _ACCENTED, "-cyrillic": _CYRILLIC}
    styles: Mapping[str, tuple[str, int, str, str, Mapping[str, str]]] = {
        "regular": (upright, 400, "400", "normal", regular),
        "semibold": (upright, 600, "600 700", "normal", {"": _PLAIN, **rest}),
        "italic": (slanted, 400, "400", "italic", {"": _PLAIN, **rest}),
    }
    for style, (source, weight, weights, slant, sets) in styles.items():
        for suffix, letters in sets.items():
            # labels are set in plain small capitals; nothing else is
            capitals = ["smcp"] if style == "regular" and not suffix else []
            features = tuple(_FEATURES + capitals)
            yield FaceFile(
                f"vollkorn-{style}{suffix}.woff2", source, weight, weights, slant, letters, features
            )


def cut_face(face: FaceFile) -> bytes:
    """The file as WOFF2. The same bytes from the same versions of the packages."""
    cut = TTFont(BytesIO(_make_instance(face.source, face.weight)), recalcTimestamp=False)
    options = subset.Options(
        layout_features=list(face.features), hinting=False, name_IDs=_CREDITS, notdef_outline=True
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(face.letters))
    subsetter.subset(cut)
    cut.flavor = "woff2"
    return _pack_font(cut)


@lru_cache
def _make_instance(source: str, weight: int) -> bytes:
    """The face in one weight; written, for a font that was just made an instance cannot be cut."""
    whole = files("fontpkg_vollkorn").joinpath("files", source).read_bytes()
    return _pack_font(
        instancer.instantiateVariableFont(TTFont(BytesIO(whole), recalcTimestamp=False), {"wght": weight})
    )


def _pack_font(font: TTFont) -> bytes:
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()


def measure_advance(font: TTFont, text: str) -> float:
    """How wide a letter of the text is on average, in ems; letters that the font has not are left out."""
    letters, advances = font.getBestCmap(), font["hmtx"]
    found = [advances[letters[ord(letter)]][0] for letter in text if ord(letter) in letters]
    return float(sum(found) / len(found) / font["head"].unitsPerEm)


def _write_alike(face: MachineFace) -> Iterator[str]:
    """Rules by which a machine's face runs as wide as ours and stands as high, so that lines break alike."""
    styles = (
        ("", "normal", "400", face.regular, VOLLKORN.regular),
        (" Bold", "normal", "600 700", face.bold, VOLLKORN.bold),
        (" Italic", "italic", "400", face.italic, VOLLKORN.italic),
    )
    for style, slant, weights, advance, ours in styles:
        size = ours / advance
        yield _ALIKE_RULE.format(
            family=face.family,
            slant=slant,
            weights=weights,
            sources=", ".join(f'local("{family}{style}")' for family in (face.family, *face.twins)),
            size=size,
            ascent=ASCENT / size,
            descent=DESCENT / size,
        )


def write_sheet() -> str:
    """The stylesheet that names the files, each with its letters."""
    rules = (
        _RULE.format(
            slant=face.slant,
            weights=face.weights,
            name=face.name,
            letters=", ".join(f"U+{span}" for span in face.letters.split(",")),
        )
        for face in list_faces()
    )
    alike = (rule for face in MACHINE_FACES for rule in _write_alike(face))
    return "".join((_SHEET_HEAD, *rules, _ALIKE_HEAD, *alike))


def main() -> None:
    """Print the weight of each file; with `--write`, write them."""
    if sys.argv[1:2] == ["--measure"]:
        text = " ".join((ROOT / "docs" / "method.md").read_text("utf-8").split())
        for path in sys.argv[2:]:
            print(f"{measure_advance(TTFont(path), text):.4f}  {path}")
        return
    contents = {face.name: cut_face(face) for face in list_faces()}
    for name, content in contents.items():
        print(f"{len(content):7,}  {name}")
    if "--write" in sys.argv[1:]:
        for name, content in contents.items():
            (ASSETS / "fonts" / name).write_bytes(content)
        (ASSETS / "stylesheets" / "faces.css").write_text(write_sheet(), "utf-8")
        DIGESTS.write_text(write_face_digests(contents), "utf-8")


if __name__ == "__main__":
    main()
