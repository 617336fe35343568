"""Prepared rows → pictures as SVG, because a reader should see the shape of the evidence before its rows."""

from build_tools.plots.svg_marks import MarkLink
from build_tools.plots.svg_picture import Caption, Picture, write_svg

__all__ = ["Caption", "MarkLink", "Picture", "write_svg"]
