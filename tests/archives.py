"""Small archives on the disk: invented towns, invented outlets, our own sentences."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from build_tools.clean import clean
from build_tools.exports import ledger_files
from build_tools.exports.new_samples import SAMPLE_ENTITIES, SAMPLE_RECORD, SAMPLE_TOPICS
from build_tools.model.capture import Capture
from tests.built import ROOT

CONFIG = f"""site_name: Floods
hooks:
  - {json.dumps(str(ROOT / "build_tools/site/hook.py"))}
theme:
  name: null
  custom_dir: {json.dumps(str(ROOT / "overrides"))}
extra:
  archive:
    seeds: seeds
"""
"""With the shell of the archives: MkDocs' own has faces of signs, which take seconds to look through."""

ARTICLE = """River floods old mill

Share
Water stood on the first floor of the Old Mill by the last day of April, the mayor said at noon.

Nobody was hurt, but two hundred sacks of flour were lost, and the miller says that he will not reopen soon.

Firefighters pumped until the evening, and the road to the next village stayed closed for the whole night.

The council meets on Friday to talk about the levee, which was to have been raised three years before.

Newsletter
Sign up for our newsletter
© 2031 The Brackwater Bugle. All rights reserved.
"""
"""A capture with some page chrome; the article has four paragraphs."""


NAMED = (("p1", "the mayor"),)
"""By what words, and where, the capture names the speaker of the sample record's only chain."""


def write_archive(folder: Path, sources: int = 1) -> Path:
    """An archive of the sample record, or of several that differ in slug and address; without captures."""
    seeds = folder / "seeds"
    (seeds / "vocabulary").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG)
    (seeds / "vocabulary/topics.yml").write_text(SAMPLE_TOPICS)
    (seeds / "vocabulary/entities.yml").write_text(SAMPLE_ENTITIES)
    for n in range(1, sources + 1):
        name = "river-floods-old-mill"
        text = SAMPLE_RECORD if n == 1 else SAMPLE_RECORD.replace(name, f"{name}-{n}")
        (seeds / f"sample-{n:03}.yml").write_text(text)
    return folder


def lay_capture(folder: Path, text: str = ARTICLE, name: str = "sample-001.txt") -> Capture:
    """Lay a capture beside the first record and describe it there."""
    content = text.encode()
    capture = Capture(name, content, hashlib.sha256(content).hexdigest())
    (folder / "seeds" / name).write_bytes(content)
    described = f"capture:\n  file: {name}\n  sha256: {capture.sha256}\n  bytes: {len(content)}\n"
    record = folder / "seeds/sample-001.yml"
    record.write_text(record.read_text() + described)
    return capture


def commit_ledger(folder: Path, capture: Capture, **changes: object) -> Path:
    """Write the ledger without text beside the first record, with some of its fields changed."""
    bare = replace(ledger_files.drop_captured_text(clean(capture, language="en")), named=NAMED)
    written = json.loads(ledger_files.write_ledger_as_json(bare))
    path = folder / "seeds/sample-001.ledger.json"
    path.write_text(json.dumps({**written, **changes}))
    return path
