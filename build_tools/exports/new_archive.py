"""Title + shared files → an empty archive, because the second archive should cost an hour and not a week.

What every archive shares (theme, renderer's settings, ignored files) is copied as it is; the archive's own
`mkdocs.yml` inherits the settings and says only what is its own, so that newer ones can be copied over.
"""

from __future__ import annotations

import json

from build_tools.model.artifact import Artifact
from build_tools.text.plain_markdown import escape_markdown

INHERITED_SETTINGS = "settings.yml"
"""Name that the shared mkdocs.yml gets in the new archive."""

_SETTINGS = """# This archive's own settings; everything else is inherited, and may be overruled here.
INHERIT: {inherited}
site_name: {title}
site_description: A documentary archive.

hooks:
  - hook.py

extra:
  archive:
    licence: ""                        # the address of a licence, where you give your own words away

# Hand-written pages only: the menu's parts that lead to generated pages come after the first entry.
nav:
  - Home: index.md
  - Method: method.md
"""

_HOOK = '''"""Lets MkDocs call the generator: plain `mkdocs build` and `mkdocs serve` work here, too."""

from build_tools.site.hook import *  # noqa: F403 - MkDocs looks the events up by name
'''

_HOME = """---
title: {title}
scripts: [pictures.js]
---

# {heading}

<!-- archive: home -->

What stands above comes from the seeds: overview and doors of `seeds/overviews.yml`, topics, numbers.
`seeds/README.md` shows how to write the first record; this page is yours.
"""

_METHOD = """---
title: Method
---

# Method

A source is described paragraph by paragraph: each statement in one sentence of our own, with who says it and
through whom. Statements that say the same stand together as a finding. Its *reports* are the sources that
print it; its *origins* are the first reports of their chains of attribution, so that five articles out of one
interview count as one. A link of a chain that the source does not show
is inferred, and says on what it rests; where such links make a difference, the count says *at least*.
"""

SAMPLE_RECORD = """slug: river-floods-old-mill          # the page's address; never changed
title: "River floods old mill"       # as printed
outlet: brackwater-bugle             # an id of vocabulary/entities.yml
authors: ["A. Miller"]
published:
  date: 2031-05-01                   # EDTF: 2031, 2031-05~, 2031-05-01T08:30
  basis: stated                      # stated, tag, address, inferred
language: en
url: https://bugle.example/river-floods-old-mill
rights:
  publish: digest                    # own words and short quotations only
  holder: The Brackwater Bugle
  statement: http://rightsstatements.org/vocab/InC/1.0/
paragraphs: 4                        # of the article's body: the anchors p1 to p4
summary: A local report of one flood, from the mayor and the paper's own reporter.
claims:
  - id: p1c1                         # first claim of the first paragraph; the claims in order are the digest
    text: The river rose to the first floor of the old mill on 30 April.
    kind: event                      # event, figure, policy, legal, quote, allegation, denial …
    topics: [floods]                 # ids of vocabulary/topics.yml
    said_by: The mayor of Brackwater
    chain:                           # who said it, through whom; the outlet itself is not written
      - who: the mayor of Brackwater
        ground: stated attribution   # the source names the mayor in this passage …
        passage: p1
        named: the mayor             # … by these words; left out if they are those of `who`
    mentions: [old-mill]             # ids of vocabulary/entities.yml
    wording: said
"""
"""A record with every field that a record must have."""

SAMPLE_TOPICS = """- id: floods
  label: Floods
  scope_note: Rivers above their banks, and what was done about it. Not the weather.
"""

SAMPLE_ENTITIES = """- id: brackwater-bugle
  name: The Brackwater Bugle
  kind: organisation                 # person, organisation, place or event
  type: newspaper
  description: A newspaper that exists in this example only.
- id: old-mill
  name: Old Mill
  kind: place
  type: building
  description: A mill on the river.
  forms: [Old Mill, old mill]        # how texts name it
"""

FINDINGS = """findings:
  - id: mill-under-water
    statement: The mayor of Brackwater said in May 2031 that the river had reached the old mill.
    modality: reported               # reported, estimated, alleged, planned, announced, established
    said_by: The mayor of Brackwater
    when: 2031-05
    claims: ["river-floods-old-mill#p1c1"]
    why: One report says it so far; a second would be listed here.
"""

OVERVIEWS = """archive:
  opening:
    - text: The river had reached the old mill, the mayor of Brackwater said in May 2031.
      rests_on:
        - finding: mill-under-water
doors:
  - title: How high did the river rise?
    text: One report, one speaker.
    finding: mill-under-water
topics:
  - topic: floods
    opening:
      - text: The river had reached the old mill, the mayor of Brackwater said in May 2031.
        rests_on:
          - finding: mill-under-water
"""

_README = """# Seeds

One file for each report, `<name>.yml`. A saved copy of the report may lie beside it as `<name>.txt` or
`<name>.html`; git ignores it, because the text is its publisher's. `archive add FILE` starts a record out of
such a copy; `archive check` names what is missing; `archive build` makes the site. With its first line, an
editor that speaks to a YAML language server explains the fields and marks slips: it finds them in `.schema/`,
which `archive schema` writes anew for a newer generator.

A record (invent nothing: every sentence is your own and true to its paragraph):

```yaml
# yaml-language-server: $schema=.schema/record.json
{sample}```

The names that it uses stand in `vocabulary/topics.yml`:

```yaml
# yaml-language-server: $schema=../.schema/topics.json
{topics}```

and in `vocabulary/entities.yml`:

```yaml
# yaml-language-server: $schema=../.schema/entities.json
{entities}```

Reports that sources retell stand in `origins.yml`; claims that say the same, or disagree, in `findings.yml`.
A finding's statement tells by whom, when and how surely it was said, because it also goes out alone:

```yaml
# yaml-language-server: $schema=.schema/findings.json
{findings}```

What is told of the whole and of each topic stands in `overviews.yml`, and opens the home page. Each sentence
names what it rests on; `archive overview` lists those to be read again because that has changed, and with
`--read` notes that they have been:

```yaml
# yaml-language-server: $schema=.schema/overviews.json
{overviews}```
"""


def make_new_archive(title: str, shared: tuple[Artifact, ...]) -> tuple[Artifact, ...]:
    """Every file of an empty archive called `title`; `shared` are the files that it takes over."""
    taken = (Artifact(INHERITED_SETTINGS if a.path == "mkdocs.yml" else a.path, a.content) for a in shared)
    quoted = json.dumps(title, ensure_ascii=False)
    own = {
        "mkdocs.yml": _SETTINGS.format(inherited=INHERITED_SETTINGS, title=quoted),
        "hook.py": _HOOK,
        "docs/index.md": _HOME.format(title=quoted, heading=escape_markdown(title)),
        "docs/method.md": _METHOD,
        "seeds/README.md": _README.format(
            sample=SAMPLE_RECORD,
            topics=SAMPLE_TOPICS,
            entities=SAMPLE_ENTITIES,
            findings=FINDINGS,
            overviews=OVERVIEWS,
        ),
    }
    return (*taken, *(Artifact(path, text.encode()) for path, text in own.items()))
