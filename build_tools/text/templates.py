"""Template → Python as direct as it is written, because a site prints millions of attributes and calls.

Jinja asks of each function whether it wants the context, of each attribute whether an item is meant, and of
each output whether it is escaped; it looks up functions by name in each turn of a loop. Our templates print
prepared values, which `finalize` escapes, and what they call stays what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from functools import partial
from types import FunctionType
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.utils import missing
from markupsafe import Markup

mark_safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""HTML → the same, marked as such. `Markup(…)` asks what it is given first, and takes five times as long."""


class DirectMacro:
    """A macro that passes on what it is given as it comes."""

    __slots__ = ("_names", "_write")

    def __init__(self, write: FunctionType, names: tuple[str, ...]) -> None:
        """`write` is what Jinja makes of a macro: it has a parameter for each of `names`."""
        write.__defaults__ = (missing,) * len(names)
        self._write = write
        self._names = names

    def __call__(self, *values: object, **named: object) -> Markup:
        """What it writes, as HTML."""
        if named:
            values += tuple([named.pop(name, missing) for name in self._names[len(values) :]])
            if named:
                raise TypeError(f"a macro has no parameters {sorted(named)}")
        return mark_safe(self._write(*values))


class DirectCodeGenerator(CodeGenerator):
    """Writes attributes as attributes, calls as calls, and leaves escaping to `finalize`."""

    _direct: frozenset[str] = frozenset()
    """What the template has from its environment, and nowhere calls so itself; nor does who renders it."""

    def visit_Template(  # noqa: N802 - as Jinja has it
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """The whole template; what it has from its environment is looked up once, when it is loaded."""
        names = [*node.find_all(nodes.Name)]
        given = {name.name for name in names if name.ctx != "load"} | _list_named(node)
        used = {name.name for name in names} & self.environment.globals.keys()
        self._direct = frozenset(used - given)
        self.writeline("print_value = environment.finalize or str")
        self.writeline(f"from {__name__} import DirectMacro")
        for name in sorted(self._direct):
            self.writeline(f"given_{name} = environment.globals[{name!r}]")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        """A block begins; Jinja looks up here what is used in it."""
        loads = frame.symbols.loads.items()
        frame.symbols.loads = {
            target: load
            for target, load in loads
            if load[0] != VAR_LOAD_RESOLVE or load[1] not in self._direct
        }
        super().enter_frame(frame)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - as Jinja has it
        """A name."""
        if node.ctx == "load" and node.name in self._direct:
            self.write(f"given_{node.name}")
        else:
            super().visit_Name(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """What stands for a macro."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            names = tuple(argument.name for argument in macro_ref.node.args)
            self.write(f"DirectMacro(macro, {names!r})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja has it
        """`place.name`: an attribute, never an item."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - as Jinja has it
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """`link(words, address, mark="at")`: none of our functions wants the context."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(
        self,
        node: nodes.Expr,  # noqa: ARG002 - as Jinja has it
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        # most of what is printed was made by our functions: to look is cheaper than to call
        self.write("(shown if (shown := ")

    def _output_child_post(
        self,
        node: nodes.Expr,  # noqa: ARG002 - as Jinja has it
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        self.write(").__class__ is Markup else print_value(shown))")


def _list_named(node: nodes.Template) -> set[str]:
    """What a template's macros and parts of other templates are called in it."""
    named = {macro.name for macro in node.find_all(nodes.Macro)}
    named |= {other.target for other in node.find_all(nodes.Import)}
    for others in node.find_all(nodes.FromImport):
        named |= {name if isinstance(name, str) else name[1] for name in others.names}
    return named


class _CodeCache(BytecodeCache):
    """What all environments ask for compiled templates: a cache on the disk, once there is one."""

    behind: BytecodeCache | None = None

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        named = self.behind.get_cache_key if self.behind else super().get_cache_key
        return named(name, filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        if self.behind:
            self.behind.load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if self.behind:
            self.behind.dump_bytecode(bucket)


_CODE = _CodeCache()


def keep_compiled(code: BytecodeCache | None) -> None:
    """From now on, let templates of this process be compiled no more than once."""
    _CODE.behind = code


class DirectEnvironment(Environment):
    """An environment whose `finalize` gives text that is escaped, and whose functions want no context."""

    code_generator_class = DirectCodeGenerator

    def __init__(self, **options: Any) -> None:
        super().__init__(bytecode_cache=_CODE, **options)

    def make_globals(self, d: Mapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Of a template: a plain dictionary. The environment's own do not change after the first template."""
        return {**self.globals, **(d or {})}


def make_environment(loader: BaseLoader, write: Callable[[Any], str]) -> Environment:
    """For templates of ours: lines of tags leave none behind; what is printed comes from `write`, escaped."""
    return DirectEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        finalize=write,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        # no template is ever dropped: there are few, and every page needs some of them
        cache_size=-1,
    )
