"""Natural Earth's coasts and lakes → the outline that maps are drawn on: `make outline` writes it anew.

The data is in the public domain. It is taken from two packages that carry it: land from `world-atlas` (npm,
as TopoJSON), lakes from the test data of `cartopy` (PyPI, as a shapefile). The Makefile fetches both into a
folder; none of their code runs. Borders are left out on purpose (decisions/0037).
"""

from __future__ import annotations

import json
import struct
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

OUTLINE = Path(__file__).parents[1] / "build_tools/plots/outline.json"
Ring = list[tuple[float, float]]
"""Longitudes and latitudes, in degrees; the last is the first again."""

_SOUTH, _LEAST = -60.0, 0.6
"""Degrees: land that lies wholly below is left out; so is a ring whose box has fewer square degrees."""


def read_land(archive: Path) -> Iterator[Ring]:
    """The rings of the land in the npm package."""
    with tarfile.open(archive) as packed:
        file = packed.extractfile("package/land-110m.json")
        if file is None:
            raise FileNotFoundError("package/land-110m.json")
        topology = json.load(file)
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [list(_walk_arc(arc, scale, shift)) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                yield [point for n in ring for point in (arcs[n] if n >= 0 else arcs[~n][::-1])]


def _walk_arc(
    arc: Iterable[Sequence[int]], scale: Sequence[float], shift: Sequence[float]
) -> Iterator[tuple[float, float]]:
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x * scale[0] + shift[0], y * scale[1] + shift[1]


def read_lakes(wheel: Path) -> Iterator[Ring]:
    """The rings of the shapefile in the wheel: its records of polygons."""
    with zipfile.ZipFile(wheel) as packed:
        data = packed.read("cartopy/tests/lakes_shapefile/ne_110m_lakes.shp")
    at = 100  # the head of a shapefile
    while at < len(data):
        words = struct.unpack(">i", data[at + 4 : at + 8])[0]
        body = data[at + 8 : at + 8 + 2 * words]
        parts, points = struct.unpack("<ii", body[36:44])
        starts = [*struct.unpack(f"<{parts}i", body[44 : 44 + 4 * parts]), points]
        places = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        pairs = list(zip(places[::2], places[1::2], strict=True))
        for first, last in pairwise(starts):
            yield pairs[first:last]
        at += 8 + 2 * words


def write_ring(ring: Ring) -> list[int]:
    """Tenths of a degree: the first point, then the steps from point to point."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    kept = [point for n, point in enumerate(tenths) if n == 0 or point != tenths[n - 1]]
    numbers = [*kept[0]]
    for before, after in pairwise(kept):
        numbers += [after[0] - before[0], after[1] - before[1]]
    return numbers


def _is_seen(ring: Ring) -> bool:
    """Whether it is land that a map of reports may show, and large enough to be seen."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(ys) > _SOUTH and (max(xs) - min(xs)) * (max(ys) - min(ys)) >= _LEAST


def make_outline(land: Path, lakes: Path) -> str:
    """The whole file."""
    rings = {
        "land": [write_ring(ring) for ring in read_land(land) if _is_seen(ring)],
        "lakes": [write_ring(ring) for ring in read_lakes(lakes) if _is_seen(ring)],
    }
    about = "Natural Earth 1:110m, in the public domain; tenths of a degree, each ring as steps."
    return json.dumps({"about": about, **rings}, separators=(",", ":")).replace("],[", "],\n[") + "\n"


if __name__ == "__main__":
    OUTLINE.write_text(make_outline(Path(sys.argv[1]), Path(sys.argv[2])))
