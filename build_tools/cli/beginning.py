"""`add`, `new`: a new record out of a capture, an empty archive on another subject. Neither overwrites."""

from __future__ import annotations

import sys
import unicodedata
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from build_tools.clean import clean
from build_tools.clean.core import is_html
from build_tools.cli.options import CONFIG, Command, Option
from build_tools.cli.settings import capture_of, planned
from build_tools.exports.skeleton import record_slug, skeleton
from build_tools.exports.starter import starter
from build_tools.model.artifact import Artifact
from build_tools.model.capture import Capture
from build_tools.model.errors import UsageError
from build_tools.read import read_seeds
from build_tools.text.showing import shown

HOME = Path(__file__).resolve().parents[2]
"""The checkout that the package runs from, with the theme and the settings that every archive shares."""
SHARED = ("mkdocs.yml", ".gitignore", "overrides")
"""What a new archive takes from there."""
_UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Controls and ends of lines, and half characters: what the shell gives for bytes that are no text."""


def _add(args: Namespace) -> int:
    if "://" in args.path:
        raise UsageError("The archive makes no requests. Save the page from your browser and give the file.")
    plan = planned(args)
    seen = capture_of(args.path)
    records = [seed.record for seed in read_seeds(plan.seeds, plan.captures).seeds]
    known = next((r.slug for r in records if r.capture and r.capture.sha256 == seen.sha256), None)
    if known:
        raise UsageError(f"{args.path} is the capture of {known} already.")
    capture = Capture(_capture_name(seen), seen.content, seen.sha256)
    beside, record = plan.seeds / capture.file, plan.seeds / f"{Path(capture.file).stem}.yml"
    cleaned = clean(capture, language=args.language)
    name = record_slug(cleaned, frozenset(r.slug for r in records))
    _lay([(record, skeleton(cleaned, name).encode())], keep=[(beside, capture.content)])
    print(record)
    print(f"{record}: the rest is for you to fill in; `archive check` names what is missing", file=sys.stderr)
    return 0


def _capture_name(capture: Capture) -> str:
    """A name that git ignores: the text belongs to its publisher and must not be committed by accident."""
    stem, dot, suffix = capture.file.rpartition(".")
    if suffix.lower() in ("txt", "html", "htm"):
        return capture.file
    return f"{stem if dot else capture.file}{'.html' if is_html(capture) else '.txt'}"


def _new(args: Namespace) -> int:
    folder = Path(args.dir)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already and not empty; a new archive needs a folder of its own.")
    missing = [name for name in SHARED if not (HOME / name).exists()]
    if missing:
        raise UsageError(
            f"There is no {' and no '.join(missing)} beside the package. Install the generator from a "
            "checkout (`pip install --editable .`), which has the theme that a new archive copies."
        )
    title = args.title or folder.resolve().name.replace("-", " ").capitalize()
    if any(unicodedata.category(letter) in _UNWRITABLE for letter in title):
        raise UsageError(
            f"The title {shown(title)} has a character that no page can hold; give one with --title."
        )
    made = starter(title, tuple(_shared()))
    _lay((folder / artifact.path, artifact.content) for artifact in made)
    print(folder)
    print(f"Next: archive build --config {folder / 'mkdocs.yml'}", file=sys.stderr)
    return 0


def _shared() -> Iterable[Artifact]:
    for name in SHARED:
        files = [HOME / name] if (HOME / name).is_file() else sorted((HOME / name).rglob("*"))
        for file in files:
            if file.is_file():
                yield Artifact(file.relative_to(HOME).as_posix(), file.read_bytes())


def _lay(files: Iterable[tuple[Path, bytes]], keep: Iterable[tuple[Path, bytes]] = ()) -> None:
    """Write new files, all or none; those of `keep` may be there already with the same bytes."""
    fresh, same = list(files), list(keep)
    same = [(path, content) for path, content in same if not _is(path, content)]
    taken = [str(path) for path, _ in (*fresh, *same) if path.exists()]
    if taken:
        raise UsageError(f"{', '.join(taken)}: there already; nothing is overwritten.")
    for path, content in (*same, *fresh):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


ADD = Command(
    "add",
    "a new record out of a capture",
    "Lays the capture beside the records (where git ignores it), cleans it, and writes a record with what "
    "cleaning found: title, byline, date, language, digest, number of paragraphs. What a person must add is "
    "left empty, and `archive check` names it. Addresses are refused: the archive makes no requests.",
    _add,
    (
        Option("--language", "the text's language, if its page does not say", "TAG"),
        CONFIG,
        Option("PATH", "the saved page or text"),
    ),
)
NEW = Command(
    "new",
    "an empty archive on another subject",
    "Makes a folder with settings, a home page, the theme and a sample record explained. It builds as it is.",
    _new,
    (Option("--title", "what it is called, if not after its folder", "TEXT"), Option("DIR", "a new folder")),
)
