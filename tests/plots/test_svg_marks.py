"""Drawings for pages: the same bytes each time, nothing but shapes, words and our own links."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.plots import (
    Caption,
    MarkLink,
    Picture,
    bar_charts,
    chain_plot,
    figures_plot,
    timeline_plot,
    write_svg,
)
from build_tools.plots.chain_column import plot_chain_column
from build_tools.plots.svg_marks import draw_text, format_tenth, link_marks
from build_tools.text.acting_characters import show_acting

CAPTION = Caption("tried", "A picture", "What there is to see.")
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "a", "g", "path", "line", "rect", "text", "circle"}
ATTRIBUTES = {
    *("role", "aria-labelledby", "viewBox", "width", "height", "id", "href", "class", "fill", "d", "r"),
    *("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "stroke-width", "stroke-dasharray"),
    *("text-anchor", "font-size", "font-style", "data-subject", "data-from", "data-to", "fill-rule"),
}
WILD = [
    "<script>alert(1)</script>",
    "</svg><img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">',
    "${datum.x} {{ 7*7 }} '+alert(1)+'",
    "a\nb\tc\u202eevil\u0000",
    "&lt;b&gt; &#60;",
    "[a](javascript:b) <https://x.example>",
]


def _report_nodes(label: str, href: str) -> list[chain_plot.ChainNode]:
    lead = MarkLink(href, label, "one")
    return [
        chain_plot.ChainNode("one", label, label, held=False, lead=lead),
        chain_plot.ChainNode("two", label, "", held=True, lead=lead),
    ]


_STEP = chain_plot.ChainEdge("one", "two", 3, inferred=True)


def _chain(label: str, href: str = "../x/#p1c1") -> Picture:
    return chain_plot.plot_chains(_report_nodes(label, href), [_STEP], 400, CAPTION)


def _chain_column(label: str, href: str = "../x/#p1c1") -> Picture:
    return plot_chain_column(_report_nodes(label, href), [_STEP], CAPTION)


def _number(label: str, *, low: float = 3, high: float = 30) -> figures_plot.PlottedFigure:
    return figures_plot.PlottedFigure(low, high, label, (label, label), MarkLink("../x/#p1c1", label))


def _pictures(label: str) -> list[Picture]:
    since, until = date(2031, 5, 1), date(2033, 6, 1)
    mark = timeline_plot.TimelineMark(since, until, True, MarkLink("../x/", label), label, 3)
    rows = [timeline_plot.MarkRow(label, shape, (mark,)) for shape in ("held", "origin", "column")]
    return [
        _chain(label),
        _chain_column(label),
        figures_plot.plot_figures([_number(label)], CAPTION),
        *(
            timeline_plot.plot_timeline([mark], rows, [(since, until)], width, CAPTION)
            for width in (timeline_plot.WIDE_TIMELINE, timeline_plot.NARROW_TIMELINE)
        ),
        bar_charts.plot_bars([bar_charts.Bar(label, 3)], 400, CAPTION),
    ]


def _drawings(label: str) -> list[str]:
    return [write_svg(picture) for picture in _pictures(label)]


def _assert_inert(svg: str) -> None:
    root = ET.fromstring(svg)  # noqa: S314 - of our own making
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES, element.attrib
        assert element.get("href", "../x/").startswith("../x/")
    assert not re.search(r"\n\s*\n", svg), "an empty line would end the block of HTML"


@pytest.mark.parametrize("label", WILD)
def test_labels_are_text(label: str) -> None:
    """Words from outside are shown as they are and never become markup, an address or a program."""
    for svg in _drawings(label):
        _assert_inert(svg)


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=12))
def test_any_label_is_shown_as_itself(label: str) -> None:
    """Whatever a label holds, it is drawn as that text, and named as that text."""
    svg = write_svg(Picture(CAPTION, 90, 20, link_marks(MarkLink("../x/", label), draw_text(label, 1, 9))))
    _assert_inert(svg)
    root = ET.fromstring(svg)  # noqa: S314 - of our own making
    assert [t.text for t in root.iterfind(f".//{SVG}a/{SVG}title")] == [show_acting(label)]
    assert [t.text for t in root.iter(f"{SVG}text")] == [show_acting(label)]


@given(st.floats(-9999, 9999))
def test_places_are_told_to_a_tenth_of_a_pixel(value: float) -> None:
    """No more digits than are seen, no zero after the point, and no zero below zero."""
    words = format_tenth(value)
    assert re.fullmatch(r"-?\d+(?:\.[1-9])?", words)
    assert words != "-0"
    assert float(words) == pytest.approx(value, abs=0.0501)


def test_the_same_picture_is_the_same_bytes() -> None:
    """No id, order or number of a drawing depends on anything but its picture."""
    assert _drawings("Brackwater") == _drawings("Brackwater")


def test_a_picture_has_a_name_and_a_description() -> None:
    """A screen reader hears what the picture is; one without links is an image, one with links a group."""
    svg, plain = (
        write_svg(_chain("x")),
        write_svg(bar_charts.plot_bars([bar_charts.Bar("x", 1)], 300, CAPTION)),
    )
    for one, role in ((svg, "group"), (plain, "img")):
        assert f'<svg role="{role}" aria-labelledby="tried-title tried-about"' in one
        assert '<title id="tried-title">A picture</title>' in one
        assert '<desc id="tried-about">What there is to see.</desc>' in one


def test_colours_and_fonts_are_the_pages() -> None:
    """A drawing names inks, not colours, and no font: the style sheet knows light, dark and the serif."""
    for svg in _drawings("x"):
        assert not re.search(r"#[0-9a-f]{3,6}\b|rgb|font-family|\sstyle=", svg)
        assert 'class="' in svg


def test_numbers_of_places_have_one_digit_after_the_point() -> None:
    """No drawing has a finer number, in a path or elsewhere."""
    for svg in _drawings("x"):
        assert not re.search(r"\d\.\d\d|\de-|\.0\b", svg)


def test_a_number_is_one_link_with_all_its_marks() -> None:
    """A number leads to its paragraph, and is one stop for the Tab key: both its ends and its words."""
    svg = write_svg(figures_plot.plot_figures([_number("sacks")], CAPTION))
    assert svg.count("<a ") == svg.count('<a href="../x/#p1c1"><title>sacks</title>') == 1
    assert len(re.findall("<circle", svg[svg.index("<a ") : svg.index("</a>")])) == 2
