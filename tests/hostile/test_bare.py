"""Whatever a record may leave out it can be left out, and the archive is built with `--strict`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.model.record import Claim, Record
from build_tools.site.links import check_site_links
from tests.archives import lay_capture, write_archive
from tests.site.workshop import Workshop

OPTIONAL = tuple(name for name, field in Record.model_fields.items() if not field.is_required())
OPTIONAL_OF_CLAIMS = tuple(name for name, field in Claim.model_fields.items() if not field.is_required())
FULL = {
    "archived_url": "https://kept.example/river",
    "mirrors": ["https://mirror.example/river"],
    "retells": [{"origin": "the-log", "how": "cites"}],
    "chains": {"log": [{"who": "the log of the mill"}]},
    "notes": [{"passage": "p1", "kind": "caution", "text": "The mayor was not there."}],
    "added": "2031-05-02",
    "changed": "2031-05-03",
}
CLAIM = {
    "text": "The mill stood in the water at the end of April.",
    "chain": "log", "figures": [{"value": 3, "unit": "mills"}], "when": "2031-04-30", "when_basis": "the day",
    "quotation": "first floor of the Old Mill", "note": "It is on a hill.", "topics": ["floods"],
}  # fmt: skip
ORIGIN = [{"id": "the-log", "publisher": "The Mill", "description": "A log."}]


@pytest.fixture(scope="module", params=["public", "reading"])
def workshop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """An archive of two records with everything that one may have."""
    shop = Workshop(tmp_path_factory.mktemp("bare")).furnish(edition=request.param, invented=True)
    shutil.rmtree(shop.seeds)
    laid = write_archive(shop.folder / "laid", 2)
    lay_capture(laid)
    shutil.move(laid / "seeds", shop.seeds)
    (shop.seeds / "origins.yml").write_text(yaml.safe_dump(ORIGIN))
    for path in shop.hand.glob("*.md"):
        path.write_text(f"# {path.stem}\n\nWords.\n")
    for path in shop.records():
        record = {**yaml.safe_load(path.read_text()), **FULL}
        record["claims"][0] |= CLAIM
        path.with_suffix(".full").write_text(yaml.safe_dump(record))
    return shop


def _write(path: Path, record: set[str], claim: set[str]) -> None:
    """The full record, without these fields and what speaks of them."""
    content = yaml.safe_load(path.with_suffix(".full").read_text())
    if "chain" in claim or "chains" in record or "claims" in record:
        record, claim = record | {"chains"}, claim | {"chain"}
    if "added" in record:
        record = record | {"changed"}
    for name in claim:
        content["claims"][0].pop(name, None)
    for name in record:
        content.pop(name, None)
    path.write_text(yaml.safe_dump(content))


@settings(max_examples=6)
@given(st.sets(st.sampled_from(OPTIONAL)), st.sets(st.sampled_from(OPTIONAL_OF_CLAIMS)))
@example(set(), set())
@example({"claims"}, set())
@example(set(OPTIONAL), set(OPTIONAL_OF_CLAIMS))
@example({"notes", "retells"}, {"figures", "topics"})
def test_what_may_be_left_out_can_be(workshop: Workshop, record: set[str], claim: set[str]) -> None:
    """A record without claims is a page already, as README promises; so is one without any other field."""
    for path in workshop.records():
        _write(path, record, claim)
    outcome = workshop.build(strict=True)
    assert (outcome.faults, outcome.warnings) == ([], [])
    # a build asks what pages note of their links; a template may have written one by itself
    assert check_site_links(workshop.site) == ()
