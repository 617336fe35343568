"""Template → Python as direct as it is written, because a site prints millions of attributes and calls.

Jinja asks of each function whether it wants the context, of each attribute whether an item is meant, and of
each output whether it is escaped. Our templates print prepared values, which `finalize` escapes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame


class DirectCodeGenerator(CodeGenerator):
    """Writes attributes as attributes, calls as calls, and leaves escaping to `finalize`."""

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
        finalize: CodeGenerator._FinalizeInfo,
    ) -> None:
        self.write(finalize.src or "str(")

    def _output_child_post(
        self,
        node: nodes.Expr,  # noqa: ARG002 - as Jinja has it
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        self.write(")")


class _CodeCache(BytecodeCache):
    """What all environments ask for compiled templates: a cache on the disk, once there is one."""

    behind: BytecodeCache | None = None

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
