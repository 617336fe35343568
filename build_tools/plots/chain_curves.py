"""Points of a chain → the path of its line: level under a name, then over to the next column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

LEVEL_PART = 0.62
"""Of the way to the next column, what is level: names that go on beyond it would be crossed."""

_LEVEL, _NEAR = 0.1, 4.0
"""Pixels of difference that are not seen; that are seen only where a line bends for them."""

_WHOLE = re.compile(r"\.0(?!\d)")
"""The end of a number without a fraction."""


def trace_curve(points: Sequence[tuple[float, float]], step: float) -> str:
    """Level under each name, then over to the next.

    The bend is a uniform cubic B-spline, which passes no corner: three points on the one height, three on the
    other. Each `S` takes its first control point from the piece before.
    """
    path = f"M{points[0][0]:.1f},{points[0][1]:.1f}"
    for (x, y), (to_x, to_y) in pairwise(points):
        # a name’s length is level; only the last third of the way is a bend
        bend, end = x + step * LEVEL_PART, to_x - 4
        before, middle = bend - step * 0.31, (bend + to_x) / 2
        if _LEVEL < abs(to_y - y) <= _NEAR:
            # a bend of two pixels would be seen as a slip of the hand
            path += f"L{to_x:.1f},{to_y:.1f}"
        elif abs(to_y - y) > _LEVEL:
            path += (
                f"H{(before + 4 * bend + middle) / 6:.1f}"
                f"C{(2 * bend + middle) / 3:.1f},{y:.1f},{(bend + 2 * middle) / 3:.1f},{y:.1f}"
                f",{(bend + 5 * middle) / 6:.1f},{(5 * y + to_y) / 6:.1f}"
                f"S{middle:.1f},{(y + 2 * to_y) / 3:.1f},{(5 * middle + end) / 6:.1f}"
                f",{(y + 5 * to_y) / 6:.1f}"
                f"S{(middle + 2 * end) / 3:.1f},{to_y:.1f},{(middle + 4 * end + to_x) / 6:.1f},{to_y:.1f}"
            )
    return _WHOLE.sub("", f"{path}H{points[-1][0]:.1f}")
