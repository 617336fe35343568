"""The archive itself: five articles, whose counts, names and disagreements were worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.model.archive import Archive, Status
from build_tools.model.attribution import Ground
from build_tools.model.evidence import DisagreementKind, Modality
from build_tools.model.record import NoteKind
from build_tools.pipeline import PipelineSettings
from build_tools.relate.explain import explain_id
from build_tools.relate.suggestions import find_likenesses
from build_tools.text.attribution_words import tell_modality, word_finding
from build_tools.text.fold import fold
from tests.built import ROOT
from tests.relate.counted_by_hand import BACKGROUND, COUNTED, GDC, HNGN, ONE_VOICE, UNTRACED
from tests.relate.judged_by_hand import DISAGREEMENTS, STATUSES, WITHDRAWN


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The main archive, from its records alone."""
    return pipeline.assemble_archive(PipelineSettings(ROOT / "seeds"))


def test_counts_are_those_worked_out_by_hand(archive: Archive) -> None:
    """Every finding has the reports and origins that its texts show, with inferred links and without."""
    computed = {
        name: (c.reports, set(c.origins), set(c.stated_origins), c.lowest)
        for name, c in archive.counts.items()
    }
    assert computed == {
        name: (row.reports, row.origins, row.shown, row.least) for name, row in COUNTED.items()
    }


def test_every_row_of_the_table_gives_its_reason() -> None:
    """A number that nobody can retrace is no better than the program's."""
    assert all(row.why.endswith(".") for row in COUNTED.values())


def test_agency_background_is_shown_and_never_counted(archive: Archive) -> None:
    """Where a claim goes back to it, the finding says so, and counts without it."""
    assert {name for name, c in archive.counts.items() if c.untraced} == UNTRACED
    assert all(set(archive.counts[name].untraced) == {BACKGROUND} for name in UNTRACED)
    assert not any(BACKGROUND in (*c.origins, *c.stated_origins) for c in archive.counts.values())


def test_where_one_voice_stands_behind_most_chains_it_is_named(archive: Archive) -> None:
    """Three chains of four that begin with one speaker are told, for he may be all that there is."""
    told = {name: c.speaker for name, c in archive.counts.items() if c.speaker}
    assert {name: (s.entity, s.chains, s.of) for name, s in told.items()} == ONE_VOICE


def test_editors_decisions_lower_a_count_and_say_why(archive: Archive) -> None:
    """An editor counts fewer origins than were computed, never more; the computed ones stay known."""
    decided = {f.id: f.decision for f in archive.findings if f.decision}
    assert {name: d.origins for name, d in decided.items()} == {
        name: row.decided for name, row in COUNTED.items() if row.decided is not None
    }
    for name, decision in decided.items():
        assert decision.origins < archive.counts[name].lowest
        assert decision.reason


def test_statuses_are_those_that_the_evidence_gives(archive: Archive) -> None:
    """The primary status of every finding."""
    primary = {name: standings[0].status for name, standings in archive.standings.items()}
    assert primary == {name: STATUSES.get(name, Status.SINGLE) for name in COUNTED}


def test_what_goes_out_alone_tells_by_whom_when_and_how_surely(archive: Archive) -> None:
    """The exported sentence holds its modality, who says so, the year, the count, and who denies it."""
    for finding in archive.findings:
        words = fold(word_finding(finding, archive.counts[finding.id])).casefold()
        assert finding.modality.value in words, finding.id
        assert fold(finding.said_by).casefold() in words, finding.id
        assert finding.when.text[:4] in finding.statement, finding.id
        assert all(word in words for word in ("report", "origin")), finding.id
        assert all(fold(d.by).casefold() in words for d in finding.denied_by), finding.id


def test_a_plan_is_not_said_to_be_that_of_whoever_tells_of_it(archive: Archive) -> None:
    """“Planned by iStories” would say that the outlet plans what it reports of the Russian army."""
    (planned,) = (f for f in archive.findings if f.modality is Modality.PLANNED)
    assert tell_modality(planned) == "Planned, according to iStories, October 2024"


def test_a_denial_stands_with_a_claim_that_denies(archive: Archive) -> None:
    """Denied is only what somebody in the archive denies: by whom, and what."""
    for finding in archive.findings:
        for denial in finding.denied_by:
            claim = archive.statements[denial.claim].claim
            assert claim.kind.value == "denial"
            assert denial.by.removeprefix("the ") in claim.text


def test_findings_that_were_withdrawn_say_why_and_point_on(archive: Archive) -> None:
    """Each address that was published goes on to work: as a finding, or with what became of it."""
    assert {entry.id for entry in archive.withdrawn} == WITHDRAWN
    assert not WITHDRAWN & {f.id for f in archive.findings}
    for entry in archive.withdrawn:
        assert set(entry.see) <= set(archive.statements), entry.id
        assert entry.instead is None or entry.instead in COUNTED, entry.id


def test_all_disagreements_are_there(archive: Archive) -> None:
    """Each of the nineteen with its kind, its differences, its statements and a note."""
    assert {d.id: (d.kind, set(d.differences)) for d in archive.disagreements} == DISAGREEMENTS
    assert all(d.claims and d.note for d in archive.disagreements)


def test_the_kind_of_a_disagreement_fits_its_statements(archive: Archive) -> None:
    """Within one article, and where a retelling changed something, one source speaks; else more than one."""
    for entry in archive.disagreements:
        sources = {archive.statements[ref].record.slug for ref in entry.claims}
        assert (len(sources) == 1) is (entry.kind in (DisagreementKind.WITHIN, DisagreementKind.RETELLING)), (
            entry.id
        )


def test_what_a_retelling_added_supports_no_finding(archive: Archive) -> None:
    """That the authorities made the offer is HNGN's addition to CNN's prisoner, and counts for nothing."""
    added = {f"{HNGN}#p8c3"}
    assert not any(added & set(f.claims) for f in archive.findings)


def test_nothing_differs_that_nobody_judged(archive: Archive) -> None:
    """Every difference of figures within a finding is spoken of in a disagreement."""
    assert not archive.clashes


def test_nothing_withdrawn_is_suggested_anew(archive: Archive) -> None:
    """`check` does not ask for a finding that an editor has taken back."""
    taken_back = [set(entry.see) for entry in archive.withdrawn]
    pairs = [{found.first.ref, found.second.ref} for found in find_likenesses(archive)]
    assert not any(pair <= refs for pair in pairs for refs in taken_back)


def test_every_correction_names_the_statements_it_concerns(archive: Archive) -> None:
    """A correction that names none would leave a wrong statement unmarked wherever it is counted."""
    for document in archive.documents:
        for note in document.record.notes:
            assert note.kind is not NoteKind.CORRECTION or note.claims, (document.record.slug, note.passage)


def test_every_stated_link_has_its_name_in_its_passage(captures: Path) -> None:
    """Stated is what the source itself says: the name stands in the passage that the link gives."""
    at_hand = pipeline.assemble_archive(PipelineSettings(ROOT / "seeds", captures=captures))
    checked = 0
    for document in at_hand.documents:
        assert document.clean
        passages = {p.id: _plain(p.text or "") for p in document.clean.paragraphs}
        for claim in document.record.claims:
            stated = [x for x in document.record.chain_of(claim) if x.is_stated]
            names = [(x.printed_name, str(x.passage)) for x in stated]
            names += [(x.printed_name, x.passage) for x in document.record.printed_of(claim)]
            assert all(_plain(name) in passages[passage] for name, passage in names), claim.id
            checked += len(names)
    assert checked > 100


def _plain(text: str) -> str:
    """Without capitals and quotation marks, which a name in a text may have or not."""
    return " ".join(fold(text).casefold().replace('"', "").split())


def test_every_link_that_decides_an_origin_has_its_ground(archive: Archive) -> None:
    """The link to which a count leads says on what it rests; only one sentence leaves open whose it is."""
    open_links = {
        statement.ref
        for statement in archive.statements.values()
        if (first := next((x for x in statement.record.chain_of(statement.claim) if x.origin), None))
        and first.ground is Ground.OPEN
    }
    assert open_links == {"moscow-times-20000-defendants#p4c2"}


def test_families(archive: Archive) -> None:
    """The closest source to each article is the other one of its family."""
    closest = {slug: others[0].slug for slug, others in archive.shared.items()}
    for one, other in ((HNGN, GDC), ("moscow-times-20000-defendants", "dagens-20000-prisoners")):
        assert closest[one] == other
        assert closest[other] == one


def test_every_finding_and_claim_can_be_explained(archive: Archive) -> None:
    """No id of the archive is without words, and a finding's words state its count."""
    assert all(explain_id(archive, ref, {}) for ref in archive.statements)
    for finding in archive.findings:
        told = " ".join(explain_id(archive, finding.id, {}))
        assert f"{archive.counts[finding.id].reports} report" in told
        assert all(origin in told for origin in archive.counts[finding.id].origins)


def test_every_ref_of_every_index_exists(archive: Archive) -> None:
    """What an index points at is there."""
    refs = [r for index in (archive.by_topic, archive.by_entity) for found in index.values() for r in found]
    assert set(refs) <= set(archive.statements)
    told = {ref for f in archive.findings for ref in (*f.claims, *f.denials)}
    told |= {ref for d in archive.disagreements for ref in d.claims}
    assert told <= set(archive.statements)
