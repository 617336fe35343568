"""Title, licence and carried files → every file of a new archive, because it must be fit to push as it is.

The files lie in `starter/` as they will stand; `%NAMES%` in them are filled in, and `dot-` first in a name
stands for the dot that packers of wheels may overlook.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from build_tools.exports.new_samples import (
    FINDINGS,
    OVERVIEWS,
    SAMPLE_ENTITIES,
    SAMPLE_OUTLET,
    SAMPLE_RECORD,
    SAMPLE_TOPICS,
)
from build_tools.model.artifact import Artifact
from build_tools.text.licences import licence_words
from build_tools.text.plain_markdown import escape_markdown

_STARTER = "starter"
_PLACE = re.compile("%([A-Z_]+)%")
_DRAFT = """# yaml-language-server: $schema=.schema/record.json
# An invented report, to look at in `archive serve`: a draft is in no build. Write yours beside it; delete it.
draft: true
"""
_NAMED = re.compile("^(    )(topics|mentions):", re.MULTILINE)
"""What the draft names of the vocabulary: left to its keeper, or the site would have pages of it."""
_OUTLET = """# yaml-language-server: $schema=../.schema/entities.json
# The outlet of first-report.yml, which goes when that goes.
"""
_GENERATOR = """# The generator of this archive; what it needs is locked in requirements.txt.
{requirement}
"""


def make_new_archive(
    title: str, *, licence: str, generator: str, lock: bytes, fields: bytes
) -> tuple[Artifact, ...]:
    """Every file of an empty archive called `title`.

    `licence`: its address; empty where none is given. `generator`: what pip installs it by. `lock`: what that
    needs, with hashes. `fields`: the description of all fields of the seeds.
    """
    words = {
        "TITLE_YAML": json.dumps(title, ensure_ascii=False),
        "TITLE_MARKDOWN": escape_markdown(title),
        "LICENCE_YAML": json.dumps(licence),
        "LICENCE_WORDS": f"{licence_words(licence)}.",
        "RECORD": SAMPLE_RECORD,
        "TOPICS": SAMPLE_TOPICS,
        "ENTITIES": SAMPLE_ENTITIES,
        "FINDINGS": FINDINGS,
        "OVERVIEWS": OVERVIEWS,
    }
    return (
        *_list_starter(files(__package__) / _STARTER, "", words),
        Artifact("seeds/first-report.yml", (_DRAFT + _NAMED.sub(r"\1# \2:", SAMPLE_RECORD)).encode()),
        Artifact("seeds/vocabulary/entities.yml", (_OUTLET + SAMPLE_OUTLET).encode()),
        Artifact("seeds/FIELDS.md", fields),
        Artifact("requirements.txt", lock),
        Artifact("generator.txt", _GENERATOR.format(requirement=generator).encode()),
    )


def _list_starter(folder: Traversable, path: str, words: Mapping[str, str]) -> Iterator[Artifact]:
    # sorted, since a disk lists its folders in any order
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = path + re.sub("^dot-", ".", entry.name)
        if entry.is_dir():
            yield from _list_starter(entry, f"{name}/", words)
        else:
            text = entry.read_bytes().decode()
            filled = _PLACE.sub(lambda place: words[place[1]], text)
            # a Python file by its own name would be linted as one of the project's
            yield Artifact(name.removesuffix(".txt") if name.endswith(".py.txt") else name, filled.encode())
