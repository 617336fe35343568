"""Values → short English phrases, because the same number must read the same on every page."""

from __future__ import annotations

from build_tools.model.archive import Count
from build_tools.model.record import Chain, Figure
from build_tools.text.dates import in_words
from build_tools.text.wording import amount


def count(number: int, one: str, many: str = "") -> str:
    """`1 report`, `2 reports`, `no reports`."""
    words = one if number == 1 else many or f"{one}s"
    return f"{number:,} {words}" if number else f"no {words}"


def figure_words(figure: Figure, place: str) -> str:
    """`around 340 tonnes, Lisbon, October 2024`."""
    parts = [f"{amount(figure)} {figure.unit}", place, in_words(figure.as_of) if figure.as_of else ""]
    words = ", ".join(filter(None, parts))
    return f"{words} ({figure.scope})" if figure.scope else words


def chain_words(chain: Chain, outlet: str) -> str:
    """`anonymous sources → iStories → EFE (inferred) → Dagens`."""
    links = [
        f"{link.who}{' (inferred)' if link.inferred else '' if link.credited else ' (not credited)'}"
        for link in chain
    ]
    return " → ".join([*links, outlet])


def standing(counted: Count) -> str:
    """`2 reports, 1 independent origin`; with the other count where inference makes a difference."""
    words = f"{count(counted.reports, 'report')}, {count(len(counted.origins), 'independent origin')}"
    if len(counted.stated_origins) == len(counted.origins):
        return words
    return f"{words} ({len(counted.stated_origins)} if inferred links are left out)"


def passage_name(passage: str) -> str:
    """`p3` → `¶ 3`; `standfirst` → `Standfirst`; `outside` → `Outside`."""
    if passage[0] == "p" and passage[1:].isdigit():
        return f"¶ {passage[1:]}"
    return passage.capitalize()
