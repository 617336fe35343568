"""What an editor may do to the seeds between two builds, each edit by its name: `SEED_EDITS`."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.site.overview_edits import forget_what_is_gone
from tests.site.workshop import Workshop

Edit = Callable[[Workshop, random.Random], None]


def in_record(change: Callable[[dict[str, Any], random.Random], None]) -> Edit:
    def edit(shop: Workshop, dice: random.Random) -> None:
        shop.change(dice.choice(shop.records()), lambda record: change(record, dice))

    return edit


def in_claim(change: Callable[[dict[str, Any], random.Random], None]) -> Edit:
    return in_record(lambda record, dice: change(dice.choice(record["claims"]), dice))


def in_shared(name: str, part: str, change: Callable[[dict[str, Any], random.Random], None]) -> Edit:
    def edit(shop: Workshop, dice: random.Random) -> None:
        def changed(content: Any) -> None:
            change(dice.choice(content[part] if part else content), dice)

        shop.change(shop.seeds / name, changed)

    return edit


def reword(field: str) -> Callable[[dict[str, Any], random.Random], None]:
    return lambda held, dice: held.update({field: f"{held.get(field, '')} {invent(dice)}".strip()})


def invent(dice: random.Random) -> str:
    return dice.choice(("Mudlark", "Quill", "Heron", "Oakum", "Sluice")) + str(dice.randrange(1000))


def set_fields(**values: Any) -> Callable[[dict[str, Any], random.Random], None]:
    return lambda held, _: held.update(values)


def drop(field: str) -> Callable[[dict[str, Any], random.Random], None]:
    return lambda held, _: held.pop(field, None)


def _date(record: dict[str, Any], dice: random.Random) -> None:
    record["published"] = {"date": f"2019-03-{dice.randrange(10, 29)}", "basis": "stated"}


def _note(record: dict[str, Any], dice: random.Random) -> None:
    claim = dice.choice(record["claims"])
    kind = dice.choice(("correction", "context", "caution"))
    passage = claim["id"].rpartition("c")[0]
    record.setdefault("notes", []).append({"passage": passage, "kind": kind, "text": invent(dice)})


def _figure(claim: dict[str, Any], dice: random.Random) -> None:
    claim["figures"] = [{"value": dice.randrange(1, 900), "unit": "tonnes", "as_of": "2019-03"}]


def _mention(claim: dict[str, Any], dice: random.Random) -> None:
    claim["mentions"] = [dice.choice(("sallowhithe", "port-hennet", "patient-agnes", "upper-lock"))]


def _topic(claim: dict[str, Any], _: random.Random) -> None:
    claim["topics"] = ["ferry-closure"]


def _fewer_claims(held: dict[str, Any], dice: random.Random) -> None:
    if len(held["claims"]) > 2:
        held["claims"].remove(dice.choice(held["claims"]))


def _add_record(shop: Workshop, dice: random.Random) -> None:
    name = invent(dice).lower()
    record = yaml.safe_load(dice.choice(shop.records()).read_text("utf-8"))
    record |= {"slug": name, "title": f"More of {name}", "url": f"https://{name}.example/"}
    record.pop("capture", None)
    (shop.seeds / f"{name}.yml").write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")


def _forget(entries: list[Any], slug: str) -> Iterator[Any]:
    for entry in entries:
        for name in {"claims", "denied_by", "see"} & entry.keys():
            entry[name] = [one for one in entry[name] if not _find_ref(one).startswith(f"{slug}#")]
        if "claims" not in entry or len(entry["claims"]) > 1:
            yield entry


def _find_ref(entry: Any) -> str:
    return str(entry["claim"] if isinstance(entry, dict) else entry)


def forget_findings(shop: Workshop, content: Any) -> None:
    """Nothing names a finding that is gone: no disagreement, no correction, nothing that was withdrawn."""
    kept = {finding["id"] for finding in content["findings"]}

    def unmark(record: dict[str, Any]) -> None:
        for note in record.get("notes", ()):
            note["findings"] = [name for name in note.get("findings", ()) if name in kept]

    for entry in content["disagreements"]:
        entry["findings"] = [name for name in entry.get("findings", ()) if name in kept]
    for entry in content["withdrawn"]:
        if entry.get("instead") not in kept:
            entry.pop("instead", None)
    for path in shop.records():
        shop.change(path, unmark)
    forget_what_is_gone(shop, content)


def _delete_record(shop: Workshop, dice: random.Random) -> None:
    """With everything that names it, as a keeper would; hand-written pages may still lead to it."""
    path = dice.choice(shop.records())
    slug = yaml.safe_load(path.read_text("utf-8"))["slug"]
    for file in shop.seeds.glob(f"{path.stem}.*"):
        file.unlink()

    def forget(content: Any) -> None:
        for name in ("findings", "withdrawn", "disagreements"):
            content[name] = list(_forget(content[name], slug))
        forget_findings(shop, content)

    def unpair(content: Any) -> None:
        content["pairs"] = [p for p in content["pairs"] if slug not in (p["left"], p["right"])]

    def unname(content: Any) -> None:
        for form in (
            form for entity in content for form in entity.get("forms", ()) if isinstance(form, dict)
        ):
            form["in"] = [name for name in form.get("in", ()) if name != slug]
        for entity in content:
            kept = [f for f in entity.get("forms", ()) if not isinstance(f, dict) or f["in"]]
            entity["forms"] = kept

    shop.change(shop.seeds / "vocabulary/entities.yml", unname)
    shop.change(shop.seeds / "findings.yml", forget)
    shop.change(shop.seeds / "reuse.json", unpair)


def _rename(shop: Workshop, dice: random.Random) -> None:
    slug = yaml.safe_load(dice.choice(shop.records()).read_text("utf-8"))["slug"]
    new = f"{slug}-again"
    for path in [*shop.seeds.rglob("*.yml"), *shop.seeds.glob("*.json")]:
        path.write_text(path.read_text("utf-8").replace(slug, new), "utf-8")


def _take_capture(shop: Workshop, dice: random.Random) -> None:
    if found := sorted([*shop.seeds.glob("*.txt"), *shop.seeds.glob("*.html")]):
        dice.choice(found).unlink()


def _swap_topics(shop: Workshop, _: random.Random) -> None:
    shop.change(shop.seeds / "vocabulary/topics.yml", lambda topics: topics.reverse())


SEED_EDITS: dict[str, Edit] = {
    "a sentence": in_claim(reword("text")),
    "a speaker": in_claim(reword("said_by")),
    "a hedge": in_claim(reword("wording")),
    "a chain less": in_claim(drop("chain")),
    "a chain": in_claim(
        set_fields(chain=[{"who": "a heron"}, {"who": "Ellmarch Wire", "origin": "ellmarch-wire-salt"}])
    ),
    "a figure": in_claim(_figure),
    "a mention": in_claim(_mention),
    "a topic": in_claim(_topic),
    "a day": in_claim(set_fields(when="2019-02-03")),
    "a title": in_record(reword("title")),
    "a summary": in_record(reword("summary")),
    "an author": in_record(set_fields(authors=["Maud Ettley", "B. Heron"])),
    "a date": in_record(_date),
    "a day of change": in_record(set_fields(changed="2019-05-06")),
    "an outlet": in_record(set_fields(outlet="ellmarch-wire")),
    "rights": in_record(lambda record, _: record["rights"].update(publish="digest")),
    "a note": in_record(_note),
    "no notes": in_record(drop("notes")),
    "no retelling": in_record(drop("retells")),
    "a statement of a finding": in_shared("findings.yml", "findings", reword("statement")),
    "a reason of a finding": in_shared("findings.yml", "findings", reword("why")),
    "a claim of a finding": in_shared("findings.yml", "findings", _fewer_claims),
    "the title of a disagreement": in_shared("findings.yml", "disagreements", reword("title")),
    "a claim of a disagreement": in_shared("findings.yml", "disagreements", _fewer_claims),
    "no finding at issue": in_shared("findings.yml", "disagreements", drop("findings")),
    "an origin": in_shared("origins.yml", "", reword("title")),
    "what an origin says": in_shared("origins.yml", "", reword("description")),
    "what is wanted": in_shared("wanted.yml", "", reword("publisher")),
    "the label of a topic": in_shared("vocabulary/topics.yml", "", reword("label")),
    "the order of topics": _swap_topics,
    "the name of an entity": in_shared("vocabulary/entities.yml", "", reword("name")),
    "what an entity is": in_shared("vocabulary/entities.yml", "", reword("description")),
    "a record more": _add_record,
    "a record less": _delete_record,
    "a slug": _rename,
    "a capture less": _take_capture,
}
"""Edits of records, findings, origins and the vocabulary."""
