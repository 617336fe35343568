"""A built site → Lighthouse's mobile scores, because its four marks are the ones that others will look at.

Lighthouse comes with Node and is no part of this project: `make lighthouse` fetches it for this one run. A
score under `LEAST` ends with 1.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.chromium import find_chromium
from benchmarks.serving import serve
from benchmarks.typical import typical

LIGHTHOUSE = ("npx", "--yes", "lighthouse@12")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 98
RUNS = 3
"""Performance wavers with the machine; the median of three runs counts."""
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"

Report = Mapping[str, Any]


def examine(address: str, folder: Path) -> Report:
    """One run of Lighthouse on one page, with the settings that it calls mobile."""
    out = folder / "report.json"
    command = [
        *LIGHTHOUSE,
        address,
        "--quiet",
        "--output=json",
        f"--output-path={out}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={FLAGS}",
    ]
    environment = {**os.environ, "CHROME_PATH": find_chromium() or ""}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    report: Report = json.loads(out.read_text("utf-8"))
    return report


def scores(report: Report) -> dict[str, int]:
    """Each category's score, 0 to 100."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}


def lost(report: Report) -> Iterator[str]:
    """What cost points: the audits that count and did not pass in full."""
    for name in CATEGORIES:
        for entry in report["categories"][name]["auditRefs"]:
            audit = report["audits"][entry["id"]]
            if entry["weight"] and audit["score"] is not None and audit["score"] < 1:
                shown = audit.get("displayValue", "")
                yield f"    {name}: {audit['title']} {shown} ({audit['score']:.2f}, weight {entry['weight']})"


def main(site: Path) -> int:
    """Print scores and what cost points; 1 where a score is under the least."""
    if not shutil.which("npx") or not find_chromium():
        print("Lighthouse needs Node (npx) and Chromium on this machine.", file=sys.stderr)
        return 2
    low = False
    print(f"{'':16}{''.join(f'{name:>16}' for name in CATEGORIES)}")
    with TemporaryDirectory() as folder, serve(site) as address:
        for name, path in typical(site).items():
            reports = [examine(address + path.removesuffix("index.html"), Path(folder)) for _ in range(RUNS)]
            marks = {c: median_low([scores(r)[c] for r in reports]) for c in CATEGORIES}
            low |= min(marks.values()) < LEAST
            print(f"{name:16}{''.join(f'{marks[c]:>16}' for c in CATEGORIES)}", flush=True)
            for line in dict.fromkeys(lost(reports[0])):
                print(line, flush=True)
    return int(low)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
