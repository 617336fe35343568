"""`archive schema`: what an editor needs to know the fields."""

from __future__ import annotations

from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath
from build_tools.cli.planning import plan_archive
from build_tools.model.artifact import Artifact
from build_tools.read import shown_path
from build_tools.read.schema import make_schemas
from build_tools.site.manifest import replace_file


def run_schema(*, config: ConfigPath = DEFAULT_CONFIG) -> int:
    """Write the schemas beside the records; print the files that changed."""
    seeds = plan_archive(config).seeds
    for artifact in list_schema_files():
        if replace_file(seeds / artifact.path, artifact.content):
            print(shown_path(seeds / artifact.path))
    return 0


def list_schema_files() -> tuple[Artifact, ...]:
    """The schemas, below the folder of records."""
    return tuple(Artifact(f".schema/{name}", text.encode()) for name, text in make_schemas().items())


SCHEMA = Command(
    "schema",
    run_schema,
    "Writes JSON Schemas of records and shared files into `.schema/` beside the records. An editor that "
    "speaks to a YAML language server finds them by the first line of a file (`archive add` writes it), "
    "explains each field and marks slips while you type. Prints the files that changed.",
)
