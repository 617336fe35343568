"""Records → what the pictures beside links cost and weigh: `python -m benchmarks.cards [SEEDS …]`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median
from time import process_time

from build_tools.exports.card_pictures import draw_card
from build_tools.file_plans import list_cards
from build_tools.index import Index
from build_tools.model.site import Site
from build_tools.pipeline import PipelineSettings, assemble_archive
from build_tools.text.social_card import Card

_SEEDS = ("seeds", "examples/the-ferry/seeds")
_ROUNDS = 5
"""Each picture is drawn so often, and the fastest round counts: the others waited for the machine."""
_SITE = Site("An archive whose address is known", "https://archive.example/")


def read_cards(seeds: Path) -> list[Card]:
    """The cards of an archive's public edition."""
    index = Index(assemble_archive(PipelineSettings(seeds, site=_SITE)))
    return [make_card() for _, make_card in list_cards(index)]


def measure_card(card: Card) -> tuple[float, int]:
    """CPU milliseconds and bytes of one picture."""
    costs = []
    for _ in range(_ROUNDS):
        began = process_time()
        content = draw_card(card)
        costs.append((process_time() - began) * 1000)
    return min(costs), len(content)


def main(folders: Sequence[str]) -> None:
    """Print a line for each archive."""
    print(
        "| Archive | cards | CPU ms, median | most | kB, mean | most |\n| --- | --: | --: | --: | --: | --: |"
    )
    for folder in folders or _SEEDS:
        made = read_cards(Path(folder))
        draw_card(made[0])  # loads the typefaces, once for all
        costs, weights = zip(*map(measure_card, made), strict=True)
        figures = (median(costs), max(costs), mean(weights) / 1000, max(weights) / 1000)
        print(f"| {folder} | {len(made)} | " + " | ".join(f"{figure:.1f}" for figure in figures) + " |")


if __name__ == "__main__":
    main(sys.argv[1:])
