"""The counts of the archive itself: five articles, four reporting origins."""

from __future__ import annotations

import pytest

from build_tools import pipeline
from build_tools.model.archive import Archive, Status
from build_tools.model.evidence import Difference, Finding
from build_tools.model.record import NoteKind
from build_tools.pipeline import Settings
from build_tools.relate.explain import explain
from tests.built import ROOT

ISTORIES, CNN, AP = "istories-defendants-2024", "cnn-prisoners-2022", "ap-replenish-2022"
UK, FORTUNE = "uk-mod-3rd-army-corps-2022", "fortune-mobilisation-2022"
INDEPENDENT, HOTNEWS = "independent-prisoners-2022", "hotnews-defendants-2024"
KOMMERSANT, WSJ = "kommersant-volunteer-units-2022", "wsj-casualties-2024"
HNGN, DAGENS = "hngn-prisoners-for-freedom", "dagens-20000-prisoners"

COUNTED: dict[str, tuple[int, set[str], set[str]]] = {
    # iStories, retold by The Moscow Times and, at third or fourth hand, by Dagens
    "20000-recruits-from-pretrial-detention": (2, {ISTORIES}, {ISTORIES}),
    "100-recruits-from-each-centre": (2, {ISTORIES}, {ISTORIES}),
    "210-pretrial-detention-centres": (2, {ISTORIES}, {ISTORIES}),
    "recruiters-look-for-the-fit": (2, {ISTORIES}, {ISTORIES}),
    # where Dagens speaks as if for itself, only inference leads to iStories
    "convicts-running-out": (2, {ISTORIES}, {ISTORIES, DAGENS}),
    "another-mobilisation-avoided-2024": (2, {ISTORIES}, {ISTORIES, DAGENS}),
    # CNN and AP, separately, in one week of August 2022; HNGN's caption has it from CNN by inference
    "russia-recruits-prisoners-2022": (3, {CNN, AP}, {CNN, AP, HNGN}),
    "freedom-for-service": (4, {CNN, AP, HOTNEWS}, {CNN, AP, HOTNEWS, HNGN, DAGENS}),
    "sixth-month-of-war": (3, {CNN, AP}, {CNN, AP}),
    # the opening of CNN's report, in HNGN and in Global Defense Corp
    "promises-and-phone-calls": (2, {CNN}, {CNN}),
    "inmates-vanish": (2, {CNN}, {CNN}),
    "convict-communities-all-over-russia": (2, {CNN}, {CNN}),
    "army-overstretched-2022": (2, {CNN}, {CNN}),
    "cnn-month-of-interviews": (2, {CNN}, {CNN}),
    "hundreds-approached-in-dozens-of-prisons": (2, {CNN}, {CNN}),
    "murderers-among-them": (2, {CNN}, {CNN}),
    "recruits-from-whelans-prison": (2, {CNN}, {CNN}),
    "ten-volunteers-from-ik17": (2, {CNN}, {CNN}),
    "chat-messages-on-rewards": (2, {CNN}, {CNN}),
    "prisoner-speaks-from-his-cell": (2, {CNN}, {CNN}),
    "75000-killed-or-injured": (2, {CNN}, {CNN}),
    # several speakers, but all of them to AP, which Economic Globe rewords
    "dozen-left-st-petersburg-colony": (1, {AP}, {AP}),
    "inmates-regret-volunteering": (1, {AP}, {AP}),
    "prigozhin-behind-wagner": (1, {AP}, {AP}),
    "authorities-seek-recruits-everywhere": (1, {AP}, {AP}),
    "hundreds-refuse-2022": (1, {AP}, {AP}),
    "many-soldiers-want-out": (1, {AP}, {AP}),
    "refusers-held-or-threatened": (1, {AP}, {AP}),
    "commanders-refuse-resignations": (1, {AP}, {AP}),
    # Osechkin to AP in 2022; Dagens two years later, after Hotnews as far as can be inferred
    "wagner-recruits-inmates": (2, {AP, HOTNEWS}, {AP, DAGENS}),
    # single borrowed reports in HNGN beside AP
    "no-full-mobilisation-by-august-2022": (2, {AP, FORTUNE}, {AP, FORTUNE}),
    "hidden-recruitment-instead-of-mobilisation": (2, {AP, FORTUNE}, {AP, FORTUNE}),
    "reservists-called-in": (2, {AP, FORTUNE}, {AP, FORTUNE}),
    "russian-advance-slowed": (1, {INDEPENDENT, HNGN}, {INDEPENDENT, HNGN}),
    # the British update, twice, whatever ministry a source credits it to
    "3rd-army-corps-of-volunteers": (2, {UK}, {UK}),
    "3rd-army-corps-bonuses": (2, {UK}, {UK}),
    "volunteers-hard-to-find-2022": (1, {UK, CNN}, {UK, HNGN}),
    # AP's own account takes from the two that it cites, and adds none
    "regions-raise-volunteer-battalions": (1, {KOMMERSANT, UK}, {KOMMERSANT, UK}),
}
"""By finding: reports, origins, origins without inferred links; worked out by hand from the texts."""

STATUSES = {
    "prigozhin-behind-wagner": Status.DENIED,
    "75000-killed-or-injured": Status.DENIED,
    "hidden-recruitment-instead-of-mobilisation": Status.DENIED,
    "authorities-seek-recruits-everywhere": Status.DENIED,
    "reservists-called-in": Status.DENIED,
    "wagner-recruits-inmates": Status.DISPUTED,
    "russia-recruits-prisoners-2022": Status.SEVERAL,
    "freedom-for-service": Status.SEVERAL,
    "sixth-month-of-war": Status.SEVERAL,
    "no-full-mobilisation-by-august-2022": Status.SEVERAL,
    "regions-raise-volunteer-battalions": Status.SEVERAL,
}
"""The primary status of each finding; those not listed have a single origin."""

DISAGREEMENTS = {
    "how-many-in-pretrial-detention": {Difference.SCOPE, Difference.RETELLING},
    "forty-per-cent-or-20000": {Difference.SCOPE, Difference.ROUNDING},
    "how-far-the-plan-had-come": {Difference.RETELLING},
    "have-convicts-run-out": {Difference.RETELLING},
    "state-of-the-law-october-2024": {Difference.DATE},
    "who-assessed-the-3rd-army-corps": {Difference.RETELLING},
    "how-the-3rd-army-corps-is-filled": {Difference.RETELLING},
    "who-recruits-inmates": {Difference.REAL, Difference.DATE},
    "how-many-inmates-by-august-2022": {Difference.SCOPE, Difference.DATE},
    "what-inmates-are-offered": {Difference.RETELLING, Difference.DATE},
    "dead-and-wounded": {Difference.DATE, Difference.SCOPE},
    "general-or-partial-mobilisation": {Difference.DATE, Difference.RETELLING},
    "bryanka-closed-or-not": {Difference.REAL},
    "volunteer-units-and-pay": {Difference.RETELLING, Difference.ROUNDING},
    "zelenskys-amnesty": {Difference.RETELLING},
    "reversed-quotation": {Difference.RETELLING},
    "american-or-western-official": {Difference.RETELLING},
    "st-petersburg-volunteers": {Difference.COMPATIBLE},
}
"""All eighteen that a comparison of the five sources with each other and with their origins showed."""


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The main archive, from its records alone."""
    return pipeline.gather(Settings(ROOT / "seeds"))


def test_counts_are_those_worked_out_by_hand(archive: Archive) -> None:
    """Every finding has the reports and the origins that its texts show, with inferred links and without."""
    computed = {
        name: (c.reports, set(c.origins), set(c.stated_origins)) for name, c in archive.counts.items()
    }
    assert computed == COUNTED


def test_editors_decisions_lower_a_count_and_say_why(archive: Archive) -> None:
    """Where one article tells a thing twice, an editor counts one origin; the computed two stay known."""
    decided = {f.id: f.decision for f in archive.findings if f.decision}
    assert set(decided) == {"russian-advance-slowed", "volunteers-hard-to-find-2022"}
    for name, decision in decided.items():
        assert (decision.origins, len(archive.counts[name].origins)) == (1, 2)
        assert decision.reason


def test_five_articles_have_four_origins_and_some_borrowed_reports(archive: Archive) -> None:
    """Only what was reported for these five articles, or borrowed by them, stands behind a statement."""
    own = {d.record.slug for d in archive.documents}
    behind = {t.counted for t in archive.traces.values()} - own
    assert behind == {ISTORIES, CNN, AP, UK, INDEPENDENT, FORTUNE, KOMMERSANT, WSJ, HOTNEWS}


def test_statuses_are_those_that_the_evidence_gives(archive: Archive) -> None:
    """The primary status of every finding."""
    primary = {name: standings[0].status for name, standings in archive.standings.items()}
    assert primary == {f.id: STATUSES.get(f.id, Status.SINGLE) for f in archive.findings}


def test_all_disagreements_are_there(archive: Archive) -> None:
    """Each of the eighteen, with its kind of difference, its statements and a note."""
    assert {d.id: set(d.differences) for d in archive.disagreements} == DISAGREEMENTS
    assert all(d.claims and d.note for d in archive.disagreements)


def test_nothing_differs_that_nobody_judged(archive: Archive) -> None:
    """Every difference of figures within a finding is spoken of in a disagreement."""
    assert not archive.clashes


def test_every_correction_names_the_statements_it_concerns(archive: Archive) -> None:
    """A correction that names none would leave a wrong statement unmarked wherever it is counted."""
    for document in archive.documents:
        for note in document.record.notes:
            assert note.kind is not NoteKind.CORRECTION or note.claims, (document.record.slug, note.passage)


def test_every_link_that_a_source_hides_has_its_ground_written_down(archive: Archive) -> None:
    """Inferred and uncredited links that decide an origin say on what they rest."""
    for statement in archive.statements.values():
        record = statement.document.record
        for link in record.chain_of(statement.claim):
            if link.origin and (link.inferred or not link.credited):
                assert link.ground, (statement.ref, link.who)


def test_families(archive: Archive) -> None:
    """The closest source to each article is the other one of its family."""
    closest = {slug: others[0].slug for slug, others in archive.shared.items()}
    for one, other in (
        ("hngn-prisoners-for-freedom", "gdc-inmates-for-freedom"),
        ("moscow-times-20000-defendants", "dagens-20000-prisoners"),
    ):
        assert closest[one] == other
        assert closest[other] == one


def test_every_finding_and_claim_can_be_explained(archive: Archive) -> None:
    """No id of the archive is without words, and a finding's words state its count."""
    assert all(explain(archive, ref, {}) for ref in archive.statements)
    for finding in archive.findings:
        told = explain(archive, finding.id, {})[1]
        assert told.startswith(f"{archive.counts[finding.id].reports} report")
        assert all(origin in told for origin in archive.counts[finding.id].origins)


def test_every_ref_of_every_index_exists(archive: Archive) -> None:
    """What an index points at is there."""
    refs = [r for index in (archive.by_topic, archive.by_entity) for found in index.values() for r in found]
    assert set(refs) <= set(archive.statements)
    entries: tuple[Finding, ...] = archive.findings
    assert {ref for f in entries for ref in (*f.claims, *f.denied_by)} <= set(archive.statements)
