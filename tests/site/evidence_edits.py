"""What an editor may do to attributions, findings and what they rest on: `EVIDENCE_EDITS`."""

from __future__ import annotations

import random
from typing import Any

from tests.site.seed_edits import (
    Edit,
    drop,
    forget_findings,
    in_claim,
    in_record,
    in_shared,
    invent,
    reword,
    set_fields,
)
from tests.site.workshop import Workshop


def _withdraw(shop: Workshop, dice: random.Random) -> None:
    """A finding becomes none; what was said of it goes with it."""

    def changed(content: Any) -> None:
        gone = content["findings"].pop(dice.randrange(len(content["findings"])))
        entry = {"id": gone["id"], "withdrawn": "2019-05-01", "reason": f"Wrong: {invent(dice)}."}
        content["withdrawn"].append({**entry, "see": gone["claims"]})
        forget_findings(shop, content)

    shop.change(shop.seeds / "findings.yml", changed)


def _deny(finding: dict[str, Any], dice: random.Random) -> None:
    """A denial of it is told otherwise, or there is one more."""
    denials = finding.setdefault("denied_by", [])
    said = {"by": invent(dice), "when": "2019-04", "denies": "that it was so"}
    if denials:
        denials[0].update(said)
    elif "packet-carrow-by-road#p1c1" not in finding["claims"]:
        denials.append({"claim": "packet-carrow-by-road#p1c1", **said})


def _evidence(held: dict[str, Any], dice: random.Random) -> None:
    held["evidence"] = [{"title": invent(dice), "extent": dice.choice(("whole", "opening")), "use": "a name"}]


def _evidence_of_notes(record: dict[str, Any], dice: random.Random) -> None:
    for note in record.get("notes", ()):
        _evidence(note, dice)


def _change_on_the_way(record: dict[str, Any], dice: random.Random) -> None:
    for retelling in record.get("retells", ()):
        change = {"passage": "p1", "kind": "added", "text": invent(dice), "by": retelling["origin"]}
        retelling["changes"] = [{**change, "seen": "opening"}]


EVIDENCE_EDITS: dict[str, Edit] = {
    "a day that is inferred": in_claim(set_fields(when="2019-02-04", when_basis="from the report")),
    "what is printed": in_claim(set_fields(printed=[])),
    "a ground": in_claim(
        set_fields(chain=[{"who": "Ellmarch Wire", "origin": "ellmarch-wire-salt", "ground": "date order"}])
    ),
    "a report after others": in_claim(
        set_fields(chain=[{"who": "x", "origin": "ellmarch-wire-salt", "after": ["audit-report"]}])
    ),
    "evidence of a note": in_record(_evidence_of_notes),
    "a change on the way": in_record(_change_on_the_way),
    "how surely it is said": in_shared("findings.yml", "findings", set_fields(modality="established")),
    "a denial": in_shared("findings.yml", "findings", _deny),
    "no denial": in_shared("findings.yml", "findings", drop("denied_by")),
    "a finding less": _withdraw,
    "why a finding was withdrawn": in_shared("findings.yml", "withdrawn", reword("reason")),
    "the kind of a disagreement": in_shared(
        "findings.yml", "disagreements", set_fields(kind="within one article")
    ),
    "evidence of a disagreement": in_shared("findings.yml", "disagreements", _evidence),
    "the kind of an origin": in_shared("origins.yml", "", set_fields(kind="background", extent="opening")),
    "what is wanted most": in_shared("wanted.yml", "", set_fields(wanted_most=1)),
}
"""Edits of chains, evidence, findings, withdrawn ones, disagreements and origins."""
