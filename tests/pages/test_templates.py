"""Templates hold layout, in words that Jinja and MiniJinja share, so that another program could set them."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import nodes
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.tests import TESTS as DEFAULT_TESTS

from build_tools import pages
from build_tools.pages.render import load_html_environment, load_markdown_environment

TEMPLATES = sorted((Path(pages.__file__).parent / "templates").glob("*.j2"))
FILTERS = """
    abs attr batch bool capitalize count d default dictsort e escape first float groupby indent int items join
    last length list lower map max min pprint reject rejectattr replace reverse round safe select selectattr
    slice sort string sum title tojson trim unique upper urlencode
"""
"""Of Jinja's own filters, those that MiniJinja documents as built in."""
TESTS = """
    boolean defined divisibleby eq equalto escaped even false float ge greaterthan gt in integer iterable le
    lessthan lower lt mapping ne none number odd sameas sequence string true undefined upper
"""
"""The same of its tests."""
FUNCTIONS = {"range", "loop"}
"""The same of what may be called; `loop` where a list goes on within itself."""
STATEMENTS = (
    nodes.Output, nodes.For, nodes.If, nodes.Macro, nodes.FromImport, nodes.Include, nodes.Assign,
    nodes.AssignBlock,
)  # fmt: skip
"""What a template does: it prints, and goes through what the view holds."""


def _parse(path: Path) -> nodes.Template:
    environment = load_html_environment() if ".html." in path.name else load_markdown_environment()
    return environment.parse(path.read_text("utf-8"), path.name)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_call_functions_only(path: Path) -> None:
    """No method of Python's (`x.items()`), nothing with the context, no statement beyond those few."""
    tree = _parse(path)
    called = [call.node for call in tree.find_all(nodes.Call)]
    assert all(isinstance(name, nodes.Name) for name in called), path.name
    known = FUNCTIONS | (load_html_environment().globals.keys() - DEFAULT_NAMESPACE.keys())
    defined = {macro.name for macro in tree.find_all(nodes.Macro)}
    taken = {name for imported in tree.find_all(nodes.FromImport) for name in imported.names}
    assert {name.name for name in called if isinstance(name, nodes.Name)} <= known | defined | {
        *map(str, taken)
    }
    assert not [imported for imported in tree.find_all(nodes.FromImport) if imported.with_context]
    assert not [s for s in tree.find_all(nodes.Stmt) if not isinstance(s, STATEMENTS)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_use_shared_filters_and_tests(path: Path) -> None:
    """Filters and tests are our own, which any program has to be given, or built in on both sides."""
    tree = _parse(path)
    environment = load_html_environment()
    own = environment.filters.keys() - DEFAULT_FILTERS.keys()
    assert {each.name for each in tree.find_all(nodes.Filter)} <= own | {*FILTERS.split()}
    assert {each.name for each in tree.find_all(nodes.Test)} <= {*TESTS.split()}
    assert environment.tests.keys() == DEFAULT_TESTS.keys()


def test_both_forms_know_the_same_functions() -> None:
    """What a template may call in Markdown it may call in HTML, under the same name."""
    html, markdown = load_html_environment(), load_markdown_environment()
    assert markdown.globals.keys() <= html.globals.keys()
    assert html.globals.keys() - markdown.globals.keys() == {"anchor", "href", "figure"}
    assert html.filters.keys() == markdown.filters.keys()
