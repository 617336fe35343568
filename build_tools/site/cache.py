"""Annotated sources, kept under a digest of everything that went into them, so that only new ones cost time.

An entry that cannot be read, or that does not say what it said when it was kept, is as good as none: the
cache saves time and never decides a byte. Entries are JSON, checked against the types as they are read.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from build_tools.model.archive import Document
from build_tools.model.build_cache import KeptDocument
from build_tools.model.packed_documents import DocumentText, make_text_adapter, split_text
from build_tools.model.record import Record
from build_tools.model.reuse import Reuse
from build_tools.site.manifest import replace_file
from build_tools.site.program_digest import digest_generator

_log = logging.getLogger("mkdocs.archive")

_BYTES = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
_Kept = TypeVar("_Kept")

_SPARE = 64
"""Entries that are kept at least though they were not used."""


@cache
def _make_wording_adapter() -> TypeAdapter[tuple[Reuse, ...]]:
    return TypeAdapter(tuple[Reuse, ...])


@cache
def _make_picture_adapter() -> TypeAdapter[bytes]:
    return TypeAdapter(bytes, config=_BYTES)


class DiskCache:
    """Documents by key; the key must name everything that a document is made from, but the program."""

    def __init__(
        self, folder: Path, program: str | None = None, memory: dict[str, Any] | None = None
    ) -> None:
        """Keep entries in `folder`. `program` stands for the generator's own digest.

        `memory` is for a program that builds again and again: what it has of entries is not read again.
        """
        self._folder = folder
        self._program = program
        self._memory = memory
        self._used: set[str] = set()
        """Names of the entries that were given or kept."""

    def _name_entry(self, key: str) -> Path:
        name = hashlib.sha256(f"{self._program or digest_generator()} {key}".encode()).hexdigest()
        # 256 folders: some file systems are slow with a hundred thousand names in one
        return self._folder / name[:2] / f"{name}.json"

    def get_document(self, key: str, record: Record) -> KeptDocument | None:
        """The document kept under the key; None where there is none that can be trusted.

        `record`: its own, which was read from what the key names, and is not kept a second time.
        """
        kept = self._remember(self._name_entry(key), _read_stamped)
        return KeptDocument(Document(record, *kept[1]), kept[0]) if kept else None

    def put_document(self, key: str, kept: KeptDocument) -> None:
        """Keep a document, unless it would not read back as itself. A full or read-only disk is no fault."""
        stamp = kept.vocabulary.encode() + b"\n"
        self._write_entry(key, split_text(kept.document), make_text_adapter(), stamp)

    def restamp_document(self, key: str, vocabulary: str) -> None:
        """Note that the document kept under the key is what this vocabulary gives, too."""
        path = self._name_entry(key)
        if content := self._read_content(path):
            self._write_content(path, vocabulary.encode() + b"\n" + content.partition(b"\n")[2])
        if self._memory and path.stem in self._memory:
            self._memory[path.stem] = vocabulary, self._memory[path.stem][1]

    def get_wording(self, key: str) -> tuple[Reuse, ...] | None:
        """The shared wording kept under the key, in the same way."""
        return self._read_entry(key, _make_wording_adapter())

    def put_wording(self, key: str, pairs: tuple[Reuse, ...]) -> None:
        """Keep shared wording, in the same way."""
        self._write_entry(key, pairs, _make_wording_adapter())

    def get_picture(self, key: str) -> bytes | None:
        """The picture kept under the key, in the same way."""
        return self._read_entry(key, _make_picture_adapter())

    def put_picture(self, key: str, picture: bytes) -> None:
        """Keep a picture, in the same way."""
        self._write_entry(key, picture, _make_picture_adapter())

    def get_value(self, source: str) -> Any:
        """What a YAML text says, as far as it is kept; None where it is not."""
        return self._remember(self._name_value(source), json.loads)

    def put_value(self, source: str, value: Any) -> None:
        """Keep what a YAML text says: plain values, which JSON gives back as they are."""
        self._write_content(self._name_value(source), json.dumps(value).encode())

    def _name_value(self, source: str) -> Path:
        return self._name_entry(f"value {hashlib.sha256(source.encode()).hexdigest()}")

    def forget_unused(self) -> None:
        """Let the memory have nothing that this cache neither gave nor was given."""
        if self._memory is not None:
            for name in self._memory.keys() - self._used:
                del self._memory[name]

    def prune(self) -> None:
        """Remove what this cache neither gave nor was given, but as much again of it, the youngest.

        So the other edition, and what was built before a change that is taken back, is still there.
        """
        unused = [path for path in self._folder.glob("??/*.json") if path.stem not in self._used]
        keep_youngest(unused, max(_SPARE, len(self._used)))

    def _read_entry(self, key: str, kind: TypeAdapter[_Kept]) -> _Kept | None:
        known: _Kept | None = self._remember(self._name_entry(key), kind.validate_json)
        return known

    def _remember(self, path: Path, read: Callable[[bytes], Any]) -> Any:
        """What was kept there, as `read` gives it; None where there is nothing whole. Nobody changes it."""
        if self._memory is not None and path.stem in self._memory:
            self._used.add(path.stem)
            return self._memory[path.stem]
        content = self._read_content(path)
        try:
            known = read(content) if content else None
        except ValueError:  # pydantic’s and JSON’s are ones
            return None
        if self._memory is not None and known is not None:
            self._memory[path.stem] = known
        return known

    def _write_entry(self, key: str, value: _Kept, kind: TypeAdapter[_Kept], stamp: bytes = b"") -> None:
        try:
            # by alias, as the types read it back
            content = kind.dump_json(value, by_alias=True)
            # read back at once: what JSON would change must not come out of the cache another time
            if kind.validate_json(content) == value:
                self._write_content(self._name_entry(key), stamp + content)
        except (ValidationError, PydanticSerializationError) as error:
            _log.debug("not kept: %s", error)

    def _read_content(self, path: Path) -> bytes:
        """What was kept there; nothing where it is not whole."""
        try:
            digest, _, content = path.read_bytes().partition(b"\n")
        except OSError:
            return b""
        if digest != _digest_entry(path.stem, content):
            return b""
        self._used.add(path.stem)
        return content

    def _write_content(self, path: Path, content: bytes) -> None:
        try:
            replace_file(path, _digest_entry(path.stem, content) + b"\n" + content)
        except OSError as error:
            _log.debug("not kept: %s", error)
        else:
            self._used.add(path.stem)


def _read_stamped(content: bytes) -> tuple[str, DocumentText]:
    """A vocabulary's digest, and what was annotated with it."""
    stamp, _, text = content.partition(b"\n")
    return stamp.decode(), make_text_adapter().validate_json(text)


def keep_youngest(paths: Iterable[Path], most: int) -> None:
    """Remove all but so many files; what cannot be removed, or is gone already, is no fault."""
    for path in sorted(paths, key=_find_age, reverse=True)[most:]:
        with suppress(OSError):
            path.unlink()


def _find_age(path: Path) -> tuple[int, str]:
    """When it was written: nothing depends on it but what is removed first."""
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:
        return 0, path.name


def _digest_entry(name: str, content: bytes) -> bytes:
    # with its name: an entry that lies under another one’s is whole, and says what was never asked
    return hashlib.sha256(f"{name} ".encode() + content).hexdigest().encode()
