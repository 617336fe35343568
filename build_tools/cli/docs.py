"""`archive docs`: examples in hand-written pages, and the generator's own reference, written anew."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath
from build_tools.cli.planning import make_pipeline_settings, plan_archive
from build_tools.cli.reference import write_command_reference
from build_tools.cli.registry import load_commands
from build_tools.cli.rule_words import describe_rules
from build_tools.exports.codes_page import write_codes_page
from build_tools.model.archive import Document
from build_tools.model.artifact import Artifact
from build_tools.model.errors import UsageError
from build_tools.pages.worked_example import insert_worked_example, list_example_names, write_worked_example
from build_tools.pipeline import assemble_archive
from build_tools.read import shown_path
from build_tools.site.artifact_writer import read_handwritten
from build_tools.site.manifest import replace_file
from build_tools.site.plan import Plan

REFERENCE = "guide/docs/reference"
"""Where the generator's own documentation has its reference, beside the mkdocs.yml of its repository."""


def run_docs(*, config: ConfigPath = DEFAULT_CONFIG) -> int:
    """Fill in the examples and, in the generator's repository, write the reference; print what changed."""
    plan = plan_archive(config)
    written = [(plan.handwritten_docs, page) for page in list_filled_pages(plan)]
    reference = plan.root / REFERENCE
    # an archive has no such folder: the generator's reference is not its keeper's to publish
    if reference.is_dir():
        written += [(reference, page) for page in list_reference_pages()]
    for folder, page in written:
        if replace_file(folder / page.path, page.content):
            print(shown_path(folder / page.path))
    return 0


def list_reference_pages() -> Iterator[Artifact]:
    """What the program knows of itself, as pages that are read in the repository too."""
    yield Artifact("commands.md", write_command_reference(load_commands()).encode())
    yield Artifact("faults.md", write_codes_page().encode())


def list_filled_pages(plan: Plan) -> Iterator[Artifact]:
    """Pages of the folder of hand-written pages that have examples, as they should be.

    Raises UsageError for an example that cannot be made.
    """
    for page in read_handwritten(plan.handwritten_docs):
        if page.path.endswith(".md") and (filled := _fill_examples(page, plan)) != page.content:
            yield Artifact(page.path, filled)


def _fill_examples(page: Artifact, plan: Plan) -> bytes:
    # bytes that are not UTF-8 come back as they were
    text = page.content.decode("utf-8", "surrogateescape")
    for name in list_example_names(text):
        folder, _, slug = name.rpartition(" ")
        try:
            example = write_worked_example(_find_document(plan, folder, slug), describe_rules())
            text = insert_worked_example(text, name, example)
        except ValueError as error:
            raise UsageError(f"{page.path}: {error}.") from None
    return text.encode("utf-8", "surrogateescape")


def _find_document(plan: Plan, folder: str, slug: str) -> Document:
    """A source of the archive in a folder beside mkdocs.yml."""
    config = plan.root / folder / "mkdocs.yml"
    if not config.is_file():
        raise ValueError(f"there is no archive in {folder}")
    documents = assemble_archive(make_pipeline_settings(plan_archive(str(config)))).documents
    source = next((document for document in documents if document.record.slug == slug), None)
    if source is None:
        raise ValueError(f"the archive in {folder} has no source {slug}")
    return source


DOCS = Command(
    "docs",
    run_docs,
    "Makes every worked example in the hand-written pages anew: a table of capture, ledger and page between "
    "the comments `<!-- example: FOLDER SLUG -->` and `<!-- end of example -->`. In the generator’s own "
    "repository it also writes the commands and faults of its documentation. Prints the files that changed.",
)
