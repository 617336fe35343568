"""`extra.archive` of mkdocs.yml: what a keeper sets, because a slip there must never make a public build."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from build_tools.model.archive import Edition
from build_tools.model.base import Flag, Url, Whole, Written
from build_tools.model.edtf import Edtf

Folder = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f]+$")]
"""A folder's name; no system has one with control characters that a person would want."""


Contact = Annotated[str, StringConstraints(pattern=r"^(https://[^\s]+|[^\s@:/?&]+@[^\s@:/?&]+)$")]
"""`keepers@example.org`, or a page."""


ArchiveName = Annotated[
    str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*$", max_length=60)
]
"""What readers know another archive by: it heads a list, and stands in a line with others."""

# dots lead up at the beginning alone; what a scheme, a host, a query or an escape is told by has no place
ArchiveFolder = Annotated[
    str, StringConstraints(pattern=r"^((\.\./)+|[\w~-][\w.~-]*/)([\w~-][\w.~-]*/)*$", max_length=200)
]
"""The way from one archive to another below the same host, or on the same stick: `../2023/`."""


class SearchedArchive(Written):
    """Another archive that readers search together with this one."""

    name: ArchiveName
    """What readers know it by: `2023`, or the name of a collection."""
    address: ArchiveFolder
    """The way to its folder from this archive's own, ending in a slash: `../2023/`."""


class ArchiveSettings(Written):
    """The settings of an archive. Left out, or empty as `!ENV` gives it: as if not written."""

    seeds: Folder = "seeds"
    """The folder of records; starts at mkdocs.yml."""
    captures: Folder | None = None
    """A folder of captures that do not lie beside their records; starts at the working folder."""
    private_names: Folder | None = None
    """The list of names that must not appear, if it is not `private-names.yml` among the records; starts at
    the working folder."""
    edition: Edition = Edition.PUBLIC
    """Which edition a build makes if none is named: `public`, or `reading` with the captured text."""
    workers: Annotated[Whole, Field(ge=1, le=1024)] = 1
    """How many processes may annotate; the result does not depend on it."""
    invented: Flag = False
    """Whether the captures are inventions of our own, which anyone may publish. It lifts a guard, so
    nothing but `true` sets it."""
    licence: Url | None = None
    """Address of the licence of the archive's own words; it becomes a link."""
    repo_url: Url | None = None
    """Address of the repository that the archive is kept in; its `issues` are where errors are told."""
    guide_url: Url | None = None
    """Address of the generator's documentation, where it is published; `<!-- archive: guide -->` leads
    there."""
    contact: Contact | None = None
    """A mail address, or the address of a page, for what should not be told in public: that a page may put
    somebody in danger, or that a text is somebody's. Left out: nothing is said of it."""
    period: Edtf | None = None
    """The time that the archive is about, `2022-02/2024-12`: *What is missing* measures against it. Left out:
    from the first source to the last."""
    second_reader: Flag = False
    """Whether somebody else than its one author has to check a record: a check (`checked`) by who alone wrote
    it (`recorded_by`), or of a record that names nobody, is then an error."""
    searched_together: tuple[SearchedArchive, ...] = ()
    """Archives beside this one, on the same host or the same stick, that its search looks into as well, in
    the order in which they are shown. The archive itself may stand among them, and is passed over: all of
    them can share one list."""
