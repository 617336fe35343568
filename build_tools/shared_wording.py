"""Documents → the wording that sources share, as it is and as it is committed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_tools.model.archive import Document
from build_tools.model.build_cache import BuildCache
from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Material
from build_tools.model.packed_documents import collect_records, list_facts
from build_tools.model.reuse import Reuse
from build_tools.read import WORDING, shown_path
from build_tools.relate.wording_reuse import renew_reuse
from build_tools.text.digests import digest_strings


def find_shared_wording(
    material: Material, documents: Sequence[Document], cache: BuildCache | None = None
) -> tuple[Reuse, ...]:
    """What sources share: found where both captures are at hand, else as committed."""
    if not cache:
        return renew_reuse(documents, material.reuse)
    seen = [facts.captured for facts in list_facts(documents)]
    dated = [f"{r.slug} {r.published.date} {r.language}" for r in collect_records(documents)]
    under = digest_strings("wording", repr(material.reuse), *dated, *seen)
    pairs = cache.get_wording(under)
    if pairs is None:
        pairs = renew_reuse(documents, material.reuse)
        cache.put_wording(under, pairs)
    return pairs


def find_stale_wording(seeds: Path, material: Material, fresh: tuple[Reuse, ...]) -> tuple[Fault, ...]:
    """A fault where the committed shared wording is not what comparing the captures gives today.

    A clone without the captures would then show another archive than the keeper sees.
    """
    # pairs that only one side has, or that both have and tell otherwise
    differing = sorted({(pair.left, pair.right) for pair in {*fresh} ^ {*material.reuse}})
    if not differing:
        return ()
    left, right = differing[0]
    others = f" and {len(differing) - 1} more" if len(differing) > 1 else ""
    message = f"Comparing the captures gives something else for {left} and {right}{others}."
    return (make_fault_at(shown_path(seeds / WORDING), 1, 1, "C113", message),)
