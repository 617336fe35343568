"""Prepared rows → pictures as SVG, because a reader should see the shape of the evidence before its rows."""

from build_tools.plots.drawing import drawn, remembered, vega
from build_tools.plots.picture import Caption, Draw, Lead, Picture

__all__ = ["Caption", "Draw", "Lead", "Picture", "drawn", "remembered", "vega"]
