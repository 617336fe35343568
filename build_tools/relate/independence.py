"""Where statements come from → how many independent origins that is, because five reports may be two.

Independence is a matter of each statement: a report that relays a ministry for one statement has another of
its own, and says so in its chain. An agency's background is never counted: nobody knows whom it goes back to.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from build_tools.relate.claim_origin import Root


def select_independent(roots: Iterable[Root], backgrounds: frozenset[str]) -> tuple[str, ...]:
    """Names of the roots that are independent of one another, sorted; `backgrounds` are left out.

    A root more than there was, of a name that is there already, never makes the result longer.
    """
    known = [root for root in roots if root.name not in backgrounds]
    chosen = sorted({root.name for root in known if not root.after})
    # what a kept report may have from others in some statement is spoken for in all of them
    spoken_for = _gather_names(root for root in known if root.name in chosen) | set(chosen)
    # sorted, so that which of two forks stands for both depends on nothing but their names
    for fork in sorted(known, key=lambda root: (root.name, sorted(root.after))):
        if fork.after and fork.name not in spoken_for and not fork.after & spoken_for:
            chosen.append(fork.name)
            spoken_for |= {fork.name, *fork.after}
    return tuple(sorted(chosen))


def count_at_least(statements: Iterable[tuple[Root, ...]], backgrounds: frozenset[str]) -> int:
    """How many independent origins there are whichever of its possible roots each statement has.

    Statements that may share a root count once. So the number may be too low, and is never too high.
    """
    choices = tuple(statements)
    sure = [roots[0] for roots in choices if len(roots) == 1]
    taken = _gather_names(sure)
    apart: list[frozenset[str]] = []
    for roots in choices:
        names = _gather_names(roots)
        if names & (taken | backgrounds):
            continue
        touching = [group for group in apart if group & names]
        apart = [group for group in apart if not group & names] + [names.union(*touching)]
    return len(select_independent(sure, backgrounds)) + len(apart)


def count_at_most(statements: Iterable[tuple[Root, ...]], backgrounds: frozenset[str]) -> int:
    """How many independent origins there may be: how many statements can each have a root of their own.

    An inferred link of one statement may hold while that of another does not. (A maximum matching of
    statements with names, found by augmenting paths.)
    """
    choices = [sorted({root.name for root in roots} - backgrounds) for roots in statements]
    owners: dict[str, int] = {}
    owned: dict[int, str] = {}
    return sum(_give_own_root(statement, choices, owners, owned) for statement in range(len(choices)))


def _give_own_root(
    statement: int, choices: Sequence[Sequence[str]], owners: dict[str, int], owned: dict[int, str]
) -> bool:
    """Whether one more statement gets a root, those that have one moving to another where they can."""
    reached: dict[str, int] = {}
    waiting = deque([statement])
    while waiting:
        asking = waiting.popleft()
        for name in choices[asking]:
            if name in reached:
                continue
            reached[name] = asking
            if name in owners:
                waiting.append(owners[name])
                continue
            _pass_on(name, statement, reached, owners, owned)
            return True
    return False


def _pass_on(
    name: str, statement: int, reached: Mapping[str, int], owners: dict[str, int], owned: dict[int, str]
) -> None:
    """Give a free name to who asked for it, that one's former name to who asked for that, and so on back."""
    taker = reached[name]
    while taker != statement:
        former = owned[taker]
        owners[name], owned[taker] = taker, name
        name, taker = former, reached[former]
    owners[name], owned[taker] = taker, name


def _gather_names(roots: Iterable[Root]) -> frozenset[str]:
    """Names of the roots, and of what they may have it from."""
    return frozenset(name for root in roots for name in (root.name, *root.after))
