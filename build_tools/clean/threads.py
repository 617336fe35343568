"""Elements and runs of a page → the posts of a thread: what several people wrote is its text.

Forums, channels and threads are alike in this, whatever their program calls its classes: elements that are
numbered alike, each with a name over it, and hardly any prose before the first of them. Comments under an
article have the article before them; a list of articles has a headline in each entry.
"""

# ruff: noqa: SIM905 - tables of words read as words

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.clean.elements import BLOCKS, Element
from build_tools.clean.text_runs import TextRun
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.text.language_files import gather_words, match_any, remember_for_languages

_HEADINGS = frozenset({"h1", "h2", "h3"})
_CONTAINERS = frozenset({"div", "article", "section", "td", "dd", "blockquote"})
"""Elements that hold all that somebody wrote; others hold a paragraph of it."""
_UNSHOWN = frozenset(
    "head nav footer aside form hidden consent noscript select option button script textarea".split()
)
_BESIDE = frozenset("other_chrome newsletter appeal share related_link".split())

_MOST_GROUPS = 8
"""Ways of numbering that are looked at, those with most prose first."""
_NEAR = 3
"""Of them, those that a name stands in and nothing else."""
_DEPTH = 30
"""Elements that are looked at upwards: pages nest no deeper."""


@dataclass(slots=True)
class _Post:
    """One of the elements that are numbered alike."""

    runs: list[TextRun] = field(default_factory=list)
    names: list[TextRun] = field(default_factory=list)
    """Those of them that say who writes."""


def mark_posts(elements: Sequence[Element], runs: Sequence[TextRun]) -> None:
    """Note of each run of a thread whether it is what somebody wrote, their name, or the frame."""
    shown = [run for run in runs if run.text and run.element.zones.isdisjoint(_UNSHOWN)]
    said: Counter[str] = Counter()
    for run in shown:
        # in the order of the page, which decides between equals
        around = (element.mark.number for element in _list_around(run.element) if element.mark.number)
        said.update(dict.fromkeys(around, _count_prose(run)))
    for number, prose in said.most_common(_MOST_GROUPS):
        posts = _gather_posts(elements, shown, number) if prose else []
        if len(posts) >= THRESHOLDS.thread_posts and _is_thread(shown, posts):
            _mark_parts(shown, posts)
            return


def _gather_posts(elements: Sequence[Element], shown: Sequence[TextRun], number: str) -> list[_Post]:
    """The posts with their runs, in order; of posts within posts each run belongs to the innermost."""
    within: dict[int, int] = {}
    writes: dict[int, bool] = {}
    for element in elements:
        above = id(element.parent)
        own = element.mark.number == number
        within[id(element)] = id(element) if own else within.get(above, 0)
        writes[id(element)] = not own and (element.mark.writer or writes.get(above, False))
        if writes[id(element)]:
            # a name set in a line is all of the line’s
            line = next((e for e in _list_around(element) if e.tag in BLOCKS), element)
            writes[id(line)] = writes[id(line)] or line.mark.number != number
    posts: dict[int, _Post] = {}
    for run in shown:
        if post := within[id(run.element)]:
            posts.setdefault(post, _Post()).runs.append(run)
            if writes[id(run.element)]:
                posts[post].names.append(run)
    return list(posts.values())


def _is_thread(shown: Sequence[TextRun], posts: Sequence[_Post]) -> bool:
    """Whether nearly all have a name over them, and the page has no other text."""
    if sum(bool(post.names) for post in posts) < THRESHOLDS.thread_share * len(posts):
        return False
    inside = {id(run) for post in posts for run in post.runs}
    said = sum(_count_prose(run) for run in shown if id(run) in inside)
    beside = [run for run in shown if id(run) not in inside and run.element.zones.isdisjoint(_BESIDE)]
    first = next(run for run in shown if id(run) in inside)
    before = sum(_count_prose(run) for run in beside if run.start < first.start)
    called = _list_around(first.element)
    if any(element.mark.comments for element in called):
        most = 0 if any(element.mark.thread for element in called) else -1
    else:
        most = THRESHOLDS.thread_intro_words
    return (
        before <= most
        and said >= THRESHOLDS.thread_prose_share * (said + sum(map(_count_prose, beside)))
        and not _has_headlines(posts)
    )


def _count_prose(run: TextRun) -> int:
    words = len(run.text.split())
    return words if words >= THRESHOLDS.run_prose_words and 2 * run.linked < run.length else 0


def _has_headlines(posts: Sequence[_Post]) -> bool:
    """Whether posts have headings of their own: answers repeat the one of the thread."""
    names = {id(run) for post in posts for run in post.names}
    headed = {
        _load_answers().sub("", run.text.casefold())
        for post in posts
        for run in post.runs
        if run.element.block.tag in _HEADINGS and id(run) not in names
    }
    return len(headed) > 1


@remember_for_languages
def _load_answers() -> re.Pattern[str]:
    """What an answer's title begins with, in any language."""
    return re.compile(rf"^{match_any(gather_words(lambda facts: facts.answers))}\s*:\s*", re.IGNORECASE)


def _mark_parts(shown: Sequence[TextRun], posts: Sequence[_Post]) -> None:
    """Tell what was written by where most of it stands, in elements that look alike from post to post."""
    look = _find_text_look(posts)
    for run in shown:
        run.part = "frame"
    for post in posts:
        for run in post.runs:
            if any(element.mark.look == look for element in _list_around(run.element)):
                run.part = "text"
        name = next((run for run in post.names if run.part == "frame"), None)
        if name:
            name.part = "writer"
        # whose words they are is said there and nowhere else
        for run in post.runs:
            near = _list_around(run.element)[:_NEAR]
            if run.part == "frame" and any(element.mark.passed_on for element in near):
                run.part = "writer"


def _find_text_look(posts: Sequence[_Post]) -> str:
    """The look that has nearly all the prose, and the least else; the outermost of equals."""
    prose: Counter[str] = Counter()
    words: Counter[str] = Counter()
    level: Counter[str] = Counter()
    for run in (run for post in posts for run in post.runs):
        around = [element.mark.look for element in _list_around(run.element) if element.tag in _CONTAINERS]
        for depth, look in enumerate(dict.fromkeys(around)):
            prose[look] += _count_prose(run)
            words[look] += len(run.text.split())
            level[look] = max(level[look], depth)
    most = max(prose.values(), default=0)
    rich = [look for look in prose if prose[look] >= THRESHOLDS.thread_text_share * most]
    return min(rich, key=lambda look: (words[look], -level[look], look), default="")


def _list_around(element: Element | None) -> list[Element]:
    """An element and those around it, the innermost first."""
    around: list[Element] = []
    while element and len(around) < _DEPTH:
        around.append(element)
        element = element.parent
    return around
