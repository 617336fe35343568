"""Citation → an entry of CSL-JSON, which citation processors and reference managers read."""

from __future__ import annotations

import json
from typing import Any

from build_tools.model.citation import Citation, Name
from build_tools.model.edtf import Edtf
from build_tools.text.citing.date_parts import split_date, write_american

# made once: `json.dumps` makes one for each call that has settings of its own
_json = json.JSONEncoder(ensure_ascii=False).encode


def write_csl_item(cited: Citation) -> dict[str, Any]:
    """One item, its fields in a fixed order, empty ones left out.

    That the archive describes a report is a note: of `archive` every style makes the place where the original
    lies.
    """
    fields: dict[str, Any] = {
        "id": cited.key,
        "type": "article-newspaper" if cited.work.original else "webpage",
        "title": cited.title,
        "author": [_write_name(name) for name in cited.authors],
        "container-title": cited.container,
        "issued": _write_date(cited.issued) if cited.issued else None,
        "URL": cited.url,
        "language": cited.language,
        "genre": cited.genre,
        "keyword": ", ".join(cited.keywords),
        "abstract": cited.abstract,
        "note": cited.note,
    }
    return {name: value for name, value in fields.items() if value}


def write_item(cited: Citation) -> str:
    """The item as JSON, a field on each line, indented as an entry of a list."""
    fields = write_csl_item(cited)
    inner = ",\n".join([f'  "{name}": {_json(value)}' for name, value in fields.items()])
    return f" {{\n{inner}\n }}"


def _write_name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given, **({"suffix": name.suffix} if name.suffix else {})}


def _write_date(when: Edtf) -> dict[str, Any]:
    """Parts where both ends are known, words alone where they are not: processors print whatever is there.

    `circa` is also how CSL marks a date that is doubted.
    """
    whole = split_date(when)
    if whole.choices or whole.start is None or whole.end is None:
        return {"literal": write_american(when)}
    points = [whole.start] if whole.start == whole.end else [whole.start, whole.end]
    season = whole.one.season if whole.one else 0
    return {
        # one season has a field; of two, processors read the numbers that EDTF has for them as months
        "date-parts": [
            [point.year, point.season + 20] if point.season and not season else list(point.known)
            for point in points
        ],
        **({"season": season} if season else {}),
        **({"circa": True} if whole.circa or whole.doubted else {}),
    }
