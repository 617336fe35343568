"""Templates, compiled → files in the cache: compiling takes half a second of every process that renders.

Kept under a digest of the program and of the template, with a seal; a file that is not whole is none. As with
the store of pages, what is read here was written by this program into its own folder.
"""

from __future__ import annotations

import platform
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from build_tools.site.cache import digest_generator
from build_tools.site.manifest import replace_file
from build_tools.text.templates import keep_compiled

_SEAL = 16
"""Bytes of a file's digest: damage is not to be met by chance."""


class CompiledTemplates(BytecodeCache):
    """Code of templates in a folder. Losing it costs time, never a byte."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = f"{digest_generator()} {version('jinja2')} {platform.python_version()}"

    def _name_file(self, bucket: Bucket) -> Path:
        told = f"{self._program} {bucket.key} {bucket.checksum}"
        return self._folder / f"{blake2b(told.encode(), digest_size=_SEAL).hexdigest()}.code"

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
        if self._folder.parent.is_dir():
            try:
                replace_file(self._name_file(bucket), _seal(code) + code)
            except OSError:
                return

    def forget_old(self) -> None:
        """Remove what another program has left, where there is more than one has templates."""
        files = sorted(self._folder.glob("*.code"), key=lambda path: path.stat().st_mtime_ns)
        for path in files[:-_MOST]:
            path.unlink(missing_ok=True)


def keep_templates(cache: Path) -> CompiledTemplates:
    """Let this process compile no template that the cache has; what other processes need to do the same."""
    code = CompiledTemplates(cache / "templates")
    code.forget_old()
    keep_compiled(code)
    return code


def _seal(code: bytes) -> bytes:
    return blake2b(code, digest_size=_SEAL).digest()


_MOST = 400
"""Files that are kept: a program has some eighty templates."""
