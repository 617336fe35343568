"""What all written types share: frozen, no unknown keys, fields documented under themselves."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Strict, StringConstraints


class Written(BaseModel):
    """A type that a person writes as YAML; its field docstrings become the editor's JSON Schema."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""An address's last part: lower-case ASCII words joined by single hyphens. Never changed once published."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for readers; not empty."""

PassageId = Annotated[str, StringConstraints(pattern=r"^(p[1-9][0-9]*|standfirst|caption|outside)$")]
"""A passage of a source: `p1`… in the body; `outside`: on the page, but not in the article."""

ClaimId = Annotated[
    str, StringConstraints(pattern=r"^(p[1-9][0-9]*|standfirst|caption|outside)c[1-9][0-9]*$")
]
"""A claim within its source: its passage, `c`, a number: `p3c2`. It is the claim's anchor on the page."""

ClaimRef = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*#(p[1-9][0-9]*|standfirst|caption|outside)c[1-9][0-9]*$"
    ),
]
"""A claim within the archive: `<source slug>#<claim id>`."""

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
"""An http or https address; nothing else may become a link."""

Flag = Annotated[bool, Strict()]
"""`true` or `false`, nothing that merely reads like them: YAML has `yes` and `no` as words."""

Whole = Annotated[int, Strict()]
"""A whole number written as one; text in digits is not a number."""

Number = Whole | Annotated[float, Strict()]
"""A number written as one."""
