"""What a file of the seeds folder holds → its types, and what their fields declare, with the fields' paths.

The one table of these types: reading, schemas and the checks between files are made from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from build_tools.model.base import ClaimRef
from build_tools.model.declarations import Refers, Unique
from build_tools.model.evidence import Disagreement, Finding, Origin, Wanted, Withdrawn
from build_tools.model.moved import Moved
from build_tools.model.overviews import Overviews
from build_tools.model.protection import PrivateName
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic, WordGroup

LIST_TYPES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "topics": Topic,
        "entities": Entity,
        "thesaurus": WordGroup,
        "origins": Origin,
        "wanted": Wanted,
        "moved": Moved,
        "private-names": PrivateName,
    }
)
"""Role of a file that is a list → type of its entries."""
EVIDENCE_TYPES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {"findings": Finding, "disagreements": Disagreement, "withdrawn": Withdrawn}
)
"""Key of `findings.yml`, which is a mapping of lists → type of the entries."""

WHOLE_FILE_TYPES: Mapping[str, type[BaseModel]] = MappingProxyType({"record": Record, "overviews": Overviews})
"""Role of a file that is one mapping → its type."""

_Declared = TypeVar("_Declared", Refers, Unique)
_ANY_CLAIM = Refers("claim", "V105")


def list_file_types() -> Iterator[tuple[str, str, type[BaseModel]]]:
    """Role of a file, path of its entries (`*`: every one; empty: the file itself), their type."""
    for role, model in WHOLE_FILE_TYPES.items():
        yield role, "", model
    for role, model in LIST_TYPES.items():
        yield role, "*", model
    for key, model in EVIDENCE_TYPES.items():
        yield "findings", f"{key}.*", model


def list_declared(kind: type[_Declared]) -> tuple[tuple[str, str, _Declared], ...]:
    """Role, path and declaration of every field that declares something of the kind; each once."""
    declarations = (
        (role, path, declared)
        for role, start, model in list_file_types()
        for path, metadata in walk_fields(model, start)
        for declared in metadata
        if isinstance(declared, kind)
    )
    return tuple(dict.fromkeys(declarations))


def walk_fields(
    annotation: Any, path: str, metadata: tuple[Any, ...] = ()
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Path and metadata of every value that the type may have inside, itself included.

    Written types do not hold themselves, so there is an end to it.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from walk_fields(arguments[0], path, (*metadata, *arguments[1:]))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            inside = ".".join(filter(None, (path, field.alias or name)))
            yield from walk_fields(field.annotation, inside, tuple(field.metadata))
    elif isinstance(origin, type) and issubclass(origin, (tuple, list, dict)):
        # a mapping’s keys are names of its own making, and name nothing elsewhere
        for part in arguments[1:] if issubclass(origin, dict) else arguments:
            yield from walk_fields(part, f"{path}.*")
    elif arguments:
        for part in arguments:
            yield from walk_fields(part, path, metadata)
    elif annotation is ClaimRef:
        yield path, (*metadata, _ANY_CLAIM)
    else:
        yield path, metadata
