"""Why a count is what it is, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.model.archive import Archive, Document
from build_tools.model.clean import CleanText, Kind, Line, Paragraph, Verdict
from build_tools.model.errors import UsageError
from build_tools.model.evidence import Disagreement
from build_tools.relate.explain import explain_id
from tests.relate.make import archive, claim, denial, finding, link, origin, record

LEDGER = CleanText(
    "bugle.txt",
    "0" * 64,
    30,
    "utf-8",
    0,
    (),
    (
        Line(1, 0, 10, Verdict.KEPT, Kind.BODY, "prose", "The river rose."),
        Line(2, 10, 30, Verdict.REMOVED, Kind.SHARE, "share", "Tell your friends"),
    ),
    (Paragraph("p1", Kind.BODY, "The river rose.", (1,)),),
)

SEEN = {"url": "https://wire.example/flood", "seen": "2031-06-01", "extent": "opening", "use": "order."}


@pytest.fixture
def flood() -> Archive:
    """Two articles on one flood: one infers its origin, one speaks for itself."""
    figure = {"value": 20000, "unit": "sandbags", "qualifier": "around", "as_of": "2031-04"}
    figure["inferred"] = {"as_of": "from the mayor’s month"}
    one = record(
        "one",
        claim(
            "p1c1",
            chain=[
                link("the mayor", named="Mayor Tell"),
                link("Wire", "wire", inferred=True, evidence=[SEEN]),
                link("Gazette", "gazette", ground="not established", passage=None),
            ],
            printed=[{"who": "the Courier", "passage": "p2"}],
            figures=[figure],
            when="2031-04-30",
            when_basis="from the day of the report",
            quotation="the river rose",
            note="Not seen elsewhere.",
        ),
    )
    clash = Disagreement.model_validate(
        {
            "id": "how-many",
            "title": "How many sandbags",
            "differences": ["rounding"],
            "claims": ["one#p1c1"],
            "note": "-",
        }
    )
    return archive(
        [Document(one, LEDGER, None, ()), record("two", claim("p4c1"), claim("p5c1"))],
        findings=[
            finding(
                "flood",
                "one#p1c1",
                "two#p4c1",
                denied_by=[denial("two#p5c1", by="The mayor")],
                decision={"origins": 1, "reason": "The second saw the first."},
            )
        ],
        disagreements=[clash],
        origins=[origin("wire"), origin("gazette")],
    )


def test_a_finding_tells_both_counts_and_their_grounds(flood: Archive) -> None:
    """Which reports, each one's chain, what is inferred, the count with and without, the editor's word."""
    guessed = "Wire [its report: wire; editor’s decision] → Gazette [its report: gazette; not established]"
    assert explain_id(flood, "flood", {}) == (
        "It is so: flood.",
        "Reported by the mayor, April 2031.",
        "2 reports. As reconstructed: 2 independent origins: two, wire.",
        "By what the sources themselves state: 2 independent origins: one, two.",
        "The editor counts 1 instead. Reason: The second saw the first.",
        "Status: denied. The mayor denied on 2 May 2031 that it rose.",
        "Status: single origin. The editor counts 1; the chains alone give 2.",
        "Why these claims stand together: The same words.",
        "one#p1c1, “The title of one”, brackwater-bugle, 1 May 2031: The statement p1c1.",
        f"  Chain: the mayor [named in p1] → {guessed} → brackwater-bugle",
        "  Origin: wire, the first link of the chain that published a report of its own.",
        "    Ground: editor’s decision (Wire), not established (Gazette).",
        "    That rests on an inferred link; without it the origin is the source itself.",
        "two#p4c1, “The title of two”, brackwater-bugle, 1 May 2031: The statement p4c1.",
        "  Chain: brackwater-bugle",
        "  Origin: the source itself; no link of the chain published a report of its own.",
        "    Ground: the source speaks for itself.",
        "The mayor denied on 2 May 2031 that it rose. Told in two#p5c1: The statement p5c1.",
    )


def test_a_claim_tells_where_it_stands(flood: Archive) -> None:
    """Source, passage, both attributions, figure, wording, quotation, findings, disagreements."""
    told = "\n".join(explain_id(flood, "one#p1c1", {}))
    for words in (
        "one#p1c1: event in p1 of “The title of one”, brackwater-bugle, 1 May 2031.",
        "Said by: the mayor of Brackwater. Wording: stated flatly.",
        "As printed: the Courier (named in ¶\u00a02).",
        "As reconstructed: the mayor [named in p1] → Wire",
        "  Wire: the source does not show this link; it rests on the editor’s decision.",
        "    https://wire.example/flood: only its opening seen, 1 June 2031: order.",
        "  Gazette: the source does not show this link; it rests on nothing that anybody has written",
        "When: 30 April 2031 (inferred: from the day of the report).",
        "Figure: around 20,000 sandbags, as of April 2031 (date inferred: from the mayor’s month).",
        "Quotation: “the river rose”",
        "Editor’s note: Not seen elsewhere.",
        "Stands in the finding flood: It is so: flood.",
        "Stands in the disagreement how-many: How many sandbags",
    ):
        assert words in told
    assert "Denies the finding flood" in "\n".join(explain_id(flood, "two#p5c1", {}))


@pytest.mark.parametrize("name", ["one:2", "bugle.txt:2"])
def test_a_removed_line_tells_its_rule_in_the_rules_own_words(flood: Archive, name: str) -> None:
    """By the source's name or the file's."""
    assert explain_id(flood, name, {"share": "Lines that ask to be passed on.\n\nNever inside prose."}) == (
        "bugle.txt, line 2 (bytes 10 to 30): removed, as share.",
        "Text: Tell your friends",
        "Decided by the rule share.",
        "  Lines that ask to be passed on.",
        "  Never inside prose.",
    )


def test_a_kept_line_tells_its_paragraph(flood: Archive) -> None:
    """A line that was kept leads to the passage that it is in."""
    assert explain_id(flood, "one:1", {})[-1] == "It is part of p1, made of 1 line."


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("flod", "“flod”. Did you mean flood?"),
        ("one#p1c2", "“one#p1c2”. Did you mean one#p1c1"),
        ("one:9", "“bugle.txt:9”. Did you mean bugle.txt:2"),
        ("one:one", "“one:one”."),
        ("one:²", "“one:²”."),
        ("12", "“12”."),
        ("floxyz1", "“floxyz1”. Did you mean flood?"),
        ("floxyz12", "“floxyz12”."),
        ("zzz", "line “zzz”."),
    ],
)
def test_an_unknown_id_names_what_is_like_it(flood: Archive, name: str, words: str) -> None:
    """A slip of the finger is answered with the nearest names, not with a trace; without any, with none."""
    with pytest.raises(UsageError) as caught:
        explain_id(flood, name, {})
    assert words in str(caught.value)
    assert ("Did you mean" in str(caught.value)) == ("Did you mean" in words)


def test_changing_one_chain_changes_its_counts_alone_and_the_words_say_why() -> None:
    """A source that turns out to have it from the agency: the findings with that claim change, no other."""

    def made(chain: list[dict[str, object]]) -> Archive:
        records = [
            record("one", claim("p1c1", chain=chain), claim("p2c1")),
            record("two", claim("p1c1", chain=[link("Wire", "wire")]), claim("p2c1")),
        ]
        names = {"flood": "p1c1", "levee": "p2c1"}
        findings = [finding(name, f"one#{c}", f"two#{c}") for name, c in names.items()]
        return archive(records, findings=findings, origins=[origin("wire")])

    before, after = made([]), made([link("Wire", "wire", inferred=True)])
    changed = {name for name in before.counts if before.counts[name] != after.counts[name]}
    assert changed == {"flood"}
    assert {n for n in before.standings if before.standings[n] != after.standings[n]} == {"flood"}
    assert explain_id(before, "levee", {}) == explain_id(after, "levee", {})
    assert (
        explain_id(before, "flood", {})[2] == "2 reports. As reconstructed: 2 independent origins: one, wire."
    )
    told = explain_id(after, "flood", {})
    assert told[2] == "2 reports. As reconstructed: 1 independent origin: wire."
    assert "    That rests on an inferred link; without it the origin is the source itself." in told
    assert any(words.startswith("Status: single origin. At least 1 independent origin") for words in told)


def test_one_voice_and_background_are_told() -> None:
    """A reader learns that one speaker stands behind most of it, and what is not counted."""
    ann = [link("Ann", entity="ann")]
    chains = {"one": ann, "two": ann, "three": [link("Agency", "explainer")]}
    records = [record(slug, claim("p1c1", chain=chain)) for slug, chain in chains.items()]
    found = finding("flood", *(f"{slug}#p1c1" for slug in chains))
    origins = [origin("explainer", kind="background")]
    told = explain_id(archive(records, findings=[found], origins=origins), "flood", {})
    assert "Not counted, because nobody knows whom it goes back to: explainer." in told
    assert "2 of its 3 chains begin with Ann." not in told
    some = explain_id(archive(records[:2], findings=[finding("flood", "one#p1c1", "two#p1c1")]), "flood", {})
    assert "Both its chains begin with Ann." in some


def test_the_three_nearest_names_are_told() -> None:
    """More would be a list to read."""
    found = [finding(f"flood-{n}", "one#p1c1") for n in range(4)]
    with pytest.raises(UsageError) as caught:
        explain_id(archive([record("one", claim("p1c1"))], findings=found), "flood-9", {})
    assert str(caught.value).count("flood-") == 4


def test_a_line_is_looked_for_in_its_own_source() -> None:
    """Also where only the ledger without text is at hand."""
    other = replace(LEDGER, file="gazette.txt")
    made = archive(
        [
            Document(record("none", claim("p1c1")), None, None, ()),
            Document(record("one", claim("p1c1")), LEDGER, None, ()),
            Document(record("two", claim("p1c1")), None, other, ()),
        ]
    )
    assert explain_id(made, "two:2", {})[0].startswith("gazette.txt, line 2")
    assert explain_id(made, "gazette.txt:1", {})[0].startswith("gazette.txt, line 1")


def test_an_editors_note_is_told_with_the_claims_that_it_concerns() -> None:
    """And with no other of the source."""
    note = {"passage": "p1", "kind": "correction", "text": "It was not so.", "claims": ["p1c1"]}
    made = archive([record("one", claim("p1c1"), claim("p1c2"), notes=[note])])
    words = "Correction by the editor: It was not so."
    assert words in explain_id(made, "one#p1c1", {})
    assert words not in explain_id(made, "one#p1c2", {})
