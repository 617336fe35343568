"""Forms that tell what each stretch is: every byte has its line, and the passages are those of the form."""

from __future__ import annotations

from build_tools.clean.node_lines import account_nodes
from build_tools.model.capture_text import CaptureText, FormName, TextNode
from build_tools.model.clean import Found, Kind, Line, Paragraph, Verdict

ENGLISH = "The old weir gave way on Thursday night after a week of rain, and it was not the first time."


def account(
    *nodes: tuple[Kind, str, str] | int,
) -> tuple[tuple[Line, ...], tuple[Paragraph, ...], tuple[Found, ...]]:
    """The account of nodes: kind, text and passage of each; a number is so many bytes between them."""
    made: list[TextNode] = []
    at = 0
    for node in nodes:
        if isinstance(node, int):
            at += node
            continue
        kind, text, passage = node
        end = at + len(text or "..")
        made.append(TextNode(at, end, text, kind, "printed_line", passage))
        at = end
    return account_nodes(CaptureText(FormName.PDF, b"." * at), tuple(made))


def test_marks_of_the_form_between_nodes_are_blank_lines() -> None:
    """Before the first, after the last, and where something stands between: nowhere else."""
    lines, _, _ = account(2, (Kind.BODY, "abc", "p1"), (Kind.BODY, "de", "p1"), 1, (Kind.BODY, "f", "p2"), 3)
    assert [(line.n, line.start, line.end, line.text) for line in lines] == [
        (1, 0, 2, ""),
        (2, 2, 5, "abc"),
        (3, 5, 7, "de"),
        (4, 7, 8, ""),
        (5, 8, 9, "f"),
        (6, 9, 12, ""),
    ]
    lines, _, _ = account((Kind.BODY, "abc", "p1"))
    assert [(line.start, line.end) for line in lines] == [(0, 3)]


def test_verdicts_follow_from_kinds_and_passages() -> None:
    """What goes on with the passage before it is joined; nodes without a passage stand by themselves."""
    lines, _, _ = account(
        (Kind.BODY, "a", "p1"),
        (Kind.BODY, "b", "p1"),
        (Kind.CROSSHEAD, "c", ""),
        (Kind.CROSSHEAD, "d", ""),
        (Kind.BYLINE, "e", ""),
        (Kind.OTHER_CHROME, "f", "p1"),
        (Kind.BODY, "", "p1"),
        (Kind.BODY, "g", "p1"),
        (Kind.BODY, "h", "p2"),
    )
    kept, removed = Verdict.KEPT, Verdict.REMOVED
    assert [line.verdict for line in lines] == [
        *(kept, Verdict.JOINED, kept, kept, kept, removed, Verdict.BLANK, Verdict.JOINED, kept)
    ]
    assert [line.kind for line in lines][5:] == [Kind.OTHER_CHROME, Kind.BLANK, Kind.BODY, Kind.BODY]
    # the first has none before it, whatever the last one is
    assert account((Kind.BODY, "a", "p1"), (Kind.BODY, "b", "p1"))[0][0].verdict is kept


def test_passages_have_the_names_of_the_form_and_headings_are_counted() -> None:
    """A heading over several lines is one; what is no passage has none."""
    _, paragraphs, _ = account(
        (Kind.TITLE, "Weir", "t"),
        (Kind.TITLE, "gone", "t"),
        (Kind.TITLE, "Again", ""),
        (Kind.BYLINE, "Oda", ""),
        (Kind.CROSSHEAD, "One", ""),
        (Kind.BODY, "so it wa\xad", "pg1p1"),
        (Kind.OTHER_CHROME, "7", ""),
        (Kind.BODY, "", "pg1p1"),
        (Kind.BODY, "s.", "pg1p1"),
        (Kind.CROSSHEAD, "Two", ""),
    )
    assert [(p.id, p.kind, p.text, p.lines) for p in paragraphs] == [
        ("title", Kind.TITLE, "Weir gone", (1, 2)),
        ("title2", Kind.TITLE, "Again", (3,)),
        ("h1", Kind.CROSSHEAD, "One", (5,)),
        ("pg1p1", Kind.BODY, "so it was.", (6, 9)),
        ("h2", Kind.CROSSHEAD, "Two", (10,)),
    ]


def test_fields_are_the_first_of_each_kind() -> None:
    """A headline as a whole, with its first line; a name or a date is a line."""
    _, _, fields = account(
        1,
        (Kind.TITLE, "Weir", "t"),
        (Kind.TITLE, "gone", "t"),
        (Kind.BYLINE, "Oda", ""),
        (Kind.BYLINE, "Ada", ""),
        (Kind.BODY, ENGLISH, "p1"),
        (Kind.BODY, ENGLISH, "p1"),
    )
    assert [(found.field, found.value, found.line) for found in fields] == [
        ("title", "Weir gone", 2),
        ("byline", "Oda", 4),
        ("language", "en", 6),
    ]


def test_twenty_passages_tell_the_language() -> None:
    """Longer texts tell no more; of what is in no language, nothing is told."""
    figures = [(Kind.BODY, "1,200", f"p{n}") for n in range(20)]
    told = (Kind.BODY, f"{ENGLISH} {ENGLISH}", "p21")
    found = account(*figures[:19], told)[2]
    assert [(one.field, one.value, one.line) for one in found] == [("language", "en", 1)]
    assert account(*figures, told)[2] == ()
