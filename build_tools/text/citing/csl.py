"""Citation → an entry of CSL-JSON, which citation processors and reference managers read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from build_tools.model.citation import Citation, Name, Work
from build_tools.model.edtf import Edtf
from build_tools.text.citing.prose import day


def entry(cited: Citation) -> dict[str, Any]:
    """One item, its fields in a fixed order, empty ones left out."""
    report = cited.work in (Work.REPORT, Work.STATEMENT)
    fields: dict[str, Any] = {
        "id": cited.key,
        "type": "article-newspaper" if report else "webpage",
        "title": cited.title,
        "author": [_name(name) for name in cited.authors],
        "container-title": cited.container,
        "issued": _date(cited.issued) if cited.issued else None,
        "URL": cited.url,
        "language": cited.language,
        "genre": "" if report else cited.genre,
        "archive": cited.held,
        "archive_location": cited.path if report else "",
        "keyword": ", ".join(cited.keywords),
        "abstract": cited.abstract,
        "note": _note(cited),
    }
    return {name: value for name, value in fields.items() if value}


def write(cited: Iterable[Citation]) -> str:
    """A list of items, a field on each line, ending in a line break."""
    items = ",\n".join(_item(entry(one)) for one in cited)
    return f"[\n{items}\n]\n"


def _item(fields: dict[str, Any]) -> str:
    lines = (f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in fields.items())
    inner = ",\n".join(lines)
    return f" {{\n{inner}\n }}"


def _note(cited: Citation) -> str:
    if cited.work is Work.STATEMENT:
        return f"{cited.locator}: {cited.genre}"
    return "" if cited.work is Work.REPORT or cited.url else cited.path


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _date(when: Edtf) -> dict[str, Any]:
    """Parts for what they can say, words for the rest."""
    parts = day(when)
    if parts.words:
        return {"date-parts": [[parts.year]], "literal": parts.words}
    known = [n for n in (parts.year, parts.month, parts.day) if n]
    return {"date-parts": [known]} | ({"circa": True} if parts.circa else {})
