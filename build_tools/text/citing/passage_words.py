"""The address of a passage → its words in a citation, for pages and for the script that credits a copy."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.model.passages import EARLIER, PassageUnit, parse_body_passage

_PARAGRAPH, _PARAGRAPHS = "para. *", "paras. *–*"
_SPAN = "* to *"
_UNIT_PATTERNS = {
    PassageUnit.PARAGRAPHS: _PARAGRAPH,
    PassageUnit.PAGES: "p. *, para. *",
    PassageUnit.TIMES: "at *:*:*",
    PassageUnit.MESSAGES: "message *",
}
_OTHER_PASSAGES = {"outside": "outside the article", EARLIER: "in an earlier version"}
"""What says too little by itself."""


def passage_words(passage: str) -> str:
    """`p3` → `para. 3`; `pg4p2` → `p. 4, para. 2`; `t00-12-31` → `at 00:12:31`; `caption` → `caption`."""
    body = parse_body_passage(passage)
    if body is None:
        return _OTHER_PASSAGES.get(passage, passage)
    words = _UNIT_PATTERNS[body.unit]
    for number in body.numbers:
        words = words.replace("*", f"{number:02}" if body.unit is PassageUnit.TIMES else str(number), 1)
    return words


def list_passage_patterns(unit: PassageUnit) -> Mapping[str, str]:
    """The same words for the script that credits a selection; `*` is a number, or a passage's words."""
    others = {} if unit is PassageUnit.PARAGRAPHS else {unit.value: _UNIT_PATTERNS[unit]}
    return {
        "paragraph": _PARAGRAPH,
        "paragraphs": _PARAGRAPHS,
        "span": _SPAN,
        **others,
        "outside": _OTHER_PASSAGES["outside"],
    }
