"""languages/<code>.yml → what a language is known by, because words are a matter of language, not of code.

To add a language, add its file: cleaning, dates, annotation and recognition take it up from there. What the
file does not say is not known of the language: one without a file has digits and ISO dates, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import yaml
from pydantic import ValidationError

from build_tools.model.language_facts import LanguageFacts
from build_tools.text.yaml_tables import read_table

EVERY_LANGUAGE = "mul"
"""ISO 639's code for many languages: the file of what stands in pages of all of them."""
NO_WORD = r"(?:(?!))"
"""A pattern that nothing matches; in a group, so that it may be optional."""

_ENDING = ".yml"
_UNKNOWN_KEY = "extra_forbidden"
"""Pydantic's name for a key that the type has not."""

# three signs that pages print for one, of which a table has any
_APOSTROPHE = re.compile("['’ʼ]")

_Made = TypeVar("_Made")


class BadLanguageFile(ValueError):
    """A file of a language says what none can; the message names the file and the key."""


class _Source:
    """Where the files lie, and what was made from them; both change together."""

    def __init__(self) -> None:
        self.folder: Traversable = files("build_tools") / "languages"
        self.forget: list[Callable[[], None]] = []

    def move(self, folder: Traversable) -> None:
        """Read another folder from now on."""
        self.folder = folder
        for forget in self.forget:
            forget()


_source = _Source()


def remember_for_languages(make: Callable[..., _Made]) -> Callable[..., _Made]:
    """For what follows from the files of languages: made once, and anew where the files are others."""
    remembered = cache(make)
    _source.forget.append(remembered.cache_clear)
    return remembered


@contextmanager
def languages_from(folder: Traversable) -> Iterator[None]:
    """Know the languages of another folder, and no others, for a while."""
    before = _source.folder
    _source.move(folder)
    try:
        yield
    finally:
        _source.move(before)


@remember_for_languages
def load_language(tag: str) -> LanguageFacts:
    """What is known of a language, given as a BCP 47 tag; nothing for a language without a file."""
    code = tag.partition("-")[0].lower()
    # a record may have anything for a tag before it is held against its type, which is no name of a file then
    if code not in _list_codes():
        return LanguageFacts()
    name = code + _ENDING
    return parse_language(name, (_source.folder / name).read_text(encoding="utf-8"))


@remember_for_languages
def load_all_languages() -> Mapping[str, LanguageFacts]:
    """Every language that has a file, by its code, in order of the codes."""
    return {code: load_language(code) for code in _list_codes()}


@remember_for_languages
def _list_codes() -> tuple[str, ...]:
    names = sorted(entry.name for entry in _source.folder.iterdir() if entry.name.endswith(_ENDING))
    return tuple(name.removesuffix(_ENDING) for name in names)


def parse_language(name: str, source: str) -> LanguageFacts:
    """A file's facts. Raises BadLanguageFile, with every key that does not fit."""
    try:
        return LanguageFacts.model_validate(read_table(source) or {})
    except yaml.YAMLError as error:
        raise BadLanguageFile(f"languages/{name}: this is not YAML: {error}") from None
    except ValidationError as error:
        raise BadLanguageFile("\n".join(_tell_misfits(name, error))) from None


def _tell_misfits(name: str, error: ValidationError) -> Iterator[str]:
    for misfit in error.errors(include_url=False, include_input=False):
        key = ".".join(map(str, misfit["loc"]))
        reason = "there is no such key" if misfit["type"] == _UNKNOWN_KEY else misfit["msg"]
        yield f"languages/{name}: {key}: {reason}"


def gather_words(words_of: Callable[[LanguageFacts], Iterable[str]]) -> frozenset[str]:
    """What any language says of one thing: a page may be in two, and often says neither."""
    return frozenset(word for facts in load_all_languages().values() for word in words_of(facts))


def match_any(words: Iterable[str]) -> str:
    """A pattern of the words, the longest first; a space in them is any white space."""
    # alternatives are tried in order: a short one would hide a longer one that begins with it
    spelt = [spell(word) for word in sorted(words, key=lambda word: (-len(word), word))]
    return f"(?:{'|'.join(spelt)})" if spelt else NO_WORD


def spell(words: str) -> str:
    """A pattern of a word or phrase; an apostrophe in it is any."""
    return _APOSTROPHE.sub("['’ʼ]", re.escape(words).replace(r"\ ", r"\s+"))
