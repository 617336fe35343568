"""`extra` of mkdocs.yml → the settings or every fault in them, because commands and MkDocs must agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from build_tools.model.archive import Edition
from build_tools.model.archive_settings import ArchiveSettings, SearchedArchive
from build_tools.model.codes import make_fault_at
from build_tools.model.errors import UsageError
from build_tools.model.fault import Fault, Faults
from build_tools.model.material import Loc
from build_tools.model.site import Site
from build_tools.site.config_file import find_nearest_place, find_repeated_keys
from build_tools.site.identity_faults import find_identity_faults
from build_tools.site.plan import make_site_identity
from build_tools.text.terminal import did_you_mean, quote_value

_KNOWN = tuple(sorted(ArchiveSettings.model_fields))
_TOGETHER = "searched_together"
_TYPES = MappingProxyType(
    {
        "string_type": "text",
        "int_type": "a whole number",
        "bool_type": "`true` or `false`",
        "value_error": "an EDTF date such as 2022-02/2024-12",
        "tuple_type": "a list",
        "model_type": "a `name` and an `address`",
    }
)
_FORMS = MappingProxyType(
    {
        "licence": "the address of a licence",
        "repo_url": "the address of a repository",
        "guide_url": "the address of the documentation",
        "contact": "a mail address or the https address of a page",
        "name": "a name of one line, 60 characters at most",
        "address": "the way to a folder on the same host, with a slash at its end",
    }
)
_LAST_SECOND = 253_402_300_799
"""Of the year 9999, after which Python has no date."""
_EPOCH = "SOURCE_DATE_EPOCH"


def read_whole_settings(
    written: Mapping[str, object], file: Path, asked: Mapping[str, object] = MappingProxyType({})
) -> tuple[Site, ArchiveSettings]:
    """What the site is called, and the settings of its archive. Raises Faults with all that is wrong."""
    faults: tuple[Fault, ...] = ()
    try:
        named = read_identity(written, file)
    except Faults as found:
        faults = found.faults
    try:
        settings = read_settings(written.get("extra"), file, asked)
    except Faults as found:
        raise Faults((*faults, *found.faults)) from None
    if faults:
        raise Faults(faults)
    return named, settings


def read_settings(
    extra: object, file: Path, asked: Mapping[str, object] = MappingProxyType({})
) -> ArchiveSettings:
    """The settings of an archive; what was `asked` for goes before what the file says.

    `file` is the mkdocs.yml that `extra` is of. Raises Faults with everything that is wrong.
    """
    written = _require_mapping(extra, ("extra",), file)
    settings = _require_mapping(written.get("archive"), ("extra", "archive"), file)
    said = {**settings, **{name: value for name, value in asked.items() if value is not None}}
    # an empty value of a known setting, as `!ENV` gives it, says nothing
    given = {n: v for n, v in said.items() if n not in _KNOWN or (v is not None and v != "")}
    faults = [*_check_captures(given.get("captures"), file), *_check_seeds(given.get("seeds"), file)]
    faults += _check_together(given.get(_TOGETHER), file)
    try:
        archive_settings = ArchiveSettings.model_validate(given)
    except ValidationError as error:
        faults += [_explain_error(detail, given, file) for detail in error.errors(include_url=False)]
    if faults:
        raise Faults(faults)
    return archive_settings


def read_identity(written: Mapping[str, object], file: Path) -> Site:
    """What the site is called and where it stands. Raises Faults for what cannot stand on a page."""
    wrong = (*find_identity_faults(written, file), *_find_impossible(written, file), *_find_repeated(file))
    if wrong:
        raise Faults(wrong)
    return make_site_identity(*(written.get(name) for name in ("site_name", "site_url", "site_description")))


def check_source_date(environment: MutableMapping[str, str]) -> None:
    """Leave out an empty SOURCE_DATE_EPOCH, which MkDocs cannot read. Raises UsageError for no time."""
    given = environment.get(_EPOCH, "0").strip()
    if not given:
        del environment[_EPOCH]
    # `isdigit` alone takes digits of all scripts; twenty of them are more than any time has
    elif not (given.isascii() and given.isdigit() and int(given[:20]) <= _LAST_SECOND):
        raise UsageError(
            f"The environment variable {_EPOCH} is {quote_value(given)}, but must be seconds since 1970 in"
            f" digits. Correct it, or take it away: `unset {_EPOCH}`."
        )


def _require_mapping(value: object, loc: Loc, file: Path) -> Mapping[str, Any]:
    """The value as a mapping; none where nothing is written. Raises Faults for anything else."""
    if value is None or value == "":
        return {}
    if isinstance(value, Mapping):
        return {str(key): part for key, part in value.items()}
    mark = find_nearest_place(file, loc)
    message = f"`{'.'.join(map(str, loc))}` is {quote_value(value)}, where settings by name are needed."
    raise Faults([make_fault_at(mark.path, *mark.value, "K102", message)])


def _check_captures(folder: object, file: Path) -> Iterator[Fault]:
    """A folder that has gone would mean a reading edition without texts, a public one without a guard."""
    if isinstance(folder, str) and folder.isprintable() and not Path(folder).is_dir():
        message = f"There is no folder {quote_value(folder)} with captures"
        yield _make_fault(("captures",), "K107", (message, ""), file)


def _check_seeds(folder: object, file: Path) -> Iterator[Fault]:
    """The archive's own folder, or one around it, has files of all kinds, and may be the whole disk."""
    root = file.resolve().parent
    if isinstance(folder, str) and folder.isprintable() and root.is_relative_to((root / folder).resolve()):
        message = f"`seeds` is {quote_value(folder)}, which holds the archive itself"
        yield _make_fault(
            ("seeds",), "K105", (message, "Give the records a folder of their own, such as `seeds`."), file
        )


def _check_together(others: object, file: Path) -> Iterator[Fault]:
    """An archive that stands twice would be searched twice; two of one name could not be told apart."""
    seen = set[tuple[str, str]]()
    for n, other in enumerate(others if isinstance(others, list) else ()):
        said = other.items() if isinstance(other, Mapping) else ()
        for key, value in (
            (str(key), str(value)) for key, value in said if key in SearchedArchive.model_fields
        ):
            if (key, value) in seen:
                message = f"An archive with the {key} {quote_value(value)} stands in `{_TOGETHER}` already"
                yield _make_fault(
                    (_TOGETHER, n, key), "K110", (message, "Take one out, or correct it."), file
                )
            seen.add((key, value))


def _find_impossible(written: Mapping[str, object], file: Path) -> Iterator[Fault]:
    """What MkDocs can do, and an archive cannot."""
    if written.get("use_directory_urls") is False:
        mark = find_nearest_place(file, ("use_directory_urls",))
        message = "`use_directory_urls` is false, but every address of an archive is a folder’s."
        yield make_fault_at(mark.path, *mark.value, "K111", message)


def _find_repeated(file: Path) -> Iterator[Fault]:
    for key in find_repeated_keys(file):
        message = f"The setting {quote_value(key.name)} stands on line {key.first} already."
        yield make_fault_at(key.path, key.line, key.column, "K110", message)


def _explain_error(error: ErrorDetails, given: Mapping[str, Any], file: Path) -> Fault:
    kind = error["type"]
    # of a list, what is wrong in it
    loc = error["loc"] if error["loc"][0] == _TOGETHER else error["loc"][:1]
    around: Any = given
    for key in loc[:-1]:
        around = around[key]
    code, words = _KINDS.get(kind, ("K103", _explain_type))
    return _make_fault(loc, code, words(loc, around, kind), file)


_Words = tuple[str, str]
"""A message without its full stop, and a remedy; empty: that of the code."""
_WHOLE = 'Write a `name` for readers and an `address`: `- {name: "2023", address: ../2023/}`.'
"""The remedy for an entry of a list."""


def _explain_unknown(loc: Loc, _given: Any, _kind: str) -> _Words:
    name, within = str(loc[-1]), len(loc) > 1
    remedy = did_you_mean(name, SearchedArchive.model_fields if within else _KNOWN)
    return f"There is no setting {quote_value(name)}", remedy or (_WHOLE if within else "")


def _explain_missing(loc: Loc, _given: Any, _kind: str) -> _Words:
    return f"An archive in `{loc[0]}` has no `{loc[-1]}`", _WHOLE


def _explain_edition(loc: Loc, given: Any, _kind: str) -> _Words:
    named = given[loc[-1]]
    return f"There is no edition {quote_value(named)}", did_you_mean(str(named), tuple(Edition))


def _explain_form(loc: Loc, given: Any, _kind: str) -> _Words:
    wanted = _FORMS.get(str(loc[-1]), "the name of a folder")
    return f"{quote_value(given[loc[-1]])} is not {wanted}", _WHOLE if len(loc) > 1 else ""


def _explain_bound(loc: Loc, given: Any, kind: str) -> _Words:
    bound = "1 is the least" if kind == "greater_than_equal" else "1024 is the most"
    return f"`{loc[-1]}` is {quote_value(given[loc[-1]])}, but {bound}", ""


def _explain_type(loc: Loc, given: Any, kind: str) -> _Words:
    wanted = _TYPES.get(kind, "something else")
    named = f"`{loc[-1]}`" if isinstance(loc[-1], str) else f"An entry of `{loc[0]}`"
    return f"{named} should be {wanted}, but is {quote_value(given[loc[-1]])}", _WHOLE if len(loc) > 1 else ""


_KINDS: Mapping[str, tuple[str, Callable[[Loc, Any, str], _Words]]] = MappingProxyType(
    {
        "extra_forbidden": ("K101", _explain_unknown),
        "enum": ("K104", _explain_edition),
        "string_pattern_mismatch": ("K105", _explain_form),
        "string_too_long": ("K105", _explain_form),
        "missing": ("K112", _explain_missing),
        "greater_than_equal": ("K106", _explain_bound),
        "less_than_equal": ("K106", _explain_bound),
    }
)
"""pydantic's kinds of error → code and words; all others are of the type."""


def _make_fault(loc: Loc, code: str, words: _Words, file: Path) -> Fault:
    """At the value of a setting; at its key where it is the key that is wrong."""
    mark = find_nearest_place(file, ("extra", "archive", *loc))
    message, remedy = words
    source = f" (from the environment variable {mark.variable})" if mark.variable else ""
    line, column = mark.key if code == "K101" else mark.value
    return make_fault_at(mark.path, line, column, code, f"{message}{source}.", remedy)
