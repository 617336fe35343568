"""What all written types share: frozen, no unknown keys, fields documented under themselves."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from inspect import cleandoc, getsource
from itertools import pairwise
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticKnownError, core_schema

from build_tools.model.passages import PASSAGE_PATTERN

_FIELD_SETS: dict[frozenset[str], set[str]] = {}
"""Each combination of fields that was met: a few hundred."""


class Written(BaseModel):
    """A type that a person writes as YAML; its field docstrings become the editor's JSON Schema."""

    # built when first needed: a command needs some of the types, a build that has nothing to do none
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def model_post_init(self, _context: object, /) -> None:
        """Let values share the set of the fields that were written, and all values the names of their fields.

        An archive has sixty values for each source: a third of its memory was such sets, and a third of the
        rest were tables of names, which Python shares among the values of a class that are set one by one. As
        the values are frozen, nobody changes them; copies get a set and a table of their own.
        """
        fields = self.__pydantic_fields_set__
        shared = _FIELD_SETS.setdefault(frozenset(fields), fields)
        twin = object.__new__(type(self))
        for name, value in self.__dict__.items():
            object.__setattr__(twin, name, value)
        object.__setattr__(self, "__dict__", twin.__dict__)
        object.__setattr__(self, "__pydantic_fields_set__", shared)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """With what stands under each field; to read that whenever the program starts would cost it much."""
        schema = handler(core)
        properties = handler.resolve_ref_schema(schema)["properties"]
        for name, words in _read_field_docstrings(cls).items():
            properties[cls.model_fields[name].alias or name]["description"] = words
        return schema


def _read_field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """What the source says under each field, those of its bases first."""
    told: dict[str, str] = {}
    for kind in reversed(model.__mro__):
        if issubclass(kind, Written):
            told |= _read_module_docstrings(kind.__module__).get(kind.__name__, {})
    return told


# to ask Python for the source of each type by itself would read its module again and again
@cache
def _read_module_docstrings(module: str) -> dict[str, dict[str, str]]:
    """Class → what stands under each of its fields."""
    written = ast.walk(ast.parse(getsource(sys.modules[module])))
    return {
        node.name: dict(_list_docstrings(node.body)) for node in written if isinstance(node, ast.ClassDef)
    }


def _list_docstrings(lines: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(lines):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(words))),
            ):
                yield name, cleandoc(words)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""An address's last part: lower-case ASCII words joined by single hyphens. Never changed once published."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for readers; not empty."""

MOST_PARAGRAPHS = 99_999
"""Paragraphs of a source at most: a slip in their number must not ask for a page without end.

A megabyte of names, one to a line, is some fifty thousand; a passage's name has five digits.
"""

# a passage has fewer than ten thousand claims
_CLAIM = PASSAGE_PATTERN + r"c([1-9][0-9]{0,3})"
PASSAGE_ID, CLAIM_ID = f"^{PASSAGE_PATTERN}$", f"^{_CLAIM}$"
"""How the names of passages and claims are written; the groups are the passage and the claim's number."""

PassageId = Annotated[str, StringConstraints(pattern=PASSAGE_ID)]
"""A passage of a source: in the body `p1`, by page `pg4p2`, by time `t00-12-31`, by message `m5477`;
`outside`: on the page, but not in the article; `earlier`: in an earlier capture, not in the present one."""

ClaimId = Annotated[str, StringConstraints(pattern=CLAIM_ID)]
"""A claim within its source: its passage, `c`, a number: `p3c2`. It is the claim's anchor on the page."""


_URL = r"^https?://[^\s<>\"]+$"


# an address is checked when its record is read, and again when its source comes from the cache
@lru_cache(maxsize=1 << 14)
def _check_address(address: str) -> str:
    """Refuse brackets that hold no address of a machine, and letters that no host can have."""
    try:
        urlsplit(address)
    except ValueError:
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": _URL}) from None
    return address


Url = Annotated[str, StringConstraints(pattern=_URL), AfterValidator(_check_address)]
"""An http or https address; nothing else may become a link."""

Flag = Annotated[bool, Strict()]
"""`true` or `false`, nothing that merely reads like them: YAML has `yes` and `no` as words."""

Whole = Annotated[int, Strict()]
"""A whole number written as one; text in digits is not a number. Each field says its least and its most."""

LARGEST_NUMBER = 10**15
"""No count of anything that reports tell of is larger, and all of them are exact as binary fractions."""

Number = Annotated[
    Whole | Annotated[float, Strict()],
    Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER),
    WithJsonSchema({"type": "number", "minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER}),
]
"""A number written as one."""


CLAIM_REF = f"^[a-z0-9]+(-[a-z0-9]+)*#{_CLAIM}$"
"""How a ref is written."""


class ClaimRef(str):
    """A claim within the archive, `<source slug>#<claim id>`: sorted as a string, asked by its parts."""

    # a string and no more: an archive has very many
    __slots__ = ()

    @classmethod
    def of(cls, slug: str, claim: str) -> ClaimRef:
        """The ref of a source's claim."""
        return cls(f"{slug}#{claim}")

    @property
    def slug(self) -> str:
        """Of the source."""
        return self.partition("#")[0]

    @property
    def claim(self) -> str:
        """The claim's id within its source."""
        return self.partition("#")[2]

    @property
    def passage(self) -> str:
        """Its passage: what stands before the number of the claim."""
        return self.claim.rpartition("c")[0]

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(pattern=CLAIM_REF))
