"""Prepared rows → pictures as SVG, because a reader should see the shape of the evidence before its rows."""

from build_tools.plots.marks import Lead
from build_tools.plots.picture import Caption, Picture, drawn

__all__ = ["Caption", "Lead", "Picture", "drawn"]
