"""Templates, compiled → files in a cache: compiling takes half a second, most of it for the program's own.

Those lie where Python keeps what it compiles of the program, so that a first build has them as well; those of
an archive lie in its own cache. They are kept under a digest of the program and of the template, with a seal;
a file that is not whole is none. As with the store of pages, what is read here was written by this program
into its own folder.
"""

from __future__ import annotations

import os
import platform
import sys
from hashlib import blake2b
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from build_tools.site.cache import keep_youngest
from build_tools.site.manifest import replace_file
from build_tools.site.program_digest import digest_generator
from build_tools.text.templates import keep_compiled

_SEAL = 16
"""Bytes of a file's digest: damage is not to be met by chance."""


_PACKAGE = str(Path(__file__).parents[1])
_OWN = "own-"
"""How keys of the program's own templates begin."""


class CompiledTemplates(BytecodeCache):
    """Code of templates in two folders. Losing it costs time, never a byte."""

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        """`own`: for the program's own; else they lie in the folder, too."""
        self._folder = folder
        self._own = own or folder
        self._program = f"{digest_generator()} {version('jinja2')} {platform.python_version()}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What tells a template from others of its text."""
        begin = _OWN if filename and filename.startswith(f"{_PACKAGE}{os.sep}") else ""
        return f"{begin}{super().get_cache_key(name, filename)}"

    def _name_file(self, bucket: Bucket) -> Path:
        told = f"{self._program} {bucket.key} {bucket.checksum}"
        folder = self._own if bucket.key.startswith(_OWN) else self._folder
        return folder / f"{blake2b(told.encode(), digest_size=_SEAL).hexdigest()}.code"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template was compiled before."""
        try:
            content = self._name_file(bucket).read_bytes()
        except OSError:
            return
        if content[:_SEAL] == _seal(content[_SEAL:]):
            bucket.bytecode_from_string(content[_SEAL:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code. A full or read-only disk is no fault; nor is a machine that has no such folder."""
        code = bucket.bytecode_to_string()
        file = self._name_file(bucket)
        if file.parents[1].is_dir():
            try:
                replace_file(file, _seal(code) + code)
            except OSError:
                return

    def forget_old(self) -> None:
        """Remove what another program has left, where there is more than one has templates."""
        for folder in {self._folder, self._own}:
            keep_youngest(folder.glob("*.code"), _MOST)


def keep_templates(cache: Path) -> CompiledTemplates:
    """Let this process compile no template that the cache has; what other processes need to do the same."""
    code = CompiledTemplates(cache / "templates", _find_own_folder())
    code.forget_old()
    keep_compiled(code)
    return code


def _find_own_folder() -> Path | None:
    """Beside what Python compiled of this module; None where it may write nothing there."""
    beside = Path(cache_from_source(__file__)).parent
    return beside / "templates" if os.access(beside, os.W_OK) and not sys.dont_write_bytecode else None


def _seal(code: bytes) -> bytes:
    return blake2b(code, digest_size=_SEAL).digest()


_MOST = 400
"""Files that are kept: a program has some eighty templates."""
