"""The settings of an archive: a slip is a fault at its place, by both ways in, and never a public build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.model.archive import Edition
from build_tools.model.errors import UsageError
from build_tools.model.fault import Faults
from build_tools.site.configuration import read_plan
from build_tools.site.settings_reader import check_source_date
from tests.archives import write_archive
from tests.site import tiny

HEAD = "site_name: Floods\nextra:\n  archive:\n"

CASES = {
    "unknown": ("    edtion: reading\n", ["4:5: K101 There is no setting “edtion”. Did you mean “edition”?"]),
    "strange": ("    colour: red\n", ["4:5: K101 There is no setting “colour”. Take it out, or write one"]),
    "edition": (
        "    edition: readng\n",
        ["4:14: K104 There is no edition “readng”. Did you mean “reading”?"],
    ),
    "number": ("    workers: many\n", ["4:14: K103 `workers` should be a whole number, but is “many”."]),
    "digits": ('    workers: "2"\n', ["4:14: K103 `workers` should be a whole number, but is “2”."]),
    "least": ("    workers: 0\n", ["4:14: K106 `workers` is “0”, but 1 is the least."]),
    "flag": ('    invented: "yes"\n', ["4:15: K103 `invented` should be `true` or `false`, but is “yes”."]),
    "text": ("    seeds: [a, b]\n", ["4:12: K103 `seeds` should be text, but is “['a', 'b']”."]),
    "year": ("    seeds: 2022\n", ["4:12: K103 `seeds` should be text, but is “2022”."]),
    "zero": ('    seeds: "a\\0"\n', ["4:12: K105 “a⟨U+0000⟩” is not the name of a folder."]),
    "licence": ("    licence: MIT\n", ["4:14: K105 “MIT” is not the address of a licence."]),
    "script": ("    licence: javascript:x\n", ["4:14: K105 “javascript:x” is not the address of a licence."]),
    "gone": ("    captures: nowhere\n", ["4:15: K107 There is no folder “nowhere” with captures."]),
    "list": ("    - seeds\n", ["4:5: K102 `extra.archive` is “['seeds']”, where settings"]),
    "disk": ("    seeds: /\n", ["4:12: K105 `seeds` is “/”, which holds the archive itself."]),
    "above": ("    seeds: ..\n", ["4:12: K105 `seeds` is “..”, which holds the archive itself."]),
    "twice": ("    seeds: a\n    seeds: b\n", ["5:5: K110 The setting “seeds” stands on line 4 already."]),
    "deep": ("  other: [{a: 1, a: 3}]\n", ["4:18: K110 The setting “a” stands on line 4 already."]),
    "flat": ("use_directory_urls: false\n", ["4:21: K111 `use_directory_urls` is false"]),
    "several": (
        "    workers: many\n    edtion: reading\n    captures: nowhere\n    licence: x\n",
        ["4:14: K103", "5:5: K101", "6:15: K107", "7:14: K105"],
    ),
}
"""Name → what stands under `extra.archive`, and how each line that is told begins."""


def _faults(file: Path) -> list[str]:
    with pytest.raises(Faults) as raised:
        read_plan(file)
    return [str(fault) for fault in raised.value.faults]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Writes the text as the mkdocs.yml of a small archive in the working folder."""
    monkeypatch.chdir(write_archive(tmp_path))

    def write(text: str) -> Path:
        file = Path("mkdocs.yml")
        file.write_text(text)
        return file

    return write


@pytest.mark.parametrize("name", CASES)
def test_each_slip_has_its_fault(name: str, settings: Callable[[str], Path]) -> None:
    """One fault for each, all at once, at the value, or at the key where that is wrong."""
    written, expected = CASES[name]
    found = _faults(settings(HEAD + written))
    assert len(found) == len(expected)
    assert all(fault.startswith(f"mkdocs.yml:{e}") for fault, e in zip(found, expected, strict=True)), found


def test_the_slips_have_all_codes() -> None:
    """A code of the settings that is in none of the cases might never be given."""
    codes = {expected.split()[1] for _, lines in CASES.values() for expected in lines}
    assert codes == {"K101", "K102", "K103", "K104", "K105", "K106", "K107", "K110", "K111"}


LAUGHS = "x0: &x0 [a, b]\n" + "\n".join(f"x{n}: &x{n} [*x{n - 1}, *x{n - 1}]" for n in range(1, 60))
"""Sixty lines that unfold to more values than any machine can hold."""


@pytest.mark.parametrize("text", ["extra: [1]", "extra: x", "extra:\n  archive: x", "extra:\n  archive: [1]"])
def test_settings_are_a_mapping(text: str, settings: Callable[[str], Path]) -> None:
    """Anything else is told with its place, not with a trace."""
    (fault,) = _faults(settings(f"site_name: Floods\n{text}\n"))
    assert fault.split()[1] == "K102"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("extra: [", "mkdocs.yml:2:1:"),
        ("- a", "mkdocs.yml:1:1:"),
        ("5", "mkdocs.yml:1:1:"),
        ("# nothing", "mkdocs.yml:1:1:"),
        ("a: " + "[" * 5000, "mkdocs.yml:1:1:"),
        (LAUGHS, "mkdocs.yml:1:1:"),
        ("site_name: A\nINHERIT: gone.yml", "mkdocs.yml:2:10:"),
        ("site_name: A\nINHERIT: mkdocs.yml", "mkdocs.yml:2:10:"),
        ("site_name: 2022-13-45", "mkdocs.yml:1:1:"),
        ("site_name: !!python/name:nowhere.at ''", "mkdocs.yml:1:12:"),
    ],
)
def test_what_cannot_be_read_is_a_fault(text: str, place: str, settings: Callable[[str], Path]) -> None:
    """YAML that is none, a file that is to be inherited and is not there: one line with a place."""
    (fault,) = _faults(settings(f"{text}\n"))
    assert fault.split()[:2] == [place, "K108"], fault
    assert "\n" not in fault


def test_nothing_written_is_not_given(
    settings: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty values, as `!ENV [NAME, ""]` gives them, leave the default; so does no `extra` at all."""
    monkeypatch.setenv("FLOODS_EDITION", "")
    empty = "".join(f"    {name}:\n" for name in ("seeds", "workers", "invented", "licence"))
    env = '    edition: !ENV [FLOODS_EDITION, reading]\n    captures: !ENV [FLOODS_CAPTURES, ""]\n'
    for text in (HEAD + empty + env, HEAD, "site_name: Floods\nextra:\n", "site_name: Floods\n"):
        made = read_plan(settings(text))
        assert (made.edition, made.captures, made.workers) == (Edition.PUBLIC, None, 1)
        assert made.seeds == Path.cwd() / "seeds"


def test_a_value_from_the_environment_is_named(
    settings: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`!ENV` keeps working, and a wrong value leads to the variable that it comes from."""
    file = settings(f"{HEAD}    edition: !ENV [FLOODS_FIRST, FLOODS_EDITION, public]\n")
    assert read_plan(file).edition is Edition.PUBLIC
    monkeypatch.setenv("FLOODS_EDITION", "reading")
    assert read_plan(file).edition is Edition.READING
    monkeypatch.setenv("FLOODS_EDITION", "public ")
    (fault,) = _faults(file)
    assert fault.startswith(
        "mkdocs.yml:4:14: K104 There is no edition “public ” (from the environment variable"
    )
    assert "FLOODS_EDITION)" in fault


def test_an_inherited_setting_has_its_own_place(settings: Callable[[str], Path]) -> None:
    """What another file says is faulted there; what this one overrules is not."""
    Path("base").mkdir()
    Path("base/settings.yml").write_text(f"{HEAD}    seeds: 5\n    edtion: public\n")
    text = f"INHERIT: base/settings.yml\n{HEAD}    seeds: seeds\n"
    (fault,) = _faults(settings(text))
    assert fault.startswith("base/settings.yml:5:5: K101 ")


def test_an_option_goes_before_the_file(settings: Callable[[str], Path]) -> None:
    """What is asked for on the command line is what counts, wrong as the file may be there."""
    file = settings(f"{HEAD}    edition: readng\n    captures: nowhere\n")
    made = read_plan(file, edition="reading", captures="docs")
    assert (made.edition, made.captures) == (Edition.READING, Path("docs").resolve())


def test_commands_list_them_and_end_with_1(
    settings: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """`check` in its formats on standard output, others on standard error; nothing is built."""
    settings(f"{HEAD}    edtion: reading\n")
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith("mkdocs.yml:4:5: K101 ")
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=mkdocs.yml,line=4,col=5,title=K101::")
    assert main(["build"]) == 1
    assert capsys.readouterr().err == (
        "mkdocs.yml:4:5: K101 There is no setting “edtion”. Did you mean “edition”?\n1 error\n"
    )
    assert not Path("site").exists()


def test_mkdocs_tells_the_same(tmp_path: Path) -> None:
    """Plain `mkdocs build` refuses the same settings with the same line, and an unreadable time in one."""
    config = tiny.archive(tmp_path)
    text = config.read_text()
    assert "  archive:\n" in text
    config.write_text(text.replace("  archive:\n", "  archive:\n    edtion: reading\n"))
    refused = tiny.mkdocs(config)
    assert refused.returncode == 1
    assert "K101 There is no setting “edtion”. Did you mean “edition”?" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "site").exists()
    config.write_text(text)
    refused = tiny.mkdocs(config, SOURCE_DATE_EPOCH="soon")
    assert refused.returncode == 1
    assert "SOURCE_DATE_EPOCH is “soon”" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("given", ["soon", "-1", "1.5", "²", "9" * 30])
def test_a_time_that_is_none_is_refused(given: str) -> None:
    """MkDocs would end in a traceback."""
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        check_source_date({"SOURCE_DATE_EPOCH": given})


def test_an_empty_time_is_none_given() -> None:
    """As a workflow sets it whose expression is empty; a real one is left as it is."""
    environment = {"SOURCE_DATE_EPOCH": "", "OTHER": "x"}
    check_source_date(environment)
    assert environment == {"OTHER": "x"}
    check_source_date(environment | {"SOURCE_DATE_EPOCH": "86400"})


WORDS_WRONG = (f'{name}: "a{sign}"' for name in ("site_name", "site_description") for sign in (r"\0", r"\e"))
ADDRESSES_WRONG = (
    *("5", "a.example", "ftp://a.example", "'http://['", "javascript:x", "http://a:b@a.example/"),
    *("http://a.example/?q", "http://a.example/#b", "http://a.example:99999", "'http://a.example/\"'"),
    *("http://a.example/<b>", "http://a.example/a b", "http://a.example/{x}"),
)
ADDRESSES = ("", "http://localhost:8000/a/", "https://ä.example/ü", "'http://[::1]:80'")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        *((line, True) for line in WORDS_WRONG),
        *((f"site_url: {url}", True) for url in ADDRESSES_WRONG),
        *((f"site_url: {url}", False) for url in ADDRESSES),
    ],
)
def test_what_stands_on_every_page_can_stand_there(
    line: str, told: bool, settings: Callable[[str], Path]
) -> None:
    """A password in the site's address would be published with each page; a null character is no text."""
    file = settings(f"docs_dir: docs\n{line}\n")
    if told:
        (fault,) = _faults(file)
        assert fault.startswith("mkdocs.yml:2:")
        assert fault.split()[1] == "K109"
        assert "a:b" not in fault
    else:
        read_plan(file)


@pytest.mark.parametrize("name", ["/", "a\0b"])
def test_no_site_is_the_disk_itself(name: str, settings: Callable[[str], Path]) -> None:
    """Named by an option or by the settings, it is refused in words."""
    with pytest.raises(UsageError, match="--site"):
        read_plan(settings("site_name: Floods\n"), site=name)
    with pytest.raises(UsageError, match="site_dir"):
        read_plan(settings(f'site_dir: "{name}"\n'.replace("\0", "\\0")))
