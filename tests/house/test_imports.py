"""The direction of imports, and who may touch the disk: what makes the stages testable without either."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.built import ROOT

PACKAGE = ROOT / "build_tools"
MODULES = sorted(PACKAGE.rglob("*.py"))
STAGES = {"read", "clean", "description", "annotate", "relate", "pages", "exports", "site"}
LEVEL = {
    "model": 0,
    "text": 1,
    "rights": 1,
    "own_words": 3,
    "plots": 2,
    "index": 2,
    "capture": 2,
    "fetch": 3,
    **dict.fromkeys(STAGES, 3),
    "workers": 1,
    "timings": 0,
    "garbage": 0,
    "pipeline_settings": 1,
    "documents": 5,
    "shared_wording": 6,
    "countersigning": 6,
    "material_faults": 7,
    "earlier_texts": 4,
    "kept_documents": 4,
    "cleaning_checks": 6,
    "draft_documents": 6,
    "drafting": 6,
    "keeping": 6,
    "renaming": 7,
    "file_plans": 6,
    "kept_addresses": 6,
    "pipeline": 8,
    "page_renderer": 9,
    "packed_pages": 8,
    "row_numbers": 8,
    "row_states": 9,
    "page_builder": 10,
    "file_builder": 10,
    "site_assembly": 11,
    "site_build": 12,
    "quick_look": 12,
    "preview": 13,
    "cli": 14,
    "__main__": 15,
}
HOOK = "site.hook"
"""MkDocs' entry point: it stands in site/, which alone knows MkDocs, and calls the pipeline as cli does."""

DISK_CALLS = { "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename",
    "iterdir", "rglob", "glob", "rmtree", "copyfile", "copytree", "urlopen",
}  # fmt: skip
MAY_TOUCH_DISK = {"read", "site", "cli"}
LOADS_ITS_OWN_FILES = ("importlib.resources", "PackageLoader", "pkgutil")


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


TREES = {_name(path): ast.parse(path.read_text("utf-8")) for path in MODULES}


def _imports(tree: ast.Module) -> Iterator[str]:
    """Modules of ours that a module imports, without `build_tools.`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "build_tools":
            module = (node.module or "").removeprefix("build_tools").lstrip(".")
            yield from (module,) if module else (alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            names = (alias.name for alias in node.names)
            yield from (n.removeprefix("build_tools.") for n in names if n.startswith("build_tools."))


def _level(name: str) -> int:
    top = name.partition(".")[0]
    return LEVEL["cli"] if name == HOOK else LEVEL.get(top, -1)


def test_every_module_has_its_level() -> None:
    """A new module of the package says where it stands, or it would pass below everything."""
    tops = {_name(path).partition(".")[0] for path in MODULES} - {""}
    assert tops == LEVEL.keys()


def test_imports_run_downwards() -> None:
    """A module imports only what stands below it, or its own stage; stages do not import one another."""
    assert [
        f"{name} imports {imported}"
        for name, tree in TREES.items()
        for imported in _imports(tree)
        if imported.split(".")[0] != name.split(".")[0] and _level(imported) >= _level(name)
    ] == []


def test_only_the_edge_touches_the_disk() -> None:
    """Stages are pure: only read, site and the entry points open files, save a stage's own tables."""
    assert [fault for path in MODULES for fault in _find_disk_calls(path)] == []


def _find_disk_calls(path: Path) -> Iterator[str]:
    name, source = _name(path), path.read_text("utf-8")
    if name.split(".")[0] in MAY_TOUCH_DISK or any(way in source for way in LOADS_ITS_OWN_FILES):
        return
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Call):
            method = getattr(node.func, "attr", "")
            if method in DISK_CALLS or getattr(node.func, "id", "") == "open":
                yield f"{name}:{node.lineno} calls {method or 'open'}"


def test_the_model_imports_nothing_of_ours() -> None:
    """Every stage may import the model because the model imports no stage."""
    for path in (PACKAGE / "model").glob("*.py"):
        for imported in _imports(ast.parse(path.read_text("utf-8"))):
            assert imported.split(".")[0] == "model", f"{path.name} imports {imported}"


def test_the_generator_knows_nothing_of_its_first_subject() -> None:
    """What the archive is about stands in seeds/: the code would serve any other subject."""
    subject = re.compile(
        r"\b(russia|ukraine|prison\w*|convicts?|wagner|prigozhin|bryanka|moscow)\b", re.IGNORECASE
    )
    for path in PACKAGE.rglob("*"):
        if path.suffix in {".py", ".j2", ".yml", ".json"}:
            found = subject.findall(path.read_text("utf-8"))
            assert not found, f"{path.relative_to(ROOT)} speaks of {found}"
