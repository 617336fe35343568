"""Puts what lies beside the package into the wheel, and says where it is from, if the builder does.

Everything else of the package stands in pyproject.toml.

`build_tools/site/shell_folder.py` finds it in either place.
"""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

CARRIED = ("overrides", "requirements/site.txt", "seeds/README.md")
"""The shell of all pages, the lock of what the generator needs, and the description of all fields."""


class BuildWithCarried(build_py):
    """Builds the package with the files that it carries; installed as editable, it has them beside it."""

    def run(self) -> None:
        """Build, then add."""
        super().run()
        for file in () if self.editable_mode else list_carried_files():
            target = Path(self.build_lib, "build_tools", file)
            self.mkpath(str(target.parent))
            self.copy_file(file, str(target))

    def get_source_files(self) -> list[str]:
        """What a source distribution has to have, too."""
        return [*super().get_source_files(), *list_carried_files()]


def list_carried_files() -> list[str]:
    """Paths below the checkout, in order."""
    found = (
        path for name in CARRIED for path in ([Path(name)] if Path(name).is_file() else Path(name).rglob("*"))
    )
    return sorted(path.as_posix() for path in found if path.is_file())


def list_addresses() -> dict[str, str]:
    """Where the repository is, if `ARCHIVE_REPO_URL` says it, as for the archive; none is written down."""
    repository = os.environ.get("ARCHIVE_REPO_URL", "").rstrip("/")
    guide = os.environ.get("ARCHIVE_GUIDE_URL", "")
    told = {"Source": repository, "Issues": repository and f"{repository}/issues", "Documentation": guide}
    return {label: address for label, address in told.items() if address}


setup(cmdclass={"build_py": BuildWithCarried}, project_urls=list_addresses())
