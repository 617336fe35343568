"""The invented archive as the generator's measure: hand-written truth beside what the stages make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

DEMO = Path(__file__).resolve().parents[2] / "examples" / "the-ferry"
SEEDS = DEMO / "seeds"


def expected(name: str) -> dict[str, Any]:
    """A file of hand-written truth, `expected/<name>.yml`."""
    written: dict[str, Any] = yaml.safe_load((DEMO / "expected" / f"{name}.yml").read_text(encoding="utf-8"))
    return written
