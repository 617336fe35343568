"""Table of codes → the page *Faults*, because a code on a terminal must lead to its meaning."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.codes import CODES, GROUPS, Code
from build_tools.model.fault import Severity

_HEAD = """\
---
title: Faults
description: Every fault that archive check and the build report, with its meaning and what to do.
---

# Faults

`archive check`, and every build before it writes anything, reports all faults of the material at once:

```text
seeds/0001-harbour.yml:14:13: V101 “fishign” is not a known topic. Did you mean “fishing”?
```

That is the file, the line, the column, a code, what is wrong, and what to do. An **error** stops the build
with exit code 1 and leaves the last good site as it was; a **warning** or a **suggestion** does not. A code
keeps its meaning for good, so that it can be searched for.
"""

_HARM = {
    Severity.ERROR: "an error: no build goes on with it",
    Severity.WARNING: "a warning: a build goes on with it, unless it is strict",
    Severity.SUGGESTION: "a suggestion: it does no harm",
}
_SEVERITY = {Severity.WARNING: " *A warning.*", Severity.SUGGESTION: " *A suggestion.*"}


def write_codes_page() -> str:
    """The page as Markdown: groups as sections, codes as headings that can be linked to."""
    return _HEAD + "".join("\n".join(_list_lines(letter, title)) for letter, title in GROUPS.items())


def explain_code(code: Code) -> Iterator[str]:
    """The same of one code, line by line, for a terminal."""
    yield f"{code.code}: {code.meaning}."
    yield f"It is one of “{GROUPS[code.code[0]]}”, and {_HARM[code.severity]}."
    yield code.remedy


def _list_lines(letter: str, title: str) -> Iterator[str]:
    yield f"\n## {letter}: {title}\n"
    for code in CODES:
        if code.code.startswith(letter):
            severity = _SEVERITY.get(code.severity, "")
            yield f"### {code.code}\n\n**{code.meaning}.**{severity} {code.remedy}\n"
